/// What finding and matching ask of the bookings that are kept: live ones, and those that are over and remembered.
///
/// Answers may include bookings that are to be forgotten already; who asks compares their times.
protocol KeptBookings {
  /// The booking of a number and code; nil when none is kept.
  func kept(on number: AccessNumber, code: AccessCode) throws -> AccessBooking?

  /// All bookings of a number, with code and without, in no order.
  func kept(on number: AccessNumber) throws -> [AccessBooking]

  /// One booking; nil when none of that name is kept.
  func kept(_ id: AccessBookingID) throws -> AccessBooking?
}
