import Foundation
import GMSCallback
import Testing

/// The ways of a user-terminated callback, with every action and every instant.
struct FlowTests {
  @Test func customerFirst() throws {
    var walk = try Walk(Policies.customerFirst)
    #expect(walk.callback.state == .scheduled(CallbackState.Scheduled(submitAt: nine(-120))))
    try walk.time(
      .submissionFellDue,
      at: -120,
      leadsTo: .submitting,
      "_cbe_on_callback_queued",
      "submit attempt=1"
    )
    try walk.step(.submitted, at: -119, leadsTo: .waitingForAgent, "_cbe_on_virtual_ixn_create", "find-agent")
    try walk.step(
      .agentReserved(agent: "kate"),
      at: 30,
      leadsTo: .diallingCustomer,
      "_cbe_on_target_found",
      "_cbe_on_dial_init",
      "dial-customer attempt=1"
    )
    #expect(walk.callback.agent == "kate")
    try walk.step(
      .customerAnswered,
      at: 40,
      leadsTo: .agentJoinsCustomer,
      "_cbe_on_dial_done",
      "_cbe_on_connect_treatment_start",
      "_cbe_on_route_to_agent",
      "dial-agent agent=kate"
    )
    try walk.step(.agentAnswered, at: 45, leadsTo: .processing)
    try walk.step(
      .callEnded,
      at: 345,
      leadsTo: .completed,
      "release-agent agent=kate",
      "_cbe_on_service_exit"
    )
    try walk.expectEnd(.agentConnected)
    #expect(walk.callback.history.count == 6)
    try walk.time(.retentionEnded, at: 86_400, leadsTo: .completed, "remove-record")
    #expect(walk.callback.history.count == 6, "a record that goes needs no line")
  }

  @Test func agentFirst() throws {
    var walk = try Walk(Policies.agentFirst)
    try walk.enterLine()
    try walk.step(
      .agentReserved(agent: "kate"),
      at: 0,
      leadsTo: .diallingAgent,
      "_cbe_on_target_found",
      "_cbe_on_route_to_agent",
      "dial-agent agent=kate"
    )
    try walk.step(
      .agentAnswered,
      at: 5,
      leadsTo: .customerJoinsAgent,
      "_cbe_on_dial_init",
      "dial-customer attempt=1"
    )
    try walk.step(.customerAnswered, at: 15, leadsTo: .processing, "_cbe_on_dial_done")
    try walk.step(.callEnded, at: 60, leadsTo: .completed, "release-agent agent=kate", "_cbe_on_service_exit")
    try walk.expectEnd(.agentConnected)
  }

  @Test func customerIsNotReached() throws {
    var walk = try Walk(Policies.customerFirst)
    try walk.enterLine()
    let place = walk.callback.place
    #expect(place?.enteredAt == nine(-120))
    try walk.step(
      .agentReserved(agent: "kate"),
      at: 0,
      leadsTo: .diallingCustomer,
      "_cbe_on_target_found",
      "_cbe_on_dial_init",
      "dial-customer attempt=1"
    )
    try walk.step(
      .customerBusy,
      at: 5,
      leadsTo: .waitingToDial,
      "_cbe_on_dial_done",
      "release-agent agent=kate"
    )
    #expect(walk.callback.place == place)
    try walk.time(.dialRetryFellDue, at: 305, leadsTo: .waitingForAgent, "find-agent")
    #expect(walk.callback.place == place)
    try walk.step(
      .agentReserved(agent: "tom"),
      at: 310,
      leadsTo: .diallingCustomer,
      "_cbe_on_target_found",
      "_cbe_on_dial_init",
      "dial-customer attempt=2"
    )
    // Nobody reports anything: the ringing ends after 32 seconds.
    try walk.time(
      .dialTimedOut,
      at: 342,
      leadsTo: .waitingToDial,
      "_cbe_on_dial_done",
      "hang-up-customer",
      "release-agent agent=tom"
    )
    try walk.time(.dialRetryFellDue, at: 642, leadsTo: .waitingForAgent, "find-agent")
    #expect(walk.callback.place == place)
    try walk.step(
      .agentReserved(agent: "kate"),
      at: 650,
      leadsTo: .diallingCustomer,
      "_cbe_on_target_found",
      "_cbe_on_dial_init",
      "dial-customer attempt=3"
    )
    try walk.step(
      .answeringMachineAnswered,
      at: 660,
      leadsTo: .completed,
      "_cbe_on_dial_done",
      "hang-up-customer",
      "release-agent agent=kate",
      "_cbe_on_service_exit"
    )
    try walk.expectEnd(.failCallToCustomer)
  }

