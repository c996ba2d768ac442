#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
import GMSCore

// The line of a virtual queue: those whose state is in queue (`CallbackState.Name.inQueue`), by priority, then by the
// time of entering, then by id. It is never stored: each question sorts or counts the records.
extension CallbackEngine {
  /// Where a callback stands in line.
  ///
  /// - Parameters:
  ///   - id: The callback.
  ///   - now: The instant of the estimate.
  /// - Returns: The position; nil when the callback is not in line.
  /// - Throws: `CallbackError` with code `unknownCallback` or `damagedRecord`.
  /// - Complexity: O(n) in the callbacks in line and those that left it in the last hour.
  public func position(of id: String, at now: Date) throws -> QueuePosition? {
    try store.read { try position(of: callback(id, for: .view, $0), at: now, $0) }
  }

  /// The callbacks in line of a virtual queue, the next to be served first.
  ///
  /// Callbacks of services that may not be viewed are left out; the others keep their positions.
  ///
  /// - Returns: Those in line; none for a virtual queue that nobody waits in, or that nobody knows.
  /// - Throws: `CallbackError` with code `damagedRecord`.
  /// - Complexity: O(n log n) for n callbacks in line.
  public func line(of virtualQueue: String) throws -> [QueueMember] {
    try store.read { reader in
      let visible = try visibleServices([], reader)
      return try line(of: virtualQueue, reader).filter { visible?.contains($0.callback.service) ?? true }
    }
  }

  /// Which callback of a virtual queue an agent who is free now should be reserved for.
  ///
  /// It is the first in line that takes the event `agent-reserved`: not one that snoozes, is PAUSED, waits to be dialled,
  /// or has an agent already, and not one that has not waited for its service's `_min_queue_wait` yet. Report
  /// `agent-reserved` for it in the same moment; until that is done the answer stays the same.
  ///
  /// - Parameters:
  ///   - virtualQueue: The virtual queue.
  ///   - now: The instant.
  /// - Returns: The callback with its position; nil when nobody in line can be served now. Callbacks of services that
  ///   may not be viewed are passed over: the position says how many stand before it.
  /// - Throws: `CallbackError` with code `damagedRecord`.
  /// - Complexity: O(n log n) for n callbacks in line.
  public func next(in virtualQueue: String, at now: Date) throws -> QueueMember? {
    try store.read { reader in
      let visible = try visibleServices([], reader)
      for member in try line(of: virtualQueue, reader)
      where visible?.contains(member.callback.service) ?? true {
        let callback = member.callback
        let policy = try policy(of: callback, reader)
        guard case .move = callback.machine.decide(.agentReserved(agent: "agent"), at: now, policy: policy)
        else { continue }
        if let earliest = try earliestService(of: callback, enteredAt: callback.place?.enteredAt, reader),
          earliest > now
        {
          continue
        }
        return member
      }
      return nil
    }
  }

  /// The virtual queue that a callback waits in, or would wait in: its service's `_urs_virtual_queue`, else the request's,
  /// else one of the service's name.
  ///
  /// - Throws: `CallbackError` with code `unknownCallback`.
  public func virtualQueue(of id: String) throws -> String {
    try store.read { try virtualQueue(of: callback(id, for: .view, $0), $0) }
  }

  // MARK: - Inside a transaction

  func virtualQueue(of callback: Callback, _ reader: any StoreReader) throws -> String {
    let service = try configuredService(of: callback, reader)
    return VirtualQueueRule(callback.service, service).queue(of: callback.properties)
  }

  func position(of callback: Callback, at now: Date, _ reader: any StoreReader) throws -> QueuePosition? {
    guard let place = callback.place else { return nil }
    let queue = try VirtualQueueReader(
      virtualQueue(of: callback, reader),
      including: callback.service,
      reader
    )
    let stays = try queue.stays(at: now)
    let position = stays.position(of: place)
    return QueuePosition(
      virtualQueue: queue.name,
      position: position,
      totalWaiting: stays.count { $0.leftAt == nil },
      estimatedWait: try estimate(for: callback, at: position, QueueEstimator(stays, at: now), reader)
    )
  }

  /// How long a callback in line can expect to wait; nil also for one that is PAUSED, which waits for an administrator.
  private func estimate(
    for callback: Callback,
    at position: Int,
    _ estimator: QueueEstimator,
    _ reader: any StoreReader
  ) throws -> Double? {
    switch callback.state {
    case .paused: return nil
    case .scheduled, .queued, .routing, .processing, .completed:
      let earliest = [
        try earliestService(of: callback, enteredAt: callback.place?.enteredAt, reader),
        callback.heldBackUntil,
      ].compactMap(\.self)
        .max()
      return estimator.wait(at: position, notBefore: earliest)
    }
  }

  private func line(of virtualQueue: String, _ reader: any StoreReader) throws -> [QueueMember] {
    var line: [(place: QueuePlace, callback: Callback)] = []
    try VirtualQueueReader(virtualQueue, reader).forEachInLine { callback in
      if let place = callback.place { line.append((place, callback)) }
    }
    line.sort { $0.place < $1.place }
    return line.enumerated().map { QueueMember(position: $0.offset + 1, callback: $0.element.callback) }
  }

  /// The end of `_min_queue_wait`; nil for a callback that never was in line, or whose service has none.
  func earliestService(of callback: Callback, enteredAt entered: Date?, _ reader: any StoreReader) throws
    -> Date?
  {
    guard let entered, let service = try configuredService(of: callback, reader),
      let wait = try service.integer(ifSet: "_min_queue_wait"), wait > 0
    else { return nil }
    return entered.adding(seconds: wait)
  }
}
