#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension CallbackDecider {
  /// The customer's number rings; an agent is reserved.
  func diallingCustomer(_ event: CallbackEvent, _ progress: QueueProgress, _ agent: String, answerBy: Date)
    -> CallbackDecision
  {
    let release = CallbackAction.releaseAgent(agent: agent)
    switch event {
    case .customerAnswered:
      let (state, actions) = transfer(
        progress,
        to: agent,
        waitsUntil: now.adding(seconds: policy.agentWaitOnCall)
      )
      return .move(
        state,
        CallbackActions(.deliverStatus(.dialDone), .deliverStatus(.connectTreatmentStarted)) + actions
      )
    case .customerBusy, .customerDidNotAnswer:
      return afterFailedDial(progress, undoing: CallbackActions(release))
    case .answeringMachineAnswered, .dialTimedOut:
      return afterFailedDial(progress, undoing: CallbackActions(.hangUpCustomer, release))
    case .numberInvalid:
      return end(
        .failCallToCustomer,
        attempts: progress.attempts,
        undoing: CallbackActions(.deliverStatus(.dialDone), release)
      )
    case .agentUnavailable, .agentDeclined:
      // The telephone rings at the customer's already: the call goes on, another agent is found meanwhile.
      return .move(queued(progress, .dialling(until: answerBy)), CallbackActions(release))
    case .cancelled, .cancelledByAdministrator, .failed, .lifetimeEnded:
      return endOfWork(event, progress, undoing: CallbackActions(.hangUpCustomer, release))
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
  func diallingAgent(_ event: CallbackEvent, _ progress: QueueProgress, _ agent: String) -> CallbackDecision {
    let release = CallbackAction.releaseAgent(agent: agent)
    switch event {
    case .agentAnswered:
      let next = progress.with {
        $0.transfers = 0
        $0.dials += 1
      }
      return .move(
        routed(next, agent, .customerJoinsAgent),
        CallbackActions(.deliverStatus(.dialInitiated), .dialCustomer(attempt: next.attempts.dials))
      )
    case .agentDeclined, .agentDidNotAnswer, .agentUnavailable, .dialTimedOut:
      if progress.attempts.transfers >= policy.maxTransfers {
        return end(.failAgentConnect, attempts: progress.attempts, undoing: CallbackActions(release))
      }
      return backInLine(progress, releasing: agent)
    case .cancelled, .cancelledByAdministrator, .failed, .lifetimeEnded:
      return endOfWork(event, progress, undoing: CallbackActions(release))
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
  func customerJoinsAgent(_ event: CallbackEvent, _ progress: QueueProgress, _ agent: String)
    -> CallbackDecision
  {
    let release = CallbackAction.releaseAgent(agent: agent)
    switch event {
    case .customerAnswered:
      return .move(
        .processing(progress, agent, since: now),
        CallbackActions(.deliverStatus(.dialDone))
      )
    case .customerBusy, .customerDidNotAnswer:
      return afterFailedDial(progress, undoing: CallbackActions(release))
    case .answeringMachineAnswered, .dialTimedOut:
      return afterFailedDial(progress, undoing: CallbackActions(.hangUpCustomer, release))
    case .numberInvalid:
      return end(
        .failCallToCustomer,
        attempts: progress.attempts,
        undoing: CallbackActions(.deliverStatus(.dialDone), release)
      )
    case .agentUnavailable, .callEnded:
      // Whoever calls the agent first does not want customers to answer to nobody: the ringing stops.
      if progress.attempts.dials >= policy.maxDials {
        return end(
          .failCallToCustomer,
          attempts: progress.attempts,
          undoing: CallbackActions(.hangUpCustomer, release)
        )
      }
      return .move(queued(progress, .waitingForAgent), CallbackActions(.hangUpCustomer, release, .findAgent))
    case .cancelled, .cancelledByAdministrator, .failed, .lifetimeEnded:
      return endOfWork(event, progress, undoing: CallbackActions(.hangUpCustomer, release))
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
  func agentJoinsCustomer(
    _ event: CallbackEvent,
    _ progress: QueueProgress,
    _ agent: String,
    waitsUntil: Date
  ) -> CallbackDecision {
    let release = CallbackAction.releaseAgent(agent: agent)
    switch event {
    case .agentAnswered:
      let next = progress.with { $0.transfers = 0 }
      return .move(
        .processing(next, agent, since: now),
        CallbackActions()
      )
    case .agentDeclined, .agentDidNotAnswer, .agentUnavailable, .dialTimedOut:
      if progress.attempts.transfers >= policy.maxTransfers {
        return end(
          .failAgentConnect,
          attempts: progress.attempts,
          undoing: CallbackActions(release, .hangUpCustomer)
        )
      }
      return .move(
        queued(progress, .waitingOnCall(until: waitsUntil)),
        CallbackActions(release, .deliverStatus(.customerQueued), .findAgent)
      )
    case .callEnded:
      // The call to the agent was cut off, which is no failure to answer it.
      return afterLostCustomer(
        progress.with { $0.transfers = max(0, $0.transfers - 1) },
        undoing: CallbackActions(release)
      )
    case .cancelled, .cancelledByAdministrator, .failed, .lifetimeEnded:
      return endOfWork(event, progress, undoing: CallbackActions(.hangUpCustomer, release))
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
