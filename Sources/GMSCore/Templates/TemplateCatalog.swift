/// The templates that are known, found by name or by what a service says of itself.
public struct TemplateCatalog: Hashable, Sendable {
  /// The templates, in the order in which people read them.
  public let templates: [Template]

  /// The templates that the library ships.
  public static let builtIn = TemplateCatalog([
    OfficeHoursTemplate.template, CapacityTemplate.template, CallbackTemplate.template,
  ])

  /// A catalogue of these templates.
  ///
  /// - Precondition: no two have the same name.
  public init(_ templates: [Template]) {
    precondition(
      Set(templates.map(\.name)).count == templates.count,
      "A catalogue holds each template once."
    )
    self.templates = templates
  }

  /// The template of that name.
  ///
  /// - Throws: `CoreError` with code `unknownTemplate`, the nearest name and all names.
  public func template(named name: String) throws(CoreError) -> Template {
    if let template = templates.first(where: { $0.name == name }) { return template }
    throw .unknown(
      .unknownTemplate,
      name,
      as: "template",
      among: templates.map(\.name),
      accepted: templates.map(\.name).joined(separator: ", ")
    )
  }

  /// The template of a service, from its options `_type`, `_service` and `_service_type`.
  ///
  /// `built-in` is read as `builtin`. A service of type `ors` may name an SCXML document in `_service`; then
  /// `_service_type` names the template's service.
  ///
  /// - Parameters:
  ///   - options: the service's options.
  ///   - service: the service's name, for the error.
  /// - Returns: the template whose type and service the options name.
  /// - Throws: `CoreError` with code `missingOption` without `_type` or `_service`, `invalidOption` when they
  ///   name no template.
  public func template(of options: Options, service: String) throws(CoreError) -> Template {
    guard let writtenType = options["_type"], !writtenType.isEmpty else {
      throw .missingOption(
        "_type",
        of: service,
        accepted: OptionType.choice(distinct(templates.map(\.type))).accepted
      )
    }
    let type = writtenType == "built-in" ? "builtin" : writtenType
    guard let written = options["_service"], !written.isEmpty else {
      throw .missingOption(
        "_service",
        of: service,
        accepted: OptionType.choice(templates.map(\.service)).accepted
      )
    }
    var option = "_service"
    var kind = written
    if type == "ors", let serviceType = options["_service_type"], !serviceType.isEmpty {
      option = "_service_type"
      kind = serviceType
    }
    guard templates.contains(where: { $0.type == type }) else {
      throw refused("_type", of: service, writtenType, distinct(templates.map(\.type)))
    }
    guard let template = templates.first(where: { $0.service == kind }) else {
      throw refused(option, of: service, kind, templates.filter { $0.type == type }.map(\.service))
    }
    guard template.type == type else { throw refused("_type", of: service, writtenType, [template.type]) }
    return template
  }

  private func refused(
    _ option: String,
    of service: String,
    _ value: String,
    _ names: [String]
  ) -> CoreError {
    .invalidOption(
      option,
      of: service,
      value: value,
      accepted: OptionType.choice(names).accepted,
      suggestion: OptionTextChecker.nearest(value, names)
    )
  }

  private func distinct(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}
