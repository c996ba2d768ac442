#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar

extension RecordIndexes {
  /// How many records a query answers, without its limit, where an index alone can tell; else nil.
  ///
  /// These are the questions that each request for a callback asks, so they are answered without making a plan.
  ///
  /// - Complexity: O(log n) for each service and state that is asked for, and the chunks that are not whole.
  func exactCount(_ query: RecordQuery) -> Int? {
    guard query.customer == nil, query.dueBy == nil, query.order != .due else { return nil }
    if query.createdFrom == nil {
      guard let services = query.services else { return nil }
      return countByTime(services, query.states, .between(query.from, query.to))
    }
    guard query.states == nil, query.from == nil, query.to == nil else { return nil }
    let times = TimeBounds.between(query.createdFrom, nil)
    guard let names = query.services else { return created.count(times) }
    return names.reduce(0) { $0 + (services[$1]?.created.count(times) ?? 0) }
  }

  private func countByTime(_ names: Set<String>, _ states: Set<String>?, _ times: TimeBounds) -> Int {
    var count = 0
    for name in names {
      guard let service = services[name] else { continue }
      if let states {
        for state in states { count += service.states[state]?.count(times) ?? 0 }
      } else {
        for index in service.states.values { count += index.count(times) }
      }
    }
    return count
  }

  /// How many of a customer's records a query answers, as far as its limit; nil when it asks for no customer.
  ///
  /// - Complexity: O(k) in the records of the customer, whose keys are looked at.
  func count<Payload>(ofCustomer query: RecordQuery, in family: RecordFamily<Payload>) -> Int? {
    guard let customer = query.customer else { return nil }
    let limit = max(0, query.limit ?? .max)
    guard let index = customers[customer] else { return 0 }
    if case .one(let entry) = index {
      return min(limit, query.matches(family.row(of: entry).keys) ? 1 : 0)
    }
    var run = index.run(.between(query.from, query.to))
    var count = 0
    while count < limit, let entry = run.next() {
      if query.matches(family.row(of: entry).keys) { count += 1 }
    }
    return count
  }
}

extension SortedIndex {
  /// How many entries have times in a range.
  ///
  /// - Complexity: O(log n), and O(k) in the chunks of the range, or in those outside of it where they are fewer.
  func count(_ times: TimeBounds) -> Int {
    guard times.lower < times.upper, !isEmpty else { return 0 }
    if times.lower == .min, times.upper == .max { return count }
    let whole = Place(chunk: chunks.count, offset: 0)
    let start = times.lower == .min ? Place(chunk: 0, offset: 0) : firstPlace(of: times.lower)
    let end = times.upper == .max ? whole : firstPlace(of: times.upper)
    guard start < end else { return 0 }
    let inside = end.chunk - start.chunk
    if inside <= chunks.count - inside { return distance(from: start, to: end) }
    return count - distance(from: Place(chunk: 0, offset: 0), to: start) - distance(from: end, to: whole)
  }

  private func distance(from start: Place, to end: Place) -> Int {
    if start.chunk == end.chunk { return end.offset - start.offset }
    var distance = chunks[start.chunk].count - start.offset + end.offset
    for chunk in (start.chunk + 1)..<end.chunk { distance += chunks[chunk].count }
    return distance
  }
}
