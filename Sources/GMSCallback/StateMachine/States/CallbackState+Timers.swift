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
    FlatState(self).pendingTimers(expiration: GridInstant(expiration)).all
  }

  /// The timer that falls due first; of equals the one that comes first in ``timers(expiration:)``.
  ///
  /// Never nil: even COMPLETED waits for the end of its retention.
  public func nextTimer(expiration: Date) -> CallbackTimer {
    FlatState(self).pendingTimers(expiration: GridInstant(expiration)).next
  }
}

extension QueuePhase {
  /// The event of time that the phase itself waits for.
  var timer: (event: CallbackEvent.Name, due: Date)? {
    switch self {
    case .waitingForSubmission(let retryAt): retryAt.map { (.submissionFellDue, $0) }
    case .waitingForAgent: nil
    case .agentPreview(_, let until): (.previewTimedOut, until)
    case .waitingForConfirmation(_, let until): (.confirmationTimedOut, until)
    case .snoozed(let until): (.snoozeEnded, until)
    case .waitingForCustomer(_, let until): (.bookingExpired, until)
    case .dialling(let until): (.dialTimedOut, until)
    case .waitingToDial(let until): (.dialRetryFellDue, until)
    case .waitingOnCall(let until): (.agentWaitRanOut, until)
    }
  }
}
