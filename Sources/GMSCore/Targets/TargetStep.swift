/// One entry of a list of targets: whom to ask, how long, and when not to.
public struct TargetStep: Hashable, Sendable {
  /// Who is asked.
  public let target: RoutingTarget
  /// How many seconds are waited before the next entry's turn; nil for the last entry only, which then waits
  /// until the callback's time in the queue is over.
  public let timeout: Int?
  /// Whether the next entry replaces the targets so far, rather than being asked together with them.
  public let clear: Bool
  /// When this entry is passed over; nil for never.
  public let skip: TargetCondition?

  /// An entry from its parts.
  ///
  /// - Precondition: a time-out is 0 or more.
  public init(_ target: RoutingTarget, timeout: Int? = nil, clear: Bool = false, skip: TargetCondition? = nil)
  {
    precondition(timeout ?? 0 >= 0, "A time-out is 0 or more.")
    self.target = target
    self.timeout = timeout
    self.clear = clear
    self.skip = skip
  }
}
