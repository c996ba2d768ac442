/// The writing side of a transaction on disk: what it says is made into lines at once, and written at the end.
final class FileTransaction: StoreWriter {
  /// The state that the transaction began with.
  private(set) var view: LogView
  private var changes: LogChanges
  private var pending: PendingLines
  /// What stood in the log of the records that the transaction changed and that were there before.
  private var originals: [RecordName: LogPlace] = [:]
  /// The lines that say that a record is gone.
  private var removals: [RecordName: LogPlace] = [:]
  /// The rows of the index that the transaction replaced or removed.
  private var replaced: [LocatedRow] = []
  private var dead: [RowSet]?
  private var newConfiguration: Configuration?
  /// What was made of the services of the new configuration.
  private var newServices: CompiledServices?
  /// Writes bytes behind the end of the log; for transactions too large for memory.
  private let writeOut: ((UInt64, [UInt8]) throws(CoreError) -> Void)?
  /// Whether the index had to be put aside.
  private(set) var hasBadIndex = false
  private var isOpen = true

  /// Begins a transaction; without `writeOut` it stays in memory.
  init(_ view: LogView, writeOut: ((UInt64, [UInt8]) throws(CoreError) -> Void)?) {
    self.view = view
    changes = view.tail
    pending = PendingLines(after: view.end, longestHeld: view.directory.tuning.longestHeld)
    self.writeOut = writeOut
  }

  /// Ends the transaction; no one may use it after that.
  func close() { isOpen = false }

  /// Whether something was written out before the commit.
  var hasWrittenOut: Bool { pending.written > 0 }

  private func checkOpen() {
    precondition(isOpen, "A store's transaction was used after the body that received it had ended.")
  }

  // MARK: - Changing

  func setConfiguration(_ configuration: Configuration) {
    checkOpen()
    newConfiguration = configuration
    newServices = CompiledServices()
  }

  func put(_ record: StoredRecord) throws {
    checkOpen()
    if case .text(let body) = record.content {
      precondition(
        JSONReader.isObjectOnOneLine(body),
        "The body of record '\(record.id)' is not one JSON object on one line."
      )
    }
    let name = RecordName(record.kind, record.id)
    try touch(name)
    let line = pending.printer.put(record, sequence: pending.sequence)
    guard line.range.count <= LogPrinter.longestLine else {
      pending.dropLast(line)
      throw CoreError(
        .recordTooLarge,
        [
          .init("id", .string(record.id)), .init("value", .integer(Int64(line.range.count))),
          .init("maximum", .integer(Int64(LogPrinter.longestLine))),
        ]
      )
    }
    supersede(name)
    let place = pending.add(line)
    changes.removed.remove(name)
    changes.table.put(RecordRow(kind: record.kind, id: record.id, keys: record.keys, payload: place))
    if pending.isLarge, let writeOut { try pending.writeOut(writeOut) }
  }

  func remove(_ kind: RecordKind, _ id: String) throws -> Bool {
    checkOpen()
    let name = RecordName(kind, id)
    try touch(name)
    guard changes.table.row(kind, id) != nil || originals[name] != nil, !changes.removed.contains(name) else {
      return false
    }
    supersede(name)
    changes.remove(kind, id)
    let place = pending.add(pending.printer.remove(kind, id, sequence: pending.sequence))
    removals[name] = place
    // A record that this transaction made leaves no line, unless something is written out already: then the
    // line that made it may be, and this one has to follow.
    if originals[name] == nil, pending.written == 0 { pending.supersede(place) }
    return true
  }

  /// Remembers what was there of a record before the transaction.
  private func touch(_ name: RecordName) throws {
    if let row = changes.table.row(name.kind, name.id.text) {
      // What stands behind the log's end was put by this transaction, and remembered then.
      if row.payload.offset < pending.start { originals[name] = row.payload }
      return
    }
    guard originals[name] == nil, !changes.removed.contains(name) else { return }
    let hadBadIndex = hasBadIndex
    let found = try attempt { try view.index.locate(name, LineSource(log: view.log)) }
    // Without the index more of the log is in the table, and the record may be there.
    if hasBadIndex != hadBadIndex { return try touch(name) }
    guard let located = found else { return }
    originals[name] = located.place
    replaced.append(located)
    dead?[located.run].insert(located.number)
  }

  /// Takes back the line that this transaction made of a record before.
  private func supersede(_ name: RecordName) {
    if let place = removals.removeValue(forKey: name) { pending.supersede(place) }
    if let row = changes.table.row(name.kind, name.id.text) { pending.supersede(row.payload) }
  }

  // MARK: - Committing

  /// Adds what is left to say, and takes away what says nothing new.
  ///
  /// - Returns: what is to be written; nil when nothing has changed.
  func finish(_ change: StoreChange) throws -> FileCommit? {
    try dropUnchanged()
    var changesConfiguration = false
    if let newConfiguration {
      let before = try attempt { try view.configuration() }
      for (member, value) in ConfigurationChanges.between(before, newConfiguration) {
        changesConfiguration = true
        if let value {
          try ConfigurationChanges.checkReadable(member, value)
          let text = JSONWriter.compact(value)
          _ = pending.add(pending.printer.set(member, to: text, sequence: pending.sequence))
        } else {
          _ = pending.add(pending.printer.unset(member, sequence: pending.sequence))
        }
      }
    }
    if pending.isEmpty { return nil }
    guard try changesConfiguration || saysSomethingNew() else { return nil }
    let (offset, bytes, end) = pending.finish(LogStamp(change))
    // What is written out needs no memory any more, and the index that follows does.
    changes = LogChanges()
    originals = [:]
    replaced = []
    return FileCommit(
      offset: offset,
      bytes: bytes,
      end: end,
      configuration: changesConfiguration ? newConfiguration : nil
    )
  }

