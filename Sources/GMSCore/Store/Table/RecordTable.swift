/// All records of a store, with the indexes that find them; what both stores share.
///
/// A value: a copy costs nothing until one of the two is changed. Keys are kept in whole milliseconds.
package struct RecordTable: Sendable {
  private var families: [RecordKind: RecordFamily] = [:]

  /// A table without records.
  package init() {}

  /// The kinds that have records, ordered by name.
  package var kinds: [RecordKind] {
    families.keys.sorted { ByteOrder.precedes($0.rawValue, $1.rawValue) }
  }

  /// How many records there are.
  package var count: Int { families.values.reduce(0) { $0 + $1.count } }

  /// One record; nil when there is none.
  ///
  /// - Complexity: O(1).
  package func record(_ kind: RecordKind, _ id: String) -> StoredRecord? { families[kind]?.record(id) }

  /// Adds or replaces a record, and answers the one that was there.
  ///
  /// - Complexity: O(log n), and moving one chunk of each index.
  @discardableResult
  package mutating func put(_ record: StoredRecord) -> StoredRecord? {
    families[record.kind, default: RecordFamily()].put(record)
  }

  /// Takes a record away, and answers it.
  ///
  /// - Complexity: as `put(_:)`.
  @discardableResult
  package mutating func remove(_ kind: RecordKind, _ id: String) -> StoredRecord? {
    guard let removed = families[kind]?.remove(id) else { return nil }
    if families[kind]?.count == 0 { families[kind] = nil }
    return removed
  }

  /// The records of a query, in its order.
  package func records(_ query: RecordQuery) -> [StoredRecord] { families[query.kind]?.records(query) ?? [] }

  /// How many records a query answers.
  package func count(_ query: RecordQuery) -> Int { families[query.kind]?.count(query) ?? 0 }

  /// The times of the records that a query answers, ascending.
  package func times(_ query: RecordQuery) -> [Int64] { families[query.kind]?.times(query) ?? [] }
}
