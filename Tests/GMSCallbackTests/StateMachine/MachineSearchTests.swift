import GMSCallback
import Testing

/// All interleavings of cancelling, pausing, resuming, rescheduling, expiry, results of calls and agents' events, for two
/// callbacks, two agents and one access number.
struct MachineSearchTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let policy: CallbackPolicy
    var isInQueue = true
    var testDescription: String { name }
  }

  /// Small counts, so that the last try of everything lies within reach.
  private static func small(_ policy: CallbackPolicy) -> CallbackPolicy {
    var policy = policy
    policy.maxSubmissions = 2
    policy.maxDials = 2
    policy.maxTransfers = 2
    policy.maxConfirmations = 1
    policy.maxOffers = 2
    return policy
  }

  static let cases = [
    Case(name: "customer first", policy: small(Policies.customerFirst)),
    Case(name: "agent first", policy: small(Policies.agentFirst)),
    Case(name: "immediate", policy: small(Policies.immediate)),
    Case(name: "preview", policy: small(Policies.preview)),
    Case(name: "confirming", policy: small(Policies.confirmingStrictly)),
    Case(name: "user-originated immediate", policy: small(Policies.originatedImmediate)),
    Case(name: "user-originated delayed", policy: small(Policies.originatedDelayed)),
    Case(name: "from the request on", policy: small(Policies.reminding), isInQueue: false),
  ]

  @Test(arguments: cases)
  func noInterleavingBreaksARule(_ test: Case) {
    var search = MachineSearch(test.policy)
    let start = test.isInQueue ? SearchNode.inQueue(test.policy) : SearchNode(test.policy)
    #expect(start.faults.isEmpty)
    search.run(from: start, depth: WalkSize.depth)
    if let (moves, fault) = search.counterexample {
      Issue.record("\(fault) after:\n\(moves.joined(separator: "\n"))")
    }
    #expect(search.situations > 100)
    print(
      "search, \(test.name): \(search.situations) situations, \(search.transitions) transitions, depth \(WalkSize.depth)"
    )
  }

  /// A rule that does not hold is found broken, by a shortest way.
  @Test func brokenRulesAreFound() throws {
    let policy = Self.small(Policies.originatedDelayed)
    var search = MachineSearch(policy)
    search.rules = [
      { node in
        node.machines.contains { $0.state.kind == .processing } ? "somebody talks" : nil
      }
    ]
    search.run(from: SearchNode.inQueue(policy), depth: 5)
    let (moves, fault) = try #require(search.counterexample)
    #expect(fault == "somebody talks")
    #expect(moves.count == 4)
    var node = SearchNode.inQueue(policy)
    for text in moves {
      let move = try #require(node.moves(policy).first { $0.description == text }, "\(text)")
      node.perform(move, policy)
    }
    #expect(node.machines.contains { $0.state.kind == .processing })
  }
}
