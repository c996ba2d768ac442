/// The two text forms of a configuration.
public enum ConfigurationFormat: String, CaseIterable, Sendable {
  /// One JSON object, which expresses every configuration.
  case json
  /// Sections in brackets with `name = value`, which cannot express line breaks in a value.
  case options
}
