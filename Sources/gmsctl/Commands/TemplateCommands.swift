internal import GMSCore

/// What services are made from: the shipped templates, and those of one's own.
enum TemplateCommands {
  static let template = Command(
    "template",
    section: "Services",
    permission: .configure,
    summary: "what services are made from",
    subcommands: [list, show, upload, delete]
  )

  private static let name = CommandArgument("name", .text, "the template")
  private static let search = CommandOption.value(
    "search",
    .text,
    named: "TEXT",
    "only what has this text in its name or description"
  )

  private static let list = Command(
    "list",
    readsPast: true,
    summary: "all templates, and how many services use each",
    discussion: """
      'own' is true for templates that were uploaded and false for those that ship with gmsctl. Scenarios are common \
      default configurations, for 'service create --scenario'. Where there is no store, the shipped templates are listed.
      """,
    options: [search],
    fields: ["name", "own", "services", "summary", "scenarios"],
    examples: [CommandExample("gmsctl template list --search holiday")]
  ) { invocation in
    let answer = try TemplateAnswer.list(
      configuration(invocation),
      matching: invocation.optional("search").map(TemplateSearch.init)
    )
    try invocation.answer(Answer(answer, emptyNote: "no templates"))
    return .done
  }

  private static let show = Command(
    "show",
    readsPast: true,
    summary: "the options of a template",
    discussion: """
      A table leaves advanced options out unless --advanced is given; the other formats have all. With --definition \
      the whole template is printed in the form that 'template upload' reads.
      """,
    arguments: [name],
    options: [
      .value("category", .text, named: "NAME", "only the options under this heading"),
      search,
      .flag("advanced", "advanced options too"),
      .flag("definition", "the template as JSON, as upload takes it"),
    ],
    fields: ["option", "default", "category", "kind", "accepted", "summary"],
    examples: [
      CommandExample("gmsctl template show callback --fields option,default"),
      CommandExample("gmsctl template show callback --category Limits --search throttle"),
      CommandExample("gmsctl template show callback --definition > callback.json"),
    ]
  ) { invocation in
    let template = try template(invocation)
    if invocation.flag("definition") {
      try invocation.answer(
        Answer(TemplateWriter.json(template), text: TemplateWriter.print(template))
      )
      return .done
    }
    var options = try invocation.optional("category").map { try template.options(in: $0) } ?? template.options
    if let search = invocation.optional("search").map(TemplateSearch.init) {
      options = options.filter(search.matches)
    }
    let hidden = options.filter { $0.kind == .advanced }
    if invocation.context.renderer.format == .table, !invocation.flag("advanced"), !hidden.isEmpty {
      options.removeAll { $0.kind == .advanced }
      invocation.note("--advanced shows \(hidden.count) more")
    }
    try invocation.answer(Answer(TemplateAnswer.options(options), emptyNote: "no such options"))
    return .done
  }

  private static let upload = Command(
    "upload",
    summary: "add a template of one's own, or replace one",
    discussion: """
      The file is JSON, in the form that 'template show --definition' prints. Nothing is changed when a service that \
      uses the template would no longer be valid.
      """,
    arguments: [CommandArgument("file", .file, "the template; - is standard input")],
    fields: ["name", "change"],
    examples: [
      CommandExample("gmsctl template upload weather.json"),
      CommandExample(
        "gmsctl template show get --definition | sed 's/\"get\"/\"probe\"/' | gmsctl template upload -"
      ),
    ]
  ) { invocation in
    let template = try TemplateReader.read(Array((invocation.contents("file") ?? "").utf8))
    var change = "unchanged"
    try invocation.changeConfiguration { before in
      let after = try TemplateEditor().upload(template, in: before)
      change = before.templates[template.name] == nil ? "added" : after == before ? "unchanged" : "replaced"
      return after
    }
    try invocation.answer(
      Answer(
        ["name": .string(template.name), "change": .string(change)],
        text: "\(change) the template '\(template.name)'\n"
      )
    )
    return .done
  }

  private static let delete = Command(
    "delete",
    summary: "take a template of one's own away; one that services use is refused",
    arguments: [name],
    fields: ["name"],
    examples: [CommandExample("gmsctl template delete weather --yes")]
  ) { invocation in
    let name = invocation.text("name")
    try invocation.confirm("delete the template '\(name)'")
    try invocation.changeConfiguration { try TemplateEditor().delete(name, in: $0) }
    try invocation.answer(Answer(["name": .string(name)], text: "deleted the template '\(name)'\n"))
    return .done
  }

  /// A template by its name; the store is opened only for one that is not shipped.
  private static func template(_ invocation: Invocation) throws -> Template {
    let name = invocation.text("name")
    if let shipped = ShippedTemplate(named: name) { return shipped.template }
    return try configuration(invocation).catalog.template(named: name)
  }

  /// The configuration, or an empty one where there is no store: what ships is known without one.
  private static func configuration(_ invocation: Invocation) throws -> Configuration {
    do {
      return try invocation.store().read { try $0.configuration() }
    } catch let error as CoreError where error.code == .storeMissing {
      invocation.note("there is no store, so these are the templates that ship")
      return Configuration()
    }
  }
}
