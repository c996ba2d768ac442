import GMSCalendar

/// What can be wrong with a telephone number, with its English.
enum PhoneFault {
  case empty
  case letter(Unicode.Scalar)
  case unexpected(Unicode.Scalar)
  case plusInside
  case malformedExtension
  case noCountry
  case leadingZero
  case secondZero(PhoneCountry)
  case tooShort(Int)
  case tooLong(Int)
  case impossibleLength(Int, PhoneCountry)
  case areaCode(String)
  case exchange(String)

  /// What is wrong, and what would be right.
  var reason: String {
    switch self {
    case .empty: "it has no digits; write one such as +16504663204"
    case .letter(let letter): "it has the letter '\(letter)'; write the digits that are dialled"
    case .unexpected(let scalar):
      "it has the character '\(Quotation.clip(String(scalar)))'; write digits, with + in front, "
        + "and spaces or - . ( ) / between them"
    case .plusInside: "a + stands only in front; leave this one out"
    case .malformedExtension:
      "the extension is not one of 1 to 15 digits at the end; write it as ;ext=12 or x12"
    case .noCountry: "it names no country and none is given; write + and the calling code in front"
    case .leadingZero: "no calling code begins with 0; write it without zeros after the +"
    case .secondZero(let country):
      "no number of +\(country.callingCode) goes on with 0 after what is dialled in front; "
        + "for another country write + and its calling code"
    case .tooShort(let count):
      "it has \(PhoneFault.digits(count)), and with a calling code there are at least "
        + "\(PhoneNumber.leastDigits)"
    case .tooLong(let count):
      "it has \(PhoneFault.digits(count)), and with a calling code there are at most \(PhoneNumber.mostDigits)"
    case .impossibleLength(let count, let country):
      "without what is dialled in front it has \(PhoneFault.digits(count)), and numbers of "
        + "+\(country.callingCode) have \(PhoneFault.words(country))"
    case .areaCode(let code): "no area code of North America is \(code); the first digit is 2 to 9"
    case .exchange(let code):
      "no number of North America goes on with \(code) after its area code; the first digit is 2 to 9"
    }
  }

  private static func digits(_ count: Int) -> String { "\(count) digit\(count == 1 ? "" : "s")" }

  /// The lengths of a country's numbers: `9`, `7, 9 or 10`, or `4 to 13`.
  private static func words(_ country: PhoneCountry) -> String {
    guard let lengths = country.lengths?.sorted(), let last = lengths.last else {
      return "\(country.possibleLengths.lowerBound) to \(country.possibleLengths.upperBound)"
    }
    let others = lengths.dropLast().map(String.init).joined(separator: ", ")
    return others.isEmpty ? "\(last)" : "\(others) or \(last)"
  }
}
