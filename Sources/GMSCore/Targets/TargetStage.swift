/// A stretch of a callback's wait for an agent, in which the same targets are asked.
public struct TargetStage: Hashable, Sendable {
  /// Which entry of the list began it, from 0.
  public let index: Int
  /// Who is asked, those of earlier entries first.
  public let targets: [RoutingTarget]
  /// How many seconds it lasts; nil for until the callback's time in the queue is over.
  public let timeout: Int?

  /// A stage from its parts.
  public init(index: Int, targets: [RoutingTarget], timeout: Int?) {
    self.index = index
    self.targets = targets
    self.timeout = timeout
  }
}
