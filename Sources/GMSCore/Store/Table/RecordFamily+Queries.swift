#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar

extension RecordFamily {
  /// The records of a query, in its order.
  ///
  /// - Complexity: O(m log k) for m records that the cheapest index names in k runs, and O(m log m) where no
  ///   index has the query's order; without indexes O(n) in all records, and O(m log m).
  func rows(_ query: RecordQuery) -> [Row] {
    let limit = max(0, query.limit ?? .max)
    guard let indexes else { return Row.sorted(matching(query), by: query, limit: limit) }
    let plan = RecordPlan.cheapest(for: query, in: indexes)
    guard plan.order == query.order else {
      var found: [Row] = []
      for var run in plan.runs {
        while let entry = run.next() {
          let row = row(of: entry)
          if plan.isExact || query.matches(row.keys) { found.append(row) }
        }
      }
      return Row.sorted(found, by: query, limit: limit)
    }
    var answer: [Row] = []
    var merged = MergedRuns(plan.runs)
    while answer.count < limit, let entry = merged.next() {
      let row = row(of: entry)
      if plan.isExact || query.matches(row.keys) { answer.append(row) }
    }
    return answer
  }

  /// How many records a query answers.
  ///
  /// - Complexity: O(c) in the chunks of the runs where an index answers the query whole, else O(m) in their
  ///   records.
  func count(_ query: RecordQuery) -> Int {
    let limit = max(0, query.limit ?? .max)
    guard let indexes else { return min(matching(query).count, limit) }
    if let count = indexes.exactCount(query) { return min(count, limit) }
    if let count = indexes.count(ofCustomer: query, in: self) { return count }
    let plan = RecordPlan.cheapest(for: query, in: indexes)
    if plan.isExact { return min(plan.count, limit) }
    var count = 0
    for var run in plan.runs {
      while count < limit, let entry = run.next() {
        if query.matches(row(of: entry).keys) { count += 1 }
      }
    }
    return count
  }

  /// The times of the records that a query answers, ascending.
  ///
  /// - Complexity: O(m log m) for m records, without touching them where an index by time answers the query.
  func times(_ query: RecordQuery) -> [Int64] {
    var times: [Int64] = []
    if let indexes, query.limit == nil {
      let plan = RecordPlan.cheapest(for: query, in: indexes)
      if plan.isExact, plan.order == .time {
        times.reserveCapacity(plan.count)
        for run in plan.runs { run.appendTimes(to: &times) }
        if plan.runs.count > 1 { times.sort() }
        return times
      }
    }
    times = rows(query).map(\.keys.time.millisecondsSince1970)
    times.sort()
    return times
  }

  private func matching(_ query: RecordQuery) -> [Row] {
    var found: [Row] = []
    forEach { if query.matches($0.keys) { found.append($0) } }
    return found
  }
}

extension RecordRow {
  /// The rows in the order of a query, at most so many.
  ///
  /// - Complexity: O(m log m) for m rows.
  static func sorted(_ rows: [RecordRow], by query: RecordQuery, limit: Int) -> [RecordRow] {
    var entries: [(entry: IndexEntry, at: Int)] = []
    entries.reserveCapacity(rows.count)
    for (at, row) in rows.enumerated() {
      entries.append((IndexEntry(time: query.sortTime(of: row.keys), id: row.id), at))
    }
    entries.sort { $0.entry < $1.entry }
    return entries.prefix(limit).map { rows[$0.at] }
  }
}

extension RecordQuery {
  /// Whether every condition holds for a record of the kind that has these keys.
  package func matches(_ keys: RecordKeys) -> Bool {
    if let services, !services.contains(keys.service) { return false }
    if let states, !states.contains(keys.state) { return false }
    if let customer, keys.customer != customer { return false }
    guard TimeBounds.between(from, to).contains(keys.time.millisecondsSince1970),
      TimeBounds.between(createdFrom, nil).contains(keys.created.millisecondsSince1970)
    else { return false }
    if order == .due || dueBy != nil {
      guard let due = keys.due, TimeBounds.upTo(dueBy).contains(due.millisecondsSince1970) else {
        return false
      }
    }
    return true
  }

  /// The time by which the query orders the record.
  func sortTime(of keys: RecordKeys) -> Int64 {
    switch order {
    case .time: keys.time.millisecondsSince1970
    case .due: keys.due?.millisecondsSince1970 ?? .max
    case .created: keys.created.millisecondsSince1970
    }
  }
}
