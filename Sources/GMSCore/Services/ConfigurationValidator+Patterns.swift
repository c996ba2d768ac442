/// The pattern groups: that their expressions can be used.
extension ConfigurationValidator {
  /// Checks all groups, in natural order.
  ///
  /// - Throws: `CoreError` with code `malformedPatternName`, `malformedPattern`, `unsupportedPattern` or
  ///   `patternTooLarge`.
  func checkPatterns(_ groups: [String: Options]) throws(CoreError) {
    for name in groups.keys.sorted(by: NaturalOrder.precedes) {
      try PatternGroup.check(name, groups[name] ?? [:])
    }
  }

  /// What there is to say about the patterns of a group: those that would be refused.
  func findings(ofPatterns options: Options, named name: String) -> [OptionFinding] {
    options.sorted.map { pattern, text in
      let kind: OptionFinding.Kind
      do throws(CoreError) {
        try PatternGroup.checkName(name)
        try PatternGroup.check(pattern, text, in: name)
        kind = .used
      } catch {
        kind = .refused(error)
      }
      return OptionFinding(place: .pattern(name), option: pattern, value: text, kind: kind)
    }
  }
}
