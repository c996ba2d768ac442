import GMSCallback
import Testing

/// Reasons are kept in a byte each, and must not lose a letter of what a record says.
struct CompletionReasonTests {
  /// The names as GMS documents them.
  static let documented: [(CompletionReason, String)] = [
    (.agentConnected, "AGENT_CONNECTED"), (.cancelled, "CANCELLED"),
    (.cancelledByAdministrator, "CANCELLED_BY_ADMIN"), (.notAvailable, "NOT_AVAILABLE"),
    (.submitFailed, "SUBMIT_FAILED"), (.failLoadMessageFile, "FAIL_LOAD_MESSAGE_FILE"),
    (.failInteractionDeleted, "FAIL_INTERACTION_DELETED"), (.failTargetNotFound, "FAIL_TARGET_NOT_FOUND"),
    (.failError, "FAIL_ERROR"), (.failTimeoutTTL, "FAIL_TIMEOUT_TTL"),
    (.failUnknownMediaType, "FAIL_IXN_UNKNOWN_MEDIA_TYPE"),
    (.failNoCustomerNumber, "FAIL_NO_CUSTOMER_NUMBER"), (.failUserNoConfirm, "FAIL_USER_NO_CONFIRM"),
    (.failQueueing, "FAIL_QUEUEING"), (.failAgentConnect, "FAIL_AGENT_CONNECT"),
    (.failCallToCustomer, "FAIL_CALL_TO_CUSTOMER"),
    (.agentPreviewCancelled(afterRejections: 3), "AGENT_PREVIEW_CANCEL_AFTER_3REJECTS"),
  ]

  @Test func documentedNames() {
    for (reason, name) in Self.documented {
      #expect(reason.rawValue == name)
      #expect(CompletionReason(rawValue: name) == reason)
      #expect(CompletionReason(rawValue: name).hashValue == reason.hashValue)
    }
    #expect(Set(Self.documented.map(\.0)).count == Self.documented.count)
  }

  @Test(arguments: [
    "", " ", "cancelled", "CANCELLED ", "SOMETHING_ELSE", "AGENT_PREVIEW_CANCEL_AFTER_REJECTS",
    "AGENT_PREVIEW_CANCEL_AFTER_03REJECTS", "AGENT_PREVIEW_CANCEL_AFTER_+3REJECTS",
    "AGENT_PREVIEW_CANCEL_AFTER_-1REJECTS", "AGENT_PREVIEW_CANCEL_AFTER_9223372036854775808REJECTS",
    "AGENT_PREVIEW_CANCEL_AFTER_2147483648REJECTS", "AGENT_PREVIEW_CANCEL_AFTER_xREJECTS",
    "AGENT_PREVIEW_CANCEL_AFTER_{n}REJECTS", "Abgesagt \u{1F600} äöü",
  ])
  func otherNamesAreKept(_ name: String) {
    let reason = CompletionReason(rawValue: name)
    #expect(reason.rawValue == name)
    #expect(reason == CompletionReason(rawValue: name))
    for (known, _) in Self.documented { #expect(reason != known) }

    // In a state, too, beside a note of any kind.
    for note in [nil, "", "by mistake", "\u{1F600}", name] {
      let completed = CallbackState.Completed(reason: reason, note: note, at: nine)
      let machine = CallbackStateMachine(state: .completed(completed), desired: nine, timeToLive: 60)
      #expect(machine.state == .completed(completed), "\(name) and \(note ?? "nil")")
    }
  }

  @Test func countsOfAnySize() {
    for count in [0, 1, 2, 12, Int(Int32.max), Int(Int32.max) + 1, Int.max, -1] {
      let reason = CompletionReason.agentPreviewCancelled(afterRejections: count)
      #expect(reason.rawValue == "AGENT_PREVIEW_CANCEL_AFTER_\(count)REJECTS")
      #expect(CompletionReason(rawValue: reason.rawValue) == reason)
    }
  }

  /// Every state, kept by a machine and asked for again, is as it was.
  @Test(arguments: Situation.all.indices)
  func statesAreKept(_ index: Int) {
    let state = Situation.all[index].state
    let machine = CallbackStateMachine(state: state, desired: nine, timeToLive: 60)
    #expect(machine.state == state)
    #expect(machine == CallbackStateMachine(state: machine.state, desired: nine, timeToLive: 60))
    #expect(machine.timers == state.timers(expiration: nine(60)))
    #expect(machine.nextTimer == state.nextTimer(expiration: nine(60)))
  }
}
