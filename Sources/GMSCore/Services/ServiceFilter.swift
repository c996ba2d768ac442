/// Which services of a configuration are asked for; all conditions that are given must hold.
public struct ServiceFilter: Hashable, Sendable {
  /// A virtual group, by its exact name.
  public var group: String?
  /// A template, by its exact name.
  public var template: String?
  /// Text that stands in the service's name, in the name of a configured option or in its value; upper and lower
  /// case are the same.
  public var text: String?

  /// A filter; without conditions, all services.
  public init(group: String? = nil, template: String? = nil, text: String? = nil) {
    self.group = group
    self.template = template
    self.text = text
  }
}

extension Configuration {
  /// The services that a filter lets through, in natural order.
  ///
  /// - Parameters:
  ///   - filter: the conditions.
  ///   - catalog: the templates by which services are read; without it, those of this configuration.
  /// - Returns: the services.
  /// - Throws: `CoreError` with code `unknownTemplate` for a template that the catalogue does not have, or about
  ///   a service whose options make none.
  /// - Complexity: O(n log n) for n services, and with text O(m) in the length of all options.
  public func services(
    matching filter: ServiceFilter,
    catalog: TemplateCatalog? = nil
  ) throws(CoreError) -> [ConfiguredService] {
    let catalog = catalog ?? readableCatalog
    let template = try filter.template.map { name throws(CoreError) in try catalog.template(named: name).name
    }
    let text = filter.text?.lowercased()
    var found: [ConfiguredService] = []
    for name in serviceNames {
      guard let options = services[name] else { continue }
      if let group = filter.group, !options.serviceGroups.contains(group) { continue }
      if let text, !options.hold(text, orName: name) { continue }
      let service = try ConfiguredService(name, options, catalog: catalog)
      if template == nil || service.template.name == template { found.append(service) }
    }
    return found
  }
}

extension Options {
  /// Whether the text, in lower case, stands in the service's name, an option's name or a value.
  fileprivate func hold(_ text: String, orName name: String) -> Bool {
    if name.lowercased().contains(text) { return true }
    return dictionary.contains { $0.key.lowercased().contains(text) || $0.value.lowercased().contains(text) }
  }
}
