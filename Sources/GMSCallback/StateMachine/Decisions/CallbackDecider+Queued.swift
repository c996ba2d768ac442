extension CallbackDecider {
  /// The queue's answer is outstanding, or the next try is awaited.
  mutating func submission(_ event: CallbackEvent, _ policy: CallbackPolicy) -> CallbackDecision {
    switch event {
    case .submissionFellDue:
      state.attempts.submissions += 1
      actions.add(.submit, attempt: state.attempts.submissions)
      state.become(.submitting)
      return .move
    case .submitted:
      guard state.kind == .submitting else { return .refuse }
      actions.tell(.virtualInteractionCreated)
      return begin(policy)
    case .submissionFailed:
      guard state.kind == .submitting else { return .refuse }
      if state.attempts.submissions >= policy.maxSubmissions { return end(.submitFailed) }
      state.become(.waitingToSubmit, until: now.adding(seconds: policy.submissionRetryDelay))
      return .move
    case .cancelled, .cancelledByAdministrator, .failed, .queueTimeRanOut, .lifetimeEnded:
      return endByItself(event)
    case .servicePaused: return pause()
    case .serviceResumed: return .stay(.notPaused)
    case .reminderFellDue, .previewTimedOut, .confirmationTimedOut, .snoozeEnded, .bookingExpired,
      .dialTimedOut, .dialRetryFellDue, .agentWaitRanOut, .retentionEnded, .agentReserved,
      .agentUnavailable, .agentAccepted, .agentDeclined, .agentAnswered, .agentDidNotAnswer,
      .customerAnswered, .customerBusy, .customerDidNotAnswer, .answeringMachineAnswered, .numberInvalid,
      .callEnded, .customerCalled, .customerConfirmed, .customerSnoozed, .rescheduled:
      return .refuse
    }
  }

  /// In line for an agent.
  mutating func waitingForAgent(_ event: CallbackEvent, _ policy: CallbackPolicy) -> CallbackDecision {
    switch event {
    case .agentReserved(let agent):
      actions.tell(.targetFound)
      text = agent
      return offer(policy)
    case .cancelled, .cancelledByAdministrator, .failed, .queueTimeRanOut, .lifetimeEnded:
      actions.add(.stopFindingAgent)
      return endByItself(event)
    case .servicePaused: return pause()
    case .serviceResumed: return .stay(.notPaused)
    case .submissionFellDue, .reminderFellDue, .previewTimedOut, .confirmationTimedOut, .snoozeEnded,
      .bookingExpired, .dialTimedOut, .dialRetryFellDue, .agentWaitRanOut, .retentionEnded, .submitted,
      .submissionFailed, .agentUnavailable, .agentAccepted, .agentDeclined, .agentAnswered,
      .agentDidNotAnswer, .customerAnswered, .customerBusy, .customerDidNotAnswer,
      .answeringMachineAnswered, .numberInvalid, .callEnded, .customerCalled, .customerConfirmed,
      .customerSnoozed, .rescheduled:
      return .refuse
    }
  }

  /// The customer asked to be left alone; confirming ends the snooze early.
  mutating func snoozed(_ event: CallbackEvent) -> CallbackDecision {
    switch event {
    case .snoozeEnded, .customerConfirmed:
      return findAgent()
    case .cancelled, .cancelledByAdministrator, .failed, .queueTimeRanOut, .lifetimeEnded:
      return endByItself(event)
    case .servicePaused: return pause()
    case .serviceResumed: return .stay(.notPaused)
    case .submissionFellDue, .reminderFellDue, .previewTimedOut, .confirmationTimedOut, .bookingExpired,
      .dialTimedOut, .dialRetryFellDue, .agentWaitRanOut, .retentionEnded, .submitted, .submissionFailed,
      .agentReserved, .agentUnavailable, .agentAccepted, .agentDeclined, .agentAnswered,
      .agentDidNotAnswer, .customerAnswered, .customerBusy, .customerDidNotAnswer,
      .answeringMachineAnswered, .numberInvalid, .callEnded, .customerCalled, .customerSnoozed,
      .rescheduled:
      return .refuse
    }
  }

  /// A call failed, and the next one is awaited.
  mutating func waitingToDial(_ event: CallbackEvent, _ policy: CallbackPolicy) -> CallbackDecision {
    switch event {
    case .dialRetryFellDue: return begin(policy)
    case .cancelled, .cancelledByAdministrator, .failed, .queueTimeRanOut, .lifetimeEnded:
      return endByItself(event)
    case .servicePaused: return pause()
    case .serviceResumed: return .stay(.notPaused)
    case .submissionFellDue, .reminderFellDue, .previewTimedOut, .confirmationTimedOut, .snoozeEnded,
      .bookingExpired, .dialTimedOut, .agentWaitRanOut, .retentionEnded, .submitted, .submissionFailed,
      .agentReserved, .agentUnavailable, .agentAccepted, .agentDeclined, .agentAnswered,
      .agentDidNotAnswer, .customerAnswered, .customerBusy, .customerDidNotAnswer,
      .answeringMachineAnswered, .numberInvalid, .callEnded, .customerCalled, .customerConfirmed,
      .customerSnoozed, .rescheduled:
      return .refuse
    }
  }
}
