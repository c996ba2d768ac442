#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar

/// The records of one kind, and their indexes.
struct RecordFamily: Sendable {
  private var rows: [String: StoredRecord] = [:]
  /// By service, then by state: the records by time.
  private(set) var partitions: [String: [String: SortedIndex]] = [:]
  /// By customer: the records by time.
  private(set) var customers: [String: SortedIndex] = [:]
  /// The records that are due, by that.
  private(set) var due = SortedIndex()
  /// All records, by when they were made.
  private(set) var created = SortedIndex()

  var count: Int { rows.count }

  func record(_ id: String) -> StoredRecord? { rows[id] }

  /// The record that an index names.
  func record(of entry: IndexEntry) -> StoredRecord {
    guard let record = rows[entry.id] else {
      preconditionFailure("An index names record '\(entry.id)', which the table does not have.")
    }
    return record
  }

  mutating func put(_ record: StoredRecord) -> StoredRecord? {
    var record = record
    record.keys = record.keys.inWholeMilliseconds
    let old = rows[record.id]
    if let old {
      // A dictionary keeps the key it has; an id that is equal but of other bytes must bring its own.
      if !old.id.utf8.elementsEqual(record.id.utf8) { rows[record.id] = nil }
      change(from: old, to: record)
    } else {
      change(from: nil, to: record)
    }
    rows[record.id] = record
    return old
  }

  mutating func remove(_ id: String) -> StoredRecord? {
    guard let old = rows.removeValue(forKey: id) else { return nil }
    change(from: old, to: nil)
    return old
  }

  /// Moves the entries of a record in the indexes, those only whose key has changed.
  private mutating func change(from old: StoredRecord?, to new: StoredRecord?) {
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
    RecordFamily.move(from: old?.dueEntry, to: new?.dueEntry, in: &due)
    RecordFamily.move(from: old?.entry(\.created), to: new?.entry(\.created), in: &created)
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

extension StoredRecord {
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
