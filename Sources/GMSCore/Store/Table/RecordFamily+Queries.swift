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
  ///   index has the query's order.
  func records(_ query: RecordQuery) -> [StoredRecord] {
    let plan = RecordPlan.cheapest(for: query, in: self)
    let limit = max(0, query.limit ?? .max)
    if plan.order == query.order {
      var answer: [StoredRecord] = []
      var merged = MergedRuns(plan.runs)
      while answer.count < limit, let entry = merged.next() {
        let record = record(of: entry)
        if plan.isExact || query.matches(record) { answer.append(record) }
      }
      return answer
    }
    var found: [(entry: IndexEntry, record: StoredRecord)] = []
    for var run in plan.runs {
      while let entry = run.next() {
        let record = record(of: entry)
        guard plan.isExact || query.matches(record) else { continue }
        found.append((IndexEntry(time: query.sortTime(of: record), id: record.id), record))
      }
    }
    found.sort { $0.entry < $1.entry }
    return found.prefix(limit).map(\.record)
  }

  /// How many records a query answers.
  ///
  /// - Complexity: O(c) in the chunks of the runs where an index answers the query whole, else O(m) in their
  ///   records.
  func count(_ query: RecordQuery) -> Int {
    let plan = RecordPlan.cheapest(for: query, in: self)
    let limit = max(0, query.limit ?? .max)
    if plan.isExact { return min(plan.count, limit) }
    var count = 0
    for var run in plan.runs {
      while count < limit, let entry = run.next() {
        if query.matches(record(of: entry)) { count += 1 }
      }
    }
    return count
  }

  /// The times of the records that a query answers, ascending.
  ///
  /// - Complexity: O(m log m) for m records, without touching them where an index by time answers the query.
  func times(_ query: RecordQuery) -> [Int64] {
    let plan = RecordPlan.cheapest(for: query, in: self)
    var times: [Int64] = []
    if plan.isExact, plan.order == .time, query.limit == nil {
      times.reserveCapacity(plan.count)
      for run in plan.runs { run.appendTimes(to: &times) }
      if plan.runs.count == 1 { return times }
    } else {
      times = records(query).map(\.keys.time.millisecondsSince1970)
    }
    times.sort()
    return times
  }
}

extension RecordQuery {
  /// Whether every condition holds for a record of the kind.
  package func matches(_ record: StoredRecord) -> Bool {
    let keys = record.keys
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
  fileprivate func sortTime(of record: StoredRecord) -> Int64 {
    switch order {
    case .time: record.keys.time.millisecondsSince1970
    case .due: record.keys.due?.millisecondsSince1970 ?? .max
    case .created: record.keys.created.millisecondsSince1970
    }
  }
}
