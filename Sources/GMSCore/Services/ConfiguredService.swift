import GMSCalendar

/// One service as it is configured, read through its template.
///
/// An option that is not set, or set to nothing, has its template's default. Making one reads the name and
/// finds the template; values are checked when they are asked for, and all at once by
/// ``ConfigurationValidator``.
public struct ConfiguredService: Hashable, Sendable {
  /// The service's name.
  public var name: ServiceName { parts.name }
  /// The template that the options name.
  public var template: Template { parts.template }
  /// The options as they are configured, unknown ones included.
  public var options: Options { parts.options }

  let parts: Parts

  /// The parts of a service, which all copies of it share: a template has so many that a copy would cost more than
  /// most questions.
  final class Parts: Sendable {
    let name: ServiceName
    let template: Template
    let options: Options
    /// What has been worked out of the three; no part of the service's value.
    let derived = DerivedValues()

    init(_ name: ServiceName, _ template: Template, _ options: Options) {
      self.name = name
      self.template = template
      self.options = options
    }
  }

  /// A service from its name and options.
  ///
  /// - Throws: `CoreError` with code `malformedServiceName`, or as ``TemplateCatalog/template(of:service:)``
  ///   when the options name no template.
  public init(_ name: String, _ options: Options, catalog: TemplateCatalog = .builtIn) throws(CoreError) {
    let checked = try ServiceName(name)
    parts = Parts(checked, try catalog.template(of: options, service: name), options)
  }

  /// A service of a configuration.
  ///
  /// - Parameters:
  ///   - name: the service's name.
  ///   - configuration: the configuration.
  ///   - catalog: the templates that are known; without it those that are shipped and, for a service that fits
  ///     none of them, the configuration's own.
  /// - Throws: `CoreError` with code `unknownService` with the nearest name, as ``init(_:_:catalog:)``, or as
  ///   ``Configuration/catalog``.
  public init(
    _ name: String,
    in configuration: Configuration,
    catalog: TemplateCatalog? = nil
  ) throws(CoreError) {
    guard let options = configuration.services[name] else {
      throw ConfiguredService.unknown(name, in: configuration)
    }
    if let catalog {
      try self.init(name, options, catalog: catalog)
    } else if TemplateCatalog.builtIn.fits(options) {
      try self.init(name, options)
    } else {
      try self.init(name, options, catalog: configuration.catalog)
    }
  }

  /// A service with other options, which name the same template.
  init(_ service: ConfiguredService, options: Options) {
    parts = Parts(service.name, service.template, options)
  }

  /// Whether both are copies of one service, so that what was worked out of one holds for the other.
  func isCopy(of other: ConfiguredService) -> Bool { parts === other.parts }

  /// The error for a name that no service of the configuration has.
  static func unknown(_ name: String, in configuration: Configuration) -> CoreError {
    .unknown(.unknownService, name, as: "service", among: configuration.serviceNames)
  }
}

extension ConfiguredService {
  /// Whether name, template and options are equal.
  public static func == (lhs: ConfiguredService, rhs: ConfiguredService) -> Bool {
    if lhs.parts === rhs.parts { return true }
    return lhs.name == rhs.name && lhs.options == rhs.options && lhs.template == rhs.template
  }

  /// Hashes the name and the options, which tell services apart.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(options)
  }
}

extension Configuration {
  /// The names of all services, in natural order.
  var serviceNames: [String] { services.keys.sorted(by: NaturalOrder.precedes) }
}
