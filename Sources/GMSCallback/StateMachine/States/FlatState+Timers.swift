extension FlatState {
  /// The events of time that the state waits for; see ``CallbackState/timers(expiration:)``.
  @inline(__always)
  func pendingTimers(expiration: GridInstant) -> PendingTimers {
    var timers = PendingTimers()
    switch kind {
    case .scheduled:
      if hasSecond { timers.append(.reminderFellDue, due: second) }
      timers.append(.submissionFellDue, due: first)
    case .submitting, .waitingForAgent: timers.append(.queueTimeRanOut, due: leaveBy)
    case .waitingToSubmit:
      timers.append(.submissionFellDue, due: first)
      timers.append(.queueTimeRanOut, due: leaveBy)
    case .snoozed:
      timers.append(.snoozeEnded, due: first)
      timers.append(.queueTimeRanOut, due: leaveBy)
    case .waitingToDial:
      timers.append(.dialRetryFellDue, due: first)
      timers.append(.queueTimeRanOut, due: leaveBy)
    case .agentPreview: timers.append(.previewTimedOut, due: first)
    case .waitingForConfirmation: timers.append(.confirmationTimedOut, due: first)
    case .waitingForCustomer, .agentWaitsForCustomer: timers.append(.bookingExpired, due: first)
    case .waitingOnCall: timers.append(.agentWaitRanOut, due: first)
    case .dialling, .diallingCustomer, .diallingAgent, .customerJoinsAgent, .agentJoinsCustomer:
      timers.append(.dialTimedOut, due: first)
    case .processing:
      // A short `_ttl` is no reason to cut off two people who talk.
      let longest = first.adding(seconds: CallbackState.Processing.longestConversation)
      timers.append(.lifetimeEnded, due: max(expiration, longest))
      return timers
    case .paused, .pausedSubmitting: break
    case .completed:
      timers.append(.retentionEnded, due: expiration)
      return timers
    }
    timers.append(.lifetimeEnded, due: expiration)
    return timers
  }
}
