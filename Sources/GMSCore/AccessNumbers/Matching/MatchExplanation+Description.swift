import GMSCalendar

/// All English about why a call matched.
extension MatchCandidate: CustomStringConvertible {
  /// Why the booking fits or does not, as one sentence.
  public var description: String {
    "\(booking.id): \(verdict): \(reasons.joined(separator: ", "))"
  }

  /// `match`, `late` or `no match`.
  public var verdict: String { isMatch ? "match" : isLate ? "late" : "no match" }

  /// What the verdict rests on, thing by thing: number, code, phone number, and the booking's life.
  public var reasons: [String] {
    [numberReason, codeReason, phoneReason, lifeReason]
  }

  private var numberReason: String {
    comparison.number == .same ? "the number is the same" : "the number is another ('\(booking.number)')"
  }

  private var codeReason: String {
    switch comparison.code {
    case .same: "the code is the same"
    case .differs: "the code differs"
    case .notGiven: "the call brings no code"
    case .notAsked:
      comparison.codeFits ? "no code is asked for" : "the call brings a code and the booking has none"
    }
  }

  private var phoneReason: String {
    switch comparison.phone {
    case .same: "the phone number is the same"
    case .differs: "the phone number differs"
    case .notGiven: "the caller's phone number is not known"
    case .notAsked: "any phone number is right"
    }
  }

  private var lifeReason: String {
    switch state {
    case .live: "it lives until \(InstantText.print(booking.expires))"
    case .released: "it was released at \(InstantText.print(booking.ends))"
    case .expired: "it was over at \(InstantText.print(booking.ends))"
    }
  }
}

extension MatchExplanation: CustomStringConvertible {
  /// What came of it, and a line for each candidate.
  public var description: String {
    ([verdict] + candidates.map { "  " + $0.description }).joined(separator: "\n")
  }

  /// What came of it, as one sentence.
  public var verdict: String {
    let count = matches.count
    if count == 1 { return "one booking fits" }
    if count > 1 { return "\(count) bookings fit, and nothing tells which is meant" }
    if candidates.contains(where: \.isLate) { return "no live booking fits; the call came too late" }
    return candidates.isEmpty ? "nothing known has anything in common with the call" : "no booking fits"
  }
}
