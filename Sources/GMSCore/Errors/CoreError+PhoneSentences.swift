/// The English of errors about telephone numbers.
extension CoreError {
  /// The sentence of a code of this subject; nil for any other.
  var phoneSentence: String? {
    switch code {
    case .malformedPhoneNumber:
      "\(quoted("value")) is not a telephone number: " + (self["reason"] ?? "")
    case .unknownCountry:
      "there is no country \(quoted("country")) in the table of countries\(hint(or: accepted("; write ")))"
    default: nil
    }
  }
}
