#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
import GMSCore

extension CallbackEngine {
  /// What can be told of a callback in line to one who looks for the reason why it waits.
  ///
  /// Nothing of it is kept: positions and estimates of instants that are over are worked out from the records that were
  /// in line then. Where some of these may be gone already, because their `_ttl` is over, they are unknown.
  ///
  /// - Parameters:
  ///   - id: The callback.
  ///   - now: The instant of the question.
  ///   - report: What only those know who find agents.
  /// - Returns: The nineteen diagnostics; what is not known is nil.
  /// - Throws: `CallbackError` with code `unknownCallback` or `damagedRecord`.
  /// - Complexity: O(n) in the callbacks in line and those completed since an hour before the callback was requested.
  public func diagnostics(
    of id: String,
    at now: Date,
    _ report: AgentDeskReport = AgentDeskReport()
  ) throws -> QueueDiagnostics {
    try store.read { reader in
      let callback = try callback(id, for: .view, reader)
      return try diagnostics(of: callback, at: now, report, reader)
    }
  }

  private func diagnostics(
    of callback: Callback,
    at now: Date,
    _ report: AgentDeskReport,
    _ reader: any StoreReader
  ) throws -> QueueDiagnostics {
    let dials = DialReading(callback.history)
    var diagnostics = QueueDiagnostics(timeAccepted: callback.created)
    diagnostics.agentsLoggedIn = report.agentsLoggedIn
    diagnostics.sessionID = report.sessionID
    diagnostics.callbackVersion = QueueDiagnostics.strategyVersion
    diagnostics.channel = callback.properties["_channel"].flatMap { $0.isEmpty ? nil : $0 }
    diagnostics.dialAttemptNumber = callback.attempts.map { $0.dials + $0.offers }
    diagnostics.dialResult = dials.result
    diagnostics.timeOfFirstOutboundCall = dials.firstCall
    diagnostics.timeOfNextOutboundCall = callback.nextCall
    if callback.place != nil {
      diagnostics.isSnoozed = callback.isSnoozed
      diagnostics.currentPriority = callback.priority
      let position = try position(of: callback, at: now, reader)
      diagnostics.positionInQueue = position?.position
      diagnostics.estimatedWaitTime = position?.estimatedWait
    }
    if let configured = try configuredService(of: callback, reader) {
      diagnostics.callbackType =
        try policy(of: callback, reader).findsAgentFirst ? "WAIT_FOR_AGENT" : "IMMEDIATE"
      let requested = (try? service(configured, for: Options(callback.properties))) ?? configured
      diagnostics.routingTarget = requested["_target"] ?? callback.service
    }
    try addPast(to: &diagnostics, of: callback, at: now, reader)
    return diagnostics
  }

  /// Adds what held when the callback was requested, and when its customer was called first.
  private func addPast(
    to diagnostics: inout QueueDiagnostics,
    of callback: Callback,
    at now: Date,
    _ reader: any StoreReader
  ) throws {
    let offer = callback.created
    let instants = [offer, diagnostics.timeOfFirstOutboundCall].compactMap(\.self)
    let queue = try VirtualQueueReader(
      virtualQueue(of: callback, reader),
      including: callback.service,
      reader
    )
    let remembered = instants.filter { $0 <= now && queue.remembers($0, at: now) }
    guard let earliest = remembered.min() else { return }
    let stays = try queue.stays(since: earliest - Double(QueueEstimator.window), until: now)
    // Before it was in line, it would have come after all others of its priority.
    let entered = QueueStay(callback)?.place.enteredAt
    let place = QueuePlace(priority: callback.priority, enteredAt: entered ?? now, id: callback.id)
    let servedFrom = try earliestService(of: callback, enteredAt: entered, reader)
    for instant in remembered {
      let position = stays.position(of: place, at: instant)
      let wait = QueueEstimator(stays, at: instant).wait(
        at: position,
        // When it would come into line was not known before it did.
        notBefore: place.enteredAt <= instant ? servedFrom : nil
      )
      if instant == offer {
        diagnostics.positionAtOffer = position
        diagnostics.ewtAtOffer = wait
      }
      if instant == diagnostics.timeOfFirstOutboundCall {
        diagnostics.positionAtFirstOutboundCall = position
        diagnostics.ewtAtFirstOutboundCall = wait
      }
    }
  }
}
