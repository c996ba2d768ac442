/// Changes the services of a configuration; each change answers a new configuration or refuses.
///
/// A change checks what it touches, as ``ConfigurationValidator`` would: the service's options, what it
/// refers to, and what refers to it. A configuration that was valid stays valid.
public struct ServiceEditor: Sendable {
  /// The templates that services are made from; nil where those of each configuration are meant.
  public let catalog: TemplateCatalog?

  /// An editor that knows these templates; without any, those of each configuration that it changes.
  public init(catalog: TemplateCatalog? = nil) { self.catalog = catalog }

  /// The templates for a configuration, and the validator that knows them.
  ///
  /// - Throws: `CoreError` as ``Configuration/catalog``.
  func templates(
    of configuration: Configuration
  ) throws(CoreError) -> (catalog: TemplateCatalog, validator: ConfigurationValidator) {
    let known: TemplateCatalog
    if let catalog { known = catalog } else { known = try configuration.catalog }
    return (known, ConfigurationValidator(catalog: known))
  }

  /// Adds a service.
  ///
  /// It starts with the template's `_type` and `_service`, then the scenario's values, then the given
  /// options, each winning over the one before.
  ///
  /// - Throws: `CoreError` with code `malformedServiceName`, `serviceExists`, `unknownTemplate`,
  ///   `unknownScenario`, `wrongTemplate` when the options make it a service of another template, or as the
  ///   validator.
  public func create(
    _ name: String,
    template templateName: String,
    scenario scenarioName: String? = nil,
    options: Options = [:],
    in configuration: Configuration
  ) throws(CoreError) -> Configuration {
    try requireFree(name, in: configuration)
    let (catalog, validator) = try templates(of: configuration)
    let template = try catalog.template(named: templateName)
    var values: Options = ["_type": template.type, "_service": template.service]
    if let scenarioName {
      values.merge(try template.scenario(named: scenarioName).values)
    }
    values.merge(options)
    if let scenarioName {
      for option in try template.scenario(named: scenarioName).required
      where (values[option] ?? template.definition(of: option)?.defaultValue ?? "").isEmpty {
        let type = template.definition(of: option)?.type ?? .text
        throw .missingOption(option, of: name, accepted: type.accepted)
      }
    }
    let made = try catalog.template(of: values, service: name)
    guard made.name == template.name else {
      throw CoreError(
        .wrongTemplate,
        ["service": name, "template": made.name, "accepted": template.name]
      )
    }
    var result = configuration
    result.services[name] = values
    try validator.check(service: name, in: result)
    return result
  }

  /// Sets options of a service; those that are not named stay.
  ///
  /// - Throws: `CoreError` with code `unknownService`, or as the validator; also for a service that refers to
  ///   this one when this one's template changes.
  public func set(
    _ options: Options,
    of name: String,
    in configuration: Configuration
  ) throws(CoreError) -> Configuration {
    let (catalog, validator) = try templates(of: configuration)
    let before = try ConfiguredService(name, in: configuration, catalog: catalog)
    var result = configuration
    result.services[name] = before.options.merging(options)
    try validator.check(service: name, in: result)
    let after = try ConfiguredService(name, in: result, catalog: catalog)
    if after.template.name != before.template.name {
      for use in result.references(to: ConfigurationSection(.services, name), catalog: catalog) {
        try validator.check(use, in: result)
      }
    }
    if options[ServiceGroups.option] != nil { try validator.checkAccounts(result, since: configuration) }
    return result
  }

  /// Takes options of a service away.
  ///
  /// - Throws: `CoreError` with code `unknownService`, `missingOption` for a mandatory one, `optionNotSet`
  ///   for one that is not there, or as the validator.
  public func unset(
    _ names: [String],
    of name: String,
    in configuration: Configuration
  ) throws(CoreError) -> Configuration {
    let (catalog, validator) = try templates(of: configuration)
    let service = try ConfiguredService(name, in: configuration, catalog: catalog)
    var options = service.options
    var seen: Set<String> = []
    for option in names where seen.insert(option).inserted {
      if let definition = service.template.definition(of: option), definition.kind.isMandatory {
        throw .missingOption(option, of: name, accepted: definition.type.accepted)
      }
      guard options[option] != nil else { throw notSet(option, of: service) }
      options[option] = nil
    }
    var result = configuration
    result.services[name] = options
    try validator.check(service: name, in: result)
    if names.contains(ServiceGroups.option) { try validator.checkAccounts(result, since: configuration) }
    return result
  }

