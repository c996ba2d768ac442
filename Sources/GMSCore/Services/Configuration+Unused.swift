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