  /// A record that was changed and changed back has not changed.
  private func dropUnchanged() throws(CoreError) {
    // A line that is written out may be what a later one takes back.
    guard pending.written == 0 else { return }
    for (name, original) in originals {
      guard let row = changes.table.row(name.kind, name.id.text), row.payload != original else { continue }
      if try isSame(original, row.payload) { pending.supersede(row.payload) }
    }
  }

  /// Whether a transaction that is written out in part has changed anything in the end.
  private func saysSomethingNew() throws(CoreError) -> Bool {
    guard pending.written > 0 else { return true }
    var found = false
    changes.table.forEach { row in
      if row.payload.offset >= pending.start, originals[RecordName(row.kind, row.id)] == nil { found = true }
    }
    if found { return true }
    for (name, original) in originals {
      guard let place = changes.table.row(name.kind, name.id.text)?.payload else { return true }
      if original == place { continue }
      if try !isSame(original, place) { return true }
    }
    return false
  }

  /// Whether two lines put the same record.
  private func isSame(_ first: LogPlace, _ second: LogPlace) throws(CoreError) -> Bool {
    let old = try view.log.read(at: first.offset, count: first.length)
    if let range = pending.range(of: second) {
      return LogLineReader.say(old[...], theSameAs: pending.printer.bytes[range])
    }
    let new = try view.log.read(at: second.offset, count: second.length)
    return LogLineReader.say(old[...], theSameAs: new[...])
  }

  // MARK: - Reading

  var sequence: Int {
    checkOpen()
    return view.end.sequence
  }

  func configuration() throws -> Configuration {
    checkOpen()
    if let newConfiguration { return newConfiguration }
    return try attempt { try view.configuration() }
  }

  func service(_ name: String) throws -> Options? {
    checkOpen()
    if let newConfiguration { return newConfiguration.services[name] }
    return try attempt { try view.service(name) }
  }

  func section(_ name: String) throws -> Options? {
    checkOpen()
    if let newConfiguration { return newConfiguration.options[name] }
    return try attempt { try view.section(name) }
  }

  var compiledServices: CompiledServices? {
    checkOpen()
    return newServices ?? view.compiledServices
  }

  func record(_ kind: RecordKind, _ id: String) throws -> StoredRecord? {
    checkOpen()
    return try attempt { try queries.record(kind, id) }
  }

  func records(_ query: RecordQuery) throws -> [StoredRecord] {
    checkOpen()
    return try attempt {
      var found: [StoredRecord] = []
      try preparedQueries().forEachRecord(query, deadRows()) { found.append($0) }
      return found
    }
  }

  func forEachRecord(_ query: RecordQuery, _ visit: (StoredRecord) throws -> Void) throws {
    checkOpen()
    // What `visit` changes is not visited: the records are those of the moment at which this began.
    let places = try attempt { try preparedQueries().places(query, deadRows()) }
    try queries.forEachRecord(query, at: places, visit)
  }

  func count(_ query: RecordQuery) throws -> Int {
    checkOpen()
    return try attempt {
      if let dead { return try preparedQueries().count(query, dead) }
      return try preparedQueries().count(query) { try deadRows() }
    }
  }

  func times(_ query: RecordQuery) throws -> [Int64] {
    checkOpen()
    return try attempt { try preparedQueries().times(query, deadRows()) }
  }

  private var queries: LogQueries {
    LogQueries(
      index: view.index,
      source: LineSource(log: view.log, pending: pending),
      changes: changes
    )
  }

  /// The queries, with indexes in memory where walking all changes would take long.
  private func preparedQueries() -> LogQueries {
    if changes.table.count > 256 { changes.table.makeIndexes() }
    return queries
  }

  private func deadRows() throws -> [RowSet] {
    if let dead { return dead }
    var rows = try view.deadRows()
    for located in replaced { rows[located.run].insert(located.number) }
    dead = rows
    return rows
  }

  private func attempt<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let damage as IndexDamage {
      guard !hasBadIndex else { throw damage }
      hasBadIndex = true
      view = try view.withoutIndex()
      try rebase()
      return try body()
    }
  }

  /// Puts what this transaction has said on top of the state's new tail.
  private func rebase() throws {
    let old = changes
    changes = view.tail
    dead = nil
    replaced = []
    old.table.forEach { row in
      guard row.payload.offset >= pending.start else { return }
      changes.table.put(row)
      changes.removed.remove(RecordName(row.kind, row.id))
    }
    for name in originals.keys {
      if old.table.row(name.kind, name.id.text) == nil { changes.remove(name.kind, name.id.text) }
      guard !view.tail.touches(name),
        let located = try view.index.locate(name, LineSource(log: view.log))
      else { continue }
      replaced.append(located)
    }
  }
}
