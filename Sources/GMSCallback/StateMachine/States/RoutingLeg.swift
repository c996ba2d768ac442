#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Who is being called while a callback is ROUTING, and who is on the line already.
public enum RoutingLeg: Hashable, Sendable {
  /// The customer's number rings; the agent is reserved and will be called next.
  case diallingCustomer
  /// The agent's telephone rings; the customer will be called next.
  case diallingAgent
  /// The agent is on the line, and the customer's number rings.
  case customerJoinsAgent
  /// The customer is on the line, and the call is being transferred to the agent.
  ///
  /// The customer waits on the line for agents until `waitsUntil` at most, over all transfers.
  case agentJoinsCustomer(waitsUntil: Date)
}
