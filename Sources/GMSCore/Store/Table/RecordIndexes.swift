#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar

/// The orders by which the records of one kind are found.
struct RecordIndexes: Sendable {
  /// By service.
  private(set) var services: [String: ServiceIndexes] = [:]
  /// By customer: the records by time.
  private(set) var customers: [String: SmallIndex] = [:]
  /// The records that are due, by that.
  private(set) var due = SortedIndex()
  /// All records, by when they were made.
  private(set) var created = SortedIndex()

  /// Moves the entries of a record, those only whose key has changed; both rows are of one record.
  mutating func change<Payload>(from old: RecordRow<Payload>?, to new: RecordRow<Payload>?) {
    guard let id = new?.id ?? old?.id else { return }
    let (before, after) = (old.map { Times($0.keys) }, new.map { Times($0.keys) })
    if let old, let new, let before, let after, old.keys.service == new.keys.service,
      let at = services.index(forKey: old.keys.service)
    {
      services.values[at].change(id, from: (old.keys.state, before), to: (new.keys.state, after))
    } else {
      if let old, let before, let at = services.index(forKey: old.keys.service) {
        services.values[at].remove(id, (old.keys.state, before))
        if services.values[at].isEmpty { services.remove(at: at) }
      }
      if let new, let after {
        services[new.keys.service, default: ServiceIndexes()].insert(id, (new.keys.state, after))
      }
    }
    if before?.time != after?.time || old?.keys.customer != new?.keys.customer {
      if let before, let customer = old?.keys.customer {
        leaveCustomer(customer, IndexEntry(time: before.time, id: id))
      }
      if let after, let customer = new?.keys.customer {
        customers[customer, default: SmallIndex()].insert(IndexEntry(time: after.time, id: id))
      }
    }
    due.move(id, from: before?.due, to: after?.due)
    created.move(id, from: before?.created, to: after?.created)
  }

  private mutating func leaveCustomer(_ customer: String, _ entry: IndexEntry) {
    guard let at = customers.index(forKey: customer) else { return }
    customers.values[at].remove(entry)
    if customers.values[at].isEmpty { customers.remove(at: at) }
  }

  /// The times of a record's keys, in milliseconds since 1970.
  struct Times {
    let time: Int64
    let created: Int64
    let due: Int64?

    init(_ keys: RecordKeys) {
      time = keys.time.millisecondsSince1970
      created = keys.created.millisecondsSince1970
      due = keys.due?.millisecondsSince1970
    }
  }
}

extension SortedIndex {
  /// Moves a record's entry from one time to another.
  fileprivate mutating func move(_ id: String, from old: Int64?, to new: Int64?) {
    guard old != new else { return }
    if let old { remove(IndexEntry(time: old, id: id)) }
    if let new { insert(IndexEntry(time: new, id: id)) }
  }
}

extension RecordKeys {
  /// The keys with their times rounded to whole milliseconds, as stores keep them.
  package var inWholeMilliseconds: RecordKeys {
    func rounded(_ date: Date) -> Date { Date(millisecondsSince1970: date.millisecondsSince1970) }
    var keys = self
    keys.time = rounded(time)
    keys.created = rounded(created)
    keys.due = due.map(rounded)
    return keys
  }
}
