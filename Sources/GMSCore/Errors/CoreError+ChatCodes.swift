// Chat: facts `service`, `endpoint`, `reason`.
extension CoreError.Code {
  /// A chat endpoint that takes no session.
  public static let chatRefused = CoreError.Code(rawValue: "chat-refused")

  /// All codes of this file, in order.
  package static let chatCodes: [CoreError.Code] = [.chatRefused]
}
