/// How a customer's device gets the messages of a chat.
public enum ChatMode: String, CaseIterable, Sendable {
  /// The device asks for them.
  case poll
  /// They are pushed over a CometD channel; GMS calls this `comet`.
  case push = "comet"

  /// The channel on which messages are pushed; nil when the device asks for them.
  public var channel: String? {
    switch self {
    case .poll: nil
    case .push: "/_genesys"
    }
  }
}
