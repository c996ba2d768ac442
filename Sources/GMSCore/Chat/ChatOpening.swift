/// What became of an attempt to open a chat session.
public enum ChatOpening: Hashable, Sendable {
  /// The session is open.
  case opened
  /// The endpoint takes no session now, for a reason that a person can read.
  case refused(reason: String)
}
