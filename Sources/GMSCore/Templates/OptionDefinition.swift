/// One option that the services of a template may have.
public struct OptionDefinition: Hashable, Sendable {
  /// The name, or the family of names.
  public let name: OptionName
  /// Whether it may be missing, and where it belongs.
  public let kind: OptionKind
  /// What its value must be.
  public let type: OptionType
  /// The value that holds where none is configured; nil when there is none.
  public let defaultValue: String?
  /// The heading under which it is shown.
  public let category: OptionCategory
  /// What it does, in a sentence.
  public let summary: String

  /// A definition from its parts.
  public init(
    _ name: OptionName,
    _ kind: OptionKind,
    _ type: OptionType,
    default defaultValue: String? = nil,
    category: OptionCategory,
    _ summary: String
  ) {
    self.name = name
    self.kind = kind
    self.type = type
    self.defaultValue = defaultValue
    self.category = category
    self.summary = summary
  }

  /// A definition of one option by its name.
  init(
    _ name: String,
    _ kind: OptionKind,
    _ type: OptionType,
    default defaultValue: String? = nil,
    category: OptionCategory,
    _ summary: String
  ) {
    self.init(.exact(name), kind, type, default: defaultValue, category: category, summary)
  }

  /// A definition of one optional option by its name.
  init(
    _ name: String,
    _ type: OptionType,
    default defaultValue: String? = nil,
    category: OptionCategory,
    _ summary: String
  ) {
    self.init(.exact(name), .optional, type, default: defaultValue, category: category, summary)
  }
}
