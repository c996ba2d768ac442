#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
import GMSCalendar

/// Bookings of access numbers in memory, for embedding, tests and simulations.
///
/// It is a value, and one owner changes it. Its time only goes forward: a call with an earlier `now` counts as made
/// at the latest one before. What is over for good is forgotten by the way, so nothing needs to be swept.
///
///     var bookings = MemoryBookings()
///     let booking = try bookings.allocate(
///       AccessRequest(service: id, codeLength: 6), from: group, now: now, using: &generator)
///     let match = bookings.match(AccessCall(booking.number, accessCode: "123456"), now: later)
///
/// Giving out, matching by code and releasing take O(log n) in the bookings that are kept, whatever the size of the
/// pool; a call without a code is compared with each booking of its number. The exceptions are named at
/// ``allocate(_:from:now:using:)``.
public struct MemoryBookings: Sendable {
  private var table = BookingTable()
  private var orders: [NumberPool: NumberTurns] = [:]
  private var latest = Int64.min
  /// The orders that the allocation at work has made anew, as they were before.
  private var replaced: [(pool: NumberPool, order: NumberTurns?)] = []

  /// No bookings.
  public init() {}

  /// How many bookings are kept, those that are over and remembered included.
  public var count: Int { table.count }

  /// All bookings that are kept, oldest first.
  ///
  /// - Complexity: O(n log n).
  public var bookings: [AccessBooking] { table.all.sorted(by: CallMatcher.precedes) }

  /// Gives a number, and a code when one is asked for, to a service.
  ///
  /// - Parameters:
  ///   - request: for whom, and with what.
  ///   - group: the group to take it from.
  ///   - now: the instant that is taken as now.
  ///   - generator: where chance comes from; it is asked once.
  /// - Returns: the booking.
  /// - Throws: `CoreError` with code `emptyResourceGroup`, `invalidCodeLength`, `numbersExhausted` with the fact
  ///   `availableAt` where it is known, or `codesExhausted`.
  /// - Complexity: O(log n). The first call after the group's numbers have changed takes O(n log n); so does one in
  ///   a group that serves requests with and without code and whose first numbers are all held, and one on whose
  ///   first number all codes are held. A code takes as many tries as 1 / (share of free codes).
  public mutating func allocate(
    _ request: AccessRequest,
    from group: AccessGroup,
    now: Date,
    using generator: inout some RandomNumberGenerator
  ) throws -> AccessBooking {
    let now = advance(to: now)
    // One draw, and a generator of a known type, so that the rest is compiled for it.
    var draws = SplitMix64(seed: generator.next())
    do {
      let booking = try AccessAllocator.allocate(request, from: group, in: &self, now: now, using: &draws)
      if !replaced.isEmpty { replaced = [] }
      return booking
    } catch {
      // A refused request changes nothing, as in a store.
      for (pool, order) in replaced.reversed() { orders[pool] = order }
      replaced = []
      throw error
    }
  }

  /// Finds whose call it is, and releases the booking that fits.
  ///
  /// - Parameters:
  ///   - call: the call.
  ///   - all: whether, when several bookings fit, all are released; else such a call releases none.
  ///   - now: the instant that is taken as now.
  /// - Returns: what fits; bookings that are released are answered so.
  /// - Complexity: O(log n) with a code; without one O(k) in the bookings that are kept of the number.
  public mutating func match(_ call: AccessCall, all: Bool = false, now: Date) -> CallMatch {
    let now = advance(to: now)
    return sound { try CallMatcher.take(call, all: all, in: &$0, now: now) }
  }

  /// Releases a booking; doing it again changes nothing.
  ///
  /// - Complexity: O(log n).
  @discardableResult
  public mutating func release(_ id: AccessBookingID, now: Date) -> ReleaseOutcome {
    let now = advance(to: now)
    return sound { try BookingReleaser.release(id, in: &$0, now: now) }
  }

  /// Forgets what is over for good at an instant; every other call does it, too.
  public mutating func sweep(now: Date) { _ = advance(to: now) }

  private mutating func advance(to now: Date) -> Int64 {
    latest = max(latest, now.millisecondsSince1970)
    table.advance(to: latest)
    return latest
  }

  /// Runs what could only fail if memory could.
  private mutating func sound<Result>(_ body: (inout MemoryBookings) throws -> Result) -> Result {
    do {
      return try body(&self)
    } catch {
      preconditionFailure("Bookings in memory failed: \(error)")
    }
  }
}

extension MemoryBookings: AccessBookings {
  func kept(on number: AccessNumber, code: AccessCode) -> AccessBooking? {
    table.booking(on: number, code: code)
  }

  func kept(on number: AccessNumber) -> [AccessBooking] { table.bookings(on: number) }

  func kept(_ id: AccessBookingID) -> AccessBooking? { table.booking(id) }

  mutating func spot(of number: AccessNumber) -> Int { table.index(of: number) }

  func isHeld(_ spot: Int, by node: Int?, at now: Int64) -> Bool {
    isHeldWhole(spot, by: node, at: now)
      || table.contains(.coded, of: spot) { $0.isHolding(at: now) && (node == nil || $0.node == node) }
  }

  func isHeldWhole(_ spot: Int, by node: Int?, at now: Int64) -> Bool {
    table.contains(.whole, of: spot) { $0.isHolding(at: now) && (node == nil || $0.node == node) }
  }

  func isHeld(_ code: AccessCode, on spot: Int, at now: Int64) -> Bool {
    table.freeAt(code, on: spot).map { now < $0 } ?? false
  }

  func isKept(_ serial: UInt64, with code: AccessCode?, on spot: Int) -> Bool {
    table.contains(serial, with: code, on: spot)
  }

  mutating func prepare(_ pool: NumberPool, for group: AccessGroup) {
    guard orders[pool]?.fingerprint != group.fingerprint else { return }
    let known = orders[pool]
    replaced.append((pool, known))
    orders[pool] = NumberTurns(group, after: known)
  }

  func firstPlaces(_ count: Int, of pool: NumberPool, in group: AccessGroup, upTo last: Int64) -> [Int] {
    orders[pool]?.first(count, upTo: last) ?? []
  }

  func firstTurn(of pool: NumberPool, after now: Int64) -> Int64? { orders[pool]?.firstTurn(after: now) }

  mutating func setTurn(of number: AccessNumber, in pool: NumberPool, to turn: Int64) {
    orders[pool]?.setTurn(of: number, to: turn)
  }

  mutating func moveToEnd(_ number: AccessNumber, of pool: NumberPool, now: Int64) {
    orders[pool]?.moveToEnd(number, now: now)
  }

  mutating func add(_ booking: AccessBooking, on spot: Int) { table.add(booking, on: spot) }

  mutating func keepReleased(_ booking: AccessBooking) { table.release(booking, now: latest) }
}
