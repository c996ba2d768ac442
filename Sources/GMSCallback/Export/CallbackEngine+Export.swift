import GMSCore

extension CallbackEngine {
  /// Writes the callbacks that a filter selects, by desired time, then by id, in blocks.
  ///
  /// All are of one state of the store. A block is handed on when it is full, so that an export of any length
  /// takes the memory of a block, and of what the store needs to name the records. The filter's
  /// ``CallbackFilter/maxPerService`` holds: give `Int.max` for all.
  ///
  /// JSON has what ``forEachAnswer(_:_:)`` answers, or of it the chosen properties, under their own names. In
  /// comma-separated values a property that a callback lacks, or that its service does not return, is an
  /// empty cell.
  ///
  /// - Parameters:
  ///   - filter: Which callbacks are written.
  ///   - export: The form.
  ///   - write: Takes the bytes of UTF-8, block after block.
  /// - Returns: How many callbacks were written.
  /// - Throws: `CallbackError` with code `unknownColumn` or `repeatedColumn`, before anything is written; as
  ///   ``callbacks(_:)``; what `write` throws.
  @discardableResult
  public func export(
    _ filter: CallbackFilter = CallbackFilter(maxPerService: .max),
    as export: CallbackExport = CallbackExport(),
    _ write: (_ block: [UInt8]) throws -> Void
  ) throws -> Int {
    try store.read { reader in
      let visible = try visible(filter, reader)
      // Columns of services that the filter does not select would be empty.
      let services = filter.services.isEmpty && visible != nil ? nil : filter.services
      let columns = try columns(of: services, visible: visible?.visibleServices, reader)
      let names = try export.columns.map { names throws in try columns.names(for: names) }
      var writer = ExportedCallbacks(export, columns: columns, names: names)
      var answers = ServiceAnswers(self, reader)
      func add(_ record: StoredRecord, _ callback: Callback?) throws {
        switch export.format {
        case .csv:
          let keys = try answers.keys(of: record.keys.service)
          writer.add(try callback ?? Callback(stored: record), returning: keys)
        case .jsonl, .json:
          if let names {
            let keys = try answers.keys(of: record.keys.service)
            writer.add(try callback ?? Callback(stored: record), returning: keys, names)
          } else {
            writer.add(try answers.text(of: record))
          }
        }
        if writer.isFull { try write(writer.take()) }
      }
      if let visible { try forEachVisibleRecord(visible, reader, add) }
      writer.finish()
      try write(writer.take())
      return writer.count
    }
  }
}

extension CallbackFilter {
  /// The services to which a filter that was made visible is limited; nil for all.
  fileprivate var visibleServices: Set<String>? { services.isEmpty ? nil : services }
}
