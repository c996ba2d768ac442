/// One booking beside a call: what is the same, what is not, and whether the booking still lives.
public struct MatchCandidate: Hashable, Sendable {
  /// The booking.
  public let booking: AccessBooking
  /// What the call brings beside what the booking has.
  public let comparison: MatchComparison
  /// What has become of the booking.
  public let state: BookingState

  /// Whether the call is for this booking.
  public var isMatch: Bool { comparison.fits && state == .live }

  /// Whether the call would have been for this booking, had it come in time.
  public var isLate: Bool { comparison.fits && state != .live }

  init(_ call: AccessCall, _ booking: AccessBooking, now: Int64) {
    self.booking = booking
    comparison = MatchComparison(call, booking)
    state = booking.state(at: now)
  }

  /// The nearer the booking is to the call, the larger; matches are above late ones, these above all others.
  var rank: Int {
    let things = [comparison.number, comparison.code, comparison.phone]
    let agreement = 4 * things.count { $0 == .same } - 2 * things.count { $0 == .differs }
    return (isMatch ? 1000 : 0) + (isLate ? 500 : 0) + (comparison.number == .same ? 100 : 0)
      + 2 * agreement + (state == .live ? 1 : 0)
  }
}
