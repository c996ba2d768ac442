extension CoreError.Code {
  // Telephone numbers: facts `value`, `country`, `reason`, `accepted`, `suggestion`.
  /// Text that is not a telephone number.
  public static let malformedPhoneNumber = CoreError.Code(rawValue: "malformed-phone-number")
  /// A country that is not in the table of countries.
  public static let unknownCountry = CoreError.Code(rawValue: "unknown-country")

  /// The codes of telephone numbers, in order.
  package static let phoneCodes: [CoreError.Code] = [.malformedPhoneNumber, .unknownCountry]
}
