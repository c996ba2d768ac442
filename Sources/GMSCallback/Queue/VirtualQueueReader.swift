#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCore

/// Reads what the records tell of one virtual queue.
struct VirtualQueueReader {
  /// The virtual queue's name.
  let name: String
  private let reader: any StoreReader
  private let sources: [Source]

  /// A service whose callbacks may wait in the virtual queue.
  private struct Source {
    var rule: VirtualQueueRule
    var policy: CallbackPolicy
  }

  /// A reader of a virtual queue.
  ///
  /// - Parameters:
  ///   - name: The virtual queue's name.
  ///   - service: A service that is looked at even when it is not configured, such as that of a callback that is in
  ///     line all the same.
  ///   - reader: Where configuration and records are.
  /// - Throws: `CoreError` when the store cannot be read.
  /// - Complexity: O(n) in the services of the configuration.
  init(_ name: String, including service: String? = nil, _ reader: any StoreReader) throws {
    let configuration = try reader.configuration()
    self.name = name
    self.reader = reader
    var sources: [Source] = []
    for serviceName in configuration.services.keys.sorted() {
      // One service that does not read is no reason to know nothing of the others.
      guard let service = try? ConfiguredService(serviceName, in: configuration),
        service.template.name == "callback"
      else { continue }
      let rule = VirtualQueueRule(serviceName, service)
      guard rule.allows(name) else { continue }
      sources.append(Source(rule: rule, policy: (try? CallbackPolicy(service)) ?? CallbackPolicy()))
    }
    if let service, !sources.contains(where: { $0.rule.service == service }) {
      sources.append(Source(rule: VirtualQueueRule(service, nil), policy: CallbackPolicy()))
    }
    self.sources = sources
  }

  /// Visits the callbacks that are in line, in no order that means anything.
  ///
  /// - Complexity: O(n) in the callbacks in line of the services whose callbacks may wait here.
  func forEachInLine(_ visit: (Callback) throws -> Void) throws {
    let states = Set(CallbackState.Name.inQueue.map(\.rawValue))
    for source in sources {
      try reader.forEachRecord(RecordQuery(.callback, services: [source.rule.service], states: states)) {
        let callback = try Callback(stored: $0)
        if source.rule.queue(of: callback.properties) == name { try visit(callback) }
      }
    }
  }

  /// The stays of all that are in line, and of all that left the line after an instant.
  ///
  /// - Parameters:
  ///   - since: The instant.
  ///   - now: The instant of the question; what was wanted later than is submitted by then is not looked at.
  /// - Returns: The stays, in no order that means anything.
  /// - Throws: `CallbackError` with code `damagedRecord`.
  /// - Complexity: O(n) in the callbacks in line, and those over since the longest stay in line before `since`.
  func stays(since: Date, until now: Date) throws -> [QueueStay] {
    var stays: [QueueStay] = []
    try forEachInLine { callback in
      if let stay = QueueStay(callback) { stays.append(stay) }
    }
    let states = Set([CallbackState.Name.processing, .completed].map(\.rawValue))
    for source in sources {
      // Who left after the instant was wanted at the earliest when the longest stay before it began.
      let lookBack = min(source.policy.queueTimeToLive, VirtualQueueReader.longestLookBack)
      let query = RecordQuery(
        .callback,
        services: [source.rule.service],
        states: states,
        from: since - Double(lookBack),
        to: now + Double(source.policy.submissionLead) + 1
      )
      try reader.forEachRecord(query) { record in
        let callback = try Callback(stored: record)
        guard source.rule.queue(of: callback.properties) == name, let stay = QueueStay(callback),
          let leftAt = stay.leftAt, leftAt > since
        else { return }
        stays.append(stay)
      }
    }
    return stays
  }

  /// The stays that an estimate at `now` needs.
  func stays(at now: Date) throws -> [QueueStay] {
    try stays(since: now - Double(QueueEstimator.window), until: now)
  }

  /// Whether the records still tell all of what the line was at an instant: none that was in line within the hour
  /// before can have been taken away since.
  func remembers(_ instant: Date, at now: Date) -> Bool {
    sources.allSatisfy { source in
      // In line at the earliest an hour before; wanted, at the earliest, the longest stay before that.
      let stay =
        QueueEstimator.window + min(source.policy.queueTimeToLive, VirtualQueueReader.longestLookBack)
      return instant.adding(seconds: source.policy.timeToLive - stay) > now
    }
  }

  /// No stay is looked for further back than a week, in seconds, whatever `_urs_queued_ttl` says.
  private static let longestLookBack = 604_800
}
