#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar

/// The orders by which the records of one kind are found.
struct RecordIndexes: Sendable {
  /// By service, then by state: the records by time.
  private(set) var partitions: [String: [String: SortedIndex]] = [:]
  /// By customer: the records by time.
  private(set) var customers: [String: SortedIndex] = [:]
  /// The records that are due, by that.
  private(set) var due = SortedIndex()
  /// All records, by when they were made.
  private(set) var created = SortedIndex()

  /// Moves the entries of a record, those only whose key has changed.
  mutating func change<Payload>(from old: RecordRow<Payload>?, to new: RecordRow<Payload>?) {
    let (oldTime, newTime) = (old?.entry(\.time), new?.entry(\.time))
    let hasMoved = oldTime != newTime
    if hasMoved || old?.keys.service != new?.keys.service || old?.keys.state != new?.keys.state {
      if let old, let oldTime { leavePartition(old.keys.service, old.keys.state, oldTime) }
      if let new, let newTime {
        partitions[new.keys.service, default: [:]][new.keys.state, default: SortedIndex()].insert(newTime)
      }
    }
    if hasMoved || old?.keys.customer != new?.keys.customer {
      if let oldTime, let customer = old?.keys.customer { leaveCustomer(customer, oldTime) }
      if let newTime, let customer = new?.keys.customer {
        customers[customer, default: SortedIndex()].insert(newTime)
      }
    }
    RecordIndexes.move(from: old?.dueEntry, to: new?.dueEntry, in: &due)
    RecordIndexes.move(from: old?.entry(\.created), to: new?.entry(\.created), in: &created)
  }

  private static func move(from old: IndexEntry?, to new: IndexEntry?, in index: inout SortedIndex) {
    guard old != new else { return }
    if let old { index.remove(old) }
    if let new { index.insert(new) }
  }

  private mutating func leavePartition(_ service: String, _ state: String, _ entry: IndexEntry) {
    partitions[service]?[state]?.remove(entry)
    if partitions[service]?[state]?.isEmpty == true { partitions[service]?[state] = nil }
    if partitions[service]?.isEmpty == true { partitions[service] = nil }
  }

  private mutating func leaveCustomer(_ customer: String, _ entry: IndexEntry) {
    customers[customer]?.remove(entry)
    if customers[customer]?.isEmpty == true { customers[customer] = nil }
  }
}

extension RecordRow {
  fileprivate func entry(_ time: KeyPath<RecordKeys, Date>) -> IndexEntry {
    IndexEntry(time: keys[keyPath: time].millisecondsSince1970, id: id)
  }

  fileprivate var dueEntry: IndexEntry? {
    keys.due.map { IndexEntry(time: $0.millisecondsSince1970, id: id) }
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
