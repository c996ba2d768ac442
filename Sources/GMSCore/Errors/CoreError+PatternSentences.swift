import GMSCalendar

/// The English of errors about patterns.
extension CoreError {
  /// The sentence of a code of this subject; nil for any other.
  var patternSentence: String? {
    switch code {
    case .malformedPattern, .unsupportedPattern, .patternTooLarge:
      "\(patternPlace)the expression \(quoted("value")) is refused at character \(plain("position")): "
        // Words of ours, in which foreign text is cut already.
        + (self["reason"] ?? "") + hint
    case .malformedPatternName:
      has("pattern")
        ? "\(quoted("pattern")) cannot name a pattern of pattern group \(quoted("group")); write 1 to 200 "
          + "bytes of printable text without =, without a space at either end, and without [, # or ; in front"
        : "\(quoted("group")) cannot name a pattern group; write 1 to 200 bytes of printable text without "
          + "[, ] and /, and without a space at either end"
    case .unknownPatternGroup:
      "there is no pattern group \(quoted("group"))\(hint(or: "; create it first"))"
    case .unknownPattern:
      "pattern group \(quoted("group")) has no pattern \(quoted("pattern"))\(hint)"
    default: nil
    }
  }

  private var patternPlace: String {
    guard has("pattern") else { return "" }
    return "pattern \(quoted("pattern")) of pattern group \(quoted("group")): "
  }
}
