#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension CallbackDecider {
  /// An agent looks at the callback.
  func agentPreview(_ event: CallbackEvent, _ progress: QueueProgress, _ agent: String) -> CallbackDecision {
    switch event {
    case .agentAccepted:
      let (state, actions) = confirmOrConnect(progress, agent)
      return .move(state, actions)
    case .agentDeclined:
      guard policy.maxPreviewRejections > 0 else { return .refuse }
      return afterRejectedPreview(progress, agent)
    case .previewTimedOut:
      if policy.maxPreviewRejections > 0 { return afterRejectedPreview(progress, agent) }
      let (state, actions) = confirmOrConnect(progress, agent)
      return .move(state, actions)
    case .agentUnavailable: return backInLine(progress, releasing: agent)
    case .cancelled, .cancelledByAdministrator, .failed, .lifetimeEnded:
      return endOfWork(event, progress, undoing: CallbackActions(.releaseAgent(agent: agent)))
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
  func confirmation(_ event: CallbackEvent, _ progress: QueueProgress, _ agent: String) -> CallbackDecision {
    switch event {
    case .customerConfirmed:
      let (state, actions) = connect(progress.with { $0.confirmations = 0 }, agent)
      return .move(state, actions)
    case .customerSnoozed:
      return .move(
        queued(
          progress.with { $0.confirmations = 0 },
          .snoozed(until: now.adding(seconds: policy.snoozeDuration))
        ),
        CallbackActions(.releaseAgent(agent: agent))
      )
    case .confirmationTimedOut:
      if progress.attempts.confirmations < policy.maxConfirmations {
        let (state, actions) = ask(progress, agent)
        return .move(state, actions)
      }
      guard policy.connectsWithoutConfirmation else {
        return end(
          .failUserNoConfirm,
          attempts: progress.attempts,
          undoing: CallbackActions(.releaseAgent(agent: agent))
        )
      }
      let (state, actions) = connect(progress.with { $0.confirmations = 0 }, agent)
      return .move(state, actions)
    case .agentUnavailable:
      // The question was cut off, which is no failure to answer it.
      return backInLine(progress.with { $0.confirmations = max(0, $0.confirmations - 1) }, releasing: agent)
    case .cancelled, .cancelledByAdministrator, .failed, .lifetimeEnded:
      return endOfWork(event, progress, undoing: CallbackActions(.releaseAgent(agent: agent)))
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
  func waitingForCustomer(_ event: CallbackEvent, _ progress: QueueProgress, _ agent: String?, _ until: Date)
    -> CallbackDecision
  {
    var release = CallbackActions()
    if let agent { release.append(.releaseAgent(agent: agent)) }
    switch event {
    case .customerCalled:
      let waitsUntil = now.adding(seconds: policy.agentWaitOnCall)
      guard let agent else {
        return .move(
          queued(progress, .waitingOnCall(until: waitsUntil)),
          customerWaits + CallbackActions(.findAgent)
        )
      }
      let (state, actions) = transfer(progress, to: agent, waitsUntil: waitsUntil)
      return .move(state, customerWaits + actions)
    case .bookingExpired:
      return afterMissedOffer(progress, undoing: CallbackActions(.withdrawAccess) + release)
    case .agentUnavailable:
      // The customer may be calling this very moment: the offer stands, only nobody is held for it.
      guard agent != nil else { return .refuse }
      return .move(queued(progress, .waitingForCustomer(agent: nil, until: until)), release)
    case .cancelled, .cancelledByAdministrator, .failed, .lifetimeEnded:
      return endOfWork(event, progress, undoing: CallbackActions(.withdrawAccess) + release)
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
  func dialling(_ event: CallbackEvent, _ progress: QueueProgress) -> CallbackDecision {
    switch event {
    case .customerAnswered:
      let until = now.adding(seconds: policy.agentWaitOnCall)
      return .move(
        queued(progress, .waitingOnCall(until: until)),
        CallbackActions(.deliverStatus(.dialDone)) + customerWaits + CallbackActions(.findAgent)
      )
    case .customerBusy, .customerDidNotAnswer: return afterFailedDial(progress, undoing: CallbackActions())
    case .answeringMachineAnswered, .dialTimedOut:
      return afterFailedDial(progress, undoing: CallbackActions(.hangUpCustomer))
    case .numberInvalid:
      return end(
        .failCallToCustomer,
        attempts: progress.attempts,
        undoing: CallbackActions(.deliverStatus(.dialDone))
      )
    case .cancelled, .cancelledByAdministrator, .failed, .lifetimeEnded:
      return endOfWork(event, progress, undoing: CallbackActions(.hangUpCustomer))
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
  func waitingOnCall(_ event: CallbackEvent, _ progress: QueueProgress, _ until: Date) -> CallbackDecision {
    switch event {
    case .agentReserved(let agent):
      let (state, actions) = transfer(progress, to: agent, waitsUntil: until)
      return .move(state, CallbackActions(.deliverStatus(.targetFound)) + actions)
    case .agentWaitRanOut:
      return end(
        .notAvailable,
        attempts: progress.attempts,
        undoing: CallbackActions(.stopFindingAgent, .hangUpCustomer)
      )
    case .callEnded: return afterLostCustomer(progress, undoing: CallbackActions(.stopFindingAgent))
    case .cancelled, .cancelledByAdministrator, .failed, .lifetimeEnded:
      return endOfWork(event, progress, undoing: CallbackActions(.stopFindingAgent, .hangUpCustomer))
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
  var customerWaits: CallbackActions {
    CallbackActions(.deliverStatus(.connectTreatmentStarted), .deliverStatus(.customerQueued))
  }
}
