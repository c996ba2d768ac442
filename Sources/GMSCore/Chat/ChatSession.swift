#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A chat session that a service opens for a customer.
public struct ChatSession: Hashable, Identifiable, Sendable {
  /// The session's name, a UUID; unlike the ids of other services it does not begin with the node's number.
  public let id: String
  /// The service that opens it.
  public let service: String
  /// The endpoint of the chat server to which it goes.
  public let endpoint: String
  /// How the customer's device gets messages.
  public let mode: ChatMode
  /// The customer's own data, for the agent.
  public let userData: Options
  /// When it was asked for.
  public let created: Date
  /// When it ends unless it is used.
  public let expires: Date

  /// A session from its parts.
  public init(
    id: String,
    service: String,
    endpoint: String,
    mode: ChatMode,
    userData: Options,
    created: Date,
    expires: Date
  ) {
    self.id = id
    self.service = service
    self.endpoint = endpoint
    self.mode = mode
    self.userData = userData
    self.created = created
    self.expires = expires
  }

  /// Where the customer's device begins to chat: `/genesys/1/service/<id>/ixn/chat`.
  public var createURL: String { "/genesys/1/service/\(id)/ixn/chat" }
}
