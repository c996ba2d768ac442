/// Ends bookings before their time.
enum BookingReleaser {
  /// Releases a live booking, and answers it as it is then.
  static func release(
    _ booking: consuming AccessBooking,
    in bookings: inout some AccessBookings,
    now: Int64
  ) throws -> AccessBooking {
    var ended = booking
    ended.release(at: now)
    try bookings.keepReleased(ended)
    if let pool = ended.poolMovedByItsEnd {
      switch pool.order {
      case .given: break
      case .used: try bookings.moveToEnd(ended.number, of: pool, now: now)
      case .free: try bookings.setTurn(of: ended.number, in: pool, to: ended.freeAt)
      }
    }
    return ended
  }

  /// Releases a booking that is named.
  static func release(
    _ id: AccessBookingID,
    in bookings: inout some AccessBookings,
    now: Int64
  ) throws -> ReleaseOutcome {
    guard let booking = try bookings.kept(id), now < booking.forgottenAt || booking.state(at: now) == .live
    else { return .unknown(id) }
    guard booking.state(at: now) == .live else { return .alreadyOver(booking) }
    return .released(try release(booking, in: &bookings, now: now))
  }
}
