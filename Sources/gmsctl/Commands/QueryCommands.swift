internal import GMSCalendar
internal import GMSCallback
internal import GMSCore

/// Finding callbacks.
enum QueryCommands {
  private static let filters: [CommandOption] =
    CallbackFilterOptions.options() + [
      .value(
        "max",
        .integer(1...Int.max),
        excludes: ["after", "page-size"],
        default: "\(CallbackFilter.defaultMaxPerService)",
        "at most so many of each service"
      ),
      .value("after", .text, named: "PLACE", "the page after this place, as the page before it tells it"),
      .value(
        "page-size",
        .integer(1...Int.max),
        default: "\(CallbackPage.defaultSize)",
        "a page of so many, of all services together"
      ),
    ]

  private static let discussion = """
    \(CallbackFilterOptions.discussion)

    With --page-size or --after the answer is one page. When there are more, stderr tells where the next one begins: \
    the desired time and the id of the last callback, with / between them. What is added or cancelled meanwhile \
    neither repeats a callback on the next page nor leaves one out.
    """

  static let list = Command(
    "list",
    readsPast: true,
    summary: "callbacks, by desired time",
    discussion: discussion,
    options: filters,
    examples: [
      CommandExample(
        "gmsctl callback list --service support --state SCHEDULED --from 2026-11-21 --to 2026-11-22 -o json"
      ),
      CommandExample("gmsctl callback list --where _customer_number=5115 --where 'lob=!sales'"),
      CommandExample("gmsctl callback list --range next-week --timezone Europe/Paris --page-size 100"),
    ]
  ) { invocation in
    if invocation.context.renderer.takesReadyText { return try writeList(invocation) }
    let found = try records(invocation)
    try invocation.answer(
      Answer(
        .array(found.records.map(\.record)),
        fields: found.fields,
        headings: found.headings,
        emptyNote: "no callbacks",
        styling: CallbackCommands.stateStyle
      )
    )
    tell(found.next, invocation)
    return .done
  }

  static let queues = Command(
    "queues",
    readsPast: true,
    summary: "callbacks by service, by desired time",
    discussion: discussion,
    options: filters,
    examples: [CommandExample("gmsctl callback queues --state QUEUED -o json")]
  ) { invocation in
    let renderer = invocation.context.renderer
    if renderer.takesReadyText {
      return renderer.format == .json ? try writeQueues(invocation) : try writeList(invocation)
    }
    let found = try records(invocation)
    var services: [String] = []
    for record in found.records where !services.contains(record.service) { services.append(record.service) }
    let members = services.sorted(by: NaturalOrder.precedes).map { service in
      JSONValue.Member(service, .array(found.records.filter { $0.service == service }.map(\.record)))
    }
    try invocation.answer(
      Answer(
        .object(members),
        rows: .grouped(found.records.map(\.record)),
        fields: found.fields,
        headings: found.headings,
        emptyNote: "no callbacks"
      )
    )
    tell(found.next, invocation)
    return .done
  }

  static let ranges = Command(
    "ranges",
    readsPast: true,
    summary: "the ranges of dates that --range takes, and what they mean now",
    discussion: """
      The predefined ones reach from now to the same time of another date, by the wall clock of --timezone. Those that \
      the configuration saves in the option 'custom-date-ranges' of its section 'callback' are whole days, counted from \
      today.
      """,
    options: [.timeZone],
    fields: ["name", "saved", "from", "to"],
    examples: [CommandExample("gmsctl callback ranges --timezone America/New_York -o json")]
  ) { invocation in
    let zone = try invocation.zone() ?? .utc
    let ranges = try invocation.engine().dateRanges()
    try invocation.answer(ranges.json(at: invocation.context.now, in: zone))
    return .done
  }

  static let watermarks = Command(
    "watermarks",
    readsPast: true,
    summary: "how many callbacks are in the queue",
    options: [.value("service", .service, repeating: true, "only this service; may be repeated")],
    examples: [CommandExample("gmsctl callback watermarks -o json")]
  ) { invocation in
    let counts = try invocation.engine().watermarks(of: Set(invocation.texts("service")))
    let rows = counts.sorted { $0.key < $1.key }.map { service, count -> JSONValue in
      ["service": .string(service), "queued": .integer(Int64(count))]
    }
    try invocation.answer(Answer(CallbackAnswer.watermarks(counts), rows: .given(rows)))
    return .done
  }

