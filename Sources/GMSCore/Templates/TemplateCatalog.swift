/// The templates that are known, found by name or by what a service says of itself.
///
/// Finding a shipped template reads no file but its own, and asking for names reads none.
public struct TemplateCatalog: Hashable, Sendable {
  /// One template, which for a shipped one need not have been read.
  private enum Entry: Hashable, Sendable {
    case shipped(ShippedTemplate)
    case own(Template)

    var name: String {
      switch self {
      case .shipped(let template): template.name
      case .own(let template): template.name
      }
    }

    var type: String {
      switch self {
      case .shipped(let template): template.type
      case .own(let template): template.type
      }
    }

    var service: String {
      switch self {
      case .shipped(let template): template.service
      case .own(let template): template.service
      }
    }

    var template: Template {
      switch self {
      case .shipped(let shipped): shipped.template
      case .own(let template): template
      }
    }
  }

  private var entries: [Entry]

  /// The templates that the library ships.
  public static let builtIn = TemplateCatalog(ShippedTemplate.allCases.map(Entry.shipped))

  private init(_ entries: [Entry]) { self.entries = entries }

  /// A catalogue of these templates, and of none that the library ships.
  ///
  /// - Precondition: no two have the same name.
  public init(_ templates: [Template]) {
    precondition(
      Set(templates.map(\.name)).count == templates.count,
      "A catalogue holds each template once."
    )
    entries = templates.map(Entry.own)
  }

  /// The templates, in the order in which people read them: those that are shipped, then one's own.
  ///
  /// - Complexity: reads the file of every shipped template that has not been read yet.
  public var templates: [Template] { entries.map(\.template) }

  /// The names of all templates, in the same order.
  public var names: [String] { entries.map(\.name) }

  /// The templates that are not shipped.
  public var ownTemplates: [Template] {
    entries.compactMap { entry in
      switch entry {
      case .shipped: nil
      case .own(let template): template
      }
    }
  }

  /// This catalogue with a template of one's own, behind the others.
  ///
  /// - Throws: `CoreError` with code `templateIsShipped` for the name of a shipped template, and `templateExists`
  ///   where another template has the name, or the same `_type` and `_service`.
  public func adding(_ template: Template) throws(CoreError) -> TemplateCatalog {
    for entry in entries {
      if entry.name == template.name, case .shipped = entry {
        throw CoreError(.templateIsShipped, ["template": template.name])
      }
      let isSamePair = entry.type == template.type && entry.service == template.service
      if entry.name == template.name || isSamePair {
        throw CoreError(
          .templateExists,
          ["template": template.name, "other": entry.name, "value": "\(template.type)/\(template.service)"]
        )
      }
    }
    return TemplateCatalog(entries + [.own(template)])
  }

  /// The template of that name.
  ///
  /// - Throws: `CoreError` with code `unknownTemplate`, the nearest name and all names.
  public func template(named name: String) throws(CoreError) -> Template {
    if let entry = entries.first(where: { $0.name == name }) { return entry.template }
    throw .unknown(
      .unknownTemplate,
      name,
      as: "template",
      among: names,
      accepted: names.joined(separator: ", ")
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
    try entry(of: options, service: service).template
  }

  /// The name of a service's template, for whom that is enough: it reads no file.
  ///
  /// - Throws: as ``template(of:service:)``.
  public func templateName(of options: Options, service: String) throws(CoreError) -> String {
    try entry(of: options, service: service).name
  }

  /// Whether a service with these options belongs to one of the templates; it reads no file.
  func fits(_ options: Options) -> Bool {
    do throws(CoreError) {
      _ = try entry(of: options, service: "")
      return true
    } catch {
      return false
    }
  }

  private func entry(of options: Options, service: String) throws(CoreError) -> Entry {
    guard let writtenType = options["_type"], !writtenType.isEmpty else {
      throw .missingOption("_type", of: service, accepted: OptionType.choice(types).accepted)
    }
    let type = writtenType == "built-in" ? "builtin" : writtenType
    guard let written = options["_service"], !written.isEmpty else {
      throw .missingOption(
        "_service",
        of: service,
        accepted: OptionType.choice(kinds).accepted
      )
    }
    var option = "_service"
    var kind = written
    if type == "ors", let serviceType = options["_service_type"], !serviceType.isEmpty {
      option = "_service_type"
      kind = serviceType
    }
    if let entry = entries.first(where: { $0.service == kind && $0.type == type }) { return entry }
    guard types.contains(type) else { throw refused("_type", of: service, writtenType, types) }
    let typesOfKind = entries.filter { $0.service == kind }.map(\.type)
    guard typesOfKind.isEmpty else { throw refused("_type", of: service, writtenType, typesOfKind) }
    throw refused(option, of: service, kind, entries.filter { $0.type == type }.map(\.service))
  }

  /// The types that the templates have.
  private var types: [String] { TemplateCatalog.distinct(entries.map(\.type)) }

  /// The values of `_service` that the templates have.
  private var kinds: [String] { TemplateCatalog.distinct(entries.map(\.service)) }

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

  private static func distinct(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}
