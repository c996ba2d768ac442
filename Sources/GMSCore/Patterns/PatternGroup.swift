/// A group of named regular expressions, ready to match: a section `[pattern.<name>]` of the configuration.
///
/// A value matches a pattern when the pattern describes all of it, as `java.util.regex` says it with
/// `matches`; a pattern that may stand anywhere in a value is written `.*text.*`.
public struct PatternGroup: Hashable, Sendable {
  /// The group's name.
  public let name: String
  /// The patterns, in natural order of their names.
  public let patterns: [NamedPattern]

  /// Reads the options of a section as patterns: names and expressions.
  ///
  /// - Throws: `CoreError` with code `malformedPatternName`; or as ``JavaExpression/init(_:)``, with the
  ///   facts `group` and `pattern` in front.
  public init(_ name: String, _ options: Options) throws(CoreError) {
    try PatternGroup.checkName(name)
    self.name = name
    var patterns: [NamedPattern] = []
    for (pattern, text) in options.sorted {
      try PatternGroup.checkName(ofPattern: pattern, in: name)
      do throws(CoreError) {
        patterns.append(NamedPattern(pattern, try ExpressionCache.shared.expression(text)))
      } catch {
        throw error.placed(pattern, of: name)
      }
    }
    self.patterns = patterns
  }

  /// Reads a group of a configuration.
  ///
  /// - Throws: `CoreError` with code `unknownPatternGroup`, with the nearest name, or as ``init(_:_:)``.
  public init(_ name: String, in configuration: Configuration) throws(CoreError) {
    guard let options = configuration.patterns[name] else {
      throw PatternGroup.unknown(name, in: configuration)
    }
    try self.init(name, options)
  }

  /// The names of the patterns that match the whole value, in natural order.
  ///
  /// - Complexity: O(m) for each pattern of bounded size and a value of m characters.
  public func matches(_ value: String) -> [String] {
    patterns.compactMap { $0.expression.matches(value) ? $0.name : nil }
  }

  /// The first pattern, in natural order of the names, that matches the whole value; nil when none does.
  public func firstMatch(_ value: String) -> String? {
    patterns.first { $0.expression.matches(value) }?.name
  }
}

extension PatternGroup {
  /// Refuses what cannot be used, without making anything ready to match.
  ///
  /// - Throws: `CoreError` as ``init(_:_:)``.
  static func check(_ name: String, _ options: Options) throws(CoreError) {
    try checkName(name)
    for (pattern, text) in options.sorted { try check(pattern, text, in: name) }
  }

  /// Refuses one pattern that cannot be used.
  static func check(_ pattern: String, _ text: String, in group: String) throws(CoreError) {
    try checkName(ofPattern: pattern, in: group)
    do throws(CoreError) {
      try JavaExpression.check(text)
    } catch {
      throw error.placed(pattern, of: group)
    }
  }

  /// The error about a group that does not exist.
  static func unknown(_ name: String, in configuration: Configuration) -> CoreError {
    .unknown(
      .unknownPatternGroup,
      name,
      as: "group",
      among: configuration.patterns.keys.sorted(by: NaturalOrder.precedes)
    )
  }

  /// The rule for services' names holds for groups: both head sections and stand in paths.
  static func checkName(_ name: String) throws(CoreError) {
    do throws(CoreError) {
      _ = try ServiceName(name)
    } catch {
      throw CoreError(.malformedPatternName, ["group": name])
    }
  }

  /// A pattern's name stands before an equals sign, on a line that must not begin as a comment or a heading.
  ///
  /// GMS does not document what a pattern may be called.
  private static func checkName(ofPattern name: String, in group: String) throws(CoreError) {
    let scalars = name.unicodeScalars
    guard let first = scalars.first, let last = scalars.last, name.utf8.count <= 200,
      !first.properties.isWhitespace, !last.properties.isWhitespace, !["[", "#", ";"].contains(first),
      scalars.allSatisfy({ $0 != "=" && ServiceName.isPrintable($0) })
    else { throw CoreError(.malformedPatternName, ["group": group, "pattern": name]) }
  }
}

extension CoreError {
  /// The error with the group and the pattern that it is about in front of its facts.
  fileprivate func placed(_ pattern: String, of group: String) -> CoreError {
    CoreError(code, [.init("group", .string(group)), .init("pattern", .string(pattern))] + facts)
  }
}
