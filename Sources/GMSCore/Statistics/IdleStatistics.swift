/// A provider that knows of no activity in any virtual queue.
public struct IdleStatistics: StatisticsProvider {
  /// The provider.
  public init() {}

  /// Nil: no activity.
  public func statistics(_ query: StatisticsQuery, _ reader: any StoreReader) -> QueueStatistics? { nil }
}
