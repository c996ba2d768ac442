import Foundation
import GMSCallback
import Testing

/// The ways in which an agent or the customer is asked first, and in which the customer calls.
struct ScenarioFlowTests {
  @Test func previewIsRejectedTwice() throws {
    var walk = try Walk(Policies.preview)
    try walk.enterLine()
    try walk.step(
      .agentReserved(agent: "a"),
      at: 0,
      leadsTo: .agentPreview,
      "_cbe_on_target_found",
      "show-preview agent=a"
    )
    try walk.step(.agentDeclined, at: 4, leadsTo: .waitingForAgent, "release-agent agent=a", "find-agent")
    try walk.step(
      .agentReserved(agent: "b"),
      at: 5,
      leadsTo: .agentPreview,
      "_cbe_on_target_found",
      "show-preview agent=b"
    )
    // A preview that an agent lets pass counts as rejected.
    try walk.time(
      .previewTimedOut,
      at: 35,
      leadsTo: .completed,
      "release-agent agent=b",
      "_cbe_on_service_exit"
    )
    try walk.expectEnd(CompletionReason(rawValue: "AGENT_PREVIEW_CANCEL_AFTER_2REJECTS"))
  }

  @Test func previewIsAccepted() throws {
    var walk = try Walk(Policies.preview)
    try walk.enterLine()
    try walk.callback.apply(.agentReserved(agent: "a"), at: nine(0), policy: walk.policy)
    try walk.step(
      .agentAccepted,
      at: 4,
      leadsTo: .diallingAgent,
      "_cbe_on_route_to_agent",
      "dial-agent agent=a"
    )
  }

  @Test func previewThatCannotBeRejectedGoesOn() throws {
    var walk = try Walk(Policies.previewWithoutRejecting)
    try walk.enterLine()
    try walk.callback.apply(.agentReserved(agent: "a"), at: nine(0), policy: walk.policy)
    #expect(throws: CallbackError.self) {
      try walk.callback.apply(.agentDeclined, at: nine(1), policy: walk.policy)
    }
    try walk.time(
      .previewTimedOut,
      at: 30,
      leadsTo: .diallingAgent,
      "_cbe_on_route_to_agent",
      "dial-agent agent=a"
    )
  }

  @Test func customerSnoozesAndKeepsThePlace() throws {
    var walk = try Walk(Policies.confirming)
    try walk.enterLine()
    let place = walk.callback.place
    try walk.step(
      .agentReserved(agent: "a"),
      at: 0,
      leadsTo: .waitingForConfirmation,
      "_cbe_on_target_found",
      "ask-for-confirmation attempt=1"
    )
    try walk.step(.customerSnoozed, at: 10, leadsTo: .snoozed, "release-agent agent=a")
    try walk.time(.snoozeEnded, at: 310, leadsTo: .waitingForAgent, "find-agent")
    #expect(walk.callback.place == place)
    // A snooze was an answer: the questions are counted from the beginning.
    try walk.step(
      .agentReserved(agent: "b"),
      at: 320,
      leadsTo: .waitingForConfirmation,
      "_cbe_on_target_found",
      "ask-for-confirmation attempt=1"
    )
    try walk.step(
      .customerConfirmed,
      at: 325,
      leadsTo: .diallingCustomer,
      "_cbe_on_dial_init",
      "dial-customer attempt=1"
    )
  }

  @Test(arguments: [true, false])
  func customerNeverConfirms(connectsAnyway: Bool) throws {
    var walk = try Walk(connectsAnyway ? Policies.confirming : Policies.confirmingStrictly)
    try walk.enterLine()
    try walk.callback.apply(.agentReserved(agent: "a"), at: nine(0), policy: walk.policy)
    try walk.time(
      .confirmationTimedOut,
      at: 30,
      leadsTo: .waitingForConfirmation,
      "ask-for-confirmation attempt=2"
    )
    try walk.time(
      .confirmationTimedOut,
      at: 60,
      leadsTo: .waitingForConfirmation,
      "ask-for-confirmation attempt=3"
    )
    if connectsAnyway {
      try walk.time(
        .confirmationTimedOut,
        at: 90,
        leadsTo: .diallingCustomer,
        "_cbe_on_dial_init",
        "dial-customer attempt=1"
      )
    } else {
      try walk.time(
        .confirmationTimedOut,
        at: 90,
        leadsTo: .completed,
        "release-agent agent=a",
        "_cbe_on_service_exit"
      )
      try walk.expectEnd(.failUserNoConfirm)
    }
  }

  @Test func customerCallsInAtOnce() throws {
    var walk = try Walk(Policies.originatedImmediate, desired: nine, created: nine)
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
      leadsTo: .waitingForCustomer,
      "_cbe_on_virtual_ixn_create",
      "offer-access attempt=1"
    )
    try walk.time(
      .bookingExpired,
      at: 30,
      leadsTo: .waitingForCustomer,
      "withdraw-access",
      "offer-access attempt=2"
    )
    try walk.step(
      .customerCalled,
      at: 40,
      leadsTo: .waitingOnCall,
      "_cbe_on_connect_treatment_start",
      "_cbe_on_customer_queued",
      "find-agent"
    )
    try walk.step(
      .agentReserved(agent: "kate"),
      at: 50,
      leadsTo: .agentJoinsCustomer,
      "_cbe_on_target_found",
      "_cbe_on_route_to_agent",
      "dial-agent agent=kate"
    )
    try walk.step(.agentAnswered, at: 55, leadsTo: .processing)
    try walk.step(.callEnded, at: 99, leadsTo: .completed, "release-agent agent=kate", "_cbe_on_service_exit")
    try walk.expectEnd(.agentConnected)
  }

  @Test func customerNeverCallsIn() throws {
    var walk = try Walk(Policies.originatedImmediate)
    try walk.enterLine()
    for seconds in [-89, -59] {
      try walk.callback.apply(.bookingExpired, at: nine(seconds), policy: walk.policy)
    }
    try walk.time(.bookingExpired, at: -29, leadsTo: .completed, "withdraw-access", "_cbe_on_service_exit")
    try walk.expectEnd(.failCallToCustomer)
  }

  @Test(arguments: [Policies.originatedDelayed, Policies.chatDelayed])
  func customerIsToldThatAnAgentIsFree(policy: CallbackPolicy) throws {
    var walk = try Walk(policy)
    try walk.enterLine()
    try walk.step(
      .agentReserved(agent: "kate"),
      at: 0,
      leadsTo: .waitingForConfirmation,
      "_cbe_on_target_found",
      "ask-for-confirmation attempt=1"
    )
    try walk.step(.customerConfirmed, at: 8, leadsTo: .agentWaitsForCustomer, "offer-access attempt=1")
    try walk.step(.agentUnavailable, at: 10, leadsTo: .waitingForCustomer, "release-agent agent=kate")
    #expect(walk.callback.nextDue == nine(38), "the offer stands as long as it was said to")
    try walk.time(.bookingExpired, at: 38, leadsTo: .waitingForAgent, "withdraw-access", "find-agent")
    try walk.callback.apply(.agentReserved(agent: "tom"), at: nine(40), policy: policy)
    try walk.callback.apply(.customerConfirmed, at: nine(41), policy: policy)
    try walk.step(
      .customerCalled,
      at: 45,
      leadsTo: .agentJoinsCustomer,
      "_cbe_on_connect_treatment_start",
      "_cbe_on_customer_queued",
      "_cbe_on_route_to_agent",
      "dial-agent agent=tom"
    )
  }
}
