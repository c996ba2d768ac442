internal import GMSCore

/// What there is to say about options, of the configuration or of a file.
enum LintCommand {
  private static let fields = ["place", "option", "value", "verdict", "finding"]

  static let lint = Command(
    "lint",
    readsPast: true,
    summary: "report options that are unknown, without effect or contradictory",
    discussion: """
      A verdict is used, default, overridden (it wins over requests), unknown, ignored, contradictory, missing, unused \
      or refused. With --file a file is judged line by line, as it would be applied to the store; where there is no \
      store, by itself. Nothing is written.
      """,
    arguments: [CommandArgument("name", .service, presence: .optional, "the service; without it, all")],
    options: [
      .value("file", short: "f", .file, "a configuration file, in place of the store; - is standard input"),
      .flag("all", "also options that are as they should be"),
      .flag("strict", "findings make the exit code 1"),
    ],
    fields: ["line"] + fields,
    examples: [
      CommandExample("gmsctl service lint --strict"), CommandExample("gmsctl service lint support --all"),
      CommandExample("gmsctl service lint -f company.cfg"),
    ]
  ) { invocation in
    let (name, file) = (invocation.optional("name"), try invocation.contents("file"))
    let hasProblems =
      if let file {
        try report(file, on: name, invocation)
      } else {
        try findings(of: name, invocation)
      }
    return invocation.flag("strict") && hasProblems ? .refused : .done
  }

  /// Tells the findings of the store's configuration, and answers whether there are problems.
  private static func findings(of name: String?, _ invocation: Invocation) throws -> Bool {
    let configuration = try invocation.store().read { try $0.configuration() }
    let validator = ConfigurationValidator()
    let findings =
      try name.map { try validator.findings(service: $0, in: configuration) }
      ?? validator.findings(configuration)
    let shown = invocation.flag("all") ? findings : findings.filter { $0.weight > .routine }
    try invocation.answer(
      Answer(
        ConfigurationAnswer.findings(shown),
        fields: fields,
        text: shown.map { Cell.visible("\($0)") + "\n" }.joined(),
        emptyNote: "nothing to report"
      )
    )
    return findings.contains(where: \.isProblem)
  }

  /// Tells what there is to say of a file's lines, and answers whether there are problems.
  private static func report(_ text: String, on name: String?, _ invocation: Invocation) throws -> Bool {
    let report = ConfigurationReport(text, over: try existing(invocation))
    let lines = try name.map { try report.lines(ofService: $0) } ?? report.lines
    let shown = invocation.flag("all") ? lines : lines.filter { $0.weight > .routine }
    try invocation.answer(
      Answer(
        ConfigurationAnswer.lines(shown),
        text: shown.map { Cell.visible("\($0)") + "\n" }.joined(),
        emptyNote: "nothing to report"
      )
    )
    return lines.contains(where: \.isProblem)
  }

  /// The configuration that the file would be applied to; an empty one where there is no store.
  private static func existing(_ invocation: Invocation) throws -> Configuration {
    do {
      return try invocation.store().read { try $0.configuration() }
    } catch let error as CoreError where error.code == .storeMissing {
      return Configuration()
    }
  }
}
