internal import GMSCore

/// Accounts: who may do what.
enum AccountCommands {
  private static let section = "Accounts"
  private static let name = CommandArgument("name", .text, "the account")
  private static let fields = ["name", "roles", "group", "services", "actions", "options"]

  static let account = Command(
    "account",
    section: section,
    permission: .configure,
    summary: "accounts, their roles and the services that they look after",
    discussion: """
      A line acts on behalf of the account in --as, else of the one in $GMSCTL_ACCOUNT, else as administrator. Roles \
      are listed in 'roles': Supervisor (view, start, reschedule, cancel), CallbackReadOnly (view), Administrator \
      (these, and configure, which is everything else). 'services' lists the services that the account looks after, or \
      names one virtual group, which services list in '_service_groups'; without it, all. It limits what an account \
      does with callbacks and calendars, an Administrator's too, and not 'configure'. This is no protection against \
      somebody who can write the store's files.
      """,
    subcommands: [list, show, set, delete, can]
  )

  private static let list = Command(
    "list",
    readsPast: true,
    summary: "all accounts",
    fields: ["name", "roles", "services"],
    examples: [CommandExample("gmsctl account list")]
  ) { invocation in
    let configuration = try invocation.store().read { try $0.configuration() }
    try invocation.answer(Answer(AccountAnswer.list(configuration), emptyNote: "no accounts"))
    return .done
  }

  private static let show = Command(
    "show",
    readsPast: true,
    permission: .configureOrBeing(argument: "name"),
    summary: "an account, and what it may do to which services",
    discussion: """
      services is null when the account looks after all of them.

          {"name":"kate","roles":["Supervisor"],"group":"support","services":["callback-support"],\
      "actions":["view","start","reschedule","cancel"],"options":{"roles":"Supervisor","services":"support"}}
      """,
    arguments: [name],
    fields: fields,
    examples: [CommandExample("gmsctl account show kate -o json")]
  ) { invocation in
    try answer(invocation, in: invocation.store().read { try $0.configuration() })
    return .done
  }

  private static let set = Command(
    "set",
    summary: "make an account, or set options of one; others stay, and key= takes one away",
    arguments: [name, .parameters("'roles', 'services'", presence: .oneOrMore)],
    fields: fields,
    examples: [
      CommandExample("gmsctl account set kate roles=Supervisor services=support"),
      CommandExample("gmsctl account set kate services=", "All services."),
    ]
  ) { invocation in
    let (name, options) = (invocation.text("name"), try invocation.parameters())
    var made = Configuration()
    try invocation.changeConfiguration { before in
      made = try AccountEditor().set(options, of: name, in: before)
      return made
    }
    try answer(invocation, in: made)
    return .done
  }

  private static let delete = Command(
    "delete",
    summary: "take an account away",
    arguments: [name],
    fields: ["name"],
    examples: [CommandExample("gmsctl account delete kate --yes")]
  ) { invocation in
    let name = invocation.text("name")
    try invocation.confirm("delete the account '\(name)'")
    try invocation.changeConfiguration { try AccountEditor().delete(name, in: $0) }
    try invocation.answer(Answer(["name": .string(name)], text: "deleted the account '\(name)'\n"))
    return .done
  }

  private static let can = Command(
    "can",
    readsPast: true,
    permission: .configureOrBeing(argument: "name"),
    summary: "whether an account may do something to a service; exit code 1 when it may not",
    discussion: """
      Without SERVICE: whether its roles include the action at all. reason is null when it may.

          {"account":"kate","action":"cancel","service":"sales","allowed":false,\
      "reason":"that is none of its services"}
      """,
    arguments: [
      name,
      CommandArgument("action", .choice(AccountAction.allCases.map(\.rawValue)), "what it would do"),
      CommandArgument("service", .service, presence: .optional, "the service"),
    ],
    fields: ["account", "action", "service", "allowed", "reason"],
    examples: [CommandExample("gmsctl account can kate cancel support")]
  ) { invocation in
    guard let action = invocation.choice("action", as: AccountAction.self) else {
      preconditionFailure("the argument 'action' is required")
    }
    let service = invocation.optional("service")
    let configuration = try invocation.store().read { try $0.configuration() }
    let permissions = try Permissions(of: invocation.text("name"), in: configuration)
    let refusal = permissions.refusal(action, on: service)
    // Of what an account may not do, nothing is told; what it may do, it should be able to do.
    if refusal == nil, let service { _ = try ConfiguredService(service, in: configuration) }
    try invocation.answer(
      AccountAnswer.decision(permissions, action, on: service, refusal: refusal)
    )
    return refusal == nil ? .done : .refused
  }

  private static func answer(_ invocation: Invocation, in configuration: Configuration) throws {
    let account = try Account(invocation.text("name"), in: configuration)
    let permissions = try Permissions(account, in: configuration)
    try invocation.answer(AccountAnswer.account(account, permissions))
  }
}
