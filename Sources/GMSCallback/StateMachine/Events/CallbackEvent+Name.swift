extension CallbackEvent {
  /// The names of all events, without their parameters.
  public enum Name: String, CaseIterable, Sendable {
    /// See ``CallbackEvent/submissionFellDue``.
    case submissionFellDue = "submission-fell-due"
    /// See ``CallbackEvent/reminderFellDue``.
    case reminderFellDue = "reminder-fell-due"
    /// See ``CallbackEvent/queueTimeRanOut``.
    case queueTimeRanOut = "queue-time-ran-out"
    /// See ``CallbackEvent/previewTimedOut``.
    case previewTimedOut = "preview-timed-out"
    /// See ``CallbackEvent/confirmationTimedOut``.
    case confirmationTimedOut = "confirmation-timed-out"
    /// See ``CallbackEvent/snoozeEnded``.
    case snoozeEnded = "snooze-ended"
    /// See ``CallbackEvent/bookingExpired``.
    case bookingExpired = "booking-expired"
    /// See ``CallbackEvent/dialTimedOut``.
    case dialTimedOut = "dial-timed-out"
    /// See ``CallbackEvent/dialRetryFellDue``.
    case dialRetryFellDue = "dial-retry-fell-due"
    /// See ``CallbackEvent/agentWaitRanOut``.
    case agentWaitRanOut = "agent-wait-ran-out"
    /// See ``CallbackEvent/lifetimeEnded``.
    case lifetimeEnded = "lifetime-ended"
    /// See ``CallbackEvent/retentionEnded``.
    case retentionEnded = "retention-ended"
    /// See ``CallbackEvent/submitted``.
    case submitted = "submitted"
    /// See ``CallbackEvent/submissionFailed``.
    case submissionFailed = "submission-failed"
    /// See ``CallbackEvent/failed(_:)``.
    case failed = "failed"
    /// See ``CallbackEvent/agentReserved(agent:)``.
    case agentReserved = "agent-reserved"
    /// See ``CallbackEvent/agentUnavailable``.
    case agentUnavailable = "agent-unavailable"
    /// See ``CallbackEvent/agentAccepted``.
    case agentAccepted = "agent-accepted"
    /// See ``CallbackEvent/agentDeclined``.
    case agentDeclined = "agent-declined"
    /// See ``CallbackEvent/agentAnswered``.
    case agentAnswered = "agent-answered"
    /// See ``CallbackEvent/agentDidNotAnswer``.
    case agentDidNotAnswer = "agent-did-not-answer"
    /// See ``CallbackEvent/customerAnswered``.
    case customerAnswered = "customer-answered"
    /// See ``CallbackEvent/customerBusy``.
    case customerBusy = "customer-busy"
    /// See ``CallbackEvent/customerDidNotAnswer``.
    case customerDidNotAnswer = "customer-did-not-answer"
    /// See ``CallbackEvent/answeringMachineAnswered``.
    case answeringMachineAnswered = "answering-machine-answered"
    /// See ``CallbackEvent/numberInvalid``.
    case numberInvalid = "number-invalid"
    /// See ``CallbackEvent/callEnded``.
    case callEnded = "call-ended"
    /// See ``CallbackEvent/customerCalled``.
    case customerCalled = "customer-called"
    /// See ``CallbackEvent/customerConfirmed``.
    case customerConfirmed = "customer-confirmed"
    /// See ``CallbackEvent/customerSnoozed``.
    case customerSnoozed = "customer-snoozed"
    /// See ``CallbackEvent/cancelled``.
    case cancelled = "cancelled"
    /// See ``CallbackEvent/rescheduled(desired:)``.
    case rescheduled = "rescheduled"
    /// See ``CallbackEvent/cancelledByAdministrator(note:)``.
    case cancelledByAdministrator = "cancelled-by-administrator"
    /// See ``CallbackEvent/servicePaused``.
    case servicePaused = "service-paused"
    /// See ``CallbackEvent/serviceResumed``.
    case serviceResumed = "service-resumed"
  }

  /// The names of all events, in the order of the documentation.
  public static var allNames: [Name] { Name.allCases }

  /// The event's name.
  public var name: Name {
    switch self {
    case .submissionFellDue: .submissionFellDue
    case .reminderFellDue: .reminderFellDue
    case .queueTimeRanOut: .queueTimeRanOut
    case .previewTimedOut: .previewTimedOut
    case .confirmationTimedOut: .confirmationTimedOut
    case .snoozeEnded: .snoozeEnded
    case .bookingExpired: .bookingExpired
    case .dialTimedOut: .dialTimedOut
    case .dialRetryFellDue: .dialRetryFellDue
    case .agentWaitRanOut: .agentWaitRanOut
    case .lifetimeEnded: .lifetimeEnded
    case .retentionEnded: .retentionEnded
    case .submitted: .submitted
    case .submissionFailed: .submissionFailed
    case .failed: .failed
    case .agentReserved: .agentReserved
    case .agentUnavailable: .agentUnavailable
    case .agentAccepted: .agentAccepted
    case .agentDeclined: .agentDeclined
    case .agentAnswered: .agentAnswered
    case .agentDidNotAnswer: .agentDidNotAnswer
    case .customerAnswered: .customerAnswered
    case .customerBusy: .customerBusy
    case .customerDidNotAnswer: .customerDidNotAnswer
    case .answeringMachineAnswered: .answeringMachineAnswered
    case .numberInvalid: .numberInvalid
    case .callEnded: .callEnded
    case .customerCalled: .customerCalled
    case .customerConfirmed: .customerConfirmed
    case .customerSnoozed: .customerSnoozed
    case .cancelled: .cancelled
    case .rescheduled: .rescheduled
    case .cancelledByAdministrator: .cancelledByAdministrator
    case .servicePaused: .servicePaused
    case .serviceResumed: .serviceResumed
    }
  }
}
