/// A telephone number of the world, in the form of E.164: enough to compare numbers and to show them.
///
/// It is read as people write it: `+1 (650) 466-3204`, `011 44 20 7946 0958` in the United States,
/// `020 7946 0958` in the United Kingdom, `+44 (0)20 7946 0958`, with `;ext=12` or `x12` for an extension.
/// Two spellings of one number are equal.
///
/// A number is refused when nobody can have it: letters, too many digits, a length that its country does not
/// have. More is not known: see ``knowledge``.
///
/// A callback compares its customers' numbers by another type, `CustomerNumber` of GMSCallback, which only
/// takes punctuation off and accepts internal numbers of three digits and more. There `6504663204` and
/// `+16504663204` are two customers, and so are `020…` and `+4420…`; here each pair is one number, and `5115`
/// is none. Use this type where numbers come from several countries, that one where the text that was typed
/// is what counts.
public struct PhoneNumber: Sendable {
  /// The digits from the calling code on.
  private let digits: String
  /// The calling code, without the plus sign; nil when the table of countries does not have it.
  public let callingCode: String?
  /// The digits after the plus sign of an extension, such as `12`; nil when there is none.
  public let `extension`: String?

  /// How many digits a number has at least, with its calling code.
  static let leastDigits = 7
  /// How many digits a number has at most, with its calling code, as E.164 says.
  static let mostDigits = 15

  /// Reads a number.
  ///
  /// A number with `+`, or with what its country dials before another country's code, is an international
  /// one; every other one is read as a national number of the default country, with or without its trunk
  /// prefix. One that cannot be national and begins with the country's own calling code is read as if a `+`
  /// stood in front.
  ///
  /// - Parameters:
  ///   - text: the number as it was typed; `tel:` in front is passed over.
  ///   - defaultCountry: two letters, such as `US`; without it only international numbers are read.
  /// - Throws: `CoreError` with code `malformedPhoneNumber` (facts `value`, `country`, `reason`) or
  ///   `unknownCountry`.
  public init(_ text: String, defaultCountry: String? = nil) throws(CoreError) {
    let country: PhoneCountry? = if let defaultCountry { try PhoneCountry(defaultCountry) } else { nil }
    do throws(PhoneFaultError) {
      let typed = try PhoneText(text)
      (callingCode, digits) = try PhoneNumber.read(typed, country)
      `extension` = typed.ext
    } catch {
      var facts: [JSONValue.Member] = [.init("value", .string(text))]
      if let country { facts.append(.init("country", .string(country.code))) }
      facts.append(.init("reason", .string(error.fault.reason)))
      throw CoreError(.malformedPhoneNumber, facts)
    }
  }

  /// The number as it is dialled from anywhere, such as `+16504663204`; without the extension.
  public var e164: String { "+" + digits }

  /// The digits after the calling code; nil when the calling code is not in the table.
  public var nationalNumber: String? {
    callingCode.map { String(digits.dropFirst($0.count)) }
  }

  /// The number as it is dialled within its country, such as `(650) 466-3204` or `02079460958`; nil when the
  /// calling code is not in the table.
  ///
  /// Digits are grouped only where the grouping is certain, which is North America.
  public var national: String? {
    guard let nationalNumber, let country = countries.first else { return nil }
    if country.isNorthAmerican {
      let (area, exchange, line) = PhoneNumber.parts(nationalNumber)
      return "(\(area)) \(exchange)-\(line)"
    }
    return country.trunkPrefix + nationalNumber
  }

  /// The number for a person of another country, such as `+1 650-466-3204` or `+44 2079460958 x12`.
  public var display: String {
    let ext = `extension`.map { " x\($0)" } ?? ""
    guard let callingCode, let nationalNumber else { return e164 + ext }
    guard countries.first?.isNorthAmerican == true else { return "+\(callingCode) \(nationalNumber)" + ext }
    let (area, exchange, line) = PhoneNumber.parts(nationalNumber)
    return "+1 \(area)-\(exchange)-\(line)" + ext
  }

  /// The countries of the table that have the number's calling code, in order of their codes.
  public var countries: [PhoneCountry] { callingCode.map(PhoneCountry.all(callingCode:)) ?? [] }

  private static func parts(_ number: String) -> (area: Substring, exchange: Substring, line: Substring) {
    (number.prefix(3), number.dropFirst(3).prefix(3), number.dropFirst(6))
  }
}

extension PhoneNumber: Hashable {
  /// Whether both are one number with one extension, however they were typed.
  public static func == (lhs: PhoneNumber, rhs: PhoneNumber) -> Bool {
    lhs.digits == rhs.digits && lhs.extension == rhs.extension
  }

  /// Hashes what is compared.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(digits)
    hasher.combine(`extension`)
  }
}

extension PhoneNumber: CustomStringConvertible {
  /// The number in the form that ``init(_:defaultCountry:)`` reads back everywhere: `+16504663204;ext=12`.
  public var description: String { e164 + (`extension`.map { ";ext=\($0)" } ?? "") }
}
