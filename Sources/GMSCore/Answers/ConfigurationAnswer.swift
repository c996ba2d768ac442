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

  /// Services in a list: `[{"name":"Office","template":"office-hours"}]`.
  public static func services(_ services: [ConfiguredService]) -> JSONValue {
    .array(
      services.map { ["name": .string($0.name.text), "template": .string($0.template.name)] }
    )
  }

  /// What there is to say about options.
  ///
  ///     [{"place":"service.Office","option":"_holliday1","value":"12-24","verdict":"unknown","finding":"…"}]
  ///
  /// `option` is empty for what is said of a whole section, `value` null where there is none.
  public static func findings(_ findings: [OptionFinding]) -> JSONValue {
    .array(
      findings.map { finding in
        .object([
          .init("place", .string(finding.place.description)),
          .init("option", .string(finding.option)),
          .init("value", finding.value.map(JSONValue.string) ?? .null),
          .init("verdict", .string(finding.verdict.rawValue)),
          .init("finding", .string(finding.description)),
        ])
      }
    )
  }

  /// What there is to say about the lines of a file: as ``findings(_:)``, with `line` in front; `place` is null for
  /// a line that stands in no section.
  public static func lines(_ lines: [ConfigurationReport.Line]) -> JSONValue {
    .array(
      lines.map { line in
        .object([
          .init("line", .integer(Int64(line.number))),
          .init("place", line.section.map { .string($0.description) } ?? .null),
          .init("option", .string(line.option)),
          .init("value", line.value.map(JSONValue.string) ?? .null),
          .init("verdict", .string(line.verdict.rawValue)),
          .init("finding", .string(line.sentence)),
        ])
      }
    )
  }
}
