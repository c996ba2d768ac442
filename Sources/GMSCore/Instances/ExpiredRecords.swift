#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Takes away what is over: instances and stored data whose time to live has ended, bookings that are forgotten.
///
/// Nothing depends on when this is done: what is over is never answered, swept or not.
public enum ExpiredRecords {
  /// The kinds of records that end by themselves, at their `due`.
  package static let kinds: [RecordKind] = [.instance, .storage]

  /// How many records are taken away before the next are looked for, so that none is held for long.
  private static let portion = 1_000

  /// Takes away everything that is over at an instant.
  ///
  /// - Returns: how many records went.
  /// - Throws: `CoreError` about the store.
  /// - Complexity: O(n log m) for n records that go, in a store of m.
  @discardableResult
  public static func sweep(_ writer: any StoreWriter, at now: Date) throws -> Int {
    var count = 0
    for kind in kinds {
      while true {
        let over = try writer.records(RecordQuery(kind, dueBy: now, order: .due, limit: portion))
        for record in over { try writer.remove(kind, record.id) }
        count += over.count
        if over.count < portion { break }
      }
    }
    var bookings = StoredBookings(writer)
    return count + (try bookings.sweep(now: now))
  }

  /// The earliest instant at which something will be over; nil when nothing will.
  public static func nextDue(_ reader: any StoreReader) throws -> Date? {
    let dues = try kinds.map { try reader.records(RecordQuery($0, order: .due, limit: 1)).first?.keys.due }
    return (dues + [try BookingQueries(reader).nextSweep()]).compactMap(\.self).min()
  }
}
