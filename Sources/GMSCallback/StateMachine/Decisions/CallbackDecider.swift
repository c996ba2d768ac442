/// The rules of the machine: what an event does to a state, at an instant, under a policy.
///
/// One file a state (`CallbackDecider+Queued.swift` …). Every function returns from every branch and lists
/// every event: a new state or event does not compile until it is decided.
///
/// The rules change the decider's state in place and add to its actions, so a step moves a few words; a rule that does
/// not answer ``CallbackDecision/move`` answers before it changes anything. The policy is handed from rule to rule
/// instead of being kept here, because keeping it would mean copying it.
struct CallbackDecider: Hashable, Sendable {
  /// The instant of the event.
  let now: GridInstant
  /// Where the callback is; after a move, where it is then.
  var state: FlatState
  /// The text of the state: the agent who is held, if any; in COMPLETED what was said about the end.
  var text = ""
  /// What has to be done, in order.
  var actions = CallbackActions()

  /// The rules at an instant, for a state.
  @inline(__always)
  init(now: GridInstant, state: FlatState) {
    self.now = now
    self.state = state
  }

  /// What the event does to the state.
  ///
  /// - Parameters:
  ///   - event: What happened.
  ///   - policy: The service's options.
  ///   - desired: When the customer wants to be called.
  ///   - timeToLive: How many seconds after that the record's life ends.
  /// - Returns: The decision.
  @inline(__always)
  mutating func decide(
    _ event: CallbackEvent,
    _ policy: CallbackPolicy,
    desired: GridInstant,
    timeToLive: Int
  ) -> CallbackDecision {
    // An event of time is taken exactly when the state has a timer for it, so `timers` and the table agree.
    let name = event.name
    if name.source == .time {
      let timers = state.pendingTimers(expiration: desired.adding(seconds: timeToLive))
      guard let due = timers.due(name) else { return .refuse }
      guard due <= now else { return .tooEarly(due: due) }
    }
    switch state.kind {
    case .scheduled: return scheduled(event, policy)
    case .submitting, .waitingToSubmit: return submission(event, policy)
    case .waitingForAgent: return waitingForAgent(event, policy)
    case .agentPreview: return agentPreview(event, policy)
    case .waitingForConfirmation: return confirmation(event, policy)
    case .snoozed: return snoozed(event)
    case .waitingForCustomer, .agentWaitsForCustomer: return waitingForCustomer(event, policy)
    case .dialling: return dialling(event, policy)
    case .waitingToDial: return waitingToDial(event, policy)
    case .waitingOnCall: return waitingOnCall(event, policy)
    case .diallingCustomer: return diallingCustomer(event, policy)
    case .diallingAgent: return diallingAgent(event, policy)
    case .customerJoinsAgent: return customerJoinsAgent(event, policy)
    case .agentJoinsCustomer: return agentJoinsCustomer(event, policy)
    case .processing: return processing(event)
    case .paused, .pausedSubmitting: return paused(event, policy)
    case .completed: return completed(event)
    }
  }
}

extension CallbackDecider {
  /// The agent who is held is free again: the name goes from the state into the action.
  @inline(__always)
  mutating func release() { actions.addRelease(of: &text) }

  /// The end.
  ///
  /// - Precondition: what has to be undone was said before, and no agent is held any more.
  @inline(__always)
  mutating func end(_ reason: CompletionReason.Known) -> CallbackDecision {
    actions.tell(.serviceExited)
    state.complete(.known(reason), at: now)
    return .move
  }

  /// The end that comes to any state in the queue or ROUTING, whatever it is doing; a cancellation is told as such.
  ///
  /// - Precondition: `event` is one that ends a callback by itself: a cancellation, a fault or an end of time. What has
  ///   to be undone was said before, and no agent is held any more.
  mutating func endByItself(_ event: CallbackEvent) -> CallbackDecision {
    switch event {
    case .cancelled:
      actions.tell(.callbackCancelled)
      return end(.cancelled)
    case .cancelledByAdministrator(let note):
      actions.tell(.callbackCancelled)
      if let note {
        state.hasNote = true
        text = note
      }
      return end(.cancelledByAdministrator)
    case .failed(let fault): return end(fault.known)
    case .lifetimeEnded, .queueTimeRanOut: return end(.failTimeoutTTL)
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
