import GMSCore

extension CoreErrorTests {
  /// The codes of patterns.
  static let patternCases: [Case] = [
    Case(
      .malformedPattern,
      [.init("value", "a("), .init("position", 2), .init("reason", "no end")],
      exception: "PatternException",
      "the expression 'a(' is refused at character 2: no end"
    ),
    Case(
      .unsupportedPattern,
      [
        .init("group", "g"), .init("pattern", "p"), .init("value", "x"), .init("position", 1),
        .init("reason", "not here"), .init("suggestion", "y"),
      ],
      exception: "PatternException",
      "pattern 'p' of pattern group 'g': the expression 'x' is refused at character 1: not here; did you mean 'y'?"
    ),
    Case(
      .patternTooLarge,
      [.init("value", "a"), .init("position", 1), .init("reason", "too much")],
      exception: "PatternException",
      "the expression 'a' is refused at character 1: too much"
    ),
    Case(
      .malformedPatternName,
      texts(["group": "g", "pattern": "a=b"]),
      exception: "PatternException",
      "'a=b' cannot name a pattern of pattern group 'g'; write 1 to 200 bytes of printable text without =, "
        + "without a space at either end, and without [, # or ; in front"
    ),
    Case(
      .unknownPatternGroup,
      texts(["group": "blok", "suggestion": "block"]),
      .notFound,
      "PatternException",
      404,
      "NOT_FOUND",
      "there is no pattern group 'blok'; did you mean 'block'?"
    ),
    Case(
      .unknownPattern,
      texts(["group": "g", "pattern": "p"]),
      .notFound,
      "PatternException",
      404,
      "NOT_FOUND",
      "pattern group 'g' has no pattern 'p'"
    ),
  ]

  /// The codes of telephone numbers.
  static let phoneCases: [Case] = [
    Case(
      .malformedPhoneNumber,
      texts(["value": "x", "country": "US", "reason": "no digits"]),
      exception: "PhoneNumberException",
      "'x' is not a telephone number: no digits"
    ),
    Case(
      .unknownCountry,
      texts(["country": "us", "suggestion": "US"]),
      exception: "PhoneNumberException",
      "there is no country 'us' in the table of countries; did you mean 'US'?"
    ),
  ]
}
