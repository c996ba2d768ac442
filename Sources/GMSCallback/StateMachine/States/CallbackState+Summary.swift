extension CallbackState.Kind {
  /// What the state means, in one line.
  public var summary: String {
    switch self {
    case .scheduled: "waits for the desired time; nothing is in the queue yet"
    case .submitting: "handed to the queue, whose answer is outstanding"
    case .waitingToSubmit: "the queue did not take it; waits to be handed over again"
    case .waitingForAgent: "in line for an agent"
    case .agentPreview: "an agent looks at it, to accept or reject it"
    case .waitingForConfirmation: "the customer is asked whether it suits now; an agent is held"
    case .snoozed: "the customer asked to be left alone for a while; the place in line is kept"
    case .waitingForCustomer: "the customer has to call the access number or open the chat; no agent is held"
    case .agentWaitsForCustomer:
      "the customer has to call the access number or open the chat; an agent is held"
    case .dialling: "the customer's number rings; no agent is reserved"
    case .waitingToDial: "a call to the customer failed; waits for the next one"
    case .waitingOnCall: "the customer is on the line and waits for an agent"
    case .diallingCustomer: "the customer's number rings; an agent is reserved and called next"
    case .diallingAgent: "the agent's telephone rings; the customer is called next"
    case .customerJoinsAgent: "the agent is on the line; the customer's number rings"
    case .agentJoinsCustomer: "the customer is on the line; the call is transferred to the agent"
    case .processing: "customer and agent are connected"
    case .paused: "held back by the service's pause; goes on with what it waited for"
    case .pausedSubmitting: "held back by the service's pause while the queue's answer is outstanding"
    case .completed: "over, with a reason"
    }
  }
}
