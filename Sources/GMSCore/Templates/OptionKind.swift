/// How an option stands to the services of its template.
public enum OptionKind: String, CaseIterable, Sendable {
  /// Cannot be removed; where it is not set, the template's default holds, and without one it is required.
  case mandatory
  /// May be set and removed.
  case optional
  /// Mandatory, and hidden from people who did not ask for it.
  case advanced
  /// Belongs into requests; in a configuration it would win over every request's own value.
  case requestParameter = "request-parameter"

  /// Whether a service cannot lose an option of this kind.
  public var isMandatory: Bool {
    switch self {
    case .mandatory, .advanced: true
    case .optional, .requestParameter: false
    }
  }
}
