/// What allocation asks of the bookings that there are, and tells them.
///
/// The decisions are ``AccessAllocator``'s; whoever conforms keeps bookings and finds them. Times are milliseconds
/// since 1970.
protocol AccessBookings: KeptBookings {
  /// How these bookings name a number from one question to the next.
  associatedtype Spot

  /// Where the bookings of a number are.
  mutating func spot(of number: AccessNumber) -> Spot

  /// Whether a booking holds anything of a number, the whole or a code; of one node, or of all where it is nil.
  func isHeld(_ spot: Spot, by node: Int?, at now: Int64) throws -> Bool

  /// Whether a booking without a code holds a number; of one node, or of all where it is nil.
  func isHeldWhole(_ spot: Spot, by node: Int?, at now: Int64) throws -> Bool

  /// Whether a booking of any node holds a code of a number.
  func isHeld(_ code: AccessCode, on spot: Spot, at now: Int64) throws -> Bool

  /// Whether a booking of this name is kept, whatever has become of it.
  func isKept(_ serial: UInt64, with code: AccessCode?, on spot: Spot) throws -> Bool

  /// Makes an order know exactly the numbers of the group; numbers that are new in it never had a turn.
  mutating func prepare(_ pool: NumberPool, for group: AccessGroup) throws

  /// The places in the group of the numbers whose turn is first, up to an instant; ties by the bytes of what is
  /// dialled. The order was prepared.
  func firstPlaces(_ count: Int, of pool: NumberPool, in group: AccessGroup, upTo last: Int64) throws -> [Int]

  /// The first turn after an instant; nil when there is none. The order was prepared.
  func firstTurn(of pool: NumberPool, after now: Int64) throws -> Int64?

  /// Gives a number another turn; an order that does not know the number stays as it is.
  mutating func setTurn(of number: AccessNumber, in pool: NumberPool, to turn: Int64) throws

  /// Puts a number at the end of an order; one that does not know the number stays as it is.
  mutating func moveToEnd(_ number: AccessNumber, of pool: NumberPool, now: Int64) throws

  /// Adds a booking; it takes the place of one that is over and had the same number and code.
  mutating func add(_ booking: AccessBooking, on spot: Spot) throws

  /// Keeps a booking that was live as the released one that it is now.
  mutating func keepReleased(_ booking: AccessBooking) throws
}
