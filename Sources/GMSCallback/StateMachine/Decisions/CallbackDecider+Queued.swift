#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension CallbackDecider {
  /// The queue's answer is outstanding, or the next try is awaited.
  func submission(_ event: CallbackEvent, _ progress: QueueProgress, retryAt: Date?)
    -> CallbackDecision
  {
    switch event {
    case .submissionFellDue:
      let next = progress.with { $0.submissions += 1 }
      return .move(
        queued(next, .waitingForSubmission(retryAt: nil)),
        CallbackActions(.submit(attempt: next.attempts.submissions))
      )
    case .submitted:
      guard retryAt == nil else { return .refuse }
      let (state, actions) = begin(progress)
      return .move(state, CallbackActions(.deliverStatus(.virtualInteractionCreated)) + actions)
    case .submissionFailed:
      guard retryAt == nil else { return .refuse }
      return afterFailedSubmission(progress) { queued(progress, $0) }
    case .cancelled, .cancelledByAdministrator, .failed, .queueTimeRanOut, .lifetimeEnded:
      return endOfWork(event, progress, undoing: CallbackActions())
    case .servicePaused: return pause(progress, .waitingForSubmission(retryAt: retryAt))
    case .serviceResumed: return .stay(.notPaused)
    case .reminderFellDue, .previewTimedOut, .confirmationTimedOut, .snoozeEnded, .bookingExpired,
      .dialTimedOut, .dialRetryFellDue, .agentWaitRanOut, .retentionEnded, .agentReserved,
      .agentUnavailable, .agentAccepted, .agentDeclined, .agentAnswered, .agentDidNotAnswer,
      .customerAnswered, .customerBusy, .customerDidNotAnswer, .answeringMachineAnswered, .numberInvalid,
      .callEnded, .customerCalled, .customerConfirmed, .customerSnoozed, .rescheduled:
      return .refuse
    }
  }

  /// In line for an agent.
  func waitingForAgent(_ event: CallbackEvent, _ progress: QueueProgress) -> CallbackDecision {
    switch event {
    case .agentReserved(let agent):
      let (state, actions) = offer(progress, to: agent)
      return .move(state, CallbackActions(.deliverStatus(.targetFound)) + actions)
    case .cancelled, .cancelledByAdministrator, .failed, .queueTimeRanOut, .lifetimeEnded:
      return endOfWork(event, progress, undoing: CallbackActions(.stopFindingAgent))
    case .servicePaused: return pause(progress, .waitingForAgent)
    case .serviceResumed: return .stay(.notPaused)
    case .submissionFellDue, .reminderFellDue, .previewTimedOut, .confirmationTimedOut, .snoozeEnded,
      .bookingExpired, .dialTimedOut, .dialRetryFellDue, .agentWaitRanOut, .retentionEnded, .submitted,
      .submissionFailed, .agentUnavailable, .agentAccepted, .agentDeclined, .agentAnswered,
      .agentDidNotAnswer, .customerAnswered, .customerBusy, .customerDidNotAnswer,
      .answeringMachineAnswered, .numberInvalid, .callEnded, .customerCalled, .customerConfirmed,
      .customerSnoozed, .rescheduled:
      return .refuse
    }
  }

  /// The customer asked to be left alone; confirming ends the snooze early.
  func snoozed(_ event: CallbackEvent, _ progress: QueueProgress, _ until: Date) -> CallbackDecision {
    switch event {
    case .snoozeEnded, .customerConfirmed:
      return .move(queued(progress, .waitingForAgent), CallbackActions(.findAgent))
    case .cancelled, .cancelledByAdministrator, .failed, .queueTimeRanOut, .lifetimeEnded:
      return endOfWork(event, progress, undoing: CallbackActions())
    case .servicePaused: return pause(progress, .snoozed(until: until))
    case .serviceResumed: return .stay(.notPaused)
    case .submissionFellDue, .reminderFellDue, .previewTimedOut, .confirmationTimedOut, .bookingExpired,
      .dialTimedOut, .dialRetryFellDue, .agentWaitRanOut, .retentionEnded, .submitted, .submissionFailed,
      .agentReserved, .agentUnavailable, .agentAccepted, .agentDeclined, .agentAnswered,
      .agentDidNotAnswer, .customerAnswered, .customerBusy, .customerDidNotAnswer,
      .answeringMachineAnswered, .numberInvalid, .callEnded, .customerCalled, .customerSnoozed,
      .rescheduled:
      return .refuse
    }
  }

  /// A call failed, and the next one is awaited.
  func waitingToDial(_ event: CallbackEvent, _ progress: QueueProgress, _ until: Date)
    -> CallbackDecision
  {
    switch event {
    case .dialRetryFellDue:
      let (state, actions) = begin(progress)
      return .move(state, actions)
    case .cancelled, .cancelledByAdministrator, .failed, .queueTimeRanOut, .lifetimeEnded:
      return endOfWork(event, progress, undoing: CallbackActions())
    case .servicePaused: return pause(progress, .waitingToDial(until: until))
    case .serviceResumed: return .stay(.notPaused)
    case .submissionFellDue, .reminderFellDue, .previewTimedOut, .confirmationTimedOut, .snoozeEnded,
      .bookingExpired, .dialTimedOut, .agentWaitRanOut, .retentionEnded, .submitted, .submissionFailed,
      .agentReserved, .agentUnavailable, .agentAccepted, .agentDeclined, .agentAnswered,
      .agentDidNotAnswer, .customerAnswered, .customerBusy, .customerDidNotAnswer,
      .answeringMachineAnswered, .numberInvalid, .callEnded, .customerCalled, .customerConfirmed,
      .customerSnoozed, .rescheduled:
      return .refuse
    }
  }
}
