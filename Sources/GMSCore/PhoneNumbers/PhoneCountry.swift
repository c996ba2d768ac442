import GMSCalendar

/// What this library knows of a country's telephone numbers.
///
/// The table holds what the countries' numbering plans publish and what is needed to tell whether two
/// spellings are one number. It is no list of assigned numbers.
public struct PhoneCountry: Hashable, Sendable {
  /// The two letters of ISO 3166, such as `US`.
  public let code: String
  /// The country's name in English.
  public let name: String
  /// The calling code, without the plus sign; several countries can have the same one.
  public let callingCode: String
  /// What is dialled before a national number within the country; empty where nothing is.
  public let trunkPrefix: String
  /// What is dialled before the calling code of another country; empty where it is not one fixed text.
  public let internationalPrefixes: [String]
  /// How many digits a national number has, without the trunk prefix; nil where that is not certain.
  public let lengths: Set<Int>?

  /// The country of two letters.
  ///
  /// - Throws: `CoreError` with code `unknownCountry`, with the nearest code where one is near.
  public init(_ code: String) throws(CoreError) {
    guard let country = PhoneCountry.byCode[code] else {
      var facts: [JSONValue.Member] = [.init("country", .string(code))]
      if let nearest = PhoneCountry.nearest(code) {
        facts.append(.init("suggestion", .string(nearest)))
      } else {
        facts.append(.init("accepted", .string("two capital letters, such as US or GB")))
      }
      throw CoreError(.unknownCountry, facts)
    }
    self = country
  }

  init(
    _ code: String,
    _ name: String,
    _ callingCode: String,
    trunk: String,
    international: [String] = ["00"],
    lengths: Set<Int>?
  ) {
    self.code = code
    self.name = name
    self.callingCode = callingCode
    trunkPrefix = trunk
    internationalPrefixes = international
    self.lengths = lengths
  }

  /// Whether the country is one of the North American Numbering Plan, whose numbers have ten digits in three
  /// parts.
  public var isNorthAmerican: Bool { callingCode == "1" }

  /// How many digits a national number may have at all: what is known, else what the calling code leaves of
  /// 15.
  var possibleLengths: ClosedRange<Int> {
    guard let lengths, let least = lengths.min(), let most = lengths.max() else {
      return 4...(PhoneNumber.mostDigits - callingCode.utf8.count)
    }
    return least...most
  }

  /// Whether a national number may have so many digits.
  func allows(length: Int) -> Bool { lengths?.contains(length) ?? possibleLengths.contains(length) }
}

extension PhoneCountry {
  /// All countries of the table, in order of their codes.
  public static let all: [PhoneCountry] = table.sorted { $0.code < $1.code }

  /// The countries of a calling code, in order of their codes; none when the table does not have it.
  public static func all(callingCode: String) -> [PhoneCountry] { byCallingCode[callingCode] ?? [] }

  private static let byCode = Dictionary(uniqueKeysWithValues: table.map { ($0.code, $0) })
  private static let byCallingCode = Dictionary(grouping: all, by: \.callingCode)

  /// The calling code with which a number begins; nil when the table has none.
  ///
  /// No calling code is the beginning of another one.
  static func callingCode(of digits: some StringProtocol) -> String? {
    (1...3).lazy.map { String(digits.prefix($0)) }.first { byCallingCode[$0] != nil }
  }

  /// The code that was perhaps meant: in small letters, of three letters, or the country's name.
  ///
  /// Of two letters nothing is near: each pair is as likely as another.
  private static func nearest(_ text: String) -> String? {
    let capitals = text.uppercased()
    if byCode[capitals] != nil { return capitals }
    if capitals == "UK" { return "GB" }
    if let name = NearestName.find(text, in: all.map(\.name)) { return all.first { $0.name == name }?.code }
    return capitals.utf8.count == 3 ? byCode[String(capitals.prefix(2))]?.code : nil
  }
}
