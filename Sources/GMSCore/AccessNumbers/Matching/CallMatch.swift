/// Whose call it is.
public enum CallMatch: Hashable, Sendable {
  /// Exactly one live booking fits.
  case one(AccessBooking)
  /// Several live bookings fit, by when they were made; nothing tells which one is meant.
  case several([AccessBooking])
  /// No live booking fits, but one does that is over and still remembered: the one that ended last.
  case late(AccessBooking)
  /// Nothing that is known fits.
  case none

  /// The live bookings that fit; empty for a late or unknown call.
  public var bookings: [AccessBooking] {
    switch self {
    case .one(let booking): [booking]
    case .several(let bookings): bookings
    case .late, .none: []
    }
  }
}
