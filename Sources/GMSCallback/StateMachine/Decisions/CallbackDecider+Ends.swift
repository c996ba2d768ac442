extension CallbackDecider {
  /// PROCESSING: nothing but the end of the call ends it.
  ///
  /// A cancellation comes too late. When the report of the call's end was lost, the callback is completed as
  /// what it was, the parties were connected: at the end of its life, but a conversation is given a day.
  func processing(_ event: CallbackEvent, _ progress: QueueProgress, _ agent: String) -> CallbackDecision {
    let release = CallbackAction.releaseAgent(agent: agent)
    switch event {
    case .callEnded:
      return end(.agentConnected, attempts: progress.attempts, undoing: CallbackActions(release))
    case .lifetimeEnded:
      return end(
        .agentConnected,
        attempts: progress.attempts,
        undoing: CallbackActions(.hangUpCustomer, release)
      )
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
  func completed(_ event: CallbackEvent, _ state: FlatState) -> CallbackDecision {
    switch event {
    case .retentionEnded: return .move(state, CallbackActions(.removeRecord))
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