  /// Takes a service away.
  ///
  /// An account uses a service that it lists, and the last service of a group that it lists.
  ///
  /// - Throws: `CoreError` with code `unknownService`, or `serviceInUse` with the names of its users; an
  ///   account's is written as its section, `account.kate`.
  public func delete(_ name: String, in configuration: Configuration) throws(CoreError) -> Configuration {
    guard configuration.services[name] != nil else {
      throw ConfiguredService.unknown(name, in: configuration)
    }
    let (catalog, validator) = try templates(of: configuration)
    var result = configuration
    result.services[name] = nil
    let accounts = Set(configuration.accounts(listing: name))
      .union(validator.accountsBroken(by: result, since: configuration))
    try result.checkUnused([ConfigurationSection(.services, name)], by: accounts, catalog: catalog)
    return result
  }

  /// Gives a service another name, and lets every option and every account that names it follow.
  ///
  /// Callbacks that are kept under the old name are not part of this change.
  ///
  /// - Throws: `CoreError` with code `unknownService`, `malformedServiceName`, `serviceExists`, or
  ///   `unknownReference` for an account's list that cannot hold the new name.
  public func rename(
    _ name: String,
    to newName: String,
    in configuration: Configuration
  ) throws(CoreError) -> Configuration {
    guard let options = configuration.services[name] else {
      throw ConfiguredService.unknown(name, in: configuration)
    }
    try requireFree(newName, in: configuration)
    let (catalog, validator) = try templates(of: configuration)
    var result = configuration
    let uses = configuration.references(to: ConfigurationSection(.services, name), catalog: catalog)
    for use in uses { result[use.user]?.options[use.option] = use.renamed(newName, in: configuration) }
    result.services[newName] = result.services[name] ?? options
    result.services[name] = nil
    result.renameInAccounts(name, to: newName)
    // A name with a comma is a service's name all right, but no list can hold it.
    try validator.checkAccounts(result, since: configuration)
    for use in uses where use.user.family == .services {
      try validator.check(service: use.user.name == name ? newName : use.user.name, in: result)
    }
    if uses.contains(where: { $0.user.family == .options }) { try validator.checkSections(result) }
    return result
  }

  /// Makes a second service of the same options under another name.
  ///
  /// - Throws: `CoreError` with code `unknownService`, `malformedServiceName`, `serviceExists`, or as the
  ///   validator.
  public func clone(
    _ name: String,
    as newName: String,
    in configuration: Configuration
  ) throws(CoreError) -> Configuration {
    guard let options = configuration.services[name] else {
      throw ConfiguredService.unknown(name, in: configuration)
    }
    try requireFree(newName, in: configuration)
    var result = configuration
    result.services[newName] = options
    try templates(of: configuration).validator.check(service: newName, in: result)
    return result
  }

  private func requireFree(_ name: String, in configuration: Configuration) throws(CoreError) {
    _ = try ServiceName(name)
    guard configuration.services[name] == nil else {
      throw CoreError(.serviceExists, ["service": name])
    }
  }

  private func notSet(_ option: String, of service: ConfiguredService) -> CoreError {
    let removable = service.options.names.filter {
      service.template.definition(of: $0)?.kind.isMandatory != true
    }
    var facts: [JSONValue.Member] = [
      .init("service", .string(service.name.text)), .init("option", .string(option)),
    ]
    if let nearest = OptionTextChecker.nearest(option, removable) {
      facts.append(.init("suggestion", .string(nearest)))
    }
    return CoreError(.optionNotSet, facts)
  }
}

extension Options {
  /// These options with others over them.
  fileprivate func merging(_ others: Options) -> Options {
    var result = self
    result.merge(others)
    return result
  }

  /// Puts others over these options.
  fileprivate mutating func merge(_ others: Options) {
    for (name, value) in others.sorted { self[name] = value }
  }
}

extension ConfigurationReference {
  /// The option's value once its target has another name: that name, or the list with that name in its place.
  fileprivate func renamed(_ newName: String, in configuration: Configuration) -> String {
    guard option == ConfigurationReference.pausedServices,
      let names = OptionTextChecker.names(configuration[user]?.options[option] ?? "")
    else { return newName }
    return names.map { $0 == target ? newName : $0 }.joined(separator: ", ")
  }
}
