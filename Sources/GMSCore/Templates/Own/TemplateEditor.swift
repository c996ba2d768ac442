/// Changes the templates of one's own in a configuration; each change answers a new configuration or refuses.
///
/// A change checks what it touches: the template, and the services that use it. A configuration that was valid
/// stays valid.
public struct TemplateEditor: Sendable {
  /// An editor.
  public init() {}

  /// Adds a template, or replaces the one of its name.
  ///
  /// - Throws: `CoreError` with code `malformedTemplate` where ``TemplateReader`` would refuse the template,
  ///   `templateIsShipped` or `templateExists` for a name, or a `_type` and `_service`, that another template has,
  ///   or as ``ConfigurationValidator`` for a service that the template would no longer allow.
  public func upload(
    _ template: Template,
    in configuration: Configuration
  ) throws(CoreError) -> Configuration {
    let users = try configuration.users(ofTemplate: template.name)
    var result = configuration
    result.templates[template.name] = [Template.definitionOption: TemplateWriter.compact(template)]
    let validator = try ConfigurationValidator().knowing(result)
    try validator.checkTemplates(result)
    for user in users { try validator.check(service: user, in: result) }
    return result
  }

  /// Takes a template away.
  ///
  /// - Throws: `CoreError` with code `templateIsShipped`, `unknownTemplate` with the nearest name, or `templateInUse`
  ///   with the names of the services that use it, and of templates whose options name it.
  public func delete(_ name: String, in configuration: Configuration) throws(CoreError) -> Configuration {
    if ShippedTemplate(named: name) != nil {
      throw CoreError(.templateIsShipped, ["template": name])
    }
    let catalog = try configuration.catalog
    _ = try catalog.template(named: name)
    var users = try configuration.users(ofTemplate: name)
    for other in catalog.ownTemplates where other.name != name && other.refers(toTemplate: name) {
      users.append(ConfigurationSection(.templates, other.name).description)
    }
    guard users.isEmpty else {
      throw CoreError(
        .templateInUse,
        [.init("template", .string(name)), .init("users", .array(users.map(JSONValue.string)))]
      )
    }
    var result = configuration
    result.templates[name] = nil
    return result
  }
}

extension Configuration {
  /// The services of a template, in natural order; one that cannot be read is of none.
  ///
  /// - Throws: `CoreError` as ``catalog``.
  /// - Complexity: O(n log n) for n services.
  public func users(ofTemplate name: String) throws(CoreError) -> [String] {
    let catalog = try catalog
    return serviceNames.filter { service in
      (try? catalog.templateName(of: services[service] ?? [:], service: service)) == name
    }
  }
}

extension Template {
  /// Whether an option of this template names services of another one.
  func refers(toTemplate name: String) -> Bool {
    options.contains { $0.type == .service(template: name) }
  }
}
