/// A transport that takes every session, for stores without a chat server.
public struct AcceptingChatTransport: ChatTransport {
  /// The transport.
  public init() {}

  /// Opened, always.
  public func open(_ session: ChatSession) -> ChatOpening { .opened }
}
