public import GMSCore

// An administrator's cancellation of many callbacks at once. GMS documents the selection, the state in which
// callbacks end, and that there is a report; not what becomes of those that cannot be cancelled. Here whoever
// names ids means each of them, so that one that cannot be cancelled is a refusal of all; a filter means
// those that are there: COMPLETED ones among them, and those in which customer and agent are connected, are
// reported and left alone.
extension CallbackEngine {
  /// Cancels the callbacks of these ids for an administrator, all of them or none.
  ///
  /// - Parameters:
  ///   - ids: The callbacks; one that is named twice counts once.
  ///   - note: The reason that was given, kept with each beside CANCELLED_BY_ADMIN; as in
  ///     ``cancelByAdministrator(_:note:_:)``.
  ///   - skipMissing: Whether ids that no callback has, and callbacks that are COMPLETED or PROCESSING, are
  ///     reported instead of refused. One that the account may not see is like none.
  ///   - context: What the request is given.
  /// - Returns: What was done with each, in the order of the ids, and what has to be done because of it.
  /// - Throws: `CallbackError` with code `cannotCancelAll` that names the first of those that stand in the
  ///   way; `CoreError` with code `notPermitted`. Nothing is cancelled then.
  /// - Complexity: O(n log m) for n ids in a store of m callbacks, in one transaction.
  @discardableResult
  public func cancelMany(
    _ ids: some Sequence<String>,
    note: String? = nil,
    skipMissing: Bool = false,
    _ context: RequestContext
  ) throws -> CancellationReport {
    try CancellationNote.check(note)
    return try store.write(context.change) { writer in
      let permissions = try authority.permissions(writer)
      try permissions?.require(.cancel)
      var job = CancellationJob(engine: self, note: note, context: context, writer: writer)
      var seen: Set<String> = []
      for id in ids where seen.insert(id).inserted {
        let record = try writer.record(.callback, id)
        if let refusal = permissions?.refusal(.cancel, of: id, in: record?.keys.service) {
          guard skipMissing else { throw refusal }
          job.leaveOut(id)
        } else if let record {
          try job.cancel(record, isNamed: !skipMissing)
        } else {
          job.leaveOut(id, isNamed: !skipMissing)
        }
      }
      return try job.report()
    }
  }

  /// Cancels the callbacks that a filter selects for an administrator.
  ///
  /// COMPLETED and PROCESSING ones among them are reported and stay as they are. The filter's
  /// ``CallbackFilter/maxPerService`` holds: give `Int.max` to cancel all.
  ///
  /// - Parameters:
  ///   - filter: Which callbacks are meant.
  ///   - note: The reason that was given, kept with each beside CANCELLED_BY_ADMIN; as in
  ///     ``cancelByAdministrator(_:note:_:)``.
  ///   - context: What the request is given.
  /// - Returns: What was done with each, by desired time, then by id, and what has to be done because of it.
  /// - Throws: as ``callbacks(_:)``; `CoreError` with code `notPermitted`. Nothing is cancelled then.
  /// - Complexity: as the query, and O(n log m) for n callbacks in a store of m, in one transaction.
  @discardableResult
  public func cancelMany(
    _ filter: CallbackFilter,
    note: String? = nil,
    _ context: RequestContext
  ) throws -> CancellationReport {
    try CancellationNote.check(note)
    return try store.write(context.change) { writer in
      // All ids before the first change: what is changed might be found a second time.
      var ids: [String] = []
      if let visible = try visible(filter, for: .cancel, writer) {
        try forEachVisibleRecord(visible, writer) { record, _ in ids.append(record.id) }
      }
      var job = CancellationJob(engine: self, note: note, context: context, writer: writer)
      for id in ids {
        guard let record = try writer.record(.callback, id) else {
          preconditionFailure("Callback '\(id)' was found and is not there.")
        }
        try job.cancel(record, isNamed: false)
      }
      return try job.report()
    }
  }
}
