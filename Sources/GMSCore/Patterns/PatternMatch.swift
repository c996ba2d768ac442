/// A parameter whose value matches a pattern.
public struct PatternMatch: Hashable, Sendable {
  /// The parameter.
  public let parameter: String
  /// The group of the pattern.
  public let group: String
  /// The pattern.
  public let pattern: String
}
