extension CallbackDecider {
  /// An agent looks at the callback.
  mutating func agentPreview(_ event: CallbackEvent, _ policy: CallbackPolicy) -> CallbackDecision {
    switch event {
    case .agentAccepted: return confirmOrConnect(policy)
    case .agentDeclined:
      guard policy.maxPreviewRejections > 0 else { return .refuse }
      return afterRejectedPreview(policy)
    case .previewTimedOut:
      return policy.maxPreviewRejections > 0 ? afterRejectedPreview(policy) : confirmOrConnect(policy)
    case .agentUnavailable: return backInLine()
    case .cancelled, .cancelledByAdministrator, .failed, .lifetimeEnded:
      release()
      return endByItself(event)
    case .servicePaused: return .stay(.playedOut)
    case .serviceResumed: return .stay(.notPaused)
    case .submissionFellDue, .reminderFellDue, .queueTimeRanOut, .confirmationTimedOut, .snoozeEnded,
      .bookingExpired, .dialTimedOut, .dialRetryFellDue, .agentWaitRanOut, .retentionEnded, .submitted,
      .submissionFailed, .agentReserved, .agentAnswered, .agentDidNotAnswer, .customerAnswered,
      .customerBusy, .customerDidNotAnswer, .answeringMachineAnswered, .numberInvalid, .callEnded,
      .customerCalled, .customerConfirmed, .customerSnoozed, .rescheduled:
      return .refuse
    }
  }

  /// The customer is asked whether it suits now, while an agent is held.
  mutating func confirmation(_ event: CallbackEvent, _ policy: CallbackPolicy) -> CallbackDecision {
    switch event {
    case .customerConfirmed:
      state.attempts.confirmations = 0
      return connect(policy)
    case .customerSnoozed:
      state.attempts.confirmations = 0
      release()
      state.become(.snoozed, until: now.adding(seconds: policy.snoozeDuration))
      return .move
    case .confirmationTimedOut:
      if state.attempts.confirmations < policy.maxConfirmations { return ask(policy) }
      guard policy.connectsWithoutConfirmation else {
        release()
        return end(.failUserNoConfirm)
      }
      state.attempts.confirmations = 0
      return connect(policy)
    case .agentUnavailable:
      // The question was cut off, which is no failure to answer it.
      state.attempts.confirmations = max(0, state.attempts.confirmations - 1)
      return backInLine()
    case .cancelled, .cancelledByAdministrator, .failed, .lifetimeEnded:
      release()
      return endByItself(event)
    case .servicePaused: return .stay(.playedOut)
    case .serviceResumed: return .stay(.notPaused)
    case .submissionFellDue, .reminderFellDue, .queueTimeRanOut, .previewTimedOut, .snoozeEnded,
      .bookingExpired, .dialTimedOut, .dialRetryFellDue, .agentWaitRanOut, .retentionEnded, .submitted,
      .submissionFailed, .agentReserved, .agentAccepted, .agentDeclined, .agentAnswered,
      .agentDidNotAnswer, .customerAnswered, .customerBusy, .customerDidNotAnswer,
      .answeringMachineAnswered, .numberInvalid, .callEnded, .customerCalled, .rescheduled:
      return .refuse
    }
  }

  /// The customer has to call the access number or open the chat.
  mutating func waitingForCustomer(_ event: CallbackEvent, _ policy: CallbackPolicy) -> CallbackDecision {
    let isAgentHeld = state.kind == .agentWaitsForCustomer
    switch event {
    case .customerCalled:
      let waitsUntil = now.adding(seconds: policy.agentWaitOnCall)
      tellThatCustomerWaits()
      if isAgentHeld { return transfer(policy, waitsUntil: waitsUntil) }
      actions.add(.findAgent)
      state.become(.waitingOnCall, until: waitsUntil)
      return .move
    case .bookingExpired:
      actions.add(.withdrawAccess)
      if isAgentHeld { release() }
      return afterMissedOffer(policy)
    case .agentUnavailable:
      // The customer may be calling this very moment: the offer stands, only nobody is held for it.
      guard isAgentHeld else { return .refuse }
      release()
      state.become(.waitingForCustomer, until: state.first)
      return .move
    case .cancelled, .cancelledByAdministrator, .failed, .lifetimeEnded:
      actions.add(.withdrawAccess)
      if isAgentHeld { release() }
      return endByItself(event)
    case .servicePaused: return .stay(.playedOut)
    case .serviceResumed: return .stay(.notPaused)
    case .submissionFellDue, .reminderFellDue, .queueTimeRanOut, .previewTimedOut, .confirmationTimedOut,
      .snoozeEnded, .dialTimedOut, .dialRetryFellDue, .agentWaitRanOut, .retentionEnded, .submitted,
      .submissionFailed, .agentReserved, .agentAccepted, .agentDeclined, .agentAnswered,
      .agentDidNotAnswer, .customerAnswered, .customerBusy, .customerDidNotAnswer,
      .answeringMachineAnswered, .numberInvalid, .callEnded, .customerConfirmed, .customerSnoozed,
      .rescheduled:
      return .refuse
    }
  }