  // MARK: - Answers

  /// Writes the answers about what the filters select as JSON, in their order.
  private static func writeList(_ invocation: Invocation) throws -> ExitCode {
    var list = AnswerList(invocation.context.console, invocation.context.renderer)
    let next = try forEachAnswer(invocation) { try list.append($1) }
    list.end()
    tell(next, invocation)
    return .done
  }

  /// Writes the answers about what the filters select as one JSON object, by service.
  private static func writeQueues(_ invocation: Invocation) throws -> ExitCode {
    var queues: [String: [UInt8]] = [:]
    let next = try forEachAnswer(invocation) { service, answer in
      let isFirst = queues[service] == nil
      queues[service, default: []].append(UInt8(ascii: isFirst ? "[" : ","))
      queues[service]? += answer
    }
    var document: [UInt8] = [UInt8(ascii: "{")]
    for (index, queue) in queues.sorted(by: { NaturalOrder.precedes($0.key, $1.key) }).enumerated() {
      if index > 0 { document.append(UInt8(ascii: ",")) }
      document += JSONWriter.compact(.string(queue.key)).utf8
      document.append(UInt8(ascii: ":"))
      document += queue.value
      document.append(UInt8(ascii: "]"))
    }
    invocation.context.console.write(document + [UInt8(ascii: "}"), UInt8(ascii: "\n")])
    tell(next, invocation)
    return .done
  }

  /// Visits the answers about what a line asks for: all of it, or a page.
  ///
  /// - Returns: Where the next page begins; nil when nothing is left, or no page was asked for.
  private static func forEachAnswer(
    _ invocation: Invocation,
    _ visit: (_ service: String, _ answer: [UInt8]) throws -> Void
  ) throws -> CallbackCursor? {
    let engine = try invocation.engine()
    let filter = try filter(invocation, engine)
    guard let page = try page(invocation) else {
      try engine.forEachAnswer(filter, visit)
      return nil
    }
    return try engine.forEachAnswer(filter, after: page.cursor, size: page.size, visit)
  }

  private static func filter(_ invocation: Invocation, _ engine: CallbackEngine) throws -> CallbackFilter {
    var filter = try CallbackFilterOptions.filter(invocation, engine)
    filter.maxPerService = invocation.integer("max") ?? CallbackFilter.defaultMaxPerService
    return filter
  }

  /// The page that a line asks for; nil when it asks for none.
  private static func page(_ invocation: Invocation) throws -> (cursor: CallbackCursor?, size: Int)? {
    let cursor = try invocation.optional("after").map { text in try CallbackCursor(text) }
    let size = invocation.integer("page-size")
    return cursor == nil && size == nil ? nil : (cursor, size ?? CallbackPage.defaultSize)
  }

  /// Tells a person where the next page begins.
  private static func tell(_ next: CallbackCursor?, _ invocation: Invocation) {
    if let next { invocation.note("there are more: --after \(next)") }
  }

  /// The records that a line asks for, as rows.
  private struct Found {
    var records: [(service: String, record: JSONValue)]
    /// The fields that records of their services have.
    var fields: [String]
    var headings: [String: String]
    var next: CallbackCursor?
  }

  private static func records(_ invocation: Invocation) throws -> Found {
    let engine = try invocation.engine()
    let filter = try filter(invocation, engine)
    let page =
      if let page = try page(invocation) {
        try engine.page(filter, after: page.cursor, size: page.size)
      } else {
        CallbackPage(callbacks: try engine.callbacks(filter), next: nil)
      }
    let services = Set(page.callbacks.map(\.service)).union(filter.services)
    let columns = try engine.columns(of: services)
    let showsAll = invocation.showsAll(columns)
    var keys: [String: [String]] = [:]
    if showsAll { for service in services { keys[service] = try engine.returnedKeys(of: service) } }
    return Found(
      records: page.callbacks.map { ($0.service, $0.answer(keys: keys[$0.service] ?? [])) },
      fields: showsAll ? columns.names : columns.shown,
      headings: columns.aliases.headings,
      next: page.next
    )
  }
}
