#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
import GMSCalendar

/// What there is to know about the bookings of a store.
///
/// It reads one state of the store and is not to be kept after the body that received the reader has ended.
public struct BookingQueries {
  let reader: any StoreReader

  /// The bookings of a state of the store.
  public init(_ reader: any StoreReader) { self.reader = reader }

  /// One booking; nil when nothing is known of it.
  ///
  /// - Throws: `CoreError` with code `damagedBooking`, or when the store cannot be read.
  public func booking(_ id: AccessBookingID) throws -> AccessBooking? { try kept(id) }

  /// All bookings that are kept, of one group or of all, oldest first: live ones, and those that are over and not
  /// swept yet.
  ///
  /// - Complexity: O(n) in these bookings.
  public func bookings(ofGroup group: String? = nil) throws -> [AccessBooking] {
    try bookings(RecordQuery(.booking, services: group.map { [$0] }, order: .created))
  }

  /// All bookings of one number, oldest first.
  public func bookings(on number: AccessNumber) throws -> [AccessBooking] {
    try kept(on: number).sorted(by: CallMatcher.precedes)
  }

  /// Whose call it would be; nothing is released.
  ///
  /// - Complexity: one look-up when the call brings a code, else O(k) in the bookings that are kept of the number.
  public func match(_ call: AccessCall, now: Date) throws -> CallMatch {
    try CallMatcher.match(call, in: self, now: now.millisecondsSince1970)
  }

  /// Why each booking that has anything in common with a call fits it or does not.
  ///
  /// - Complexity: O(n log n) in all bookings that are kept.
  public func explain(_ call: AccessCall, now: Date) throws -> MatchExplanation {
    MatchExplanation(call, among: try bookings(), now: now)
  }

  /// How groups stand: what is free, booked, cooling.
  ///
  /// - Parameters:
  ///   - groups: the groups; each is answered, in this order.
  ///   - node: the node for which numbers of `local` groups are counted; nil counts the bookings of all nodes.
  ///   - now: the instant.
  /// - Returns: how each group stands.
  /// - Throws: `CoreError` with code `damagedBooking`; errors of the store.
  /// - Complexity: O(n) in the bookings that hold something.
  public func status(of groups: [AccessGroup], node: Int? = nil, now: Date) throws -> [AccessGroupStatus] {
    let bookings = try holding(at: now.millisecondsSince1970)
    return groups.map { AccessGroupStatus($0, among: bookings, node: node, now: now) }
  }

  /// How often all numbers of a group were taken lately.
  ///
  /// - Returns: nil for a group that shares its numbers: there every request gets one.
  /// - Complexity: O(n log n) in the group's bookings that are kept.
  public func blocking(of group: AccessGroup, now: Date) throws -> MeasuredBlocking? {
    MeasuredBlocking(group, bookings: try bookings(ofGroup: group.name), now: now)
  }

  /// When ``StoredBookings/sweep(now:)`` has something to do next; nil when it never has.
  public func nextSweep() throws -> Date? {
    try reader.records(RecordQuery(.booking, order: .due, limit: 1)).first?.keys.due
  }

  private func bookings(_ query: RecordQuery) throws -> [AccessBooking] {
    var bookings: [AccessBooking] = []
    try reader.forEachRecord(query) { bookings.append(try AccessBooking(stored: $0)) }
    return bookings
  }

  private func holding(at now: Int64) throws -> [AccessBooking] {
    try bookings(RecordQuery(.booking, from: Date(millisecondsSince1970: now + 1)))
  }
}

extension BookingQueries: KeptBookings {
  func kept(on number: AccessNumber, code: AccessCode) throws -> AccessBooking? {
    guard let id = AccessBookingID.recordID(number: number.dialled, code: code) else { return nil }
    return try reader.record(.booking, id).map { try AccessBooking(stored: $0) }
  }

  func kept(on number: AccessNumber) throws -> [AccessBooking] {
    try bookings(RecordQuery(.booking, customer: number.dialled))
  }

  func kept(_ id: AccessBookingID) throws -> AccessBooking? {
    guard let record = try reader.record(.booking, id.recordID) else { return nil }
    let booking = try AccessBooking(stored: record)
    return booking.id == id ? booking : nil
  }
}
