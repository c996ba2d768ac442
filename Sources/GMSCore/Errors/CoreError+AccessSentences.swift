/// The English of errors about access numbers.
extension CoreError {
  /// The sentence of an error about access numbers; nil for any other.
  var accessSentence: String? {
    switch code {
    case .unknownResourceGroup:
      "there is no resource group \(quoted("resource"))\(hint(or: "; create it first"))"
    case .emptyResourceGroup:
      "resource group \(quoted("resource")) has no numbers to give out; add some first"
    case .numbersExhausted:
      "all \(plain("total")) numbers of resource group \(quoted("resource")) are taken"
        + (has("availableAt")
          ? "; one is free by \(quoted("availableAt"))" : "; try again when a booking has ended")
    case .codesExhausted:
      "all \(plain("codes")) access codes of \(plain("length")) \(plain("length") == "1" ? "digit" : "digits")"
        + clause("prefix") { " that begin with \($0)" }
        + " are taken on \(plain("total") == "1" ? "the only number" : "each of the \(plain("total")) numbers")"
        + " of resource group \(quoted("resource")); use longer codes, or add numbers"
    case .malformedCodePrefix:
      "\(quoted("value")) cannot begin access codes; write one digit such as 7, or a range such as 7-9"
    case .invalidCodeLength: "an access code cannot have \(quoted("value")) digits; write \(accepted(""))"
    case .malformedBookingID:
      "\(quoted("value")) is not the id of a booking; write <number>-<code>-<serial> as 'access bookings' shows it"
    case .unknownBooking:
      "there is no booking \(quoted("booking")); it never was, or it ended so long ago that it is forgotten"
    case .malformedBooking: "this is not a booking: \(badMember)"
    case .damagedBooking: "booking \(quoted("id")) in the store is damaged: \(badMember)"
    case .unmatchedCall:
      "no booking fits this call on access number \(quoted("number"))\(callDetails)"
    case .lateCall:
      "this call on access number \(quoted("number")) came too late: booking \(quoted("booking")) was "
        + (plain("state") == "expired" ? "over" : "released") + " at \(quoted("ended"))"
    case .ambiguousCall:
      "\(plain("matches")) bookings fit this call on access number \(quoted("number"))\(callDetails), and nothing "
        + "tells which is meant; bring the access code or the phone number, or ask for all matches"
    case .invalidSizing: "\(plain("parameter")) \(quoted("value")) is refused; write \(accepted(""))"
    // Codes are open; those of other subjects have their sentences elsewhere.
    default: nil
    }
  }

  /// Which member of a record is wrong, and what would be right.
  private var badMember: String {
    let found = has("value") ? "is \(quoted("value"))" : "is missing or not known"
    return "\(quoted("member")) \(found)\(accepted("; write "))"
  }

  /// What the call brought beside the number.
  private var callDetails: String {
    clause("caller") { " from \($0)" } + clause("accessCode") { " with access code \($0)" }
  }
}