  @Test func noAgentAnswersWhileTheCustomerWaits() throws {
    var walk = try Walk(Policies.customerFirst)
    try walk.enterLine()
    try walk.callback.apply(.agentReserved(agent: "a"), at: nine(0), policy: walk.policy)
    try walk.callback.apply(.customerAnswered, at: nine(10), policy: walk.policy)
    try walk.step(
      .agentDidNotAnswer,
      at: 20,
      leadsTo: .waitingOnCall,
      "release-agent agent=a",
      "_cbe_on_customer_queued",
      "find-agent"
    )
    try walk.step(
      .agentReserved(agent: "b"),
      at: 30,
      leadsTo: .agentJoinsCustomer,
      "_cbe_on_target_found",
      "_cbe_on_route_to_agent",
      "dial-agent agent=b"
    )
    try walk.step(
      .agentDeclined,
      at: 31,
      leadsTo: .waitingOnCall,
      "release-agent agent=b",
      "_cbe_on_customer_queued",
      "find-agent"
    )
    // The hour on the line counts from the customer's answer, over all transfers.
    #expect(walk.callback.machine.nextTimer == CallbackTimer(.agentWaitRanOut, due: nine(3610)))
    try walk.step(
      .agentReserved(agent: "c"),
      at: 40,
      leadsTo: .agentJoinsCustomer,
      "_cbe_on_target_found",
      "_cbe_on_route_to_agent",
      "dial-agent agent=c"
    )
    try walk.step(
      .agentUnavailable,
      at: 41,
      leadsTo: .completed,
      "release-agent agent=c",
      "hang-up-customer",
      "_cbe_on_service_exit"
    )
    try walk.expectEnd(.failAgentConnect)
  }

  @Test func noAgentAnswersTheFirstCall() throws {
    var walk = try Walk(Policies.agentFirst)
    try walk.enterLine()
    for (attempt, agent) in ["a", "b", "c"].enumerated() {
      try walk.callback.apply(.agentReserved(agent: agent), at: nine(attempt * 60), policy: walk.policy)
      let step = try walk.callback.apply(
        .agentDidNotAnswer,
        at: nine(attempt * 60 + 20),
        policy: walk.policy
      )
      #expect(step.to.kind == (attempt < 2 ? .waitingForAgent : .completed))
      #expect(step.actions.first == .releaseAgent(agent: agent))
    }
    try walk.expectEnd(.failAgentConnect)
  }

  @Test func agentIsLostWhileTheCustomersTelephoneRings() throws {
    var walk = try Walk(Policies.customerFirst)
    try walk.enterLine()
    try walk.callback.apply(.agentReserved(agent: "kate"), at: nine(0), policy: walk.policy)
    try walk.step(.agentUnavailable, at: 4, leadsTo: .dialling, "release-agent agent=kate")
    #expect(walk.callback.nextDue == nine(32), "it goes on ringing as long as it would have")
    try walk.step(
      .customerAnswered,
      at: 8,
      leadsTo: .waitingOnCall,
      "_cbe_on_dial_done",
      "_cbe_on_connect_treatment_start",
      "_cbe_on_customer_queued",
      "find-agent"
    )
    try walk.step(
      .agentReserved(agent: "tom"),
      at: 9,
      leadsTo: .agentJoinsCustomer,
      "_cbe_on_target_found",
      "_cbe_on_route_to_agent",
      "dial-agent agent=tom"
    )
    // With the agent first, customers never answer to nobody.
    var other = try Walk(Policies.agentFirst)
    try other.enterLine()
    try other.callback.apply(.agentReserved(agent: "kate"), at: nine(0), policy: other.policy)
    try other.callback.apply(.agentAnswered, at: nine(3), policy: other.policy)
    try other.step(
      .callEnded,
      at: 4,
      leadsTo: .waitingForAgent,
      "hang-up-customer",
      "release-agent agent=kate",
      "find-agent"
    )
  }

  @Test func timeInTheQueueRunsOut() throws {
    var walk = try Walk(Policies.customerFirst)
    try walk.enterLine()
    try walk.time(
      .queueTimeRanOut,
      at: 14_280,
      leadsTo: .completed,
      "stop-finding-agent",
      "_cbe_on_service_exit"
    )
    try walk.expectEnd(.failTimeoutTTL)
  }

  @Test func queueDoesNotTakeIt() throws {
    var walk = try Walk(Policies.customerFirst)
    try walk.time(
      .submissionFellDue,
      at: -120,
      leadsTo: .submitting,
      "_cbe_on_callback_queued",
      "submit attempt=1"
    )
    try walk.step(.submissionFailed, at: -119, leadsTo: .waitingToSubmit)
    try walk.time(.submissionFellDue, at: -109, leadsTo: .submitting, "submit attempt=2")
    try walk.step(.submissionFailed, at: -108, leadsTo: .waitingToSubmit)
    try walk.time(.submissionFellDue, at: -98, leadsTo: .submitting, "submit attempt=3")
    try walk.step(.submissionFailed, at: -97, leadsTo: .completed, "_cbe_on_service_exit")
    try walk.expectEnd(.submitFailed)
  }

