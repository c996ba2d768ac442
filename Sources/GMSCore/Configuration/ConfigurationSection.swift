/// Where options stand in a configuration: a family of sections, and the section's name in it.
///
/// Its text is how options text heads the section: `callback`, `service.Business-hours`, `resource.DNIS`.
public struct ConfigurationSection: Hashable, Sendable {
  /// The families, in the order in which a configuration is printed.
  public enum Family: String, CaseIterable, Sendable {
    /// The application's own sections; in options text without a prefix.
    case options
    /// The configured services.
    case services
    /// The groups of access numbers.
    case resources
    /// The groups of patterns.
    case patterns
    /// The accounts.
    case accounts
    /// The templates of one's own. Last, since they are long, and stores step over what stands before a service.
    case templates

    /// What stands before the dot in options text; nil for the application's own sections.
    public var prefix: String? {
      switch self {
      case .options: nil
      case .services: "service"
      case .resources: "resource"
      case .patterns: "pattern"
      case .accounts: "account"
      case .templates: "template"
      }
    }

    /// The family that a prefix names.
    init?(prefix: some StringProtocol) {
      guard let family = Family.allCases.first(where: { $0.prefix.map { $0 == prefix } ?? false }) else {
        return nil
      }
      self = family
    }

    /// All prefixes, in order.
    static let prefixes = allCases.compactMap(\.prefix)
  }

  /// The family.
  public let family: Family
  /// The section's name in its family.
  public let name: String

  /// A section from its parts.
  public init(_ family: Family, _ name: String) {
    self.family = family
    self.name = name
  }
}

extension ConfigurationSection: CustomStringConvertible {
  /// The section as options text heads it, without the brackets.
  public var description: String { family.prefix.map { "\($0).\(name)" } ?? name }
}
