/// The English of errors about chat.
extension CoreError {
  /// The sentence of a code about chat; nil for any other.
  var chatSentence: String? {
    guard code == .chatRefused else { return nil }
    return "chat endpoint \(quoted("endpoint"))\(ofOwner) takes no session now\(because); try again later"
  }
}
