#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar

/// A query as one run understands it: partitions of the run in place of names, milliseconds in place of
/// dates.
///
/// A customer is a hash here, and another customer's may be the same: whoever asks for one compares the text
/// in the record's line. Hence a query for a customer has no limit; it is cut after that comparison.
package struct RowQuery: Sendable {
  /// For each partition of the run, whether its rows can be part of the answer.
  let chosen: [Bool]
  /// Whether all partitions are chosen.
  let areAllChosen: Bool
  /// What a row's time must lie in.
  let times: TimeBounds
  /// Whether rows that are not due are left out.
  let mustBeDue: Bool
  /// What a row's `due` must be at or below.
  let lastDue: Int64
  /// What a row's `created` must be at or above.
  let firstCreated: Int64
  /// What a row's customer must be.
  let customer: UInt64?
  /// The order of the answer.
  package let order: RecordQuery.Order
  /// At most so many; nil for all, and where a customer is asked for.
  package let limit: Int?

  init(_ query: RecordQuery, _ table: PartitionTable) {
    // Thousands of partitions share a few texts: each text is looked up once.
    func found(_ names: Set<String>?) -> [Bool]? { names.map { names in table.texts.map(names.contains) } }
    let (services, states) = (found(query.services), found(query.states))
    let kinds = table.texts.map { $0 == query.kind.rawValue }
    chosen = table.entries.map { entry in
      kinds[entry.kind] && services?[entry.service] != false && states?[entry.state] != false
    }
    areAllChosen = !chosen.contains(false)
    times = .between(query.from, query.to)
    mustBeDue = query.order == .due || query.dueBy != nil
    lastDue = query.dueBy?.millisecondsSince1970 ?? .max
    firstCreated = query.createdFrom?.millisecondsSince1970 ?? .min
    customer = query.customer.map(IndexRow.hash(customer:))
    order = query.order
    limit = query.customer == nil ? query.limit.map { max(0, $0) } : nil
  }

  /// Whether all conditions hold for a row.
  func matches(_ row: IndexRow) -> Bool {
    if mustBeDue, row.due == IndexRow.noDue || row.due > lastDue { return false }
    if let customer, row.customer != customer { return false }
    return chosen[Int(row.partition)] && row.created >= firstCreated && times.contains(row.time)
  }
}
