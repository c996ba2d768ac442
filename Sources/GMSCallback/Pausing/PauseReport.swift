/// What pausing or resuming a service did.
public struct PauseReport: Hashable, Sendable {
  /// The service.
  public let service: String
  /// Whether it is paused now.
  public let isPaused: Bool
  /// Whether it was not so before.
  public let isChanged: Bool
  /// The steps of its callbacks, in the order of their places in line.
  ///
  /// A callback with which an agent or the customer is engaged is not among them: that is played out first.
  public let steps: [DriverStep]

  /// A report from its parts.
  public init(service: String, isPaused: Bool, isChanged: Bool, steps: [DriverStep]) {
    self.service = service
    self.isPaused = isPaused
    self.isChanged = isChanged
    self.steps = steps
  }
}
