/// What a call brings beside what a booking has, thing by thing.
///
/// - The number that was called must be the booking's.
/// - A code that the call brings must be the booking's; a booking without a code fits no call with one, because no
///   code was ever given to its customer. A call without a code is compared without it.
/// - A phone number is compared when call and booking both have one. A booking without one ignores the caller's.
///
/// GMS documents that number, code and phone number are compared; what happens where one side has none is our
/// decision.
public struct MatchComparison: Hashable, Sendable {
  /// The number that was called; ``MatchOutcome/same`` or ``MatchOutcome/differs``.
  public let number: MatchOutcome
  /// The access code; ``MatchOutcome/notAsked`` when the booking has none, even if the call brings one.
  public let code: MatchOutcome
  /// The caller's phone number.
  public let phone: MatchOutcome
  /// Whether the booking fits the call; it must also be live.
  public var fits: Bool { number == .same && codeFits && phone != .differs }
  /// Whether the codes do not stand against it.
  let codeFits: Bool

  /// Compares.
  public init(_ call: AccessCall, _ booking: AccessBooking) {
    number = call.number == booking.number ? .same : .differs
    if booking.code == nil {
      code = .notAsked
      codeFits = !call.hasCode
    } else if !call.hasCode {
      code = .notGiven
      codeFits = true
    } else {
      code = call.code == booking.code ? .same : .differs
      codeFits = code == .same
    }
    if let expected = booking.caller {
      phone = call.caller.map { $0 == expected ? .same : .differs } ?? .notGiven
    } else {
      phone = .notAsked
    }
  }
}
