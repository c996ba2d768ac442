/// The records of one kind, and their indexes.
struct RecordFamily<Payload: Sendable>: Sendable {
  typealias Row = RecordRow<Payload>

  private var rows: [ExactText: Row] = [:]
  /// The orders; nil for a table that walks its rows.
  private(set) var indexes: RecordIndexes?

  init(indexed isIndexed: Bool, capacity: Int = 0) {
    indexes = isIndexed ? RecordIndexes() : nil
    rows.reserveCapacity(capacity)
  }

  var count: Int { rows.count }

  func row(_ id: String) -> Row? { rows[ExactText(id)] }

  /// The record that an index names.
  func row(of entry: IndexEntry) -> Row {
    guard let row = rows[ExactText(entry.id)] else {
      preconditionFailure("An index names record '\(entry.id)', which the table does not have.")
    }
    return row
  }

  func forEach(_ body: (Row) throws -> Void) rethrows {
    for row in rows.values { try body(row) }
  }

  mutating func makeIndexes() {
    var made = RecordIndexes()
    for row in rows.values { made.change(from: nil, to: row) }
    indexes = made
  }

  mutating func put(_ row: Row) -> Row? {
    let old = rows.updateValue(row, forKey: ExactText(row.id))
    indexes?.change(from: old, to: row)
    return old
  }

  mutating func remove(_ id: String) -> Row? {
    guard let old = rows.removeValue(forKey: ExactText(id)) else { return nil }
    indexes?.change(from: old, to: nil)
    return old
  }
}
