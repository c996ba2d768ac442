/// A common default configuration: the values that make a service of a template play one known part.
public struct Scenario: Hashable, Identifiable, Sendable {
  /// The name, such as `user-terminated-scheduled`.
  public let name: String
  /// What happens in it, in a sentence.
  public let summary: String
  /// The values that a service made from it starts with.
  public let values: Options
  /// The options without a default that it cannot run without.
  public let required: [String]
  /// The options that it should have, and for which there is a stand-in or which only some requests need.
  public let recommended: [String]

  /// The name.
  public var id: String { name }

  /// A scenario from its parts.
  public init(
    name: String,
    summary: String,
    values: Options,
    required: [String] = [],
    recommended: [String] = []
  ) {
    self.name = name
    self.summary = summary
    self.values = values
    self.required = required
    self.recommended = recommended
  }
}
