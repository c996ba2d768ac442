#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension FlatState {
  /// The flat form of a state.
  init(_ state: CallbackState) {
    switch state {
    case .scheduled(let scheduled): self = .scheduled(scheduled)
    case .queued(let queued): self = .queued(queued.progress, queued.phase)
    case .routing(let routing):
      self = .routing(routing.progress, routing.agent, routing.leg, answerBy: routing.answerBy)
    case .processing(let processing):
      self = .processing(processing.progress, processing.agent, since: processing.since)
    case .paused(let paused):
      self = .paused(paused.resume.progress, paused.resume.phase, since: paused.since)
    case .completed(let completed):
      self = .completed(
        completed.reason,
        note: completed.note,
        at: completed.at,
        attempts: completed.attempts
      )
    }
  }

  /// The state that this is the flat form of.
  var state: CallbackState {
    switch kind {
    case .scheduled: .scheduled(scheduled)
    case .submitting, .waitingToSubmit, .waitingForAgent, .agentPreview, .waitingForConfirmation, .snoozed,
      .waitingForCustomer, .agentWaitsForCustomer, .dialling, .waitingToDial, .waitingOnCall:
      .queued(CallbackState.Queued(progress: progress, phase: phase))
    case .diallingCustomer: .routing(routing(.diallingCustomer))
    case .diallingAgent: .routing(routing(.diallingAgent))
    case .customerJoinsAgent: .routing(routing(.customerJoinsAgent))
    case .agentJoinsCustomer: .routing(routing(.agentJoinsCustomer(waitsUntil: second)))
    case .processing:
      .processing(CallbackState.Processing(progress: progress, agent: text, since: first))
    case .paused, .pausedSubmitting:
      .paused(
        CallbackState.Paused(
          resume: CallbackState.Queued(progress: progress, phase: phase),
          since: second
        )
      )
    case .completed:
      .completed(
        CallbackState.Completed(
          reason: reason ?? .agentConnected,
          note: note,
          at: first,
          attempts: progress.attempts
        )
      )
    }
  }

  /// The data of SCHEDULED.
  var scheduled: CallbackState.Scheduled {
    CallbackState.Scheduled(submitAt: first, remindAt: hasSecond ? second : nil)
  }

  private func routing(_ leg: RoutingLeg) -> CallbackState.Routing {
    CallbackState.Routing(progress: progress, agent: text, leg: leg, answerBy: first)
  }

  /// The phase of QUEUED, or the one that PAUSED goes on with.
  var phase: QueuePhase {
    switch resumes {
    case .submitting: return .waitingForSubmission(retryAt: nil)
    case .waitingToSubmit: return .waitingForSubmission(retryAt: first)
    case .waitingForAgent: return .waitingForAgent
    case .agentPreview: return .agentPreview(agent: text, until: first)
    case .waitingForConfirmation: return .waitingForConfirmation(agent: text, until: first)
    case .snoozed: return .snoozed(until: first)
    case .waitingForCustomer: return .waitingForCustomer(agent: nil, until: first)
    case .agentWaitsForCustomer: return .waitingForCustomer(agent: text, until: first)
    case .dialling: return .dialling(until: first)
    case .waitingToDial: return .waitingToDial(until: first)
    case .waitingOnCall: return .waitingOnCall(until: first)
    case .scheduled, .diallingCustomer, .diallingAgent, .customerJoinsAgent, .agentJoinsCustomer, .processing,
      .paused, .pausedSubmitting, .completed:
      preconditionFailure("The state \(kind.rawValue) has no phase of the queue.")
    }
  }
}
