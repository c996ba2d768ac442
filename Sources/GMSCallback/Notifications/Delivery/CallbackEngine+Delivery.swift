#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
public import GMSCore

extension CallbackEngine {
  /// Delivers what is due now, through a transport.
  ///
  /// ``run(_:)`` calls this with the engine's own transport. It is at least once: the transport is asked first, and what
  /// came of it is kept then. Of one callback, notifications of one kind (status events; pushes to the device) come in
  /// the order in which they were made; one that fails is tried again later, and those behind it wait.
  ///
  /// A dry run asks nobody. An announced agent of whom the customer need not know any more is not announced.
  ///
  /// - Parameters:
  ///   - transport: Who delivers.
  ///   - context: What the request is given.
  /// - Returns: Each attempt, in order.
  /// - Throws: `CoreError` with code `notPermitted` for one who may not `configure`; errors of the store, when what was
  ///   delivered last is delivered once more.
  @discardableResult
  public func deliver(
    through transport: any NotificationTransport,
    _ context: RequestContext
  ) throws -> [DeliveryStep] {
    var steps: [DeliveryStep] = []
    while true {
      let due = try store.read { reader in
        try authority.require(.configure, reader)
        return context.isDryRun ? DueNotifications() : try DueNotifications(reader, by: context.now)
      }
      if due.isEmpty { return steps }
      let attempts = due.lines.flatMap { line in
        var attempts: [DeliveryStep] = []
        for notification in line {
          let step = notification.step(after: transport.deliver(notification), at: context.now)
          attempts.append(step)
          if case .postponed = step.result { break }
        }
        return attempts
      }
      try store.write(context.change) { writer in
        for id in due.stale { try writer.remove(.notification, id) }
        for step in attempts { try step.keep(writer) }
      }
      steps += attempts
    }
  }
}

/// What a transport is brought at one instant.
private struct DueNotifications {
  /// What is due of each callback, in the order in which it is told.
  var lines: [[CallbackNotification]] = []
  /// The ids of those that nobody need know of any more.
  var stale: [String] = []

  /// How many are delivered before what came of them is kept: a crash repeats at most so many, and those of their lines.
  private static let portion = 100

  var isEmpty: Bool { lines.isEmpty && stale.isEmpty }

  init() {}

  init(_ reader: any StoreReader, by now: Date) throws {
    let end = now.addingTimeInterval(0.001)
    let query = RecordQuery(
      .notification,
      states: CallbackNotification.Standing.delivered,
      to: end,
      limit: DueNotifications.portion
    )
    var seen: Set<String> = []
    for record in try reader.records(query) {
      let first = try CallbackNotification(stored: record)
      guard seen.insert("\(first.standing.rawValue) \(first.callback)").inserted else { continue }
      // The whole line: of those due at one instant the query may have cut some off, and not the last.
      let line = try Outbox(reader).waiting(of: first.callback, [first.standing.rawValue])
        .filter { $0.nextAttempt < end }
      let fresh = try line.filter { try $0.isStillTrue(reader) }
      stale += line.filter { !fresh.contains($0) }.map(\.id)
      if !fresh.isEmpty { lines.append(fresh) }
    }
  }
}

extension CallbackNotification {
  /// Whether somebody still has to know: an agent is announced only while the customer is asked.
  func isStillTrue(_ reader: any StoreReader) throws -> Bool {
    switch subject {
    case .status, .deviceMessage, .agentMessage: return true
    case .agentAvailable:
      guard let record = try reader.record(.callback, callback.text) else { return false }
      return try Callback(stored: record).state.kind == .waitingForConfirmation
    }
  }

  /// What follows from an attempt.
  fileprivate func step(after outcome: NotificationOutcome, at now: Date) -> DeliveryStep {
    let attempt = attempts + 1
    let result: DeliveryStep.Result
    switch outcome {
    case .delivered: result = .delivered
    case .refused(let reason): result = .givenUp(reason: reason)
    case .failed(let reason):
      let next = now.adding(seconds: RetryDelay.seconds(afterFailures: attempt))
      // At the end of all time there is no later.
      let isLast = attempt >= maxAttempts || next <= now
      result = isLast ? .givenUp(reason: reason) : .postponed(until: next, reason: reason)
    }
    return DeliveryStep(notification: self, attempt: attempt, result: result)
  }
}

extension DeliveryStep {
  /// Keeps what followed from the attempt, where the notification is still there: a device may have asked for it, or the
  /// callback may be gone meanwhile.
  fileprivate func keep(_ writer: any StoreWriter) throws {
    guard let record = try writer.record(.notification, notification.id) else { return }
    var kept = try CallbackNotification(stored: record)
    switch result {
    case .delivered: try writer.remove(.notification, kept.id)
    case .givenUp(let reason):
      guard kept.standing == .push else {
        try writer.remove(.notification, kept.id)
        return
      }
      kept.attempts = attempt
      kept.lastFailure = reason
      kept.address = nil
      try writer.put(kept.stored)
    case .postponed(let until, let reason):
      kept.attempts = attempt
      kept.lastFailure = reason
      kept.wait(until: until)
      try writer.put(kept.stored)
      for var behind in try Outbox(writer).waiting(of: kept.callback, [kept.standing.rawValue])
      where behind.nextAttempt < until {
        behind.wait(until: until)
        try writer.put(behind.stored)
      }
    }
  }
}
