internal import GMSCallback
internal import GMSCore

/// Groups of access numbers.
enum ResourceCommands {
  static let section = "Access numbers and storage"

  static let resource = Command(
    "resource",
    section: section,
    permission: .configure,
    summary: "groups of access numbers",
    subcommands: [list, create, add, remove, delete, status, size]
  )

  private static let name = CommandArgument("group", .text, "the resource group")
  private static let fields = [
    "group", "strategy", "booking_expiration_timeout", "cooldown", "remember", "numbers",
  ]

  private static let list = Command(
    "list",
    readsPast: true,
    summary: "all groups, with their numbers",
    fields: fields,
    examples: [CommandExample("gmsctl resource list -o json")]
  ) { invocation in
    let groups = try AccessGroup.all(in: try invocation.store().read { try $0.configuration() })
    try invocation.answer(
      Answer(.array(groups.map(AccessAnswer.group)), emptyNote: "no resource groups")
    )
    return .done
  }

  private static let create = Command(
    "create",
    summary: "make a group without numbers",
    arguments: [name, .parameters("further options of the group, such as cooldown=10")],
    options: [
      .value(
        "strategy",
        .choice(AccessStrategy.allCases.map(\.rawValue)),
        default: "random",
        "how numbers are given out; local and cluster lock them"
      )
    ],
    fields: fields,
    examples: [
      CommandExample("gmsctl resource create DNIS --strategy local booking_expiration_timeout=30")
    ]
  ) { invocation in
    let name = invocation.text("group")
    var options = try invocation.parameters()
    if let strategy = invocation.optional("strategy") {
      guard options["strategy"] == nil else { throw UsageError(.repeatedKey, value: "strategy") }
      options["strategy"] = strategy
    }
    return try change(name, invocation) { try ResourceEditor().create(name, options: options, in: $0) }
  }

  private static let numbers = CommandArgument("number", .text, presence: .oneOrMore, "the numbers")

  private static let add = Command(
    "add",
    summary: "add numbers to a group",
    arguments: [name, numbers],
    fields: fields,
    examples: [CommandExample("gmsctl resource add DNIS 6504663204 '+1 650 466 3205'")]
  ) { invocation in
    let (name, numbers) = (invocation.text("group"), invocation.texts("number"))
    return try change(name, invocation) { try ResourceEditor().add(numbers, to: name, in: $0) }
  }

  private static let remove = Command(
    "remove",
    summary: "take numbers out of a group; what is booked stays booked until it ends",
    arguments: [name, numbers],
    fields: fields,
    examples: [CommandExample("gmsctl resource remove DNIS 6504663204")]
  ) { invocation in
    let (name, numbers) = (invocation.text("group"), invocation.texts("number"))
    return try change(name, invocation) { try ResourceEditor().remove(numbers, from: name, in: $0) }
  }

  private static let delete = Command(
    "delete",
    summary: "take a group away; one that services use is refused",
    arguments: [name],
    fields: ["group"],
    examples: [CommandExample("gmsctl resource delete DNIS --yes")]
  ) { invocation in
    let name = invocation.text("group")
    try invocation.confirm("delete the resource group '\(name)'")
    try invocation.changeConfiguration { try ResourceEditor().delete(name, in: $0) }
    try invocation.answer(
      Answer(["group": .string(name)], text: Cell.visible("deleted the resource group '\(name)'") + "\n")
    )
    return .done
  }

  private static let status = Command(
    "status",
    readsPast: true,
    summary: "how many numbers are free, booked and cooling",
    discussion: """
      Without GROUP an array of all groups, with it one object. A number is available when a request without a code \
      could get it now; groups that do not lock their numbers have all of them available.

          {"group":"DNIS","strategy":"local","total":4,"available":2,"booked":1,"cooling":1,"bookings":1,\
      "next_expiry":"2025-01-06T14:00:30.000Z"}
      """,
    arguments: [CommandArgument("group", .text, presence: .optional, "one group; without it, all")],
    fields: ["group", "strategy", "total", "available", "booked", "cooling", "bookings", "next_expiry"],
    examples: [CommandExample("gmsctl resource status DNIS -o json")]
  ) { invocation in
    let name = invocation.optional("group")
    let now = invocation.context.now
    let statuses = try invocation.store().read { reader in
      let configuration = try reader.configuration()
      let groups =
        try name.map { [try AccessGroup($0, in: configuration)] } ?? AccessGroup.all(in: configuration)
      return try BookingQueries(reader).status(of: groups, now: now)
    }
    let values = statuses.map(AccessAnswer.status(of:))
    try invocation.answer(
      Answer(name == nil ? .array(values) : values[0], emptyNote: "no resource groups")
    )
    return .done
  }

  private static let size = Command(
    "size",
    readsPast: true,
    summary: "how many numbers a group needs that locks them (Erlang B)",
    discussion: """
      So many requests, each holding its number for so long (its booking and the cooldown), and the share of them that \
      may find all numbers taken. Where there is a store, what its groups carried lately stands beside it: for what \
      share of the time all numbers were taken, by the bookings that are still remembered.
      """,
    options: [
      .value(
        "rate",
        .text,
        named: "N/UNIT",
        required: true,
        "requests for each s, min, h or d, such as 40/h"
      ),
      .value(
        "hold",
        .text,
        named: "TIME",
        required: true,
        "how long a number is held, such as 30s, 2min or 1h"
      ),
      .value("blocking", .text, named: "SHARE", required: true, "what may be refused, such as 0.1% or 0.001"),
    ],
    fields: [
      "requests_per_hour", "hold_seconds", "target", "load", "numbers", "blocking", "carried", "measured",
    ],
    examples: [CommandExample("gmsctl resource size --rate 40/h --hold 30s --blocking 0.1%")]
  ) { invocation in
    let sizing = try PoolSizing(
      requestsPerHour: SizingText.requestsPerHour(invocation.text("rate"), place: "--rate"),
      holdSeconds: SizingText.seconds(invocation.text("hold"), place: "--hold"),
      blocking: SizingText.share(invocation.text("blocking"), place: "--blocking")
    )
    try invocation.answer(SizingAnswer.sizing(sizing, measured: try measured(invocation)))
    return .done
  }

  /// What the store's groups carried lately; nothing where there is no store, as sizing needs none.
  private static func measured(
    _ invocation: Invocation
  ) throws -> [(group: String, blocking: MeasuredBlocking)] {
    let now = invocation.context.now
    let store: FileStore
    do {
      store = try invocation.store()
    } catch let error as CoreError where error.code == .storeMissing {
      return []
    }
    return try store.read { reader in
      try AccessGroup.all(in: try reader.configuration()).compactMap { group in
        try BookingQueries(reader).blocking(of: group, now: now).map { (group.name, $0) }
      }
    }
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
    try invocation.answer(AccessAnswer.group(try AccessGroup(name, in: made)))
    return .done
  }
}
