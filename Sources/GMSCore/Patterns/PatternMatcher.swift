/// Says which patterns the values of a request match: GMS's pattern matcher.
///
/// GMS answers one pattern for a parameter and does not document which one when several match: here it is the
/// first, in natural order of the groups and then of the patterns.
public struct PatternMatcher: Sendable {
  /// The groups that are looked at, in natural order.
  public let groups: [PatternGroup]

  /// A matcher of some groups.
  public init(_ groups: [PatternGroup]) {
    self.groups = groups.sorted { NaturalOrder.precedes($0.name, $1.name) }
  }

  /// A matcher of one group of a configuration, or of all.
  ///
  /// - Throws: `CoreError` as ``PatternGroup/init(_:in:)``.
  public init(_ configuration: Configuration, group: String? = nil) throws(CoreError) {
    var groups: [PatternGroup] = []
    for name in group.map({ [$0] }) ?? Array(configuration.patterns.keys) {
      groups.append(try PatternGroup(name, in: configuration))
    }
    self.init(groups)
  }

  /// The parameters whose whole value matches a pattern, in natural order, each with the first such pattern.
  public func match(_ parameters: Options) -> [PatternMatch] {
    parameters.sorted.compactMap { name, value in
      for group in groups {
        if let pattern = group.firstMatch(value) {
          return PatternMatch(parameter: name, group: group.name, pattern: pattern)
        }
      }
      return nil
    }
  }
}
