/// A parameter whose value matches a pattern.
public struct PatternMatch: Hashable, Sendable {
  /// The parameter.
  public let parameter: String
  /// The group of the pattern.
  public let group: String
  /// The pattern.
  public let pattern: String

  /// A match from its parts.
  public init(parameter: String, group: String, pattern: String) {
    self.parameter = parameter
    self.group = group
    self.pattern = pattern
  }
}
