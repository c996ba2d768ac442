/// Says whether a configuration can be used, and what there is to say about each of its options.
///
/// ``check(_:)`` refuses: a malformed value of a known option, a reference that leads nowhere, a missing
/// mandatory option, a cycle of imports, numbers that stand twice. ``findings(_:)`` reports: unknown options,
/// options without effect, contradictions. An unknown option is never refused.
public struct ConfigurationValidator: Sendable {
  /// The templates that were given; nil where each configuration's own are meant.
  let given: TemplateCatalog?

  /// The templates by which services are read, once a configuration's own are known.
  var catalog: TemplateCatalog { given ?? .builtIn }

  /// A validator that knows these templates; without any, those of each configuration that it checks.
  public init(catalog: TemplateCatalog? = nil) { given = catalog }

  /// Checks everything: the templates, each service, their imports, the resource groups, the patterns, the accounts.
  ///
  /// - Throws: `CoreError` for the first refusal, templates first, then services in natural order.
  /// - Complexity: O(n log n) for n options in all.
  public func check(_ configuration: Configuration) throws(CoreError) {
    let validator = try knowing(configuration)
    try checkTemplates(configuration)
    var services: [ConfiguredService] = []
    for name in configuration.serviceNames {
      let service = try ConfiguredService(name, in: configuration, catalog: validator.catalog)
      try validator.check(service, in: configuration)
      services.append(service)
    }
    try check(ImportGraph(services), from: services.map(\.name.text))
    try checkResources(configuration.resources)
    try checkPatterns(configuration.patterns)
    try checkAccounts(configuration)
    if let nodes = configuration.options[NodeCodePrefixes.section] { try NodeCodePrefixes.check(nodes) }
    if let server = configuration.options[ServerAddress.section] { try ServerAddress.check(server) }
    try checkSections(configuration)
  }

  /// Checks a configuration that takes another's place: that nothing which goes is still used, then everything.
  ///
  /// What goes with all its users may go.
  ///
  /// - Throws: `CoreError` with code `serviceInUse` or `groupInUse` with the names of all users, or as
  ///   ``check(_:)``.
  public func check(_ configuration: Configuration, replacing before: Configuration) throws(CoreError) {
    let gone = before.sections.filter { section in
      switch section.family {
      case .services, .resources, .patterns: configuration[section] == nil
      case .templates, .options, .accounts: false
      }
    }
    try configuration.checkUnused(gone, catalog: knowing(configuration).catalog)
    try check(configuration)
  }

  /// Checks one service with what it refers to.
  ///
  /// - Throws: `CoreError` with code `unknownService`, or for the first refusal.
  public func check(service name: String, in configuration: Configuration) throws(CoreError) {
    let validator = try knowing(configuration)
    let service = try ConfiguredService(name, in: configuration, catalog: validator.catalog)
    try validator.check(service, in: configuration)
    guard service.template.name == OfficeHoursTemplate.name, !service.references.isEmpty else { return }
    try check(validator.importGraph(of: configuration), from: [name])
  }

  /// The imports of all services that can be read; one that cannot is refused where it is checked.
  func importGraph(of configuration: Configuration) -> ImportGraph {
    ImportGraph(
      configuration.services.compactMap { try? ConfiguredService($0.key, $0.value, catalog: catalog) }
    )
  }

  /// Checks a service alone: its options one by one, then together.
  private func check(_ service: ConfiguredService, in configuration: Configuration) throws(CoreError) {
    for (option, value) in service.options.sorted {
      try check(option, value, of: service, in: configuration)
    }
    try checkTogether(service)
  }

  /// Checks one configured option: its name, its value, and that what it names exists.
  func check(
    _ option: String,
    _ value: String,
    of service: ConfiguredService,
    in configuration: Configuration
  ) throws(CoreError) {
    try OptionIdentifier.check(option, of: service.name.text)
    guard let definition = service.template.definition(of: option), !value.isEmpty,
      !OptionToken.isIn(value)
    else { return }
    try OptionTextChecker.check(value, as: definition.type, option: option, service: service.name.text)
    let user = ConfigurationSection(.services, service.name.text)
    for reference in ConfigurationReference.named(by: option, value, as: definition.type, user: user) {
      try check(reference, in: configuration)
    }
  }

  /// Checks that what a reference names exists and is of the right template.
  ///
  /// - Throws: `CoreError` with code `unknownReference` or `wrongTemplate`.
  func check(_ reference: ConfigurationReference, in configuration: Configuration) throws(CoreError) {
    switch reference.kind {
    case .service(let template):
      guard let options = configuration.services[reference.target] else {
        throw missing(reference, among: configuration.serviceNames)
      }
      let found = try catalog.template(of: options, service: reference.target)
      guard found.name == template else {
        throw CoreError(
          .wrongTemplate,
          reference.facts + [
            .init("template", .string(found.name)), .init("accepted", .string(template)),
          ]
        )
      }
    case .resourceGroup:
      guard configuration.resources[reference.target] != nil else {
        throw missing(reference, among: configuration.resources.keys)
      }
    case .patternGroup:
      guard configuration.patterns[reference.target] != nil else {
        throw missing(reference, among: configuration.patterns.keys)
      }
    case .account:
      guard configuration.accounts[reference.target] != nil else {
        throw missing(reference, among: configuration.accounts.keys)
      }
    }
  }

  /// Checks what concerns several options: mandatory ones, and what the kind of service demands.
  func checkTogether(_ service: ConfiguredService) throws(CoreError) {
    for name in service.template.indispensable where service[name] == nil {
      let type = service.template.definition(of: name)?.type ?? .text
      throw .missingOption(name, of: service.name.text, accepted: type.accepted)
    }
    switch service.template.name {
    case CapacityTemplate.name:
      // With a token the capacities are known only when a request comes.
      if !service.options.sorted.contains(where: { OptionToken.isIn($0.value) }) {
        _ = try CapacityOptions(service)
      }
    case CallbackTemplate.name:
      // A customer who calls needs a number to call; a chat has none.
      if service["_call_direction"] == "USERORIGINATED", service["_media_type"] == "voice",
        service["_resource_group"] == nil
      {
        throw .missingOption(
          "_resource_group",
          of: service.name.text,
          accepted: OptionType.resourceGroup.accepted
        )
      }
    default: break  // Templates are open: one without rules of its own has none to check.
    }
  }

  /// Checks that no import leads back to where it started.
  func check(_ graph: ImportGraph, from names: [String]) throws(CoreError) {
    guard let path = graph.cycle(from: names) else { return }
    throw CoreError(
      .importCycle,
      [
        .init("service", .string(path.first ?? "")),
        .init("path", .array(path.map(JSONValue.string))),
      ]
    )
  }

  private func missing(
    _ reference: ConfigurationReference,
    among names: some Sequence<String>
  ) -> CoreError {
    var facts = reference.facts + [.init("kind", .string(reference.section.noun))]
    // Sorted, so that of equally near names the same one is told each time.
    if let nearest = OptionTextChecker.nearest(reference.target, names.sorted(by: NaturalOrder.precedes)) {
      facts.append(.init("suggestion", .string(nearest)))
    }
    return CoreError(.unknownReference, facts)
  }
}

extension ConfigurationReference {
  /// Who names what, as facts of an error.
  fileprivate var facts: [JSONValue.Member] {
    [
      .init(user.family == .services ? "service" : "section", .string(user.name)),
      .init("option", .string(option)), .init("value", .string(target)),
    ]
  }
}
