/// Takes groups out of a configuration; each change answers a new configuration or refuses.
///
/// Groups are made and changed as the values that they are; what needs care is that nothing which is still in use
/// goes.
public struct GroupEditor: Sendable {
  /// The templates that say which options name groups; nil where those of each configuration are meant.
  public let catalog: TemplateCatalog?

  /// An editor that knows these templates.
  public init(catalog: TemplateCatalog? = nil) { self.catalog = catalog }

  /// Takes a group of access numbers away.
  ///
  /// - Throws: `CoreError` with code `unknownGroup` with the nearest name, or `groupInUse` with the names of
  ///   the services that use it.
  public func deleteResourceGroup(
    _ name: String,
    in configuration: Configuration
  ) throws(CoreError) -> Configuration {
    try delete(ConfigurationSection(.resources, name), among: configuration.resources.keys, configuration)
  }

  /// Takes a group of patterns away.
  ///
  /// - Throws: `CoreError` with code `unknownGroup` with the nearest name, or `groupInUse` with the names of
  ///   the services that use it.
  public func deletePatternGroup(
    _ name: String,
    in configuration: Configuration
  ) throws(CoreError) -> Configuration {
    try delete(ConfigurationSection(.patterns, name), among: configuration.patterns.keys, configuration)
  }

  private func delete(
    _ section: ConfigurationSection,
    among names: some Sequence<String>,
    _ configuration: Configuration
  ) throws(CoreError) -> Configuration {
    guard configuration[section] != nil else {
      var facts: [JSONValue.Member] = [
        .init("kind", .string(section.noun)), .init("group", .string(section.name)),
      ]
      let sorted = names.sorted(by: NaturalOrder.precedes)
      if let nearest = OptionTextChecker.nearest(section.name, sorted) {
        facts.append(.init("suggestion", .string(nearest)))
      }
      throw CoreError(.unknownGroup, facts)
    }
    var result = configuration
    result[section] = nil
    try result.checkUnused([section], catalog: catalog ?? result.readableCatalog)
    return result
  }
}

extension Configuration {
  /// Refuses when a section that is not here any more is still named by one that is.
  ///
  /// - Throws: `CoreError` with code `serviceInUse` or `groupInUse` with the names of all users.
  func checkUnused(
    _ gone: [ConfigurationSection],
    by accounts: Set<String> = [],
    catalog: TemplateCatalog
  ) throws(CoreError) {
    guard !gone.isEmpty else { return }
    let uses = references(catalog: catalog)
    for section in gone {
      var users: [JSONValue] = []
      for use in uses where use.section == section {
        let user = JSONValue.string(use.user.userName)
        if users.last != user { users.append(user) }
      }
      users += accounts.sorted(by: NaturalOrder.precedes).map { account in
        .string(ConfigurationSection(.accounts, account).description)
      }
      guard users.isEmpty else {
        throw CoreError(
          section.family == .services ? .serviceInUse : .groupInUse,
          section.family == .services
            ? [.init("service", .string(section.name)), .init("users", .array(users))]
            : [
              .init("kind", .string(section.noun)), .init("group", .string(section.name)),
              .init("users", .array(users)),
            ]
        )
      }
    }
  }
}
