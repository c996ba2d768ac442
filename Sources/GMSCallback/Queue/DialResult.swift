/// How a call to the customer ended, or an attempt to reach the device.
///
/// GMS documents one word, PUSH_DELIVERY_NOT_CONFIRMED, as an example; the others are ours.
public enum DialResult: String, CaseIterable, Sendable {
  /// The customer answered.
  case answered = "ANSWERED"
  /// The line was busy.
  case busy = "BUSY"
  /// The customer let it ring.
  case noAnswer = "NO_ANSWER"
  /// An answering machine took the call.
  case answeringMachine = "ANSWERING_MACHINE"
  /// The number does not exist.
  case invalidNumber = "INVALID_NUMBER"
  /// The customer did not answer the question for confirmation, which a push brings to the device.
  case pushNotConfirmed = "PUSH_DELIVERY_NOT_CONFIRMED"
  /// The customer called the access number, or opened the chat.
  case customerCalled = "CUSTOMER_CALLED"
  /// The customer did not use the access number or the chat in time.
  case customerDidNotCall = "CUSTOMER_DID_NOT_CALL"

  /// The result that a step of a history tells; nil for a step that is about something else.
  init?(_ step: TransitionRecord) {
    switch step.event.name {
    case .customerAnswered: self = .answered
    case .customerBusy: self = .busy
    case .customerDidNotAnswer: self = .noAnswer
    case .answeringMachineAnswered: self = .answeringMachine
    case .numberInvalid: self = .invalidNumber
    case .confirmationTimedOut: self = .pushNotConfirmed
    case .customerCalled: self = .customerCalled
    case .bookingExpired: self = .customerDidNotCall
    case .dialTimedOut:
      // An agent's telephone can ring for too long as well.
      switch step.from {
      case .dialling, .diallingCustomer, .customerJoinsAgent: self = .noAnswer
      case .scheduled, .submitting, .waitingToSubmit, .waitingForAgent, .agentPreview,
        .waitingForConfirmation, .snoozed, .waitingForCustomer, .agentWaitsForCustomer, .waitingToDial,
        .waitingOnCall, .diallingAgent, .agentJoinsCustomer, .processing, .paused, .pausedSubmitting,
        .completed:
        return nil
      }
    case .submissionFellDue, .reminderFellDue, .queueTimeRanOut, .previewTimedOut, .snoozeEnded,
      .dialRetryFellDue, .agentWaitRanOut, .lifetimeEnded, .retentionEnded, .submitted, .submissionFailed,
      .failed, .agentReserved, .agentUnavailable, .agentAccepted, .agentDeclined, .agentAnswered,
      .agentDidNotAnswer, .callEnded, .customerConfirmed, .customerSnoozed, .cancelled, .rescheduled,
      .cancelledByAdministrator, .servicePaused, .serviceResumed:
      return nil
    }
  }
}
