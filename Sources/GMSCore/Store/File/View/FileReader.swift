/// The reading side of a transaction on disk: one state, which no writer changes.
///
/// An index that turns out to be wrong is put aside, and the log is read instead.
final class FileReader: StoreReader {
  private(set) var view: LogView
  private var dead: [RowSet]?
  /// Whether the index had to be put aside.
  private(set) var hasBadIndex = false

  init(_ view: LogView) { self.view = view }

  var sequence: Int { view.end.sequence }

  func configuration() throws -> Configuration { try attempt { try view.configuration() } }

  func service(_ name: String) throws -> Options? { try attempt { try view.service(name) } }

  func section(_ name: String) throws -> Options? { try attempt { try view.section(name) } }

  var compiledServices: CompiledServices? { view.compiledServices }

  func record(_ kind: RecordKind, _ id: String) throws -> StoredRecord? {
    try attempt { try queries.record(kind, id) }
  }

  func records(_ query: RecordQuery) throws -> [StoredRecord] {
    try attempt {
      var found: [StoredRecord] = []
      try queries.forEachRecord(query, deadRows()) { found.append($0) }
      return found
    }
  }

  func forEachRecord(_ query: RecordQuery, _ visit: (StoredRecord) throws -> Void) throws {
    // The index is read before the first visit, so that none is made twice.
    let places = try attempt { try queries.places(query, deadRows()) }
    try queries.forEachRecord(query, at: places, visit)
  }

  /// Where the records of a query are, in its order.
  func places(_ query: RecordQuery) throws -> [LogPlace] {
    try attempt { try queries.places(query, deadRows()) }
  }

  /// The kinds of records, ordered by name.
  func kinds() throws -> [RecordKind] { try attempt { try queries.kinds() } }

  func count(_ query: RecordQuery) throws -> Int {
    try attempt {
      if let dead { return try queries.count(query, dead) }
      return try queries.count(query) { try deadRows() }
    }
  }

  func times(_ query: RecordQuery) throws -> [Int64] {
    try attempt { try queries.times(query, deadRows()) }
  }

  private var queries: LogQueries {
    LogQueries(index: view.index, source: LineSource(log: view.log), changes: view.tail)
  }

  private func deadRows() throws -> [RowSet] {
    if let dead { return dead }
    let rows = try view.deadRows()
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
      dead = nil
      return try body()
    }
  }
}