  @Test func immediateCallbackCallsAtOnce() throws {
    var walk = try Walk(Policies.immediate, desired: nine, created: nine)
    try walk.time(
      .submissionFellDue,
      at: 0,
      leadsTo: .submitting,
      "_cbe_on_callback_queued",
      "submit attempt=1"
    )
    try walk.step(
      .submitted,
      at: 0,
      leadsTo: .dialling,
      "_cbe_on_virtual_ixn_create",
      "_cbe_on_dial_init",
      "dial-customer attempt=1"
    )
    try walk.step(
      .customerAnswered,
      at: 9,
      leadsTo: .waitingOnCall,
      "_cbe_on_dial_done",
      "_cbe_on_connect_treatment_start",
      "_cbe_on_customer_queued",
      "find-agent"
    )
    try walk.time(
      .agentWaitRanOut,
      at: 3609,
      leadsTo: .completed,
      "stop-finding-agent",
      "hang-up-customer",
      "_cbe_on_service_exit"
    )
    try walk.expectEnd(.notAvailable)
  }

  @Test func customerHangsUpBeforeAnAgentAnswers() throws {
    var walk = try Walk(Policies.immediate)
    try walk.enterLine()
    try walk.callback.apply(.customerAnswered, at: nine(-110), policy: walk.policy)
    try walk.step(.callEnded, at: -100, leadsTo: .waitingToDial, "stop-finding-agent")
    try walk.time(
      .dialRetryFellDue,
      at: 200,
      leadsTo: .dialling,
      "_cbe_on_dial_init",
      "dial-customer attempt=2"
    )
  }

  @Test func callThatIsNeverReportedAsEnded() throws {
    var walk = try Walk(Policies.agentFirst)
    try walk.enterLine()
    try walk.callback.apply(.agentReserved(agent: "kate"), at: nine(0), policy: walk.policy)
    try walk.callback.apply(.agentAnswered, at: nine(5), policy: walk.policy)
    try walk.callback.apply(.customerAnswered, at: nine(15), policy: walk.policy)
    try walk.time(
      .lifetimeEnded,
      at: 86_415,
      leadsTo: .completed,
      "hang-up-customer",
      "release-agent agent=kate",
      "_cbe_on_service_exit"
    )
    try walk.expectEnd(.agentConnected)
  }

  @Test func reminderComesOnceAndOnlyWhenThereIsTime() throws {
    var walk = try Walk(Policies.reminding)
    try walk.time(.reminderFellDue, at: -300, leadsTo: .scheduled, "_cbe_on_callback_reminder")
    #expect(walk.callback.machine.timers.map(\.event) == [.submissionFellDue, .lifetimeEnded])
    let soon = try newCallback(Policies.reminding, desired: nine, created: nine(-200))
    #expect(soon.machine.timers.map(\.event) == [.submissionFellDue, .lifetimeEnded])
  }

  @Test func reschedulingMovesEverything() throws {
    var walk = try Walk(Policies.reminding)
    try walk.step(.rescheduled(desired: nine(3600)), at: -1000, leadsTo: .scheduled)
    #expect(walk.callback.desired == nine(3600))
    #expect(walk.callback.requested == nine)
    #expect(walk.callback.expiration == nine(3600 + 86_400))
    #expect(
      walk.callback.state
        == .scheduled(CallbackState.Scheduled(submitAt: nine(3480), remindAt: nine(3300)))
    )
    // A time that is as good as now is submitted the usual way, at once.
    try walk.step(.rescheduled(desired: nine(-890)), at: -900, leadsTo: .scheduled)
    #expect(walk.callback.machine.nextTimer == CallbackTimer(.submissionFellDue, due: nine(-900)))
    #expect(try walk.callback.replayed(policy: walk.policy) == walk.callback.machine)
    try walk.callback.apply(.submissionFellDue, at: nine(-900), policy: walk.policy)
    #expect {
      try walk.callback.apply(.rescheduled(desired: nine), at: nine(-880), policy: walk.policy)
    } throws: {
      ($0 as? CallbackError)?.code == .notReschedulable
    }
  }

  /// Work that has no delay goes the same way as work that has one.
  @Test func delaysOfZeroGoTheSameWay() throws {
    func path(_ policy: CallbackPolicy) throws -> [String] {
      var callback = try newCallback(policy, desired: nine, created: nine)
      var now = nine
      var path: [String] = []
      for event in [
        .submissionFellDue, .submissionFailed, .submissionFellDue, .submitted, .agentReserved(agent: "kate"),
        .customerBusy, .dialRetryFellDue, .agentReserved(agent: "kate"), .customerAnswered, .agentAnswered,
        .callEnded,
      ] as [CallbackEvent] {
        if event.name.source == .time {
          #expect(callback.machine.nextTimer.event == event)
          now = max(now, callback.nextDue)
        }
        path.append(try callback.apply(event, at: now, policy: policy).to.kind.rawValue)
      }
      return path
    }
    #expect(try path(Policies.withoutDelays) == path(Policies.customerFirst))
  }
}
