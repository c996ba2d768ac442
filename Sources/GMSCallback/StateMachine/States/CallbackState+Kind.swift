extension CallbackState {
  /// The state and phase without data: what decides which events are taken.
  ///
  /// The text form is `STATE`, or `STATE/phase`; it stands in histories and in errors.
  public enum Kind: String, CaseIterable, Sendable {
    /// Waiting for the desired time.
    case scheduled = "SCHEDULED"
    /// Handed to the queue, whose answer is outstanding.
    case submitting = "QUEUED/submitting"
    /// Waiting to be handed to the queue again.
    case waitingToSubmit = "QUEUED/waiting-to-submit"
    /// In line for an agent.
    case waitingForAgent = "QUEUED/waiting-for-agent"
    /// An agent looks at the callback.
    case agentPreview = "QUEUED/agent-preview"
    /// The customer is asked whether it suits now.
    case waitingForConfirmation = "QUEUED/waiting-for-confirmation"
    /// The customer asked to be left alone for a while.
    case snoozed = "QUEUED/snoozed"
    /// The customer has to call or open the chat; no agent is held.
    case waitingForCustomer = "QUEUED/waiting-for-customer"
    /// The customer has to call or open the chat, and an agent is held.
    case agentWaitsForCustomer = "QUEUED/agent-waits-for-customer"
    /// The customer's number is being dialled with no agent reserved.
    case dialling = "QUEUED/dialling"
    /// Waiting to dial the customer again.
    case waitingToDial = "QUEUED/waiting-to-dial"
    /// The customer is on the line and waits for an agent.
    case waitingOnCall = "QUEUED/waiting-on-call"
    /// The customer's number rings, an agent is reserved.
    case diallingCustomer = "ROUTING/dialling-customer"
    /// The agent's telephone rings.
    case diallingAgent = "ROUTING/dialling-agent"
    /// The agent is on the line, the customer's number rings.
    case customerJoinsAgent = "ROUTING/customer-joins-agent"
    /// The customer is on the line, the call is transferred to the agent.
    case agentJoinsCustomer = "ROUTING/agent-joins-customer"
    /// Customer and agent are connected.
    case processing = "PROCESSING"
    /// Held back by the service's pause.
    case paused = "PAUSED"
    /// Held back by the service's pause while the queue's answer is outstanding.
    case pausedSubmitting = "PAUSED/submitting"
    /// Over.
    case completed = "COMPLETED"
  }

  /// The state and phase without data.
  public var kind: Kind {
    switch self {
    case .scheduled: .scheduled
    case .queued(let queued): queued.phase.kind
    case .routing(let routing): routing.leg.kind
    case .processing: .processing
    case .paused(let paused):
      switch paused.resume.phase.kind {
      case .submitting: .pausedSubmitting
      case .scheduled, .waitingToSubmit, .waitingForAgent, .agentPreview, .waitingForConfirmation, .snoozed,
        .waitingForCustomer, .agentWaitsForCustomer, .dialling, .waitingToDial, .waitingOnCall,
        .diallingCustomer, .diallingAgent, .customerJoinsAgent, .agentJoinsCustomer, .processing, .paused,
        .pausedSubmitting, .completed:
        .paused
      }
    case .completed: .completed
    }
  }
}

extension CallbackState.Kind {
  /// The state that this is a part of.
  public var name: CallbackState.Name {
    switch self {
    case .scheduled: .scheduled
    case .submitting, .waitingToSubmit, .waitingForAgent, .agentPreview, .waitingForConfirmation, .snoozed,
      .waitingForCustomer, .agentWaitsForCustomer, .dialling, .waitingToDial, .waitingOnCall:
      .queued
    case .diallingCustomer, .diallingAgent, .customerJoinsAgent, .agentJoinsCustomer: .routing
    case .processing: .processing
    case .paused, .pausedSubmitting: .paused
    case .completed: .completed
    }
  }

  /// Whether an agent is held for the callback.
  var holdsAgent: Bool {
    switch self {
    case .agentPreview, .waitingForConfirmation, .agentWaitsForCustomer, .diallingCustomer, .diallingAgent,
      .customerJoinsAgent, .agentJoinsCustomer, .processing:
      true
    case .scheduled, .submitting, .waitingToSubmit, .waitingForAgent, .snoozed, .waitingForCustomer,
      .dialling,
      .waitingToDial, .waitingOnCall, .paused, .pausedSubmitting, .completed:
      false
    }
  }

  /// The phase's own name, such as `waiting-for-agent`; nil for a state without phases.
  public var phaseName: String? {
    rawValue.split(separator: "/").dropFirst().first.map(String.init)
  }
}

extension QueuePhase {
  /// The phase without data.
  var kind: CallbackState.Kind {
    switch self {
    case .waitingForSubmission(let retryAt): retryAt == nil ? .submitting : .waitingToSubmit
    case .waitingForAgent: .waitingForAgent
    case .agentPreview: .agentPreview
    case .waitingForConfirmation: .waitingForConfirmation
    case .snoozed: .snoozed
    case .waitingForCustomer(let agent, _): agent == nil ? .waitingForCustomer : .agentWaitsForCustomer
    case .dialling: .dialling
    case .waitingToDial: .waitingToDial
    case .waitingOnCall: .waitingOnCall
    }
  }
}

extension RoutingLeg {
  /// The leg without data.
  var kind: CallbackState.Kind {
    switch self {
    case .diallingCustomer: .diallingCustomer
    case .diallingAgent: .diallingAgent
    case .customerJoinsAgent: .customerJoinsAgent
    case .agentJoinsCustomer: .agentJoinsCustomer
    }
  }
}
