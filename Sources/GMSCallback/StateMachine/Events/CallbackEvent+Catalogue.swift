extension CallbackEvent {
  /// Who or what reports an event.
  public enum Source: String, CaseIterable, Sendable {
    /// The passing of time; the driver reports it.
    case time
    /// The engine that queues.
    case engine
    /// An agent's desktop.
    case agent
    /// Telephony.
    case telephony
    /// The customer.
    case customer
    /// An administrator.
    case administrator
  }

  /// A parameter of an event, written `name=value`.
  public struct Parameter: Hashable, Sendable {
    /// The parameter's name.
    public let name: String
    /// Whether the event cannot be without it.
    public let isRequired: Bool
    /// What it means and which values it takes, in one line.
    public let summary: String
  }
}

extension CallbackEvent.Name {
  /// Who or what reports the event.
  public var source: CallbackEvent.Source {
    switch self {
    case .submissionFellDue, .reminderFellDue, .queueTimeRanOut, .previewTimedOut, .confirmationTimedOut,
      .snoozeEnded, .bookingExpired, .dialTimedOut, .dialRetryFellDue, .agentWaitRanOut, .lifetimeEnded,
      .retentionEnded:
      .time
    case .submitted, .submissionFailed, .failed: .engine
    case .agentReserved, .agentUnavailable, .agentAccepted, .agentDeclined, .agentAnswered,
      .agentDidNotAnswer:
      .agent
    case .customerAnswered, .customerBusy, .customerDidNotAnswer, .answeringMachineAnswered, .numberInvalid,
      .callEnded:
      .telephony
    case .customerCalled, .customerConfirmed, .customerSnoozed, .cancelled, .rescheduled: .customer
    case .cancelledByAdministrator, .servicePaused, .serviceResumed: .administrator
    }
  }

  /// What the event takes besides its name; most take nothing.
  public var parameters: [CallbackEvent.Parameter] {
    switch self {
    case .agentReserved:
      [CallbackEvent.Parameter(name: "agent", isRequired: true, summary: "the agent's name")]
    case .failed:
      [
        CallbackEvent.Parameter(
          name: "reason",
          isRequired: true,
          summary: CallbackFault.allCases.map(\.rawValue).joined(separator: ", ")
        )
      ]
    case .rescheduled:
      [CallbackEvent.Parameter(name: "desired", isRequired: true, summary: "the new desired time")]
    case .cancelledByAdministrator:
      [CallbackEvent.Parameter(name: "note", isRequired: false, summary: "why it was cancelled")]
    case .submissionFellDue, .reminderFellDue, .queueTimeRanOut, .previewTimedOut, .confirmationTimedOut,
      .snoozeEnded, .bookingExpired, .dialTimedOut, .dialRetryFellDue, .agentWaitRanOut, .lifetimeEnded,
      .retentionEnded, .submitted, .submissionFailed, .agentUnavailable, .agentAccepted, .agentDeclined,
      .agentAnswered, .agentDidNotAnswer, .customerAnswered, .customerBusy, .customerDidNotAnswer,
      .answeringMachineAnswered, .numberInvalid, .callEnded, .customerCalled, .customerConfirmed,
      .customerSnoozed, .cancelled, .servicePaused, .serviceResumed:
      []
    }
  }

  /// What happened, in one line.
  public var summary: String {
    switch self {
    case .submissionFellDue: "the time came to hand the callback to the queue"
    case .reminderFellDue: "the time came to remind the customer"
    case .queueTimeRanOut: "the callback waited in the queue as long as it may"
    case .previewTimedOut: "the agent neither accepted nor rejected the preview in time"
    case .confirmationTimedOut: "the customer did not confirm in time"
    case .snoozeEnded: "the time for which the customer snoozed is over"
    case .bookingExpired: "the customer did not use the access number or chat in time"
    case .dialTimedOut: "the called party did not answer in time"
    case .dialRetryFellDue: "the time came to try again to reach the customer"
    case .agentWaitRanOut: "the customer waited on the line for an agent as long as allowed"
    case .lifetimeEnded: "the callback's life ended before it was completed"
    case .retentionEnded: "the record of the completed callback need not be kept any longer"
    case .submitted: "the queue took the callback"
    case .submissionFailed: "the queue did not take the callback"
    case .failed: "the engine gave the callback up"
    case .agentReserved: "an agent was reserved for the callback"
    case .agentUnavailable: "the agent held for the callback is no longer there"
    case .agentAccepted: "the agent accepted the preview"
    case .agentDeclined: "the agent rejected the preview or the call"
    case .agentAnswered: "the agent answered the call"
    case .agentDidNotAnswer: "the agent did not answer the call"
    case .customerAnswered: "the customer answered the call"
    case .customerBusy: "the customer's line was busy"
    case .customerDidNotAnswer: "the customer did not answer the call"
    case .answeringMachineAnswered: "an answering machine took the call"
    case .numberInvalid: "the network says that the customer's number does not exist"
    case .callEnded: "the established call ended"
    case .customerCalled: "the customer called the access number or opened the chat"
    case .customerConfirmed: "the customer confirmed that it suits now"
    case .customerSnoozed: "the customer asked to be left alone for a while"
    case .cancelled: "the customer cancelled"
    case .rescheduled: "the customer wants another time"
    case .cancelledByAdministrator: "an administrator cancelled"
    case .servicePaused: "the service was paused"
    case .serviceResumed: "the service was resumed"
    }
  }
}
