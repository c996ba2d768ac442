extension CallbackDecider {
  /// PAUSED: nothing is started, and nothing is lost.
  ///
  /// What the pause does to each time: the desired time and the end of life stay; the place in line stays; the
  /// limit of the queue stands still (resuming moves it by the pause's length); delays of submission, snooze
  /// and dialling run on, and one that ran out meanwhile is due at once after resuming.
  mutating func paused(_ event: CallbackEvent, _ policy: CallbackPolicy) -> CallbackDecision {
    let isSubmitting = state.resumes == .submitting
    switch event {
    case .serviceResumed:
      // An earlier `now` than `since` is possible (times are given); a pause is never shorter than nothing.
      state.resume(after: max(0, now.milliseconds - state.second.milliseconds))
      if state.kind == .waitingForAgent { actions.add(.findAgent) }
      return .move
    case .submitted:
      guard isSubmitting else { return .refuse }
      // Whoever needs no agent first would call now; that has to wait for the resuming, as a call that is due.
      if policy.findsAgentFirst {
        state.stayPaused(resuming: .waitingForAgent)
      } else {
        state.stayPaused(resuming: .waitingToDial, until: now)
      }
      actions.tell(.virtualInteractionCreated)
      return .move
    case .submissionFailed:
      guard isSubmitting else { return .refuse }
      if state.attempts.submissions >= policy.maxSubmissions { return end(.submitFailed) }
      state.stayPaused(resuming: .waitingToSubmit, until: now.adding(seconds: policy.submissionRetryDelay))
      return .move
    case .cancelled, .cancelledByAdministrator, .failed, .lifetimeEnded:
      return endByItself(event)
    case .servicePaused: return .stay(.pausedAlready)
    case .submissionFellDue, .reminderFellDue, .queueTimeRanOut, .previewTimedOut, .confirmationTimedOut,
      .snoozeEnded, .bookingExpired, .dialTimedOut, .dialRetryFellDue, .agentWaitRanOut, .retentionEnded,
      .agentReserved, .agentUnavailable, .agentAccepted, .agentDeclined, .agentAnswered,
      .agentDidNotAnswer, .customerAnswered, .customerBusy, .customerDidNotAnswer,
      .answeringMachineAnswered, .numberInvalid, .callEnded, .customerCalled, .customerConfirmed,
      .customerSnoozed, .rescheduled:
      return .refuse
    }
  }

  /// QUEUED → PAUSED, from a phase in which nobody is engaged.
  @inline(__always)
  mutating func pause() -> CallbackDecision {
    if state.kind == .waitingForAgent { actions.add(.stopFindingAgent) }
    state.pause(since: now)
    return .move
  }
}
