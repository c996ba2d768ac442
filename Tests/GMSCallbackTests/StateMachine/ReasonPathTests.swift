import Foundation
import GMSCallback
import GMSCore
import Testing

/// Every reason that GMS documents is reached by a path from the request on, and says so in the record.
struct ReasonPathTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let reason: String
    let policy: CallbackPolicy
    let path: [CallbackEvent]
    var testDescription: String { reason }
  }

  private static let line: [CallbackEvent] = [.submissionFellDue, .submitted]
  private static let reserved: [CallbackEvent] = line + [.agentReserved(agent: "kate")]
  private static let answered = reserved + [.customerAnswered]

  static let cases: [Case] =
    [
      Case(
        reason: "AGENT_CONNECTED",
        policy: Policies.customerFirst,
        path: answered + [.agentAnswered, .callEnded]
      ),
      Case(reason: "CANCELLED", policy: Policies.customerFirst, path: [.cancelled]),
      Case(
        reason: "CANCELLED_BY_ADMIN",
        policy: Policies.customerFirst,
        path: [.cancelledByAdministrator(note: nil)]
      ),
      Case(
        reason: "NOT_AVAILABLE",
        policy: Policies.immediate,
        path: line + [.customerAnswered, .agentWaitRanOut]
      ),
      Case(
        reason: "SUBMIT_FAILED",
        policy: Policies.customerFirst,
        path: Array([[CallbackEvent]](repeating: [.submissionFellDue, .submissionFailed], count: 3).joined())
      ),
      Case(
        reason: "FAIL_TIMEOUT_TTL",
        policy: Policies.customerFirst,
        path: line + [.queueTimeRanOut]
      ),
      Case(
        reason: "FAIL_USER_NO_CONFIRM",
        policy: Policies.confirmingStrictly,
        path: reserved + [.confirmationTimedOut, .confirmationTimedOut, .confirmationTimedOut]
      ),
      Case(
        reason: "FAIL_AGENT_CONNECT",
        policy: Policies.agentFirst,
        path: reserved + [
          .agentDidNotAnswer, .agentReserved(agent: "tom"), .agentDeclined, .agentReserved(agent: "ann"),
          .dialTimedOut,
        ]
      ),
      Case(
        reason: "AGENT_PREVIEW_CANCEL_AFTER_2REJECTS",
        policy: Policies.preview,
        path: reserved + [.agentDeclined, .agentReserved(agent: "tom"), .previewTimedOut]
      ),
      Case(
        reason: "FAIL_CALL_TO_CUSTOMER",
        policy: Policies.immediate,
        path: line + [
          .customerBusy, .dialRetryFellDue, .customerDidNotAnswer, .dialRetryFellDue,
          .answeringMachineAnswered,
        ]
      ),
    ]
    + CallbackFault.allCases.map {
      Case(reason: $0.rawValue, policy: Policies.customerFirst, path: line + [.failed($0)])
    }

  @Test(arguments: cases)
  func reasonIsReached(_ test: Case) throws {
    var callback = try newCallback(test.policy)
    var now = nine(-3600)
    for event in test.path {
      #expect(callback.state.name != .completed, "before \(event)")
      now = callback.machine.timers.first { $0.event == event }?.due ?? now.addingTimeInterval(1)
      try callback.apply(event, at: now, policy: test.policy)
    }
    guard case .completed(let completed) = callback.state else {
      Issue.record("not COMPLETED but \(callback.state.kind.rawValue)")
      return
    }
    #expect(completed.reason.rawValue == test.reason)
    #expect(completed.at == now)
    #expect(callback.answer(keys: [])["_callback_reason"]?.stringValue == test.reason)
    #expect(try Callback(stored: callback.stored).state == callback.state)
    #expect(try callback.replayed(policy: test.policy) == callback.machine)
  }

  /// The list is that of GMS; the {n} of the preview stands for a number.
  @Test func noReasonIsLeftOut() {
    let documented: Set = [
      "AGENT_CONNECTED", "CANCELLED", "CANCELLED_BY_ADMIN", "NOT_AVAILABLE", "SUBMIT_FAILED",
      "FAIL_LOAD_MESSAGE_FILE", "FAIL_INTERACTION_DELETED", "FAIL_TARGET_NOT_FOUND", "FAIL_ERROR",
      "FAIL_TIMEOUT_TTL", "FAIL_IXN_UNKNOWN_MEDIA_TYPE", "FAIL_NO_CUSTOMER_NUMBER", "FAIL_USER_NO_CONFIRM",
      "FAIL_QUEUEING", "FAIL_AGENT_CONNECT", "AGENT_PREVIEW_CANCEL_AFTER_2REJECTS", "FAIL_CALL_TO_CUSTOMER",
    ]
    #expect(Set(Self.cases.map(\.reason)) == documented)
  }

  /// A customer who hangs up while the agent's telephone rings is no agent who does not answer.
  @Test func lostCustomersAreNoFailedTransfers() throws {
    var policy = Policies.customerFirst
    policy.maxTransfers = 2
    var callback = try newCallback(policy)
    var now = nine(-3600)
    for event in Self.answered + [
      .agentDidNotAnswer, .agentReserved(agent: "tom"), .callEnded, .dialRetryFellDue,
      .agentReserved(agent: "ann"), .customerAnswered,
    ] {
      now = callback.machine.timers.first { $0.event == event }?.due ?? now.addingTimeInterval(1)
      try callback.apply(event, at: now, policy: policy)
    }
    #expect(callback.state.kind == .agentJoinsCustomer)
    #expect(callback.progress?.attempts.transfers == 2, "one that failed, and the one under way")
    try callback.apply(.agentDidNotAnswer, at: now.addingTimeInterval(1), policy: policy)
    #expect(callback.state.name == .completed)
  }
}
