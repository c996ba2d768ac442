/// How many callbacks in queue one number may have before a further request for it is refused
/// (`_enable_in_queue_checking`).
public enum InQueueChecking: String, CaseIterable, Sendable {
  /// Two.
  case two = "true"
  /// One.
  case one = "strict"
  /// Any.
  case any = "false"

  /// The number; nil for any.
  public var limit: Int? {
    switch self {
    case .two: 2
    case .one: 1
    case .any: nil
    }
  }
}
