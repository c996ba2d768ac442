import GMSCalendar

/// Answers what a reader or a transaction asks, from the index and from what the log says beyond it.
struct LogQueries {
  let index: IndexStack
  var source: LineSource
  /// What is said on top of the index.
  var changes: LogChanges

  // MARK: - One record

  /// One record; nil when there is none.
  func record(_ kind: RecordKind, _ id: String) throws -> StoredRecord? {
    if let row = changes.table.row(kind, id) { return try source.record(row.payload) }
    let name = RecordName(kind, id)
    if changes.removed.contains(name) { return nil }
    return try index.locate(name, source).map { try source.record($0.place) }
  }

  // MARK: - Many records

  /// The kinds of records, ordered by name.
  func kinds() throws -> [RecordKind] {
    var kinds = Set(changes.table.kinds)
    for run in index.runs {
      for partition in try run.partitions() { kinds.insert(RecordKind(rawValue: partition.kind)) }
    }
    return kinds.sorted { ByteOrder.precedes($0.rawValue, $1.rawValue) }
  }

  /// How many records are read before they are handed on.
  private static let batch = 128

  /// Runs `visit` on the records of a query, in its order.
  func forEachRecord(
    _ query: RecordQuery,
    _ dead: [RowSet],
    _ visit: (StoredRecord) throws -> Void
  ) throws {
    try forEachRecord(query, at: places(query, dead), visit)
  }

  /// Runs `visit` on the records of a query of which the places are known.
  func forEachRecord(
    _ query: RecordQuery,
    at places: [LogPlace],
    _ visit: (StoredRecord) throws -> Void
  ) throws {
    let limit = max(0, query.limit ?? .max)
    var count = 0
    var at = 0
    var last = Int64.min
    var conditions = query
    conditions.customer = nil
    while at < places.count, count < limit {
      let next = min(at + LogQueries.batch, places.count)
      var number = at
      try source.forEachRecord(places[at..<next]) { record in
        // Lines in each other's place are intact, each of them.
        let time = query.sortTime(of: record.keys)
        guard record.kind == query.kind, time >= last, conditions.matches(record.keys) else {
          throw source.log.damage(at: places[number].offset, .notARecord)
        }
        last = time
        number += 1
        guard count < limit else { return }
        if let customer = query.customer, customer != record.keys.customer {
          // The index knows customers by their hashes.
          guard record.keys.customer.map(IndexRow.hash(customer:)) == IndexRow.hash(customer: customer) else {
            throw source.log.damage(at: places[number - 1].offset, .notARecord)
          }
          return
        }
        count += 1
        try visit(record)
      }
      at = next
    }
  }

  /// How many records a query answers.
  func count(_ query: RecordQuery, _ dead: [RowSet]) throws -> Int {
    if query.customer != nil {
      var count = 0
      try forEachRecord(query, dead) { _ in count += 1 }
      return count
    }
    let count = try index.count(query, dead) + changes.table.count(query)
    return min(count, max(0, query.limit ?? .max))
  }

  /// How many records a query answers; `dead` is asked only where the answer needs it.
  ///
  /// Finding all dead rows looks up every record that was changed since the index was made. Where the index has few
  /// rows of a query, as for one slot, it is quicker to see that none of them was changed.
  func count(_ query: RecordQuery, _ dead: () throws -> [RowSet]) throws -> Int {
    if let count = try countWithoutDead(query) { return count }
    return try count(query, dead())
  }

  /// The answer where the index has fewer rows of a query than were changed, and none of these; else nil.
  private func countWithoutDead(_ query: RecordQuery) throws -> Int? {
    guard !index.isEmpty else { return nil }
    let changed = changes.count
    guard (1...LogQueries.batch).contains(changed) else { return nil }
    if query.customer != nil { return try countOfCustomerWithoutDead(query) }
    guard query.limit == nil else { return nil }
    var few = query
    few.limit = changed
    let rows = try index.rows(few, index.killedRows(), source)
    guard rows.allSatisfy({ $0.count < changed }) else { return nil }
    var hashes: [UInt64] = []
    changes.forEachName { hashes.append(IndexRow.hash(kind: $0.kind.rawValue, id: $0.id.text)) }
    guard rows.allSatisfy({ $0.allSatisfy { !hashes.contains($0.hash) } }) else { return nil }
    return rows.reduce(changes.table.count(query)) { $0 + $1.count }
  }

  /// The same for one customer, who mostly has a few records, or none at all; these are read.
  private func countOfCustomerWithoutDead(_ query: RecordQuery) throws -> Int? {
    var all = query
    all.limit = nil
    let rows = try index.rows(all, index.killedRows(), source)
    if rows.contains(where: { !$0.isEmpty }) {
      var changed: [UInt64] = []
      changes.forEachName { changed.append(IndexRow.hash(kind: $0.kind.rawValue, id: $0.id.text)) }
      guard rows.allSatisfy({ $0.allSatisfy { !changed.contains($0.hash) } }) else { return nil }
    }
    var count = changes.table.count(all)
    for rows in rows {
      try forEachRecord(all, at: rows.map { LogPlace($0) }) { _ in count += 1 }
    }
    return min(count, max(0, query.limit ?? .max))
  }

  /// The times of the records that a query answers, ascending.
  func times(_ query: RecordQuery, _ dead: [RowSet]) throws -> [Int64] {
    if query.customer != nil || query.limit != nil {
      var times: [Int64] = []
      try forEachRecord(query, dead) { times.append($0.keys.time.millisecondsSince1970) }
      times.sort()
      return times
    }
    let own = changes.table.times(query)
    let indexed = try index.times(query, dead, source)
    if own.isEmpty { return indexed }
    if indexed.isEmpty { return own }
    return (indexed + own).sorted()
  }

  /// Where the records of a query are, in its order; without a customer, no more than its limit.
  func places(_ query: RecordQuery, _ dead: [RowSet]) throws -> [LogPlace] {
    let own = changes.table.rows(query)
    let indexed = try index.rows(query, dead, source).filter { !$0.isEmpty }
    // Mostly one source has them all, in order, and cut to the limit.
    if own.isEmpty, indexed.count <= 1 { return indexed.first?.map { LogPlace($0) } ?? [] }
    var sorted = own.map { LogCandidate($0, query) }
    for rows in indexed {
      let others = rows.map { LogCandidate($0, query) }
      sorted = sorted.isEmpty ? others : try LogCandidate.merged(sorted, others, source)
    }
    if query.customer == nil, let limit = query.limit { sorted = Array(sorted.prefix(max(0, limit))) }
    return sorted.map(\.place)
  }
}
