import Foundation
import GMSCallback

extension ChartWalk {
  /// Walks that go every way that the machine can go under these policies: each is a shortest path to a step that no walk
  /// before it has taken.
  ///
  /// Found by trying every event in every situation, breadth first; situations that differ only in times are one.
  static func covering(_ policies: [CallbackPolicy]) -> [ChartWalk] {
    var walks: [ChartWalk] = []
    var taken: Set<[String]> = []
    for policy in policies {
      let first = CallbackStateMachine(desired: nine, created: nine(-3600), policy: policy)
      var queue: [(machine: CallbackStateMachine, now: Date, steps: [[String]])] = [(first, nine(-3600), [])]
      var seen: Set = [situation(first)]
      var next = 0
      while next < queue.count {
        let (machine, now, steps) = queue[next]
        next += 1
        let from = identifier(machine.state.kind)
        for event in StateMatrixTests.events where event.name != .retentionEnded {
          let at = machine.timers.first { $0.event == event }.map { max(now, $0.due) } ?? now
          var copy = machine
          guard let step = try? copy.apply(event, at: at, policy: policy), step.noOp == nil else { continue }
          let path = steps + [[event.name.rawValue, "moved", identifier(step.to.kind)]]
          if taken.insert([from] + path[path.count - 1]).inserted { walks.append(ChartWalk(steps: path)) }
          if seen.insert(situation(copy)).inserted { queue.append((copy, at, path)) }
        }
      }
    }
    return walks
  }

  /// What a decision depends on besides times.
  private static func situation(_ machine: CallbackStateMachine) -> [String] {
    let attempts: CallbackAttempts? =
      switch machine.state {
      case .queued(let queued): queued.progress.attempts
      case .routing(let routing): routing.progress.attempts
      case .paused(let paused): paused.resume.progress.attempts
      case .scheduled, .processing, .completed: nil
      }
    var resumed: String?
    if case .paused(let paused) = machine.state {
      resumed = CallbackState.queued(paused.resume).kind.rawValue
    }
    return [
      machine.state.kind.rawValue, resumed ?? "", attempts.map { "\($0)" } ?? "", "\(machine.timers.count)",
    ]
  }

  /// Policies that differ in whatever can decide where an event leads, with counts of two.
  static let policies: [CallbackPolicy] = {
    var more = [Policies.make { $0.direction = .userOriginated }]
    for party in CallbackPolicy.Party.allCases {
      for rejections in [0, 2] {
        for needsConfirmation in [false, true] {
          for connects in [false, true] {
            more.append(
              Policies.make {
                $0.hasAgentPreview = true
                $0.firstParty = party
                $0.maxPreviewRejections = rejections
                $0.needsConfirmation = needsConfirmation
                $0.connectsWithoutConfirmation = connects
              }
            )
          }
        }
      }
      more.append(
        Policies.make {
          $0.firstParty = party
          $0.needsConfirmation = true
        }
      )
    }
    return (Policies.all.map(\.policy) + more).map { policy in
      var policy = policy
      policy.maxSubmissions = 2
      policy.maxDials = 2
      policy.maxTransfers = 2
      policy.maxConfirmations = 2
      policy.maxOffers = 2
      return policy
    }
  }()
}
