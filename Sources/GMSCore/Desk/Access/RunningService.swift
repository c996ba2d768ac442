/// A service that runs and is no instance of a desk: what a desk must know of it.
public struct RunningService: Hashable, Sendable {
  /// The id.
  public let id: String
  /// The data that the customer's application gave it.
  public let userData: Options

  /// A running service from its parts.
  public init(id: String, userData: Options = [:]) {
    self.id = id
    self.userData = userData
  }
}
