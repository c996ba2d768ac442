/// Changes the accounts of a configuration; each change answers a new configuration or refuses.
public struct AccountEditor: Sendable {
  /// The templates by which services are read; nil where those of each configuration are meant.
  public let catalog: TemplateCatalog?

  /// An editor that reads services by these templates.
  public init(catalog: TemplateCatalog? = nil) { self.catalog = catalog }

  /// Sets options of an account; those that are not named stay, and one that is set to nothing is taken away.
  ///
  /// An account that does not exist is made.
  ///
  /// - Throws: `CoreError` with code `malformedAccountName`, `unknownRole`, `invalidOption`,
  ///   `unknownReference`, `tooManyGroups` or `groupAmongServices`.
  public func set(
    _ options: Options,
    of name: String,
    in configuration: Configuration
  ) throws(CoreError) -> Configuration {
    var changed = configuration.accounts[name] ?? [:]
    for (option, value) in options.sorted { changed[option] = value.isEmpty ? nil : value }
    var result = configuration
    result.accounts[name] = changed
    _ = try Permissions(of: name, in: result)
    return result
  }

  /// Takes an account away.
  ///
  /// - Throws: `CoreError` with code `unknownAccount`, or `accountInUse` with the services that name it.
  public func delete(_ name: String, in configuration: Configuration) throws(CoreError) -> Configuration {
    guard configuration.accounts[name] != nil else { throw Account.unknown(name, in: configuration) }
    let catalog = catalog ?? configuration.readableCatalog
    let users = configuration.serviceNames.filter { user in
      // A service that cannot be read refers to nothing; reading it says why.
      guard let options = configuration.services[user],
        let service = try? ConfiguredService(user, options, catalog: catalog)
      else { return false }
      return service.references.contains { $0.kind == .account && $0.target == name }
    }
    guard users.isEmpty else {
      throw CoreError(
        .accountInUse,
        [.init("account", .string(name)), .init("users", .array(users.map(JSONValue.string)))]
      )
    }
    var result = configuration
    result.accounts[name] = nil
    return result
  }
}
