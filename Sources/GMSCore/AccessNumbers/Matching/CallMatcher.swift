/// Decides whose call it is.
enum CallMatcher {
  /// The live bookings that fit a call, else the one that is over, remembered, and ended last.
  static func match(_ call: AccessCall, in bookings: some KeptBookings, now: Int64) throws -> CallMatch {
    if call.hasCode {
      guard let code = call.code, let booking = try bookings.kept(on: call.number, code: code),
        MatchComparison(call, booking).fits
      else { return .none }
      if booking.state(at: now) == .live { return .one(booking) }
      return now < booking.forgottenAt ? .late(booking) : .none
    }
    var live: [AccessBooking] = []
    var late: AccessBooking?
    for booking in try bookings.kept(on: call.number) where MatchComparison(call, booking).fits {
      if booking.state(at: now) == .live {
        live.append(booking)
      } else if now < booking.forgottenAt, late.map({ isLater(booking, than: $0) }) ?? true {
        late = booking
      }
    }
    switch live.count {
    case 0: return late.map(CallMatch.late) ?? .none
    case 1: return .one(live[0])
    default: return .several(live.sorted(by: precedes))
    }
  }

  /// Finds whose call it is, and releases what fits: one booking, or several when all are asked for.
  static func take(
    _ call: AccessCall,
    all takesAll: Bool,
    in bookings: inout some AccessBookings,
    now: Int64
  ) throws -> CallMatch {
    let match = try match(call, in: bookings, now: now)
    switch match {
    case .one(let booking):
      return .one(try BookingReleaser.release(booking, in: &bookings, now: now))
    case .several(let live):
      guard takesAll else { return match }
      return .several(try live.map { try BookingReleaser.release($0, in: &bookings, now: now) })
    case .late, .none: return match
    }
  }

  /// Oldest first; ties by name.
  static func precedes(_ left: AccessBooking, _ right: AccessBooking) -> Bool {
    left.madeAt != right.madeAt
      ? left.madeAt < right.madeAt : ByteOrder.precedes(left.id.text, right.id.text)
  }

  private static func isLater(_ booking: AccessBooking, than other: AccessBooking) -> Bool {
    booking.endsAt != other.endsAt
      ? booking.endsAt > other.endsAt : ByteOrder.precedes(booking.id.text, other.id.text)
  }
}
