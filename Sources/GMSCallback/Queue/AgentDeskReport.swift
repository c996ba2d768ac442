/// What only those who find agents for a virtual queue know, and the engine is told.
public struct AgentDeskReport: Hashable, Sendable {
  /// How many agents who serve the callback's virtual queue are logged in; nil when nobody counted.
  public var agentsLoggedIn: Int?
  /// The name of the session in which the callback runs on their side, in GMS the session of the orchestration server;
  /// nil when there is none.
  public var sessionID: String?

  /// A report from its parts; without any, nothing is known.
  public init(agentsLoggedIn: Int? = nil, sessionID: String? = nil) {
    self.agentsLoggedIn = agentsLoggedIn
    self.sessionID = sessionID
  }
}
