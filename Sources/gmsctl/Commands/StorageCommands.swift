internal import GMSCalendar
internal import GMSCore

/// Values that are kept for a time.
enum StorageCommands {
  static let storage = Command(
    "storage",
    section: ResourceCommands.section,
    permission: .configure,
    summary: "values by key, kept for a time",
    discussion: """
      A value is text, or bytes that are no text; key=@FILE takes either from a file. In JSON a text is a string, and \
      bytes are {"base64":"…"}. What is over at a time is not found from that instant on.
      """,
    subcommands: [put, get, update, delete]
  )

  private static let id = CommandArgument(
    "id",
    .text,
    "what 'put' answered; with --service, a running service"
  )
  private static let service = CommandOption.flag(
    "service",
    "ID is a running service's, and the data that of the service"
  )
  private static let timeToLive = "how many seconds it is kept; what is no whole number above 0 counts as 30"

  private static let put = Command(
    "put",
    summary: "keep values, and answer the id",
    discussion: """
          {"id":"1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10"}
      """,
    arguments: [.parameters("the values")],
    options: [.value("ttl", .text, named: "SECONDS", default: "30", timeToLive)],
    fields: ["id"],
    examples: [
      CommandExample("gmsctl storage put --ttl 3600 latitude=48.8583 photo=@tower.jpg")
    ]
  ) { invocation in
    let timeToLive = invocation.optional("ttl") ?? String(StorageItem.defaultTimeToLive)
    let item = try invocation.storage().put(
      try invocation.storageValues(),
      timeToLive: timeToLive,
      invocation.request
    )
    try answer(item, invocation)
    return .done
  }

  private static let get = Command(
    "get",
    readsPast: true,
    summary: "all values of an id, or one of them",
    discussion: """
      Without KEY an object of all values. With KEY the value itself: where stdout is no terminal, its own bytes, to \
      which a text gets a newline; with -o json a string or {"base64":"…"}.

          {"latitude":"48.8583","photo":{"base64":"iVBORw0…"}}
      """,
    arguments: [id, CommandArgument("key", .text, presence: .optional, "the key of one value")],
    options: [service],
    examples: [
      CommandExample("gmsctl storage get 1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10 -o json"),
      CommandExample("gmsctl storage get 1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10 photo > tower.jpg"),
    ]
  ) { invocation in
    let (storage, id) = (try invocation.storage(), invocation.text("id"))
    let item =
      invocation.flag("service")
      ? try storage.item(ofService: id, invocation.request) : try storage.item(id, invocation.request)
    guard let key = invocation.optional("key") else {
      try invocation.answer(Answer(item.answer, emptyNote: "there are no values"))
      return .done
    }
    try answer(try item.value(key), invocation)
    return .done
  }

  private static let update = Command(
    "update",
    summary: "set values of an id; others stay, and it ends when it would have ended",
    discussion: "With --ttl the time to live begins anew.",
    arguments: [id, .parameters("the values", presence: .oneOrMore)],
    options: [service, .value("ttl", .text, named: "SECONDS", excludes: ["service"], timeToLive)],
    fields: ["id"],
    examples: [
      CommandExample("gmsctl storage update 1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10 latitude=48.8584")
    ]
  ) { invocation in
    let (storage, id) = (try invocation.storage(), invocation.text("id"))
    let values = try invocation.storageValues()
    let item =
      invocation.flag("service")
      ? try storage.update(ofService: id, values, invocation.request)
      : try storage.update(id, values, timeToLive: invocation.optional("ttl"), invocation.request)
    try answer(item, invocation)
    return .done
  }

  private static let delete = Command(
    "delete",
    summary: "take everything away that an id keeps, or one value",
    arguments: [id, CommandArgument("key", .text, presence: .optional, "the key of one value")],
    options: [service],
    fields: ["id"],
    examples: [CommandExample("gmsctl storage delete 1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10")]
  ) { invocation in
    let (storage, id) = (try invocation.storage(), invocation.text("id"))
    let key = invocation.optional("key")
    if invocation.flag("service") {
      try storage.delete(ofService: id, key: key, invocation.request)
    } else {
      try storage.delete(id, key: key, invocation.request)
    }
    let what = key.map { "the value '\($0)' of '\(id)'" } ?? "what was stored under '\(id)'"
    try invocation.answer(Answer(["id": .string(id)], text: Cell.visible("deleted \(what)") + "\n"))
    return .done
  }

  private static func answer(_ item: StorageItem, _ invocation: Invocation) throws {
    try invocation.answer(Answer(["id": .string(item.id.text)], text: "\(item.id)\n"))
    invocation.note("kept until \(InstantText.print(item.expires))")
  }

  private static func answer(_ value: StorageValue, _ invocation: Invocation) throws {
    let console = invocation.context.console
    let renderer = invocation.context.renderer
    guard renderer.format == .table, renderer.selection == nil else {
      return try invocation.answer(value.json)
    }
    if console.outputIsTerminal {
      // A terminal obeys what it is sent, and the value is a customer's.
      try invocation.answer(Answer(value.json, text: Cell.shown(value.json) + "\n"))
    } else if case .text(let text) = value {
      console.write(text + "\n")
    } else {
      console.write(value.bytes)
    }
  }
}

extension Invocation {
  /// The storage of the store that the line names.
  func storage() throws -> StorageService { StorageService(store: try store()) }

  /// The pairs of the line as values for the storage.
  func storageValues() throws -> [String: StorageValue] {
    var values: [String: StorageValue] = [:]
    for pair in try keyData("parameters") {
      guard values.updateValue(StorageValue(pair.bytes), forKey: pair.key) == nil else {
        throw UsageError(.repeatedKey, value: pair.key)
      }
    }
    return values
  }
}