  /// The customer's number is being dialled with no agent reserved.
  mutating func dialling(_ event: CallbackEvent, _ policy: CallbackPolicy) -> CallbackDecision {
    switch event {
    case .customerAnswered:
      actions.tell(.dialDone)
      tellThatCustomerWaits()
      actions.add(.findAgent)
      state.become(.waitingOnCall, until: now.adding(seconds: policy.agentWaitOnCall))
      return .move
    case .customerBusy, .customerDidNotAnswer:
      actions.tell(.dialDone)
      return dialLater(policy)
    case .answeringMachineAnswered, .dialTimedOut:
      actions.tell(.dialDone)
      actions.add(.hangUpCustomer)
      return dialLater(policy)
    case .numberInvalid:
      actions.tell(.dialDone)
      return end(.failCallToCustomer)
    case .cancelled, .cancelledByAdministrator, .failed, .lifetimeEnded:
      actions.add(.hangUpCustomer)
      return endByItself(event)
    case .servicePaused: return .stay(.playedOut)
    case .serviceResumed: return .stay(.notPaused)
    case .submissionFellDue, .reminderFellDue, .queueTimeRanOut, .previewTimedOut, .confirmationTimedOut,
      .snoozeEnded, .bookingExpired, .dialRetryFellDue, .agentWaitRanOut, .retentionEnded, .submitted,
      .submissionFailed, .agentReserved, .agentUnavailable, .agentAccepted, .agentDeclined,
      .agentAnswered, .agentDidNotAnswer, .callEnded, .customerCalled, .customerConfirmed,
      .customerSnoozed, .rescheduled:
      return .refuse
    }
  }

  /// The customer is on the line and waits for an agent.
  ///
  /// No preview now: the customer hears each second of it.
  mutating func waitingOnCall(_ event: CallbackEvent, _ policy: CallbackPolicy) -> CallbackDecision {
    switch event {
    case .agentReserved(let agent):
      actions.tell(.targetFound)
      text = agent
      return transfer(policy, waitsUntil: state.first)
    case .agentWaitRanOut:
      actions.add(.stopFindingAgent)
      actions.add(.hangUpCustomer)
      return end(.notAvailable)
    case .callEnded:
      actions.add(.stopFindingAgent)
      return afterLostCustomer(policy)
    case .cancelled, .cancelledByAdministrator, .failed, .lifetimeEnded:
      actions.add(.stopFindingAgent)
      actions.add(.hangUpCustomer)
      return endByItself(event)
    case .servicePaused: return .stay(.playedOut)
    case .serviceResumed: return .stay(.notPaused)
    case .submissionFellDue, .reminderFellDue, .queueTimeRanOut, .previewTimedOut, .confirmationTimedOut,
      .snoozeEnded, .bookingExpired, .dialTimedOut, .dialRetryFellDue, .retentionEnded, .submitted,
      .submissionFailed, .agentUnavailable, .agentAccepted, .agentDeclined, .agentAnswered,
      .agentDidNotAnswer, .customerAnswered, .customerBusy, .customerDidNotAnswer,
      .answeringMachineAnswered, .numberInvalid, .customerCalled, .customerConfirmed, .customerSnoozed,
      .rescheduled:
      return .refuse
    }
  }

  /// What is told when the customer on the line begins to wait for an agent.
  @inline(__always)
  private mutating func tellThatCustomerWaits() {
    actions.tell(.connectTreatmentStarted)
    actions.tell(.customerQueued)
  }
}
