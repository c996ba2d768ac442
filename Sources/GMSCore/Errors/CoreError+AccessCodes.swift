extension CoreError.Code {
  // Access numbers: facts `resource`, `number`, `booking`, `value`, `accepted`, and those named below.
  /// A resource group of a name that is not configured.
  public static let unknownResourceGroup = CoreError.Code(rawValue: "unknown-resource-group")
  /// A resource group that has no numbers to give out.
  public static let emptyResourceGroup = CoreError.Code(rawValue: "empty-resource-group")
  /// All numbers of a group are taken; facts `total`, `availableAt`.
  public static let numbersExhausted = CoreError.Code(rawValue: "numbers-exhausted")
  /// All access codes of a group's numbers are taken; facts `total`, `length`, `codes`, `prefix`.
  public static let codesExhausted = CoreError.Code(rawValue: "codes-exhausted")
  /// Text that cannot be the digits with which a node's codes begin.
  public static let malformedCodePrefix = CoreError.Code(rawValue: "malformed-code-prefix")
  /// A length that an access code cannot have.
  public static let invalidCodeLength = CoreError.Code(rawValue: "invalid-code-length")
  /// Text that cannot name a booking.
  public static let malformedBookingID = CoreError.Code(rawValue: "malformed-booking-id")
  /// A booking of which nothing is known.
  public static let unknownBooking = CoreError.Code(rawValue: "unknown-booking")
  /// A record that is not a booking; facts `member`, `value`, `accepted`.
  public static let malformedBooking = CoreError.Code(rawValue: "malformed-booking")
  /// A booking that a store kept and that cannot be read; facts `id`, `member`, `value`, `accepted`.
  public static let damagedBooking = CoreError.Code(rawValue: "damaged-booking")
  /// A call that no booking fits.
  public static let unmatchedCall = CoreError.Code(rawValue: "unmatched-call")
  /// A call that came after its booking was over; facts `state`, `ended`.
  public static let lateCall = CoreError.Code(rawValue: "late-call")
  /// A call that several bookings fit; facts `matches`, `bookings`.
  public static let ambiguousCall = CoreError.Code(rawValue: "ambiguous-call")
  /// A load, time or probability that a pool cannot be sized for; facts `parameter`.
  public static let invalidSizing = CoreError.Code(rawValue: "invalid-sizing")

  /// All codes of this file, in order.
  package static let accessCodes: [CoreError.Code] = [
    .unknownResourceGroup, .emptyResourceGroup, .numbersExhausted, .codesExhausted, .malformedCodePrefix,
    .invalidCodeLength, .malformedBookingID, .unknownBooking, .malformedBooking, .damagedBooking,
    .unmatchedCall, .lateCall, .ambiguousCall, .invalidSizing,
  ]
}
