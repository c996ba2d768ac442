/// Who opens chat sessions at a chat server.
///
/// The library ships ``AcceptingChatTransport``. One that speaks a chat server's protocol is the embedder's: what a
/// session is, and for how long, is decided before it is asked.
public protocol ChatTransport: Sendable {
  /// Opens a session.
  ///
  /// It is asked inside the store's transaction, before the session is written: a refused session leaves nothing
  /// behind, but one that was opened may in rare cases not be stored after all, and then ends by its own time-out. A dry
  /// run asks nobody.
  func open(_ session: ChatSession) -> ChatOpening
}
