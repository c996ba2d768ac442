#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension CallbackDecider {
  /// ROUTING: each leg decides for itself.
  func decide(_ event: CallbackEvent, _ routing: CallbackState.Routing) -> CallbackDecision {
    switch routing.leg {
    case .diallingCustomer: return diallingCustomer(event, routing)
    case .diallingAgent: return diallingAgent(event, routing)
    case .customerJoinsAgent: return customerJoinsAgent(event, routing)
    case .agentJoinsCustomer(let until): return agentJoinsCustomer(event, routing, waitsUntil: until)
    }
  }

  /// The customer's number rings; an agent is reserved.
  private func diallingCustomer(_ event: CallbackEvent, _ routing: CallbackState.Routing) -> CallbackDecision
  {
    let release = CallbackAction.releaseAgent(agent: routing.agent)
    switch event {
    case .customerAnswered:
      let (state, actions) = transfer(
        routing.progress,
        to: routing.agent,
        waitsUntil: now.adding(seconds: policy.agentWaitOnCall)
      )
      return .move(
        state,
        [.deliverStatus(.dialDone), .deliverStatus(.connectTreatmentStarted)] + actions
      )
    case .customerBusy, .customerDidNotAnswer: return afterFailedDial(routing.progress, undoing: [release])
    case .answeringMachineAnswered, .dialTimedOut:
      return afterFailedDial(routing.progress, undoing: [.hangUpCustomer, release])
    case .numberInvalid:
      return end(
        .failCallToCustomer,
        attempts: routing.progress.attempts,
        undoing: [.deliverStatus(.dialDone), release]
      )
    case .agentUnavailable, .agentDeclined:
      // The telephone rings at the customer's already: the call goes on, another agent is found meanwhile.
      return .move(queued(routing.progress, .dialling(until: routing.answerBy)), [release])
    case .cancelled, .cancelledByAdministrator, .failed, .lifetimeEnded:
      return endOfWork(event, routing.progress, undoing: [.hangUpCustomer, release])
    case .servicePaused: return .stay(.playedOut)
    case .serviceResumed: return .stay(.notPaused)
    case .submissionFellDue, .reminderFellDue, .queueTimeRanOut, .previewTimedOut, .confirmationTimedOut,
      .snoozeEnded, .bookingExpired, .dialRetryFellDue, .agentWaitRanOut, .retentionEnded, .submitted,
      .submissionFailed, .agentReserved, .agentAccepted, .agentAnswered, .agentDidNotAnswer, .callEnded,
      .customerCalled, .customerConfirmed, .customerSnoozed, .rescheduled:
      return .refuse
    }
  }

  /// The agent's telephone rings; the customer is called next.
  private func diallingAgent(_ event: CallbackEvent, _ routing: CallbackState.Routing) -> CallbackDecision {
    let progress = routing.progress
    let release = CallbackAction.releaseAgent(agent: routing.agent)
    switch event {
    case .agentAnswered:
      let next = progress.with {
        $0.transfers = 0
        $0.dials += 1
      }
      return .move(
        routed(next, routing.agent, .customerJoinsAgent),
        [.deliverStatus(.dialInitiated), .dialCustomer(attempt: next.attempts.dials)]
      )
    case .agentDeclined, .agentDidNotAnswer, .agentUnavailable, .dialTimedOut:
      if progress.attempts.transfers >= policy.maxTransfers {
        return end(.failAgentConnect, attempts: progress.attempts, undoing: [release])
      }
      return backInLine(progress, releasing: routing.agent)
    case .cancelled, .cancelledByAdministrator, .failed, .lifetimeEnded:
      return endOfWork(event, progress, undoing: [release])
    case .servicePaused: return .stay(.playedOut)
    case .serviceResumed: return .stay(.notPaused)
    case .submissionFellDue, .reminderFellDue, .queueTimeRanOut, .previewTimedOut, .confirmationTimedOut,
      .snoozeEnded, .bookingExpired, .dialRetryFellDue, .agentWaitRanOut, .retentionEnded, .submitted,
      .submissionFailed, .agentReserved, .agentAccepted, .customerAnswered, .customerBusy,
      .customerDidNotAnswer, .answeringMachineAnswered, .numberInvalid, .callEnded, .customerCalled,
      .customerConfirmed, .customerSnoozed, .rescheduled:
      return .refuse
    }
  }

  /// The agent is on the line, the customer's number rings.
  private func customerJoinsAgent(_ event: CallbackEvent, _ routing: CallbackState.Routing)
    -> CallbackDecision
  {
    let progress = routing.progress
    let release = CallbackAction.releaseAgent(agent: routing.agent)
    switch event {
    case .customerAnswered:
      return .move(
        .processing(CallbackState.Processing(progress: progress, agent: routing.agent, since: now)),
        [.deliverStatus(.dialDone)]
      )
    case .customerBusy, .customerDidNotAnswer: return afterFailedDial(progress, undoing: [release])
    case .answeringMachineAnswered, .dialTimedOut:
      return afterFailedDial(progress, undoing: [.hangUpCustomer, release])
    case .numberInvalid:
      return end(
        .failCallToCustomer,
        attempts: progress.attempts,
        undoing: [.deliverStatus(.dialDone), release]
      )
    case .agentUnavailable, .callEnded:
      // Whoever calls the agent first does not want customers to answer to nobody: the ringing stops.
      if progress.attempts.dials >= policy.maxDials {
        return end(.failCallToCustomer, attempts: progress.attempts, undoing: [.hangUpCustomer, release])
      }
      return .move(queued(progress, .waitingForAgent), [.hangUpCustomer, release, .findAgent])
    case .cancelled, .cancelledByAdministrator, .failed, .lifetimeEnded:
      return endOfWork(event, progress, undoing: [.hangUpCustomer, release])
    case .servicePaused: return .stay(.playedOut)
    case .serviceResumed: return .stay(.notPaused)
    case .submissionFellDue, .reminderFellDue, .queueTimeRanOut, .previewTimedOut, .confirmationTimedOut,
      .snoozeEnded, .bookingExpired, .dialRetryFellDue, .agentWaitRanOut, .retentionEnded, .submitted,
      .submissionFailed, .agentReserved, .agentAccepted, .agentDeclined, .agentAnswered,
      .agentDidNotAnswer, .customerCalled, .customerConfirmed, .customerSnoozed, .rescheduled:
      return .refuse
    }
  }

  /// The customer is on the line, the call is transferred to the agent.
  private func agentJoinsCustomer(
    _ event: CallbackEvent,
    _ routing: CallbackState.Routing,
    waitsUntil: Date
  ) -> CallbackDecision {
    let progress = routing.progress
    let release = CallbackAction.releaseAgent(agent: routing.agent)
    switch event {
    case .agentAnswered:
      let next = progress.with { $0.transfers = 0 }
      return .move(
        .processing(CallbackState.Processing(progress: next, agent: routing.agent, since: now)),
        []
      )
    case .agentDeclined, .agentDidNotAnswer, .agentUnavailable, .dialTimedOut:
      if progress.attempts.transfers >= policy.maxTransfers {
        return end(.failAgentConnect, attempts: progress.attempts, undoing: [release, .hangUpCustomer])
      }
      return .move(
        queued(progress, .waitingOnCall(until: waitsUntil)),
        [release, .deliverStatus(.customerQueued), .findAgent]
      )
    case .callEnded: return afterLostCustomer(progress, undoing: [release])
    case .cancelled, .cancelledByAdministrator, .failed, .lifetimeEnded:
      return endOfWork(event, progress, undoing: [.hangUpCustomer, release])
    case .servicePaused: return .stay(.playedOut)
    case .serviceResumed: return .stay(.notPaused)
    case .submissionFellDue, .reminderFellDue, .queueTimeRanOut, .previewTimedOut, .confirmationTimedOut,
      .snoozeEnded, .bookingExpired, .dialRetryFellDue, .agentWaitRanOut, .retentionEnded, .submitted,
      .submissionFailed, .agentReserved, .agentAccepted, .customerAnswered, .customerBusy,
      .customerDidNotAnswer, .answeringMachineAnswered, .numberInvalid, .customerCalled,
      .customerConfirmed, .customerSnoozed, .rescheduled:
      return .refuse
    }
  }
}
