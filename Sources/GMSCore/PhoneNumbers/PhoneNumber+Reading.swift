/// From what was typed to calling code and digits.
extension PhoneNumber {
  /// The calling code, where it is known, and all digits from it on.
  static func read(
    _ typed: PhoneText,
    _ country: PhoneCountry?
  ) throws(PhoneFaultError) -> (callingCode: String?, digits: String) {
    if typed.hasPlus { return try international(typed.digits, bracketedZero: typed.bracketedZero) }
    guard let country else { throw PhoneFaultError(.noCountry) }
    for prefix in country.internationalPrefixes
    where typed.digits.hasPrefix(prefix) && typed.digits.utf8.count > prefix.utf8.count {
      return try international(
        String(typed.digits.dropFirst(prefix.count)),
        bracketedZero: typed.bracketedZero.map { $0 - prefix.utf8.count }
      )
    }
    return try national(typed.digits, country)
  }

  private static func international(
    _ digits: String,
    bracketedZero: Int?
  ) throws(PhoneFaultError) -> (callingCode: String?, digits: String) {
    guard !digits.hasPrefix("0") else { throw PhoneFaultError(.leadingZero) }
    guard let callingCode = PhoneCountry.callingCode(of: digits),
      let country = PhoneCountry.all(callingCode: callingCode).first
    else {
      try checkLength(digits)
      return (nil, digits)
    }
    var number = digits.dropFirst(callingCode.count)
    // People write the trunk prefix after the calling code, above all in brackets; nobody dials it there.
    if country.trunkPrefix.hasPrefix("0"), number.hasPrefix("0") {
      let isBracketed = bracketedZero == callingCode.utf8.count
      number = number.dropFirst(
        isBracketed || !number.hasPrefix(country.trunkPrefix) ? 1 : country.trunkPrefix.count
      )
    }
    try check(number, country)
    return (callingCode, callingCode + number)
  }

  private static func national(
    _ digits: String,
    _ country: PhoneCountry
  ) throws(PhoneFaultError) -> (callingCode: String?, digits: String) {
    var number = digits[...]
    let trunk = country.trunkPrefix
    if !trunk.isEmpty, digits.hasPrefix(trunk) {
      let rest = digits.dropFirst(trunk.count)
      // No number begins with the zero of a trunk prefix; with another digit the length must say which one it
      // is.
      if trunk.hasPrefix("0")
        || country.allows(length: rest.utf8.count) && !country.allows(length: digits.utf8.count)
      {
        number = rest
      }
    }
    // A number that cannot be national, and has the calling code in front, only lacks its plus sign.
    if country.lengths != nil, !country.allows(length: number.utf8.count),
      digits.hasPrefix(country.callingCode),
      country.allows(length: digits.utf8.count - country.callingCode.utf8.count)
    {
      number = digits.dropFirst(country.callingCode.count)
    }
    try check(number, country)
    return (country.callingCode, country.callingCode + number)
  }

  /// Refuses a number that nobody in the country can have.
  private static func check(_ number: Substring, _ country: PhoneCountry) throws(PhoneFaultError) {
    if country.trunkPrefix.hasPrefix("0"), number.hasPrefix("0") {
      throw PhoneFaultError(.secondZero(country))
    }
    guard country.allows(length: number.utf8.count) else {
      throw PhoneFaultError(.impossibleLength(number.utf8.count, country))
    }
    try checkLength(country.callingCode + number)
    guard country.isNorthAmerican else { return }
    let (area, exchange) = (number.prefix(3), number.dropFirst(3).prefix(3))
    guard !area.hasPrefix("0"), !area.hasPrefix("1") else { throw PhoneFaultError(.areaCode(String(area))) }
    guard !exchange.hasPrefix("0"), !exchange.hasPrefix("1") else {
      throw PhoneFaultError(.exchange(String(exchange)))
    }
  }

  private static func checkLength(_ digits: String) throws(PhoneFaultError) {
    let count = digits.utf8.count
    guard count >= leastDigits else { throw PhoneFaultError(.tooShort(count)) }
    guard count <= mostDigits else { throw PhoneFaultError(.tooLong(count)) }
  }
}
