import GMSCallback
import Testing

/// Random lives of several callbacks that share agents and a line.
struct FleetWalkTests {
  /// A quarter of all events, over 13 policies; each run has 6 callbacks.
  private static let eventsPerPolicy = WalkSize.events / 4 / RandomWalkTests.cases.count

  @Test(arguments: RandomWalkTests.cases)
  func invariantsHold(_ test: RandomWalkTests.Case) throws {
    var (events, runs, ends) = (0, 0, [String: Int]())
    var seed: UInt64 = 0
    while events < Self.eventsPerPolicy {
      var fleet = try Fleet(policy: test.policy, seed: seed)
      fleet.run(steps: 300)
      if let fault = fleet.faults.first {
        Issue.record("seed \(seed): \(fault)\n\(fleet.lines.suffix(40).joined(separator: "\n"))")
        return
      }
      for member in fleet.members { ends[member.callback.state.reasonName, default: 0] += 1 }
      events += fleet.events
      runs += 1
      seed += 1
    }
    #expect(ends["not COMPLETED"] == nil, "every path ends")
    #expect(ends.count > 3, "walks that all end alike meet little: \(ends)")
    print("fleet, \(test.name): \(events) events in \(runs) runs of 6 callbacks and 3 agents")
  }
}

extension CallbackState {
  /// The reason of the end, for counting.
  fileprivate var reasonName: String {
    switch self {
    case .completed(let completed): completed.reason.rawValue
    case .scheduled, .queued, .routing, .processing, .paused: "not COMPLETED"
    }
  }
}
