/// What there is to say about one option of a configuration.
public struct OptionFinding: Hashable, Sendable {
  /// Where the option stands.
  public let place: Place
  /// The option.
  public let option: String
  /// Its configured value; nil where none is configured.
  public let value: String?
  /// What there is to say.
  public let kind: Kind

  /// A finding from its parts.
  public init(place: Place, option: String, value: String?, kind: Kind) {
    self.place = place
    self.option = option
    self.value = value
    self.kind = kind
  }

  /// The sections in which options are looked at.
  public enum Place: Hashable, Sendable {
    /// A service.
    case service(String)
    /// A resource group.
    case resource(String)
    /// A pattern group.
    case pattern(String)
  }

  /// What can be said of an option.
  public enum Kind: Hashable, Sendable {
    /// It is known and in force.
    case used
    /// It is not set, or set to nothing, and this default holds.
    case usesDefault(String)
    /// It is set to nothing and has no default.
    case empty
    /// The template does not know it; perhaps another name is meant.
    case unknown(template: String, nearest: String?)
    /// It belongs into requests, whose value it overrides.
    case requestParameter
    /// It has no effect because of another option.
    case ignored(because: String)
    /// It asks for the contrary of what another option asks for.
    case contradicts(String)
    /// It has no effect without another option, which is missing.
    case needs(String)
    /// It is not set, and this value stands in for it.
    case standIn(String)
    /// The group has no number to give.
    case noNumbers
    /// It would be refused.
    case refused(CoreError)
  }

  /// Whether a strict look counts it as a fault.
  public var isProblem: Bool {
    switch kind {
    case .used, .usesDefault, .empty: false
    case .unknown, .requestParameter, .ignored, .contradicts, .needs, .standIn, .noNumbers, .refused: true
    }
  }
}
