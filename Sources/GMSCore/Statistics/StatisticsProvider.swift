/// Who knows how long a virtual queue is.
///
/// The library ships ``IdleStatistics`` and, in GMSCallback, one that counts the store's own callbacks. One that fetches
/// ``StatisticsQuery/url`` from a routing server is left out on purpose: it would bring a network client, its
/// time-outs and its certificates into a library that needs none of them. This protocol is where it fits in: an
/// implementation fetches the URL, reads the numbers, and answers nil for an empty object.
///
/// Answers are kept for the service's `_caching_policy` by a ``StatisticsCache`` in front, so a provider keeps none.
public protocol StatisticsProvider: Sendable {
  /// The statistics that a query asks for.
  ///
  /// - Parameters:
  ///   - query: What is asked, at which instant.
  ///   - reader: The state of the store in which the request is answered, for providers that count there; not to be
  ///     kept.
  /// - Returns: The statistics; nil when the virtual queue has no activity.
  /// - Throws: `CoreError`; with code `statisticsUnavailable` and the facts `url` and `reason` when whoever was asked
  ///   does not answer.
  func statistics(_ query: StatisticsQuery, _ reader: any StoreReader) throws -> QueueStatistics?
}
