/// One callback in line, with its position.
public struct QueueMember: Hashable, Sendable {
  /// The position, from 1.
  public let position: Int
  /// The callback.
  public let callback: Callback

  /// A member from its parts.
  public init(position: Int, callback: Callback) {
    self.position = position
    self.callback = callback
  }
}
