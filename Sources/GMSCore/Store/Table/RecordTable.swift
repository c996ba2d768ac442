/// Records in memory, with the indexes that find them: all of a ``MemoryStore``, and what a file store has not yet
/// put into the index of its file.
///
/// A value: a copy costs nothing until one of the two is changed. Keys are kept in whole milliseconds. A table
/// without indexes answers every question by walking its rows, and takes rows several times as fast.
package struct RecordTable<Payload: Sendable>: Sendable {
  /// A row of the table.
  package typealias Row = RecordRow<Payload>

  /// A store has a handful of kinds, which are found by walking sooner than by hashing.
  private var families: [(kind: RecordKind, family: RecordFamily<Payload>)] = []
  /// Whether questions are answered by indexes.
  private(set) var isIndexed: Bool

  /// For how many records of a kind there is room from the first on.
  private let capacity: Int

  /// A table without records.
  ///
  /// - Parameters:
  ///   - isIndexed: whether questions are answered by indexes.
  ///   - capacity: how many records of one kind are expected; growing step by step costs as much as filling.
  package init(indexed isIndexed: Bool = true, capacity: Int = 0) {
    self.isIndexed = isIndexed
    self.capacity = capacity
  }

  private func place(of kind: RecordKind) -> Int? { families.firstIndex { $0.kind == kind } }

  /// The kinds that have records, ordered by name.
  package var kinds: [RecordKind] {
    families.map(\.kind).sorted { ByteOrder.precedes($0.rawValue, $1.rawValue) }
  }

  /// How many records there are.
  package var count: Int { families.reduce(0) { $0 + $1.family.count } }

  /// Makes the indexes, if there are none, and keeps them from now on.
  ///
  /// - Complexity: O(n log n) the first time.
  package mutating func makeIndexes() {
    guard !isIndexed else { return }
    isIndexed = true
    for at in families.indices { families[at].family.makeIndexes() }
  }

  /// One record; nil when there is none.
  ///
  /// - Complexity: O(1).
  package func row(_ kind: RecordKind, _ id: String) -> Row? {
    // In place: a copy of a family would cost more than the look-up.
    guard let at = place(of: kind) else { return nil }
    return families[at].family.row(id)
  }

  /// Adds or replaces a record, and answers the one that was there.
  ///
  /// - Complexity: O(1); with indexes O(log n), and moving one chunk of each.
  @discardableResult
  package mutating func put(_ row: Row) -> Row? {
    if let at = place(of: row.kind) { return families[at].family.put(row) }
    families.append((row.kind, RecordFamily(indexed: isIndexed, capacity: capacity)))
    return families[families.count - 1].family.put(row)
  }

  /// Takes a record away, and answers it.
  ///
  /// - Complexity: as `put(_:)`.
  @discardableResult
  package mutating func remove(_ kind: RecordKind, _ id: String) -> Row? {
    guard let at = place(of: kind), let removed = families[at].family.remove(id) else { return nil }
    if families[at].family.count == 0 { families.remove(at: at) }
    return removed
  }

  /// Runs `body` on every row, in no order.
  package func forEach(_ body: (Row) throws -> Void) rethrows {
    for (_, family) in families { try family.forEach(body) }
  }

  /// The records of a query, in its order.
  package func rows(_ query: RecordQuery) -> [Row] {
    guard let at = place(of: query.kind) else { return [] }
    return families[at].family.rows(query)
  }

  /// How many records a query answers.
  package func count(_ query: RecordQuery) -> Int {
    guard let at = place(of: query.kind) else { return 0 }
    return families[at].family.count(query)
  }

  /// The times of the records that a query answers, ascending.
  package func times(_ query: RecordQuery) -> [Int64] {
    guard let at = place(of: query.kind) else { return [] }
    return families[at].family.times(query)
  }
}
