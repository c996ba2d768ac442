extension CoreError.Code {
  // Patterns: facts `group`, `pattern`, `value`, `position`, `reason`, `suggestion`, `users`.
  /// A regular expression that Java would refuse too.
  public static let malformedPattern = CoreError.Code(rawValue: "malformed-pattern")
  /// A regular expression with something that Java has and this library has not.
  public static let unsupportedPattern = CoreError.Code(rawValue: "unsupported-pattern")
  /// A regular expression beyond the limits.
  public static let patternTooLarge = CoreError.Code(rawValue: "pattern-too-large")
  /// Text that cannot name a pattern or a pattern group.
  public static let malformedPatternName = CoreError.Code(rawValue: "malformed-pattern-name")
  /// A pattern group of a name that is not configured.
  public static let unknownPatternGroup = CoreError.Code(rawValue: "unknown-pattern-group")
  /// A pattern that its group does not have.
  public static let unknownPattern = CoreError.Code(rawValue: "unknown-pattern")

  /// The codes of patterns, in order.
  package static let patternCodes: [CoreError.Code] = [
    .malformedPattern, .unsupportedPattern, .patternTooLarge, .malformedPatternName, .unknownPatternGroup,
    .unknownPattern,
  ]
}
