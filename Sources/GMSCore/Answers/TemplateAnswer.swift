/// The answers about templates, as JSON.
public enum TemplateAnswer {
  /// The templates that a configuration knows.
  ///
  ///     [{"name":"callback","own":false,"services":2,"summary":"…","scenarios":["chat-delayed",…]}]
  ///
  /// `own` tells templates of one's own from those that are shipped, and `services` is how many services use it.
  ///
  /// - Parameters:
  ///   - configuration: the configuration.
  ///   - search: what a template must match; without it all are answered.
  /// - Returns: an array, an object for each template.
  /// - Throws: `CoreError` as ``Configuration/catalog``.
  public static func list(
    _ configuration: Configuration,
    matching search: TemplateSearch? = nil
  ) throws(CoreError) -> JSONValue {
    let catalog = try configuration.catalog
    let own = Set(catalog.ownTemplates.map(\.name))
    var services: [String: Int64] = [:]
    for (service, options) in configuration.services {
      guard let name = try? catalog.templateName(of: options, service: service) else { continue }
      services[name, default: 0] += 1
    }
    return .array(
      catalog.templates.filter { search?.matches($0) ?? true }.map { template in
        .object([
          .init("name", .string(template.name)),
          .init("own", .bool(own.contains(template.name))),
          .init("services", .integer(services[template.name] ?? 0)),
          .init("summary", .string(template.summary)),
          .init("scenarios", .array(template.scenarios.map { .string($0.name) })),
        ])
      }
    )
  }

  /// Options as a template defines them.
  ///
  ///     [{"option":"_ttl","default":"86400","category":"General","kind":"mandatory","accepted":"…","summary":"…"}]
  ///
  /// `default` is null where there is none.
  public static func options(_ options: [OptionDefinition]) -> JSONValue {
    .array(
      options.map { option in
        .object([
          .init("option", .string(option.name.description)),
          .init("default", option.defaultValue.map(JSONValue.string) ?? .null),
          .init("category", .string(option.category.rawValue)),
          .init("kind", .string(option.kind.rawValue)),
          .init("accepted", .string(option.type.accepted)),
          .init("summary", .string(option.summary)),
        ])
      }
    )
  }
}
