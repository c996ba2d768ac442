#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The rules of the machine: pure functions of a state and an event, at an instant, under a policy.
///
/// One file a state (`CallbackDecider+Queued.swift` …). Every function returns from every branch and lists
/// every event: a new state or event does not compile until it is decided.
struct CallbackDecider {
  /// The instant of the event, in whole milliseconds.
  let now: Date
  /// The service's options.
  let policy: CallbackPolicy

  /// What the event does to the state.
  ///
  /// - Parameters:
  ///   - event: What happened.
  ///   - state: Where the callback is.
  ///   - expiration: When the record's life ends; asked for only where that matters.
  /// - Returns: The decision.
  func decide(_ event: CallbackEvent, in state: FlatState, expiration: () -> Date) -> CallbackDecision {
    // An event of time is taken exactly when the state has a timer for it, so `timers` and the table agree.
    let name = event.name
    if name.source == .time {
      guard let due = state.pendingTimers(expiration: expiration()).due(name) else { return .refuse }
      guard due <= now else { return .tooEarly(due: due) }
    }
    let progress = state.progress
    switch state.kind {
    case .scheduled: return scheduled(event, state.scheduled)
    case .submitting: return submission(event, progress, retryAt: nil)
    case .waitingToSubmit: return submission(event, progress, retryAt: state.first)
    case .waitingForAgent: return waitingForAgent(event, progress)
    case .agentPreview: return agentPreview(event, progress, state.text)
    case .waitingForConfirmation: return confirmation(event, progress, state.text)
    case .snoozed: return snoozed(event, progress, state.first)
    case .waitingForCustomer: return waitingForCustomer(event, progress, nil, state.first)
    case .agentWaitsForCustomer: return waitingForCustomer(event, progress, state.text, state.first)
    case .dialling: return dialling(event, progress)
    case .waitingToDial: return waitingToDial(event, progress, state.first)
    case .waitingOnCall: return waitingOnCall(event, progress, state.first)
    case .diallingCustomer: return diallingCustomer(event, progress, state.text, answerBy: state.first)
    case .diallingAgent: return diallingAgent(event, progress, state.text)
    case .customerJoinsAgent: return customerJoinsAgent(event, progress, state.text)
    case .agentJoinsCustomer: return agentJoinsCustomer(event, progress, state.text, waitsUntil: state.second)
    case .processing: return processing(event, progress, state.text)
    case .paused, .pausedSubmitting: return paused(event, progress, state.phase, since: state.second)
    case .completed: return completed(event, state)
    }
  }
}

extension CallbackDecider {
  /// The state QUEUED.
  @inline(__always)
  func queued(_ progress: QueueProgress, _ phase: QueuePhase) -> FlatState { .queued(progress, phase) }

  /// The end, with what has to be undone first.
  func end(
    _ reason: CompletionReason,
    note: String? = nil,
    attempts: CallbackAttempts,
    undoing undone: CallbackActions = CallbackActions()
  ) -> CallbackDecision {
    .move(
      .completed(reason, note: note, at: now, attempts: attempts),
      undone + .deliverStatus(.serviceExited)
    )
  }

  /// The end that comes to any state in the queue or ROUTING, whatever it is doing.
  ///
  /// - Precondition: `event` is one that ends a callback by itself, see ``ending(_:)``.
  func endOfWork(_ event: CallbackEvent, _ progress: QueueProgress, undoing undone: CallbackActions)
    -> CallbackDecision
  {
    endByItself(event, attempts: progress.attempts, undoing: undone)
  }

  /// The end that an event brings by itself; a cancellation is told as such.
  ///
  /// - Precondition: `event` is one that ends a callback by itself, see ``ending(_:)``.
  func endByItself(
    _ event: CallbackEvent,
    attempts: CallbackAttempts,
    undoing undone: CallbackActions = CallbackActions()
  )
    -> CallbackDecision
  {
    let (reason, note) = Self.ending(event)
    switch event.name {
    case .cancelled, .cancelledByAdministrator:
      return end(
        reason,
        note: note,
        attempts: attempts,
        undoing: undone + .deliverStatus(.callbackCancelled)
      )
    case .submissionFellDue, .reminderFellDue, .queueTimeRanOut, .previewTimedOut, .confirmationTimedOut,
      .snoozeEnded, .bookingExpired, .dialTimedOut, .dialRetryFellDue, .agentWaitRanOut, .lifetimeEnded,
      .retentionEnded, .submitted, .submissionFailed, .failed, .agentReserved, .agentUnavailable,
      .agentAccepted, .agentDeclined, .agentAnswered, .agentDidNotAnswer, .customerAnswered, .customerBusy,
      .customerDidNotAnswer, .answeringMachineAnswered, .numberInvalid, .callEnded, .customerCalled,
      .customerConfirmed, .customerSnoozed, .rescheduled, .servicePaused, .serviceResumed:
      return end(reason, note: note, attempts: attempts, undoing: undone)
    }
  }

  /// The reason and note with which cancellations, faults and the end of time complete a callback.
  static func ending(_ event: CallbackEvent) -> (CompletionReason, note: String?) {
    switch event {
    case .cancelled: return (.cancelled, nil)
    case .cancelledByAdministrator(let note): return (.cancelledByAdministrator, note)
    case .failed(let fault): return (fault.reason, nil)
    case .lifetimeEnded, .queueTimeRanOut: return (.failTimeoutTTL, nil)
    case .submissionFellDue, .reminderFellDue, .previewTimedOut, .confirmationTimedOut, .snoozeEnded,
      .bookingExpired, .dialTimedOut, .dialRetryFellDue, .agentWaitRanOut, .retentionEnded, .submitted,
      .submissionFailed, .agentReserved, .agentUnavailable, .agentAccepted, .agentDeclined, .agentAnswered,
      .agentDidNotAnswer, .customerAnswered, .customerBusy, .customerDidNotAnswer, .answeringMachineAnswered,
      .numberInvalid, .callEnded, .customerCalled, .customerConfirmed, .customerSnoozed, .rescheduled,
      .servicePaused, .serviceResumed:
      preconditionFailure("The event '\(event.name.rawValue)' does not end a callback by itself.")
    }
  }
}
