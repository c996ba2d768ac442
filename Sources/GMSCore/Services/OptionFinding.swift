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
    /// A template of one's own.
    case template(String)
    /// An account.
    case account(String)
    /// A pattern group.
    case pattern(String)
    /// A section of the application's own.
    case section(String)

    /// The section of a configuration.
    public var section: ConfigurationSection {
      switch self {
      case .service(let name): ConfigurationSection(.services, name)
      case .resource(let name): ConfigurationSection(.resources, name)
      case .template(let name): ConfigurationSection(.templates, name)
      case .account(let name): ConfigurationSection(.accounts, name)
      case .pattern(let name): ConfigurationSection(.patterns, name)
      case .section(let name): ConfigurationSection(.options, name)
      }
    }
  }

  /// What can be said of an option.
  public enum Kind: Hashable, Sendable {
    /// It is known and in force.
    case used
    /// It is not set, or set to nothing, and this default holds.
    case usesDefault(String)
    /// It is set to nothing and has no default.
    case empty
    /// It is known and in force, written in another way than it is read.
    case readAs(String)
    /// It is in force unless a request brings another value.
    case overwritable
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
    /// It has no effect unless another option has that value, which it does not have.
    case needsValue(option: String, String)
    /// It is not set, and this value stands in for it.
    case standIn(String)
    /// It is not set, and the scenario that the service plays asks for it.
    case missing(scenario: String)
    /// The group has no number to give.
    case noNumbers
    /// The account has no role, so it may do nothing.
    case noRole
    /// It names what is both a service and a group; the service is meant.
    case sharedName(String)
    /// The group has no pattern to match.
    case noPatterns
    /// No service names the group.
    case unused
    /// Nothing reads the section; perhaps another name is meant.
    case unknownSection(nearest: String?)
    /// It would be refused.
    case refused(CoreError)
  }

  /// How much a finding deserves a person's attention.
  public enum Weight: Comparable, Sendable {
    /// It is as it should be.
    case routine
    /// It may be meant so.
    case notable
    /// It is hardly meant so.
    case problem
  }

  /// How much it deserves attention.
  public var weight: Weight {
    switch kind {
    case .used, .usesDefault, .empty, .readAs, .overwritable: .routine
    // Numbers can be asked for by a request, patterns by anyone, and other programs' sections are not ours.
    case .unused, .unknownSection(nearest: nil): .notable
    case .unknown, .requestParameter, .ignored, .contradicts, .needs, .needsValue, .standIn, .missing,
      .noNumbers, .noPatterns, .noRole, .sharedName, .unknownSection, .refused:
      .problem
    }
  }

  /// Whether a strict look counts it as a fault.
  public var isProblem: Bool { weight == .problem }
}
