internal import GMSCore

/// Services.
enum ServiceCommands {
  static let all = [service, TemplateCommands.template]

  private static let section = "Services"
  private static let name = CommandArgument("name", .service, "the service")
  private static let fields = ["name", "template", "options"]

  private static let service = Command(
    "service",
    section: section,
    permission: .configure,
    summary: "configured services",
    subcommands: [
      list, show, create, set, unset, rename, clone, delete, LintCommand.lint, ServiceRequestCommand.request,
      PauseCommands.pause, PauseCommands.resume,
    ]
  )

  private static let list = Command(
    "list",
    readsPast: true,
    summary: "all services, with their templates",
    options: [
      .value("group", .text, named: "NAME", "only services of this virtual group ('_service_groups')"),
      .value("template", .text, named: "NAME", "only services of this template"),
      .value("search", .text, named: "TEXT", "only services with this text in their name or options"),
    ],
    fields: ["name", "template"],
    examples: [
      CommandExample("gmsctl service list --template callback"),
      CommandExample("gmsctl service list --group support --search America/"),
    ]
  ) { invocation in
    let configuration = try invocation.store().read { try $0.configuration() }
    let filter = ServiceFilter(
      group: invocation.optional("group"),
      template: invocation.optional("template"),
      text: invocation.optional("search")
    )
    let services = try configuration.services(matching: filter)
    try invocation.answer(Answer(ConfigurationAnswer.services(services), emptyNote: "no services"))
    return .done
  }

  private static let show = Command(
    "show",
    readsPast: true,
    summary: "the options of a service",
    arguments: [name],
    fields: fields,
    examples: [CommandExample("gmsctl service show support -o json")]
  ) { invocation in
    let service = try invocation.store().read { try ServiceCalendars($0).service(invocation.text("name")) }
    try answer(service, invocation)
    return .done
  }

  private static let create = Command(
    "create",
    summary: "make a service from a template",
    arguments: [name, .parameters("the service's options")],
    options: [
      .value("template", .text, named: "NAME", required: true, "the template"),
      .value("scenario", .text, named: "NAME", "a common default configuration of the template"),
    ],
    fields: fields,
    examples: [
      CommandExample(
        "gmsctl service create Office --template office-hours _timezone=America/New_York '_bh_regular1=Mon-Fri 09:00-17:30'"
      ),
      CommandExample(
        "gmsctl service create support --template callback --scenario user-terminated-scheduled _business_hours_service=Office"
      ),
    ]
  ) { invocation in
    let (name, template) = (invocation.text("name"), invocation.text("template"))
    let (scenario, options) = (invocation.optional("scenario"), try invocation.parameters())
    return try change(name, invocation) {
      try ServiceEditor().create(name, template: template, scenario: scenario, options: options, in: $0)
    }
  }

  private static let set = Command(
    "set",
    summary: "set options of a service; others stay",
    arguments: [name, .parameters("the options", presence: .oneOrMore)],
    fields: fields,
    examples: [CommandExample("gmsctl service set Office _holiday1=07-04")]
  ) { invocation in
    let (name, options) = (invocation.text("name"), try invocation.parameters())
    return try change(name, invocation) { try ServiceEditor().set(options, of: name, in: $0) }
  }

  private static let unset = Command(
    "unset",
    summary: "take options of a service away",
    arguments: [name, CommandArgument("option", .text, presence: .oneOrMore, "the options")],
    fields: fields,
    examples: [CommandExample("gmsctl service unset Office _holiday1")]
  ) { invocation in
    let (name, options) = (invocation.text("name"), invocation.texts("option"))
    return try change(name, invocation) { try ServiceEditor().unset(options, of: name, in: $0) }
  }

  private static let rename = Command(
    "rename",
    summary: "give a service another name; services that refer to it follow",
    discussion: "A service with live callbacks keeps its name: they are filed under it.",
    arguments: [name, CommandArgument("new", .text, "the new name")],
    fields: fields
  ) { invocation in
    let (name, new) = (invocation.text("name"), invocation.text("new"))
    return try change(new, invocation) { try ServiceEditor().rename(name, to: new, in: $0) }
  }

  private static let clone = Command(
    "clone",
    summary: "make a second service with the same options",
    arguments: [name, CommandArgument("new", .text, "the new service")],
    fields: fields
  ) { invocation in
    let (name, new) = (invocation.text("name"), invocation.text("new"))
    return try change(new, invocation) { try ServiceEditor().clone(name, as: new, in: $0) }
  }

  private static let delete = Command(
    "delete",
    summary: "take a service away; one that others use, or that has live callbacks, is refused",
    arguments: [name],
    fields: ["name"],
    examples: [CommandExample("gmsctl service delete Office --yes")]
  ) { invocation in
    let name = invocation.text("name")
    try invocation.confirm("delete the service '\(name)'")
    try invocation.changeConfiguration { try ServiceEditor().delete(name, in: $0) }
    try invocation.answer(Answer(["name": .string(name)], text: "deleted the service '\(name)'\n"))
    return .done
  }

  private static func change(
    _ name: String,
    _ invocation: Invocation,
    _ edit: (Configuration) throws -> Configuration
  ) throws -> ExitCode {
    var made = Configuration()
    try invocation.changeConfiguration { before in
      made = try edit(before)
      return made
    }
    try answer(ConfiguredService(name, in: made), invocation)
    return .done
  }

  private static func answer(_ service: ConfiguredService, _ invocation: Invocation) throws {
    let options = service.options.sorted
    let width = options.map { $0.name.count }.max() ?? 0
    let lines = options.map { option in
      option.name + String(repeating: " ", count: width - option.name.count)
        + "  \(Cell.visible(option.value))\n"
    }
    try invocation.answer(
      Answer(
        ConfigurationAnswer.service(service),
        text: "\(service.name.text) (\(service.template.name))\n" + lines.joined()
      )
    )
  }
}
