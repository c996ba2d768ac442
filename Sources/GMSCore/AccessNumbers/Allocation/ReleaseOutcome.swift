/// What releasing a booking did.
public enum ReleaseOutcome: Hashable, Sendable {
  /// The booking was live, and is released now.
  case released(AccessBooking)
  /// The booking was over already; nothing changed.
  case alreadyOver(AccessBooking)
  /// Nothing is known of such a booking: it never was, or was forgotten.
  case unknown(AccessBookingID)

  /// The booking as it is now.
  ///
  /// - Throws: `CoreError` with code `unknownBooking` when nothing is known of it.
  public func booking() throws(CoreError) -> AccessBooking {
    switch self {
    case .released(let booking), .alreadyOver(let booking): return booking
    case .unknown(let id): throw CoreError(.unknownBooking, ["booking": id.text])
    }
  }
}
