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
/// - `ewt`: how long those in line will take at the pace at which agents were reached in the last hour; where none was, as
///   long as the first in line has waited already, for nothing else is known.
///
/// With nobody in line and nobody who left it in the last hour there is no activity.
public struct CallbackStatistics: StatisticsProvider {
  /// How many seconds "lately" is.
  public static let window = 3600

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
    var line = Line(now: query.now)
    for service in try services(of: name, reader) {
      try line.count(service, reader) { callback in
        service.hasVirtualQueue || (callback.properties["_urs_virtual_queue"] ?? service.name) == name
      }
    }
    return line.statistics
  }

  /// A service whose callbacks may wait in the virtual queue.
  private struct Source {
    var name: String
    /// Whether the service itself names the virtual queue, for all its callbacks.
    var hasVirtualQueue: Bool
    var policy: CallbackPolicy
  }

  /// The services whose callbacks may wait in a virtual queue, by name.
  private func services(of queue: String, _ reader: any StoreReader) throws -> [Source] {
    let configuration = try reader.configuration()
    return try configuration.services.keys.sorted().compactMap { name in
      // One service that does not read is no reason to know nothing of the others.
      guard let service = try? ConfiguredService(name, in: configuration),
        service.template.name == "callback"
      else { return nil }
      let configured = service["_urs_virtual_queue"]
      guard configured == nil || configured == queue else { return nil }
      return Source(
        name: name,
        hasVirtualQueue: configured != nil,
        policy: try CallbackPolicy(service)
      )
    }
  }

  /// What is counted.
  private struct Line {
    let now: Date
    var calls = 0
    var first: QueuePlace?
    var departed = 0
    var served = 0
    var secondsOfServed = 0.0

    /// Counts the callbacks of a service that `belongs` chooses.
    mutating func count(
      _ source: Source,
      _ reader: any StoreReader,
      where belongs: (Callback) -> Bool
    ) throws {
      let waiting = Set(CallbackState.Name.inQueue.map(\.rawValue))
      try reader.forEachRecord(RecordQuery(.callback, services: [source.name], states: waiting)) { record in
        let callback = try Callback(stored: record)
        guard belongs(callback), let place = callback.place else { return }
        calls += 1
        first = first.map { min($0, place) } ?? place
      }
      // Who left in the last hour was wanted at the earliest when the longest stay before that hour began.
      let lookBack = CallbackStatistics.window + min(source.policy.queueTimeToLive, 604_800)
      let query = RecordQuery(
        .callback,
        services: [source.name],
        states: [CallbackState.Name.processing.rawValue, CallbackState.Name.completed.rawValue],
        from: now - Double(lookBack),
        to: now + Double(source.policy.submissionLead) + 1
      )
      try reader.forEachRecord(query) { record in
        let callback = try Callback(stored: record)
        guard belongs(callback), let departure = QueueDeparture(callback), departure.at <= now,
          now.timeIntervalSince(departure.at) < Double(CallbackStatistics.window)
        else { return }
        departed += 1
        if departure.reachedAgent {
          served += 1
          secondsOfServed += departure.waited
        }
      }
    }

    /// The statistics; nil when there is no activity.
    var statistics: QueueStatistics? {
      guard calls > 0 || departed > 0 else { return nil }
      let waited = max(0, first.map { now.timeIntervalSince($0.enteredAt) } ?? 0)
      let pace = served > 0 ? Double(calls) * Double(CallbackStatistics.window) / Double(served) : waited
      return QueueStatistics(
        calls: calls,
        weightedCalls: calls,
        position: calls + 1,
        weightedPosition: calls + 1,
        time: now.secondsSince1970,
        hit: departed > 0 ? 100 * served / departed : 0,
        waited: waited,
        expectedWait: pace,
        averageWait: served > 0 ? secondsOfServed / Double(served) : 0
      )
    }
  }
}
