/// One option that names another part of the configuration.
public struct ConfigurationReference: Hashable, Sendable {
  /// The section that refers: a service, or the application's section `callback`.
  public let user: ConfigurationSection
  /// Its option.
  public let option: String
  /// What the option names; of a list of names, one of them.
  public let target: String
  /// What kind of thing that must be.
  public let kind: Kind

  /// The parts of a configuration that options can name.
  public enum Kind: Hashable, Sendable {
    /// A service of that template.
    case service(template: String)
    /// A resource group.
    case resourceGroup
    /// A pattern group.
    case patternGroup
    /// An account.
    case account

    /// Where parts of this kind stand.
    public var family: ConfigurationSection.Family {
      switch self {
      case .service: .services
      case .resourceGroup: .resources
      case .patternGroup: .patterns
      case .account: .accounts
      }
    }
  }

  /// The section that it names.
  public var section: ConfigurationSection { ConfigurationSection(kind.family, target) }
}

extension ConfigurationSection {
  /// What a part of this family is called in a sentence.
  var noun: String {
    switch family {
    case .options: "section"
    case .services: "service"
    case .resources: "resource group"
    case .patterns: "pattern group"
    case .accounts: "account"
    case .templates: "template"
    }
  }

  /// How a sentence names it as the user of another part: a service by its name, all else by its heading.
  var userName: String {
    switch family {
    case .services: name
    case .options, .resources, .patterns, .accounts, .templates: "[\(self)]"
    }
  }
}

extension OptionType {
  /// What kind of thing an option of this type names; nil when it names nothing.
  var referenceKind: ConfigurationReference.Kind? {
    switch self {
    case .service(let template): .service(template: template)
    case .resourceGroup: .resourceGroup
    case .patternGroup: .patternGroup
    case .account: .account
    case .text, .boolean, .integer, .seconds, .integers, .choice, .duration, .names, .namesAmong, .country,
      .target, .json, .calendar, .capacityDay, .capacityOverride:
      nil
    }
  }
}
