extension IndexRunReader {
  /// The rows of a query that are not dead, in its order; ties are ordered by id.
  ///
  /// - Parameters:
  ///   - query: what `query(_:)` of this run made.
  ///   - dead: the rows that do not count any more.
  ///   - id: the id of a row; asked for only where key and first sixteen bytes of several ids are the same.
  /// - Returns: the rows, cut to the query's limit, which a query for a customer does not have.
  /// - Throws: `IndexDamage`; `.record` with what `id` threw.
  /// - Complexity: O(m) for m rows that the cheapest order names; O(m log m) where none has the query's
  ///   order.
  package func rows(
    _ query: RowQuery,
    dead: RowSet,
    id: (IndexRow) throws(CoreError) -> String
  ) throws(IndexDamage) -> [IndexRow] {
    let limit = query.limit ?? .max
    guard limit > 0, let plan = try plan(query, dead: dead.count, for: .rows) else { return [] }
    let isInOrder = plan.order == query.order
    var rows: [IndexRow] = []
    try walk(plan, query, dead, isInOrder: isInOrder) { _, row in
      rows.append(row)
      return !isInOrder || rows.count < limit
    }
    if !isInOrder, query.order != .time { rows = try sorted(rows, by: query.order, id: id) }
    if rows.count > limit { rows.removeSubrange(limit...) }
    return rows
  }

  /// How many rows `rows` would answer.
  ///
  /// - Complexity: a few pages where an order answers the query whole, else as `rows`.
  package func count(_ query: RowQuery, dead: RowSet) throws(IndexDamage) -> Int {
    let limit = query.limit ?? .max
    guard limit > 0, let plan = try plan(query, dead: dead.count, for: .count) else { return 0 }
    if plan.isExact { return min(limit, try exactCount(plan, query, dead)) }
    var count = 0
    try walk(plan, query, dead, isInOrder: false) { _, _ in
      count += 1
      return count < limit
    }
    return count
  }

  /// The times of the rows that `rows` would answer, ascending.
  ///
  /// Without a limit, or in the order of time, these are known without asking for ids.
  ///
  /// - Complexity: as `rows`, in twelve bytes a row in place of 76 where partitions answer the query whole.
  package func times(
    _ query: RowQuery,
    dead: RowSet,
    id: (IndexRow) throws(CoreError) -> String
  ) throws(IndexDamage) -> [Int64] {
    if query.limit != nil, query.order != .time {
      return try rows(query, dead: dead, id: id).map(\.time).sorted()
    }
    let limit = query.limit ?? .max
    guard limit > 0, let plan = try plan(query, dead: dead.count, for: .times) else { return [] }
    var times: [Int64] = []
    if plan.isExact, case .partitions(let groups) = plan.path {
      for places in groups {
        let enough = times.count + min(limit, places.count)
        try eachItem(byPartition, places) { item in
          if !dead.contains(Int(item.number)) { times.append(KeyedNumber.time(of: item.key)) }
          return times.count < enough
        }
      }
      // Each group ascends already; a sort that knows runs merges them.
      if groups.count > 1 { times.sort() }
    } else {
      try walk(plan, query, dead, isInOrder: plan.order == .time) { _, row in
        times.append(row.time)
        return plan.order != .time || times.count < limit
      }
      if plan.order != .time { times.sort() }
    }
    if times.count > limit { times.removeSubrange(limit...) }
    return times
  }

  private func exactCount(_ plan: RowPlan, _ query: RowQuery, _ dead: RowSet) throws(IndexDamage) -> Int {
    let deadCount = dead.count(in: plan.numbers)
    switch plan.path {
    case .rows: return plan.count - deadCount
    case .partitions(let groups):
      if deadCount == 0 { return plan.count }
      // The dead rows are looked up, or the rows are looked for among the dead.
      let walking = groups.reduce(0) { $0 + byPartition.pageCount(of: $1) }
      if deadCount < walking {
        var count = plan.count
        try eachRow(dead.numbers(in: plan.numbers)[...]) { _, row in
          if query.chosen[Int(row.partition)] { count -= 1 }
          return true
        }
        return count
      }
    case .customer(let places), .due(let places), .created(let places):
      if deadCount == 0, plan.numbers.count == rowCount { return places.count }
    }
    var count = 0
    try eachNumber(plan, dead) { _ in
      count += 1
      return true
    }
    return count
  }

  private func sorted(
    _ rows: [IndexRow],
    by order: RecordQuery.Order,
    id: (IndexRow) throws(CoreError) -> String
  ) throws(IndexDamage) -> [IndexRow] {
    var items = rows.indices.map { index in
      let time = order == .due ? rows[index].due : rows[index].created
      return KeyedNumber(key: KeyedNumber.key(of: time), number: UInt32(index))
    }
    items.sortByKey()
    do throws(CoreError) {
      try IdentifierOrder(rows: rows, areRowsByTime: true).settle(&items, id: id)
    } catch {
      throw .record(error)
    }
    return items.map { rows[Int($0.number)] }
  }
}
