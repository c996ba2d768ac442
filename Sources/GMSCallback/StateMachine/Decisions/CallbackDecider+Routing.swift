extension CallbackDecider {
  /// The customer's number rings; an agent is reserved.
  mutating func diallingCustomer(_ event: CallbackEvent, _ policy: CallbackPolicy) -> CallbackDecision {
    switch event {
    case .customerAnswered:
      actions.tell(.dialDone)
      actions.tell(.connectTreatmentStarted)
      return transfer(policy, waitsUntil: now.adding(seconds: policy.agentWaitOnCall))
    case .customerBusy, .customerDidNotAnswer:
      actions.tell(.dialDone)
      release()
      return dialLater(policy)
    case .answeringMachineAnswered, .dialTimedOut:
      actions.tell(.dialDone)
      actions.add(.hangUpCustomer)
      release()
      return dialLater(policy)
    case .numberInvalid:
      actions.tell(.dialDone)
      release()
      return end(.failCallToCustomer)
    case .agentUnavailable, .agentDeclined:
      // The telephone rings at the customer's already: the call goes on, another agent is found meanwhile.
      release()
      state.become(.dialling, until: state.first)
      return .move
    case .cancelled, .cancelledByAdministrator, .failed, .lifetimeEnded:
      actions.add(.hangUpCustomer)
      release()
      return endByItself(event)
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
  mutating func diallingAgent(_ event: CallbackEvent, _ policy: CallbackPolicy) -> CallbackDecision {
    switch event {
    case .agentAnswered:
      state.attempts.transfers = 0
      dialCustomer()
      ring(.customerJoinsAgent, policy)
      return .move
    case .agentDeclined, .agentDidNotAnswer, .agentUnavailable, .dialTimedOut:
      if state.attempts.transfers >= policy.maxTransfers {
        release()
        return end(.failAgentConnect)
      }
      return backInLine()
    case .cancelled, .cancelledByAdministrator, .failed, .lifetimeEnded:
      release()
      return endByItself(event)
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
  mutating func customerJoinsAgent(_ event: CallbackEvent, _ policy: CallbackPolicy) -> CallbackDecision {
    switch event {
    case .customerAnswered:
      actions.tell(.dialDone)
      state.become(.processing, until: now)
      return .move
    case .customerBusy, .customerDidNotAnswer:
      actions.tell(.dialDone)
      release()
      return dialLater(policy)
    case .answeringMachineAnswered, .dialTimedOut:
      actions.tell(.dialDone)
      actions.add(.hangUpCustomer)
      release()
      return dialLater(policy)
    case .numberInvalid:
      actions.tell(.dialDone)
      release()
      return end(.failCallToCustomer)
    case .agentUnavailable, .callEnded:
      // Whoever calls the agent first does not want customers to answer to nobody: the ringing stops.
      actions.add(.hangUpCustomer)
      release()
      return state.attempts.dials >= policy.maxDials ? end(.failCallToCustomer) : findAgent()
    case .cancelled, .cancelledByAdministrator, .failed, .lifetimeEnded:
      actions.add(.hangUpCustomer)
      release()
      return endByItself(event)
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
  mutating func agentJoinsCustomer(_ event: CallbackEvent, _ policy: CallbackPolicy) -> CallbackDecision {
    switch event {
    case .agentAnswered:
      state.attempts.transfers = 0
      state.become(.processing, until: now)
      return .move
    case .agentDeclined, .agentDidNotAnswer, .agentUnavailable, .dialTimedOut:
      release()
      if state.attempts.transfers >= policy.maxTransfers {
        actions.add(.hangUpCustomer)
        return end(.failAgentConnect)
      }
      actions.tell(.customerQueued)
      actions.add(.findAgent)
      state.become(.waitingOnCall, until: state.second)
      return .move
    case .callEnded:
      // The call to the agent was cut off, which is no failure to answer it.
      state.attempts.transfers = max(0, state.attempts.transfers - 1)
      release()
      return afterLostCustomer(policy)
    case .cancelled, .cancelledByAdministrator, .failed, .lifetimeEnded:
      actions.add(.hangUpCustomer)
      release()
      return endByItself(event)
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
