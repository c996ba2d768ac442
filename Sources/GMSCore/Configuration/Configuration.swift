/// Everything that an administrator configures: option sections, services, resources, patterns, accounts,
/// and templates of one's own.
///
/// It is a value: two configurations are compared with `==`, and a change of one is a change of a copy.
public struct Configuration: Hashable, Sendable {
  /// The option sections of the application, by section name, such as `callback`.
  public var options: [String: Options]
  /// The configured services, by name; in options text the section is `service.<name>`.
  public var services: [String: Options]
  /// The resource groups of access numbers, by name; in options text `resource.<name>`.
  public var resources: [String: ResourceGroup]
  /// The pattern groups, by name, each with its patterns by name; in options text `pattern.<name>`.
  public var patterns: [String: Options]
  /// The accounts, by name; in options text `account.<name>`.
  public var accounts: [String: Options]
  /// The templates of one's own, by name, each as the JSON text in its option `definition`; in options text
  /// `template.<name>`.
  public var templates: [String: Options]

  /// A configuration from its parts; without any, an empty one.
  public init(
    options: [String: Options] = [:],
    services: [String: Options] = [:],
    resources: [String: ResourceGroup] = [:],
    patterns: [String: Options] = [:],
    accounts: [String: Options] = [:],
    templates: [String: Options] = [:]
  ) {
    self.options = options
    self.services = services
    self.resources = resources
    self.patterns = patterns
    self.accounts = accounts
    self.templates = templates
  }
}
