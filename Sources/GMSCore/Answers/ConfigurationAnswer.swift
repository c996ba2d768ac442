/// The answers about configuration, as JSON.
public enum ConfigurationAnswer {
  /// What changes between two configurations.
  ///
  ///     [{"change":"changed","path":"service.Office/_timezone","old":"UTC","new":"Europe/Paris"}]
  ///
  /// `old` and `new` are null where there is no value.
  public static func changes(_ difference: ConfigurationDifference) -> JSONValue {
    .array(
      difference.entries.map { entry in
        .object([
          .init("change", .string(entry.kind.rawValue)),
          .init("path", .string(entry.path)),
          .init("old", entry.old.map(JSONValue.string) ?? .null),
          .init("new", entry.new.map(JSONValue.string) ?? .null),
        ])
      }
    )
  }

  /// A configured service: `{"name":"Office","template":"office-hours","options":{…}}`.
  public static func service(_ service: ConfiguredService) -> JSONValue {
    .object([
      .init("name", .string(service.name.text)),
      .init("template", .string(service.template.name)),
      .init(
        "options",
        .object(service.options.sorted.map { JSONValue.Member($0.name, .string($0.value)) })
      ),
    ])
  }

  /// The templates: `[{"name":"callback","summary":"…","scenarios":["user-terminated-scheduled",…]}]`.
  public static func templates(_ catalog: TemplateCatalog) -> JSONValue {
    .array(
      catalog.templates.map { template in
        .object([
          .init("name", .string(template.name)),
          .init("summary", .string(template.summary)),
          .init("scenarios", .array(template.scenarios.map { .string($0.name) })),
        ])
      }
    )
  }

  /// The options of a template, in its order.
  public static func options(of template: Template) -> JSONValue {
    .array(
      template.options.map { option in
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

  /// What there is to say about options: place, option, value and the finding as a sentence.
  public static func findings(_ findings: [OptionFinding]) -> JSONValue {
    .array(
      findings.map { finding in
        let place: String =
          switch finding.place {
          case .service(let name): "service.\(name)"
          case .resource(let name): "resource.\(name)"
          case .pattern(let name): "pattern.\(name)"
          }
        return .object([
          .init("place", .string(place)),
          .init("option", .string(finding.option)),
          .init("value", finding.value.map(JSONValue.string) ?? .null),
          .init("finding", .string(finding.description)),
        ])
      }
    )
  }
}
