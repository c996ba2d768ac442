#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
public import GMSCore

extension CallbackEngine {
  /// Moves time on to the context's `now`: submits what is due, fires timers, retries, purges, lets callbacks follow
  /// the list of paused services, takes away what ``/GMSCore/ExpiredRecords`` finds over, and delivers notifications.
  ///
  /// It is a sign of life of the context's node, where that is known; see ``/GMSCore/NodeRegistry``.
  ///
  /// Everything happens in the order of its due times and under them, so the outcome is the same whether this is
  /// called each second or once a year later. Only what a callback waited for while it was PAUSED happens under the
  /// instant at which it was resumed. All steps are one transaction.
  ///
  /// Notifications are delivered when that is committed; a fault of the store from there on is told in the report, so
  /// that the steps' actions are not lost.
  ///
  /// - Returns: The steps, what was delivered, and when the driver must be called next.
  /// - Throws: `CoreError` when the store cannot be read or written; nothing has happened then.
  /// - Complexity: O(n log m) for n steps in a store of m callbacks.
  @discardableResult
  public func run(_ context: RequestContext) throws -> DriverReport {
    let delivers = notifications != nil && !context.isDryRun
    let report = try store.write(context.change) { writer in
      try authority.require(.configure, writer)
      let shortages = OfferShortages()
      let performer = self.steps(context, writer, shortages: shortages)
      var steps: [DriverStep] = []
      while true {
        try fireTimers(context, &steps, performer)
        let followed = try performer.followPauses(at: context.now)
        if followed.isEmpty { break }
        steps += followed
      }
      try Node.renew(context, writer)
      var removed = try ExpiredRecords.sweep(writer, at: context.now)
      // What nobody has delivered for long is delivered late, where somebody delivers at all.
      if !delivers { removed += try Outbox(writer).sweep(at: context.now, writer) }
      return DriverReport(
        steps: steps,
        removed: removed,
        shortages: shortages.list,
        nextDue: try nextDue(writer)
      )
    }
    guard let notifications, delivers else { return report }
    return delivering(report, through: notifications, context)
  }

  /// When the driver must be called next; nil when nothing will ever fall due.
  public func nextDue() throws -> Date? {
    try store.read { reader in
      try authority.require(.configure, reader)
      let due = try nextDue(reader)
      return [due, try reader.firstPauseToFollow()].compactMap(\.self).min()
    }
  }

  /// Fires all timers that are due, earliest first.
  private func fireTimers(
    _ context: RequestContext,
    _ steps: inout [DriverStep],
    _ performer: CallbackSteps
  ) throws {
    // Records keep whole milliseconds, so what is due now is judged on that grid.
    var due = DueCallbacks(by: context.now.onMillisecond, performer.writer)
    var last: (id: CallbackID, due: Date, event: CallbackEvent, steps: Int)?
    while var callback = try due.next() {
      let timer = callback.machine.nextTimer
      // Near the end of time all instants are one, so a step of the same timer may follow; but it is a step.
      let this = (callback.id, timer.due, timer.event, callback.history.count)
      precondition(
        last.map { $0 != this } ?? true,
        "the timer \(timer.event.name.rawValue) of '\(callback.id)' fired and is still due"
      )
      last = this

      let transitions = try performer.apply(
        timer.event,
        to: &callback,
        at: callback.instant(of: timer),
        policy: policy(of: callback, performer.writer)
      )
      steps += transitions.map {
        DriverStep(id: callback.id, service: callback.service, transition: $0)
      }
      if !transitions.contains(where: { $0.actions.contains(.removeRecord) }) { due.giveBack(callback) }
    }
  }

  /// The report with what a transport took, once the steps are committed.
  private func delivering(
    _ report: DriverReport,
    through transport: any NotificationTransport,
    _ context: RequestContext
  ) -> DriverReport {
    var (deliveries, fault): ([DeliveryStep], String?) = ([], nil)
    var (removed, nextDue) = (report.removed, report.nextDue)
    do {
      deliveries = try deliver(through: transport, context)
    } catch {
      fault = "\(error)"
    }
    do {
      // Also after a fault: a record that cannot be read must not stay for ever.
      if try store.read({ try Outbox($0).nextExpiry().map { $0 <= context.now } ?? false }) {
        removed += try store.write(context.change) { try Outbox($0).sweep(at: context.now, $0) }
      }
      nextDue = try store.read { try self.nextDue($0) }
    } catch {
      fault = fault ?? "\(error)"
    }
    // What could not be kept has to be done again, at once.
    if fault != nil { nextDue = context.now }
    return DriverReport(
      steps: report.steps,
      deliveries: deliveries,
      deliveryFault: fault,
      removed: removed,
      shortages: report.shortages,
      nextDue: nextDue
    )
  }

  private func nextDue(_ reader: any StoreReader) throws -> Date? {
    let callback = try reader.records(RecordQuery(.callback, order: .due, limit: 1)).first?.keys.due
    let outbox = Outbox(reader)
    let attempt = notifications == nil ? nil : try outbox.nextAttempt()
    return [callback, try ExpiredRecords.nextDue(reader), try outbox.nextExpiry(), attempt]
      .compactMap(\.self).min()
  }
}

extension Callback {
  /// The instant under which a timer fires: when it was due, but never before the callback's last step.
  ///
  /// A timer whose instant passed while the callback was PAUSED would otherwise begin things in the past, and a call
  /// that nobody has made yet would have been let ring for too long.
  func instant(of timer: CallbackTimer) -> Date { max(timer.due, history.last?.at ?? timer.due) }
}
