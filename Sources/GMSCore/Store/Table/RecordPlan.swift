#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar

/// One way to answer a query: the runs of an index to walk, and what is left to check in each record.
struct RecordPlan {
  /// The entries to walk; each run is in order.
  let runs: [IndexRun]
  /// The key by which the runs are ordered.
  let order: RecordQuery.Order
  /// Whether every record of the runs is part of the answer.
  let isExact: Bool
  /// How many entries the runs have.
  let count: Int

  private init(_ runs: [IndexRun], _ order: RecordQuery.Order, isExact: Bool) {
    self.runs = runs
    self.order = order
    self.isExact = isExact
    count = runs.reduce(0) { $0 + $1.count }
  }

  /// About how many records the plan touches for the query; an answer that must be sorted counts twice.
  private func cost(for query: RecordQuery) -> Int {
    guard order == query.order else { return 2 * count }
    if isExact, let limit = query.limit { return min(count, limit) }
    return count
  }

  /// The plan that touches the fewest records.
  static func cheapest(for query: RecordQuery, in indexes: RecordIndexes) -> RecordPlan {
    var plans: [RecordPlan] = []
    if let customer = query.customer { plans.append(byCustomer(customer, query, indexes)) }
    if query.order == .due || query.dueBy != nil { plans.append(byDue(query, indexes)) }
    if query.order == .created || query.createdFrom != nil { plans.append(byCreation(query, indexes)) }
    let best = plans.min { $0.cost(for: query) < $1.cost(for: query) }
    // The plan by time opens a run in every partition, which a plan this cheap would not earn back.
    if let best, best.cost(for: query) <= 16 { return best }
    // None can touch fewer than those that are the answer.
    if let best, best.isExact, best.order == query.order { return best }
    let byTime = byTime(query, indexes)
    guard let best, best.cost(for: query) < byTime.cost(for: query) else { return byTime }
    return best
  }

  private static func byTime(_ query: RecordQuery, _ indexes: RecordIndexes) -> RecordPlan {
    let times = TimeBounds.between(query.from, query.to)
    var runs: [IndexRun] = []
    for service in chosen(query.services, of: indexes.services) {
      for index in chosen(query.states, of: service.states) where !index.isEmpty {
        runs.append(index.run(times))
      }
    }
    let isExact =
      query.dueBy == nil && query.order != .due && query.customer == nil && query.createdFrom == nil
    return RecordPlan(runs, .time, isExact: isExact)
  }

  private static func byCustomer(
    _ customer: String,
    _ query: RecordQuery,
    _ indexes: RecordIndexes
  ) -> RecordPlan {
    let run = indexes.customers[customer]?.run(TimeBounds.between(query.from, query.to))
    let isExact =
      query.services == nil && query.states == nil && query.dueBy == nil && query.order != .due
      && query.createdFrom == nil
    return RecordPlan(run.map { [$0] } ?? [], .time, isExact: isExact)
  }

  private static func byDue(_ query: RecordQuery, _ indexes: RecordIndexes) -> RecordPlan {
    let isExact =
      query.services == nil && query.states == nil && query.from == nil && query.to == nil
      && query.customer == nil && query.createdFrom == nil
    return RecordPlan([indexes.due.run(.upTo(query.dueBy))], .due, isExact: isExact)
  }

  private static func byCreation(_ query: RecordQuery, _ indexes: RecordIndexes) -> RecordPlan {
    let times = TimeBounds.between(query.createdFrom, nil)
    let runs =
      query.services == nil
      ? [indexes.created.run(times)]
      : chosen(query.services, of: indexes.services).map { $0.created.run(times) }
    let isExact =
      query.states == nil && query.from == nil && query.to == nil && query.dueBy == nil
      && query.order != .due && query.customer == nil
    return RecordPlan(runs, .created, isExact: isExact)
  }

  /// The values of the names that are asked for, or of all.
  private static func chosen<Value>(_ names: Set<String>?, of values: [String: Value]) -> [Value] {
    guard let names else { return Array(values.values) }
    return names.compactMap { values[$0] }
  }
}
