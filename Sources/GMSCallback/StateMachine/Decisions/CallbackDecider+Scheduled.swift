extension CallbackDecider {
  /// SCHEDULED: the time comes, the customer moves it, or somebody cancels.
  mutating func scheduled(_ event: CallbackEvent, _ policy: CallbackPolicy) -> CallbackDecision {
    switch event {
    case .submissionFellDue:
      actions.tell(.callbackQueued)
      actions.add(.submit, attempt: 1)
      state.attempts.submissions = 1
      state.enterQueue(at: now, leaveBy: now.adding(seconds: policy.queueTimeToLive))
      state.become(.submitting)
      return .move
    case .reminderFellDue:
      actions.tell(.callbackReminder)
      state.schedule(submitAt: state.first, remindAt: nil)
      return .move
    case .rescheduled(let desired):
      schedule(for: GridInstant(desired), policy)
      return .move
    case .cancelled, .cancelledByAdministrator, .lifetimeEnded:
      return endByItself(event)
    case .servicePaused, .serviceResumed:
      return .stay(.notInQueue)
    case .queueTimeRanOut, .previewTimedOut, .confirmationTimedOut, .snoozeEnded, .bookingExpired,
      .dialTimedOut, .dialRetryFellDue, .agentWaitRanOut, .retentionEnded, .submitted, .submissionFailed,
      .failed, .agentReserved, .agentUnavailable, .agentAccepted, .agentDeclined, .agentAnswered,
      .agentDidNotAnswer, .customerAnswered, .customerBusy, .customerDidNotAnswer,
      .answeringMachineAnswered, .numberInvalid, .callEnded, .customerCalled, .customerConfirmed,
      .customerSnoozed:
      return .refuse
    }
  }

  /// The waiting for a desired time.
  ///
  /// What would have had to be submitted before now is due now.
  ///
  /// A reminder is set only when the desired time is further away than the reminder's lead: nobody needs to be
  /// reminded of what was just asked for.
  @inline(__always)
  mutating func schedule(for desired: GridInstant, _ policy: CallbackPolicy) {
    let remindAt = policy.reminderLead.map { desired.adding(seconds: -max(0, $0)) }
    state.schedule(
      submitAt: max(now, desired.adding(seconds: -max(0, policy.submissionLead))),
      remindAt: remindAt.flatMap { $0 > now ? $0 : nil }
    )
  }
}
