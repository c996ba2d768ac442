#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension CallbackState {
  /// The events of time that the state waits for: work first, then the ends, which is their order when they
  /// fall due at one instant.
  ///
  /// PAUSED waits for nothing but the end of the callback's life: the timers of the phase that it will resume
  /// are kept as they are and fire after resuming, at once when their instant has passed meanwhile.
  ///
  /// - Parameter expiration: The end of the record's life, desired time + `_ttl`.
  /// - Returns: At least one timer.
  public func timers(expiration: Date) -> [CallbackTimer] {
    let end = CallbackTimer(.lifetimeEnded, due: expiration)
    switch self {
    case .scheduled(let scheduled):
      let submission = CallbackTimer(.submissionFellDue, due: scheduled.submitAt)
      guard let remindAt = scheduled.remindAt else { return [submission, end] }
      return [CallbackTimer(.reminderFellDue, due: remindAt), submission, end]
    case .queued(let queued):
      let limit = CallbackTimer(.queueTimeRanOut, due: queued.progress.leaveBy)
      return [queued.phase.timer, queued.phase.canPause ? limit : nil, end].compactMap { $0 }
    case .routing(let routing): return [CallbackTimer(.dialTimedOut, due: routing.answerBy), end]
    case .processing(let processing):
      // A short `_ttl` is no reason to cut off two people who talk.
      let longest = processing.since.adding(seconds: Processing.longestConversation)
      return [CallbackTimer(.lifetimeEnded, due: max(expiration, longest))]
    case .paused: return [end]
    case .completed: return [CallbackTimer(.retentionEnded, due: expiration)]
    }
  }

  /// The timer that falls due first; of equals the one that comes first in ``timers(expiration:)``.
  ///
  /// Never nil: even COMPLETED waits for the end of its retention.
  public func nextTimer(expiration: Date) -> CallbackTimer {
    let timers = timers(expiration: expiration)
    return timers.dropFirst().reduce(timers[0]) { $1.due < $0.due ? $1 : $0 }
  }
}

extension QueuePhase {
  /// The event of time that the phase itself waits for.
  var timer: CallbackTimer? {
    switch self {
    case .waitingForSubmission(let retryAt): retryAt.map { CallbackTimer(.submissionFellDue, due: $0) }
    case .waitingForAgent: nil
    case .agentPreview(_, let until): CallbackTimer(.previewTimedOut, due: until)
    case .waitingForConfirmation(_, let until): CallbackTimer(.confirmationTimedOut, due: until)
    case .snoozed(let until): CallbackTimer(.snoozeEnded, due: until)
    case .waitingForCustomer(_, let until): CallbackTimer(.bookingExpired, due: until)
    case .dialling(let until): CallbackTimer(.dialTimedOut, due: until)
    case .waitingToDial(let until): CallbackTimer(.dialRetryFellDue, due: until)
    case .waitingOnCall(let until): CallbackTimer(.agentWaitRanOut, due: until)
    }
  }
}
