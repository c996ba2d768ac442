internal import GMSCore

/// Configuration as a whole: apply, diff, export.
enum ConfigurationCommands {
  static let all = [apply, diff, config]

  private static let file = CommandOption.value(
    "file",
    short: "f",
    .file,
    required: true,
    "a configuration in JSON or options text; - is standard input"
  )
  private static let prune = CommandOption.flag(
    "prune",
    "take away what the file does not hold"
  )
  private static let fields = ["change", "path", "old", "new"]

  private static let apply = Command(
    "apply",
    section: StoreCommands.section,
    permission: .configure,
    summary: "make the configuration as a file says, and print what changed",
    discussion: """
      A section of the file replaces that section whole; other sections stay, unless --prune. The result is checked \
      before anything is written; an unchanged configuration is not written. With --dry-run the exit code is 10 \
      when there are differences.
      """,
    options: [file, prune],
    fields: fields,
    examples: [
      CommandExample("gmsctl apply -f company.json"), CommandExample("gmsctl apply -f - --dry-run < all.cfg"),
    ]
  ) { invocation in
    let file = try configuration(invocation)
    let prune = invocation.flag("prune")
    var difference = ConfigurationDifference(from: Configuration(), to: Configuration())
    try invocation.changeConfiguration { before in
      let after = before.merging(file, prune: prune)
      try ConfigurationValidator().check(after, replacing: before)
      difference = ConfigurationDifference(from: before, to: after)
      return after
    }
    try show(difference, invocation)
    return invocation.context.isDryRun && !difference.isEmpty ? .differences : .done
  }

  private static let diff = Command(
    "diff",
    section: StoreCommands.section,
    readsPast: true,
    permission: .configure,
    summary: "print what apply would change; exit code 10 when there is anything",
    options: [file, prune],
    fields: fields,
    examples: [CommandExample("gmsctl diff -f company.json")]
  ) { invocation in
    let file = try configuration(invocation)
    let before = try invocation.store().read { try $0.configuration() }
    let after = before.merging(file, prune: invocation.flag("prune"))
    try ConfigurationValidator().check(after, replacing: before)
    let difference = ConfigurationDifference(from: before, to: after)
    try show(difference, invocation)
    return difference.isEmpty ? .done : .differences
  }

  private static let config = Command(
    "config",
    section: StoreCommands.section,
    permission: .configure,
    summary: "the configuration as a whole",
    subcommands: [
      Command(
        "export",
        readsPast: true,
        summary: "print the configuration; applying it changes nothing",
        options: [
          .value(
            "format",
            .choice(ConfigurationFormat.allCases.map(\.rawValue)),
            default: "json",
            "JSON, or GMS's options text"
          )
        ],
        examples: [CommandExample("gmsctl config export --format options > company.cfg")]
      ) { invocation in
        let configuration = try invocation.store().read { try $0.configuration() }
        let format = invocation.choice("format", as: ConfigurationFormat.self) ?? .json
        let text = try ConfigurationWriter.print(configuration, as: format)
        try invocation.answer(Answer(configuration.json, text: text))
        return .done
      }
    ]
  )

  private static func configuration(_ invocation: Invocation) throws -> Configuration {
    try ConfigurationReader.read(invocation.contents("file") ?? "")
  }

  private static func show(_ difference: ConfigurationDifference, _ invocation: Invocation) throws {
    try invocation.answer(
      Answer(
        ConfigurationAnswer.changes(difference),
        text: difference.entries.map { $0.description + "\n" }.joined(),
        emptyNote: "no difference"
      )
    )
  }
}
