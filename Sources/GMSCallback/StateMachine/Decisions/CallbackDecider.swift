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
  /// When the record's life ends.
  let expiration: Date

  /// What the event does to the state.
  func decide(_ event: CallbackEvent, in state: CallbackState) -> CallbackDecision {
    // An event of time is taken exactly when the state has a timer for it, so `timers` and the table agree.
    if event.name.source == .time {
      guard let timer = state.timers(expiration: expiration).first(where: { $0.event == event }) else {
        return .refuse
      }
      guard timer.due <= now else { return .tooEarly(due: timer.due) }
    }
    switch state {
    case .scheduled(let scheduled): return decide(event, scheduled)
    case .queued(let queued): return decide(event, queued)
    case .routing(let routing): return decide(event, routing)
    case .processing(let processing): return decide(event, processing)
    case .paused(let paused): return decide(event, paused)
    case .completed(let completed): return decide(event, completed)
    }
  }
}

extension CallbackDecider {
  /// The state QUEUED.
  func queued(_ progress: QueueProgress, _ phase: QueuePhase) -> CallbackState {
    .queued(CallbackState.Queued(progress: progress, phase: phase))
  }

  /// The end, with what has to be undone first.
  func end(
    _ reason: CompletionReason,
    note: String? = nil,
    attempts: CallbackAttempts,
    undoing undone: [CallbackAction] = []
  ) -> CallbackDecision {
    let isCancelled = reason == .cancelled || reason == .cancelledByAdministrator
    let status: [CallbackAction] = isCancelled ? [.deliverStatus(.callbackCancelled)] : []
    return .move(
      .completed(CallbackState.Completed(reason: reason, note: note, at: now, attempts: attempts)),
      undone + status + [.deliverStatus(.serviceExited)]
    )
  }

  /// The end that comes to any state in the queue or ROUTING, whatever it is doing.
  ///
  /// - Precondition: `event` is one that ends a callback by itself, see ``ending(_:)``.
  func endOfWork(_ event: CallbackEvent, _ progress: QueueProgress, undoing undone: [CallbackAction])
    -> CallbackDecision
  {
    let (reason, note) = Self.ending(event)
    return end(reason, note: note, attempts: progress.attempts, undoing: undone)
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
