#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar

extension CallbackDecider {
  /// PAUSED: nothing is started, and nothing is lost.
  ///
  /// What the pause does to each time: the desired time and the end of life stay; the place in line stays; the
  /// limit of the queue stands still (resuming moves it by the pause's length); delays of submission, snooze
  /// and dialling run on, and one that ran out meanwhile is due at once after resuming.
  func paused(_ event: CallbackEvent, _ progress: QueueProgress, _ resumed: QueuePhase, since: Date)
    -> CallbackDecision
  {
    let isSubmitting = resumed.kind == .submitting
    switch event {
    case .serviceResumed:
      // An earlier `now` than `since` is possible (times are given); a pause is never shorter than nothing.
      let length = max(0, now.millisecondsSince1970 - since.millisecondsSince1970)
      let finds = resumed.kind == .waitingForAgent
      return .move(
        queued(progress.extended(milliseconds: length), resumed),
        finds ? CallbackActions(.findAgent) : CallbackActions()
      )
    case .submitted:
      guard isSubmitting else { return .refuse }
      // Whoever needs no agent first would call now; that has to wait for the resuming, as a call that is due.
      let phase: QueuePhase = policy.findsAgentFirst ? .waitingForAgent : .waitingToDial(until: now)
      return .move(
        hold(progress, phase, since: since),
        CallbackActions(.deliverStatus(.virtualInteractionCreated))
      )
    case .submissionFailed:
      guard isSubmitting else { return .refuse }
      return afterFailedSubmission(progress) { hold(progress, $0, since: since) }
    case .cancelled, .cancelledByAdministrator, .failed, .lifetimeEnded:
      return endOfWork(event, progress, undoing: CallbackActions())
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
  func pause(_ progress: QueueProgress, _ phase: QueuePhase) -> CallbackDecision {
    .move(
      hold(progress, phase, since: now),
      phase.kind == .waitingForAgent ? CallbackActions(.stopFindingAgent) : CallbackActions()
    )
  }

  private func hold(_ progress: QueueProgress, _ phase: QueuePhase, since: Date) -> FlatState {
    .paused(progress, phase, since: since)
  }
}
