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

  /// What there is to say about options: place, option, value and the finding as a sentence.
  public static func findings(_ findings: [OptionFinding]) -> JSONValue {
    .array(
      findings.map { finding in
        .object([
          .init("place", .string(finding.place.description)),
          .init("option", .string(finding.option)),
          .init("value", finding.value.map(JSONValue.string) ?? .null),
          .init("finding", .string(finding.description)),
        ])
      }
    )
  }
}
