#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension CallbackDecider {
  /// SCHEDULED: the time comes, the customer moves it, or somebody cancels.
  func scheduled(_ event: CallbackEvent, _ scheduled: CallbackState.Scheduled) -> CallbackDecision {
    switch event {
    case .submissionFellDue:
      let progress = QueueProgress(
        enteredAt: now,
        leaveBy: now.adding(seconds: policy.queueTimeToLive),
        attempts: CallbackAttempts(submissions: 1)
      )
      return .move(
        queued(progress, .waitingForSubmission(retryAt: nil)),
        CallbackActions(.deliverStatus(.callbackQueued), .submit(attempt: 1))
      )
    case .reminderFellDue:
      return .move(
        .scheduled(CallbackState.Scheduled(submitAt: scheduled.submitAt)),
        CallbackActions(.deliverStatus(.callbackReminder))
      )
    case .rescheduled(let desired):
      return .move(.scheduled(Self.scheduled(for: desired, from: now, policy: policy)), CallbackActions())
    case .cancelled, .cancelledByAdministrator, .lifetimeEnded:
      return endByItself(event, attempts: CallbackAttempts())
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
  static func scheduled(for desired: Date, from now: Date, policy: CallbackPolicy) -> CallbackState.Scheduled
  {
    let remindAt = policy.reminderLead.map { desired.adding(seconds: -max(0, $0)) }
    return CallbackState.Scheduled(
      submitAt: max(now, desired.adding(seconds: -max(0, policy.submissionLead))),
      remindAt: remindAt.flatMap { $0 > now ? $0 : nil }
    )
  }
}
