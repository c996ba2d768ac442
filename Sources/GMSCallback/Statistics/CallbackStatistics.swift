#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar
public import GMSCore

/// Statistics of virtual queues, counted from the callbacks of the store.
///
/// The parameter `name` is the virtual queue; others, such as `tenant` and `aqt`, are taken and change nothing. A
/// callback waits in the virtual queue that its service names in `_urs_virtual_queue`; where the service names none, in
/// the one that the request named; else in one of the service's own name.
///
/// GMS does not document how its numbers come about; these are ours:
/// - `calls` and `wcalls`: how many callbacks are QUEUED, ROUTING or PAUSED; all weigh the same.
/// - `pos` and `wpos`: the place of the next one, `calls` and 1.
/// - `wt`: how long the one that is served next has waited.
/// - `hit`: how many in a hundred of those who left the queue in the last hour reached an agent, rounded down; 0 when
///   nobody left.
/// - `aqt`: how long those who reached an agent in the last hour had waited, on average; 0 when nobody did.
/// - `ewt`: how long those in line will take at the pace at which agents were reached in the last hour, see
///   ``QueueEstimator``; where none was, as long as the first in line has waited already, for nothing else is known.
///
/// With nobody in line and nobody who left it in the last hour there is no activity.
public struct CallbackStatistics: StatisticsProvider {
  /// How many seconds "lately" is.
  public static let window = QueueEstimator.window

  /// The provider.
  public init() {}

  /// The statistics of the virtual queue that the parameter `name` names.
  ///
  /// - Throws: `CoreError` with code `missingParameter` without a `name`; `CallbackError` with code `damagedRecord`.
  /// - Complexity: O(n) in the callbacks in line, and those completed since the longest stay in line before the last
  ///   hour.
  public func statistics(_ query: StatisticsQuery, _ reader: any StoreReader) throws -> QueueStatistics? {
    guard let name = query["name"], !name.isEmpty else {
      throw CoreError(
        .missingParameter,
        [
          "service": query.service, "parameter": "name",
          "accepted": "the name of a virtual queue, in the request or in '_urs_stat_url_parameters'",
        ]
      )
    }
    let stays = try VirtualQueueReader(name, reader).stays(at: query.now)
    return CallbackStatistics.statistics(stays, at: query.now)
  }

  /// The statistics of stays; nil when there is no activity.
  private static func statistics(_ stays: [QueueStay], at now: Date) -> QueueStatistics? {
    let waiting = stays.filter { $0.leftAt == nil }
    let departed = stays.filter { stay in stay.leftAt.map { $0 <= now } ?? false }
    guard !waiting.isEmpty || !departed.isEmpty else { return nil }
    let served = departed.filter(\.reachedAgent)
    let first = waiting.map(\.place).min()
    let waited = max(0, first.map { now.timeIntervalSince($0.enteredAt) } ?? 0)
    return QueueStatistics(
      calls: waiting.count,
      weightedCalls: waiting.count,
      position: waiting.count + 1,
      weightedPosition: waiting.count + 1,
      time: now.secondsSince1970,
      hit: departed.isEmpty ? 0 : 100 * served.count / departed.count,
      waited: waited,
      expectedWait: QueueEstimator(stays, at: now).wait(at: waiting.count) ?? waited,
      averageWait: served.isEmpty
        ? 0 : served.reduce(0) { $0 + $1.waited(until: now) } / Double(served.count)
    )
  }
}
