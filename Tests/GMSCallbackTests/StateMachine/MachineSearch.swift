import Foundation
import GMSCallback

/// Every interleaving of what can happen to two callbacks that share two agents and one access number, to a depth.
///
/// Breadth first over canonical situations: two that differ only in the time of day, or in the names of the agents, count
/// as one. So the first counterexample is a shortest one.
struct MachineSearch {
  /// A rule that every situation has to keep: nil, or what is wrong.
  typealias Rule = @Sendable (SearchNode) -> String?

  let policy: CallbackPolicy
  var rules: [Rule] = []
  private(set) var situations = 0
  private(set) var transitions = 0
  /// The moves that lead to a fault, and the fault.
  private(set) var counterexample: (moves: [String], fault: String)?

  init(_ policy: CallbackPolicy) { self.policy = policy }

  /// Tries everything, so many moves deep.
  mutating func run(from start: SearchNode, depth: Int) {
    var nodes = [(node: start, parent: -1, move: "")]
    var seen: Set = [start.key]
    var level = 0..<1
    for _ in 0..<depth {
      for index in level {
        let node = nodes[index].node
        for move in node.moves(policy) {
          transitions += 1
          var next = node
          next.perform(move, policy)
          if let fault = next.faults.first ?? rules.lazy.compactMap({ $0(next) }).first {
            var path = [move.description]
            var at = index
            while at > 0 {
              path.append(nodes[at].move)
              at = nodes[at].parent
            }
            counterexample = (path.reversed(), fault)
            situations = seen.count
            return
          }
          if seen.insert(next.key).inserted { nodes.append((next, index, move.description)) }
        }
      }
      level = level.upperBound..<nodes.count
    }
    situations = seen.count
  }
}

/// What can happen next.
enum SearchMove: CustomStringConvertible {
  /// Something happens to a callback at this instant.
  case event(Int, CallbackEvent)
  /// Time passes until the next timer falls due, which fires.
  case time
  /// The service is paused, or goes on.
  case pause(Bool)

  var description: String {
    switch self {
    case .event(let index, let event): "\(["A", "B"][index]) \(event)"
    case .time: "time"
    case .pause(let isPaused): isPaused ? "pause" : "resume"
    }
  }
}
