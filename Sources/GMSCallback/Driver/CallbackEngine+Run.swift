#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
public import GMSCore

extension CallbackEngine {
  /// Moves time on to the context's `now`: submits what is due, fires timers, retries, purges, and takes away
  /// what ``/GMSCore/ExpiredRecords`` finds over.
  ///
  /// It is a sign of life of the context's node, where that is known; see ``/GMSCore/NodeRegistry``.
  ///
  /// Everything happens in the order of its due times and under them, so the outcome is the same whether this is
  /// called each second or once a year later. All steps are one transaction.
  ///
  /// - Returns: The steps, and when the driver must be called next.
  /// - Throws: `CoreError` when the store cannot be read or written; nothing has happened then.
  /// - Complexity: O(n log m) for n steps in a store of m callbacks.
  @discardableResult
  public func run(_ context: RequestContext) throws -> DriverReport {
    try store.write(context.change) { writer in
      try authority.require(.configure, writer)
      let shortages = OfferShortages()
      let performer = self.steps(context, writer, shortages: shortages)
      var steps: [DriverStep] = []
      var last: (id: String, due: Date, event: CallbackEvent)?
      while let record = try earliestDue(by: context.now, writer) {
        var callback = try Callback(stored: record)
        let timer = callback.machine.nextTimer
        precondition(
          last.map { $0 != (record.id, timer.due, timer.event) } ?? true,
          "the timer \(timer.event.name.rawValue) of '\(record.id)' fired and is still due"
        )
        last = (record.id, timer.due, timer.event)

        let policy = try policy(of: callback, writer)
        let transitions = try performer.apply(timer.event, to: &callback, at: timer.due, policy: policy)
        steps += transitions.map {
          DriverStep(id: callback.id, service: callback.service, transition: $0)
        }
      }
      try Node.renew(context, writer)
      let removed = try ExpiredRecords.sweep(writer, at: context.now)
      return DriverReport(
        steps: steps,
        removed: removed,
        shortages: shortages.list,
        nextDue: try nextDue(writer)
      )
    }
  }

  /// When the driver must be called next; nil when nothing will ever fall due.
  public func nextDue() throws -> Date? {
    try store.read { reader in
      try authority.require(.configure, reader)
      return try nextDue(reader)
    }
  }

  private func earliestDue(by now: Date, _ reader: any StoreReader) throws -> StoredRecord? {
    try reader.records(RecordQuery(.callback, dueBy: now, order: .due, limit: 1)).first
  }

  private func nextDue(_ reader: any StoreReader) throws -> Date? {
    let callback = try reader.records(RecordQuery(.callback, order: .due, limit: 1)).first?.keys.due
    return [callback, try ExpiredRecords.nextDue(reader)].compactMap(\.self).min()
  }
}
