internal import GMSCallback
internal import GMSCore

/// Callbacks: the noun, and what is asked of one of them.
enum CallbackCommands {
  static let section = "Callbacks"

  static let callback = Command(
    "callback",
    section: section,
    permission: .askedByLibrary,
    summary: "callbacks from the request to the end",
    subcommands: [
      BookingCommands.availability, BookingCommands.start, get, history, QueueCommands.why,
      QueueCommands.position, QueueCommands.line, QueryCommands.list, QueryCommands.queues,
      BookingCommands.reschedule, BookingCommands.cancel, CancelManyCommand.command, ExportCommand.command,
      CallbackRequestCommand.request, event, QueryCommands.watermarks, QueryCommands.ranges,
      NotificationCommands.notifications, diagram,
    ]
  )

  static let id = CommandArgument("id", .text, "the callback")

  /// The fields of a record, for columns.
  static let recordFields = CallbackColumns.ofEveryRecord

  private static let get = Command(
    "get",
    readsPast: true,
    summary: "a callback",
    discussion:
      "With --diagnostics not its record, but what helps to see why it waits; what is unknown is null.",
    arguments: [id],
    options: [
      .flag("diagnostics", "position, estimates, dials, target: the nineteen diagnostics of the queue")
    ],
    examples: [
      CommandExample("gmsctl callback get 1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10 -o json"),
      CommandExample("gmsctl callback get 1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10 --diagnostics"),
    ]
  ) { invocation in
    if invocation.flag("diagnostics") {
      try QueueCommands.answerDiagnostics(invocation)
      return .done
    }
    let engine = try invocation.engine()
    if invocation.context.renderer.takesReadyText {
      invocation.context.console.write(try engine.answerText(invocation.text("id")) + [UInt8(ascii: "\n")])
    } else {
      try answer(engine.callback(invocation.text("id")), engine, invocation)
    }
    return .done
  }

  private static let history = Command(
    "history",
    readsPast: true,
    summary: "what happened to a callback",
    arguments: [id],
    fields: ["at", "event", "from", "to", "agent", "reason", "desired", "note"],
    examples: [CommandExample("gmsctl callback history 1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10")]
  ) { invocation in
    let callback = try invocation.engine().callback(invocation.text("id"))
    try invocation.answer(
      Answer(CallbackAnswer.history(callback), emptyNote: "nothing has happened to it yet")
    )
    return .done
  }

  private static let event = Command(
    "event",
    summary: "tell a callback what telephony, the agent or the customer did",
    discussion: """
      Answers the actions to take, and what of the customer's data an agent who is told of the callback gets with it \
      ('attached_data', after the service's '_attach_udata'). Which callback an agent \
      is given to is yours to say, and 'callback line QUEUE --next' names the one that keeps the order. With --list, the \
      events that there are, and what they take.
      """,
    arguments: [
      CommandArgument("id", .text, presence: .optional, "the callback"),
      CommandArgument(
        "event",
        .choice(CallbackEvent.allNames.map(\.rawValue)),
        presence: .optional,
        "what happened"
      ),
      .parameters("what the event takes, such as agent=kate"),
    ],
    options: [.flag("list", waivesRequirements: true, "name all events")],
    fields: ["_id", "event", "from", "to", "at", "actions", "attached_data", "source", "takes", "summary"],
    examples: [
      CommandExample(
        "gmsctl callback event 1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10 agent-reserved agent=kate"
      ),
      CommandExample("gmsctl callback event --list"),
    ]
  ) { invocation in
    if invocation.flag("list") {
      try invocation.answer(Answer(events, fields: ["event", "source", "takes", "summary"]))
      return .done
    }
    guard let id = invocation.optional("id") else { throw missing("ID", invocation) }
    guard let name = invocation.optional("event") else { throw missing("EVENT", invocation) }
    let event = try CallbackEvent(name: name, parameters: invocation.parameters().dictionary)
    let report = try invocation.engine().report(event, to: id, invocation.request)
    try invocation.answer(
      Answer(
        CallbackAnswer.event(report),
        fields: ["_id", "event", "from", "to", "at", "actions", "attached_data"]
      )
    )
    invocation.note(report.shortages)
    if let noOp = report.transitions.first?.noOp { invocation.note("nothing changed: \(noOp.rawValue)") }
    return .done
  }

  /// An argument that only `--list` does without.
  private static func missing(_ argument: String, _ invocation: Invocation) -> UsageError {
    UsageError(
      .missingArgument,
      value: argument,
      path: invocation.words,
      usage: UsageLine.text(invocation.path)
    )
  }

  private static var events: JSONValue {
    .array(
      CallbackEvent.allNames.map { name in
        [
          "event": .string(name.rawValue), "source": .string(name.source.rawValue),
          "takes": .string(
            name.parameters.map { $0.isRequired ? $0.name : "[\($0.name)]" }.joined(separator: " ")
          ),
          "summary": .string(name.summary),
        ]
      }
    )
  }

  private static let diagram = Command(
    "diagram",
    permission: .nothing,
    summary: "the state machine as a diagram or a table",
    options: [
      .value(
        "format",
        .choice(StateDiagram.Format.allCases.map(\.rawValue)),
        default: StateDiagram.Format.mermaid.rawValue,
        "the notation"
      )
    ],
    examples: [CommandExample("gmsctl callback diagram --format dot | dot -Tsvg > callback.svg")]
  ) { invocation in
    let format = invocation.choice("format", as: StateDiagram.Format.self) ?? .mermaid
    invocation.context.console.write(StateDiagram.print(format))
    return .done
  }

  /// Answers one record, with the keys that its service returns.
  static func answer(_ callback: Callback, _ engine: CallbackEngine, _ invocation: Invocation) throws {
    try invocation.answer(record(callback, engine, invocation))
  }

  /// The answer of one record, with the keys that its service returns.
  static func record(_ callback: Callback, _ engine: CallbackEngine, _ invocation: Invocation) throws
    -> Answer
  {
    let keys = try engine.returnedKeys(of: callback.service)
    let columns = try engine.columns(of: [callback.service])
    return Answer(
      callback.answer(keys: invocation.showsAll(columns) ? keys : []),
      fields: invocation.showsAll(columns) ? columns.names : columns.shown,
      headings: columns.aliases.headings,
      styling: stateStyle
    )
  }

  /// States stand out in a table.
  static let stateStyle: Answer.Styling = { column, text in
    guard column == "_callback_state" else { return nil }
    return CallbackState.Name(rawValue: text) == .completed ? .faint : .pending
  }
}
