extension CallbackDecider {
  /// PROCESSING: nothing but the end of the call ends it.
  ///
  /// A cancellation comes too late. When the report of the call's end was lost, the callback is completed as
  /// what it was, the parties were connected: at the end of its life, but a conversation is given a day.
  mutating func processing(_ event: CallbackEvent) -> CallbackDecision {
    switch event {
    case .callEnded:
      release()
      return end(.agentConnected)
    case .lifetimeEnded:
      actions.add(.hangUpCustomer)
      release()
      return end(.agentConnected)
    case .servicePaused, .serviceResumed: return .stay(.notInQueue)
    case .submissionFellDue, .reminderFellDue, .queueTimeRanOut, .previewTimedOut, .confirmationTimedOut,
      .snoozeEnded, .bookingExpired, .dialTimedOut, .dialRetryFellDue, .agentWaitRanOut, .retentionEnded,
      .submitted, .submissionFailed, .failed, .agentReserved, .agentUnavailable, .agentAccepted,
      .agentDeclined, .agentAnswered, .agentDidNotAnswer, .customerAnswered, .customerBusy,
      .customerDidNotAnswer, .answeringMachineAnswered, .numberInvalid, .customerCalled,
      .customerConfirmed, .customerSnoozed, .cancelled, .rescheduled, .cancelledByAdministrator:
      return .refuse
    }
  }

  /// COMPLETED: final.
  ///
  /// When its retention is over, the record goes.
  mutating func completed(_ event: CallbackEvent) -> CallbackDecision {
    switch event {
    case .retentionEnded:
      actions.add(.removeRecord)
      return .move
    case .servicePaused, .serviceResumed: return .stay(.notInQueue)
    case .submissionFellDue, .reminderFellDue, .queueTimeRanOut, .previewTimedOut, .confirmationTimedOut,
      .snoozeEnded, .bookingExpired, .dialTimedOut, .dialRetryFellDue, .agentWaitRanOut, .lifetimeEnded,
      .submitted, .submissionFailed, .failed, .agentReserved, .agentUnavailable, .agentAccepted,
      .agentDeclined, .agentAnswered, .agentDidNotAnswer, .customerAnswered, .customerBusy,
      .customerDidNotAnswer, .answeringMachineAnswered, .numberInvalid, .callEnded, .customerCalled,
      .customerConfirmed, .customerSnoozed, .cancelled, .rescheduled, .cancelledByAdministrator:
      return .refuse
    }
  }
}
