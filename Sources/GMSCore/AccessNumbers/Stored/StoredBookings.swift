#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
import GMSCalendar

/// Bookings of access numbers in a store, inside one transaction.
///
///     let booking = try store.write(context.change) { writer in
///       let group = try AccessGroup("DNIS", in: writer.configuration())
///       var bookings = StoredBookings(writer)
///       var generator = context.randomness.generator(sequence: writer.sequence)
///       return try bookings.allocate(
///         AccessRequest(service: id, node: context.node), from: group, now: context.now, using: &generator)
///     }
///
/// Each booking is one record. That something is taken follows from the bookings alone, so nothing can stay locked
/// when a booking is gone. Beside them each group that gives its numbers out in turn has an order: a small record
/// for each number, of which only the time changes. It cannot be derived, because it outlives the bookings; and it
/// only says where to look first. In `local` and `cluster` groups every number that it names is looked up among
/// the bookings before it is given.
///
/// No call reads all bookings of a group. What each costs is said beside it.
public struct StoredBookings {
  let writer: any StoreWriter

  /// The bookings of a store, for one transaction.
  public init(_ writer: any StoreWriter) { self.writer = writer }

  /// The reading side.
  public var queries: BookingQueries { BookingQueries(writer) }

  /// Gives a number, and a code when one is asked for, to a service.
  ///
  /// - Parameters:
  ///   - request: for whom, and with what.
  ///   - group: the group to take it from.
  ///   - now: the instant that is taken as now.
  ///   - generator: where chance comes from; it is asked once.
  /// - Returns: the booking, which is in the transaction.
  /// - Throws: `CoreError` with code `emptyResourceGroup`, `invalidCodeLength`, `numbersExhausted` with the fact
  ///   `availableAt` where it is known, or `codesExhausted`; errors of the store.
  /// - Complexity: at most a few look-ups, and up to three records are written. More is needed in these cases:
  ///   O(n) for n numbers when the numbers of the group have changed; in a group that serves requests with and
  ///   without code, one look-up for each number before the first that can be given, n at most; and 1 / (share of
  ///   free codes) look-ups for a code.
  public mutating func allocate(
    _ request: AccessRequest,
    from group: AccessGroup,
    now: Date,
    using generator: inout some RandomNumberGenerator
  ) throws -> AccessBooking {
    var draws = SplitMix64(seed: generator.next())
    return try AccessAllocator.allocate(
      request,
      from: group,
      in: &self,
      now: now.millisecondsSince1970,
      using: &draws
    )
  }

  /// Finds whose call it is, and releases the booking that fits.
  ///
  /// - Parameters:
  ///   - call: the call.
  ///   - all: whether, when several bookings fit, all are released; else such a call releases none.
  ///   - now: the instant that is taken as now.
  /// - Returns: what fits; bookings that are released are answered so.
  /// - Throws: `CoreError` with code `damagedBooking`; errors of the store.
  /// - Complexity: one look-up when the call brings a code, else O(k) in the bookings that are kept of the number.
  public mutating func match(_ call: AccessCall, all: Bool = false, now: Date) throws -> CallMatch {
    try CallMatcher.take(call, all: all, in: &self, now: now.millisecondsSince1970)
  }

  /// Releases a booking; doing it again changes nothing.
  ///
  /// - Throws: `CoreError` with code `damagedBooking`; errors of the store.
  @discardableResult
  public mutating func release(_ id: AccessBookingID, now: Date) throws -> ReleaseOutcome {
    try BookingReleaser.release(id, in: &self, now: now.millisecondsSince1970)
  }

  /// Removes the bookings that are over and no longer remembered, and the orders of groups that have none any
  /// more.
  ///
  /// The driver calls it; nothing depends on when, because what is over holds nothing and what is forgotten is no
  /// longer answered.
  ///
  /// - Returns: how many bookings were removed.
  /// - Throws: errors of the store.
  /// - Complexity: O(m log n) for m bookings that are removed.
  @discardableResult
  public mutating func sweep(now: Date) throws -> Int {
    try NumberOrderRecords(writer).removeUnused()
    return try sweepBookings(now: now)
  }

  /// Removes bookings, and no orders.
  package mutating func sweepBookings(now: Date) throws -> Int {
    let over = try writer.records(RecordQuery(.booking, dueBy: now, order: .due))
    for record in over { try writer.remove(.booking, record.id) }
    return over.count
  }
}

extension StoredBookings: AccessBookings {
  func kept(on number: AccessNumber, code: AccessCode) throws -> AccessBooking? {
    try queries.kept(on: number, code: code)
  }

  func kept(on number: AccessNumber) throws -> [AccessBooking] { try queries.kept(on: number) }

  func kept(_ id: AccessBookingID) throws -> AccessBooking? { try queries.kept(id) }

  func spot(of number: AccessNumber) -> AccessNumber { number }

  func isHeld(_ number: AccessNumber, by node: Int?, at now: Int64) throws -> Bool {
    try isHeld(number, nil, by: node, at: now)
  }

  func isHeldWhole(_ number: AccessNumber, by node: Int?, at now: Int64) throws -> Bool {
    try isHeld(number, AccessBooking.RecordState.booked.names, by: node, at: now)
  }

  private func isHeld(
    _ number: AccessNumber,
    _ states: Set<String>?,
    by node: Int?,
    at now: Int64
  ) throws -> Bool {
    let query = RecordQuery(
      .booking,
      states: states,
      from: Date(millisecondsSince1970: now + 1),
      customer: number.dialled,
      limit: node == nil ? 1 : nil
    )
    let records = try writer.records(query)
    guard let node else { return !records.isEmpty }
    return try records.contains { try AccessBooking(stored: $0).node == node }
  }

  func isHeld(_ code: AccessCode, on number: AccessNumber, at now: Int64) throws -> Bool {
    guard let id = AccessBookingID.recordID(number: number.dialled, code: code),
      let record = try writer.record(.booking, id)
    else { return false }
    return now < record.keys.time.millisecondsSince1970
  }

  func isKept(_ serial: UInt64, with code: AccessCode?, on number: AccessNumber) throws -> Bool {
    try kept(AccessBookingID(number: number.dialled, code: code, serial: serial)) != nil
  }

  func prepare(_ pool: NumberPool, for group: AccessGroup) throws {
    try NumberOrderRecords(writer).prepare(pool, for: group)
  }

  func firstPlaces(
    _ count: Int,
    of pool: NumberPool,
    in group: AccessGroup,
    upTo last: Int64
  ) throws -> [Int] {
    try NumberOrderRecords(writer).first(count, of: pool, upTo: last).compactMap { group.places[$0] }
  }

  func firstTurn(of pool: NumberPool, after now: Int64) throws -> Int64? {
    try NumberOrderRecords(writer).firstTurn(of: pool, after: now)
  }

  func setTurn(of number: AccessNumber, in pool: NumberPool, to turn: Int64) throws {
    try NumberOrderRecords(writer).setTurn(of: number.dialled, in: pool, to: turn)
  }

  func moveToEnd(_ number: AccessNumber, of pool: NumberPool, now: Int64) throws {
    try NumberOrderRecords(writer).moveToEnd(number.dialled, of: pool, now: now)
  }

  func add(_ booking: AccessBooking, on number: AccessNumber) throws { try writer.put(booking.stored) }

  func keepReleased(_ booking: AccessBooking) throws { try writer.put(booking.stored) }
}
