import Foundation
import GMSCallback
import Testing

/// What is undone when a callback ends in the middle of something.
struct EndingTests {
  /// The actions that a cancellation needs before the status is told, by state.
  static let undone: [CallbackState.Kind: [String]] = [
    .scheduled: [],
    .submitting: [],
    .waitingToSubmit: [],
    .waitingForAgent: ["stop-finding-agent"],
    .agentPreview: ["release-agent agent=kate"],
    .waitingForConfirmation: ["release-agent agent=kate"],
    .snoozed: [],
    .waitingForCustomer: ["withdraw-access"],
    .agentWaitsForCustomer: ["withdraw-access", "release-agent agent=kate"],
    .dialling: ["hang-up-customer"],
    .waitingToDial: [],
    .waitingOnCall: ["stop-finding-agent", "hang-up-customer"],
    .diallingCustomer: ["hang-up-customer", "release-agent agent=kate"],
    .diallingAgent: ["release-agent agent=kate"],
    .customerJoinsAgent: ["hang-up-customer", "release-agent agent=kate"],
    .agentJoinsCustomer: ["hang-up-customer", "release-agent agent=kate"],
    .paused: [],
    .pausedSubmitting: [],
  ]

  @Test(arguments: Situation.all.indices)
  func cancellingUndoesWhatIsUnderWay(_ index: Int) throws {
    let situation = Situation.all[index]
    let kind = situation.state.kind
    let machine = CallbackStateMachine(state: situation.state, desired: nine(-60), timeToLive: 60)
    guard let undone = Self.undone[kind] else {
      #expect([.processing, .completed].contains(kind), "every other state can be cancelled")
      return
    }
    for (event, note): (CallbackEvent, String?) in [
      (.cancelled, nil), (.cancelledByAdministrator(note: "by mistake"), "by mistake"),
    ] {
      var copy = machine
      let step = try copy.apply(event, at: nine, policy: situation.policy)
      let told = ["_cbe_on_callback_cancelled", "_cbe_on_service_exit"]
      #expect(step.actions.map { Walk.short($0) } == undone + told)
      guard case .completed(let completed) = step.to else {
        Issue.record("not COMPLETED")
        continue
      }
      #expect(completed.note == note)
      #expect(completed.at == nine)
    }
    var copy = machine
    let step = try copy.apply(.lifetimeEnded, at: nine, policy: situation.policy)
    #expect(step.actions.map { Walk.short($0) } == undone + ["_cbe_on_service_exit"])
  }

  @Test(arguments: CallbackFault.allCases)
  func faultsAreReasons(_ fault: CallbackFault) throws {
    var walk = try Walk(Policies.customerFirst)
    try walk.enterLine()
    try walk.step(.failed(fault), at: 0, leadsTo: .completed, "stop-finding-agent", "_cbe_on_service_exit")
    try walk.expectEnd(CompletionReason(rawValue: fault.rawValue))
  }

  @Test func completedIsFinal() throws {
    var walk = try Walk(Policies.customerFirst)
    try walk.step(
      .cancelledByAdministrator(note: "storm"),
      at: -1000,
      leadsTo: .completed,
      "_cbe_on_callback_cancelled",
      "_cbe_on_service_exit"
    )
    try walk.expectEnd(.cancelledByAdministrator, note: "storm")
    let before = walk.callback
    for event in StateMatrixTests.events where event.name != .retentionEnded {
      _ = try? walk.callback.apply(event, at: nine(1_000_000), policy: walk.policy)
      #expect(walk.callback == before, "\(event)")
    }
  }
}
