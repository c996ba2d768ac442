#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The steps that several states have in common.
extension CallbackDecider {
  /// ROUTING, with the called party's telephone ringing from now on.
  @inline(__always)
  func routed(_ progress: QueueProgress, _ agent: String, _ leg: RoutingLeg) -> FlatState {
    .routing(progress, agent, leg, answerBy: now.adding(seconds: policy.ringTimeout))
  }

  /// What the callback does first once the queue has it, and again after a failed call.
  func begin(_ progress: QueueProgress) -> (FlatState, CallbackActions) {
    if policy.findsAgentFirst { return (queued(progress, .waitingForAgent), CallbackActions(.findAgent)) }
    if policy.customerCallsIn { return offerAccess(progress, agent: nil) }
    let next = progress.with { $0.dials += 1 }
    return (
      queued(next, .dialling(until: now.adding(seconds: policy.ringTimeout))),
      CallbackActions(.deliverStatus(.dialInitiated), .dialCustomer(attempt: next.attempts.dials))
    )
  }

  /// What is done first with an agent: the preview, where the service has one and the customer is called.
  func offer(_ progress: QueueProgress, to agent: String) -> (FlatState, CallbackActions) {
    guard policy.hasAgentPreview, !policy.customerCallsIn else { return confirmOrConnect(progress, agent) }
    return (
      queued(progress, .agentPreview(agent: agent, until: now.adding(seconds: policy.previewTimeout))),
      CallbackActions(.showPreview(agent: agent))
    )
  }

  /// After the preview: the customer is asked first, where the service wants it.
  func confirmOrConnect(_ progress: QueueProgress, _ agent: String) -> (FlatState, CallbackActions) {
    policy.needsConfirmation ? ask(progress, agent) : connect(progress, agent)
  }

  /// Asks the customer whether it suits now.
  func ask(_ progress: QueueProgress, _ agent: String) -> (FlatState, CallbackActions) {
    let next = progress.with { $0.confirmations += 1 }
    let until = now.adding(seconds: policy.confirmationTimeout)
    return (
      queued(next, .waitingForConfirmation(agent: agent, until: until)),
      CallbackActions(.askForConfirmation(attempt: next.attempts.confirmations))
    )
  }

  /// Brings customer and agent together, beginning with the party that the service names.
  func connect(_ progress: QueueProgress, _ agent: String) -> (FlatState, CallbackActions) {
    if policy.customerCallsIn { return offerAccess(progress, agent: agent) }
    switch policy.firstParty {
    case .customer:
      let next = progress.with { $0.dials += 1 }
      return (
        routed(next, agent, .diallingCustomer),
        CallbackActions(.deliverStatus(.dialInitiated), .dialCustomer(attempt: next.attempts.dials))
      )
    case .agent:
      return (
        routed(progress.with { $0.transfers += 1 }, agent, .diallingAgent),
        CallbackActions(.deliverStatus(.routedToAgent), .dialAgent(agent: agent))
      )
    }
  }

  /// Gives the customer an access number or a chat.
  func offerAccess(_ progress: QueueProgress, agent: String?) -> (FlatState, CallbackActions) {
    let next = progress.with { $0.offers += 1 }
    let until = now.adding(seconds: policy.offerTimeout)
    return (
      queued(next, .waitingForCustomer(agent: agent, until: until)),
      CallbackActions(.offerAccess(attempt: next.attempts.offers))
    )
  }

  /// Transfers the customer, who is on the line, to an agent.
  func transfer(_ progress: QueueProgress, to agent: String, waitsUntil: Date)
    -> (FlatState, CallbackActions)
  {
    (
      routed(progress.with { $0.transfers += 1 }, agent, .agentJoinsCustomer(waitsUntil: waitsUntil)),
      CallbackActions(.deliverStatus(.routedToAgent), .dialAgent(agent: agent))
    )
  }

  /// The agent is lost, and another is looked for from the same place in line.
  func backInLine(_ progress: QueueProgress, releasing agent: String) -> CallbackDecision {
    .move(queued(progress, .waitingForAgent), CallbackActions(.releaseAgent(agent: agent), .findAgent))
  }

  /// An agent did not want the callback, or let the preview pass.
  func afterRejectedPreview(_ progress: QueueProgress, _ agent: String) -> CallbackDecision {
    let next = progress.with { $0.rejections += 1 }
    let count = next.attempts.rejections
    if count >= policy.maxPreviewRejections {
      return end(
        .agentPreviewCancelled(afterRejections: count),
        attempts: next.attempts,
        undoing: CallbackActions(.releaseAgent(agent: agent))
      )
    }
    return backInLine(next, releasing: agent)
  }

  /// The queue did not take the callback: it is tried again, or given up.
  ///
  /// - Parameters:
  ///   - progress: The stay in the queue.
  ///   - waiting: The state that waits in the given phase: QUEUED, or PAUSED.
  /// - Returns: The decision.
  func afterFailedSubmission(_ progress: QueueProgress, waiting: (QueuePhase) -> FlatState)
    -> CallbackDecision
  {
    if progress.attempts.submissions >= policy.maxSubmissions {
      return end(.submitFailed, attempts: progress.attempts)
    }
    let retryAt = now.adding(seconds: policy.submissionRetryDelay)
    return .move(waiting(.waitingForSubmission(retryAt: retryAt)), CallbackActions())
  }

  /// The customer was not reached: dialled again after a pause, or given up.
  func afterFailedDial(_ progress: QueueProgress, undoing undone: CallbackActions) -> CallbackDecision {
    let done = [CallbackAction.deliverStatus(.dialDone)] + undone
    if progress.attempts.dials >= policy.maxDials {
      return end(.failCallToCustomer, attempts: progress.attempts, undoing: done)
    }
    return .move(
      queued(progress, .waitingToDial(until: now.adding(seconds: policy.dialRetryDelay))),
      done
    )
  }

  /// The customer hung up before an agent answered.
  func afterLostCustomer(_ progress: QueueProgress, undoing undone: CallbackActions) -> CallbackDecision {
    if policy.customerCallsIn { return afterMissedOffer(progress, undoing: undone) }
    if progress.attempts.dials >= policy.maxDials {
      return end(.failCallToCustomer, attempts: progress.attempts, undoing: undone)
    }
    return .move(
      queued(progress, .waitingToDial(until: now.adding(seconds: policy.dialRetryDelay))),
      undone
    )
  }

  /// The customer did not use the access number or chat, or left it: offered again, or given up.
  func afterMissedOffer(_ progress: QueueProgress, undoing undone: CallbackActions) -> CallbackDecision {
    if progress.attempts.offers >= policy.maxOffers {
      return end(.failCallToCustomer, attempts: progress.attempts, undoing: undone)
    }
    let (state, actions) = begin(progress)
    return .move(state, undone + actions)
  }
}
