#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// What a callback waits for while it is QUEUED.
///
/// Two families: in the waiting phases nobody is engaged, so the service's pause and the queue's time limit
/// apply; in the engaged phases an agent or the customer is doing something, which is played out first.
public enum QueuePhase: Hashable, Sendable {
  /// The queue has not taken the callback yet: an answer is outstanding (nil), or the next try falls due.
  case waitingForSubmission(retryAt: Date?)
  /// In line for an agent.
  case waitingForAgent
  /// An agent looks at the callback, to accept or reject it. Engaged.
  case agentPreview(agent: String, until: Date)
  /// An agent is held while the customer is asked whether it suits now. Engaged.
  case waitingForConfirmation(agent: String, until: Date)
  /// The customer asked to be left alone for a while; the place in line is kept.
  case snoozed(until: Date)
  /// The customer was offered an access number or a chat and has to use it. Engaged.
  case waitingForCustomer(agent: String?, until: Date)
  /// The customer's number is being dialled with no agent reserved. Engaged.
  case dialling(until: Date)
  /// A call to the customer failed; the next one is tried then.
  case waitingToDial(until: Date)
  /// The customer is on the line and waits for an agent. Engaged.
  case waitingOnCall(until: Date)

  /// Whether the service's pause and `_urs_queued_ttl` apply: nobody is engaged.
  public var canPause: Bool {
    switch self {
    case .waitingForSubmission, .waitingForAgent, .snoozed, .waitingToDial: true
    case .agentPreview, .waitingForConfirmation, .waitingForCustomer, .dialling, .waitingOnCall: false
    }
  }

  /// The agent who is held for the callback, if any.
  public var agent: String? {
    switch self {
    case .agentPreview(let agent, _), .waitingForConfirmation(let agent, _): agent
    case .waitingForCustomer(let agent, _): agent
    case .waitingForSubmission, .waitingForAgent, .snoozed, .dialling, .waitingToDial, .waitingOnCall: nil
    }
  }
}
