#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
internal import GMSCalendar
internal import GMSCallback
internal import GMSCore

/// Finding callbacks.
enum QueryCommands {
  private static let filters: [CommandOption] = [
    .value("service", .service, repeating: true, "only this service; may be repeated"),
    .value(
      "state",
      .choice(CallbackState.Name.allCases.map(\.rawValue)),
      named: "STATE",
      repeating: true,
      "only this state; may be repeated"
    ),
    .value("from", .time, "only desired times at or after this"),
    .value("to", .time, "only desired times before this"),
    .value(
      "where",
      .pair,
      named: "KEY=VALUE",
      repeating: true,
      "only this property; a value with ! in front negates"
    ),
    .value(
      "match",
      .choice(CallbackFilter.Match.allCases.map(\.rawValue)),
      default: "all",
      "which conditions must hold"
    ),
    .value(
      "max",
      .integer(1...Int.max),
      default: "\(CallbackFilter.defaultMaxPerService)",
      "at most so many of each service"
    ),
    .timeZone,
  ]

  static let list = Command(
    "list",
    readsPast: true,
    summary: "callbacks, by desired time",
    options: filters,
    examples: [
      CommandExample(
        "gmsctl callback list --service support --state SCHEDULED --from 2026-11-21 --to 2026-11-22 -o json"
      ),
      CommandExample("gmsctl callback list --where _customer_number=5115 --where 'lob=!sales'"),
    ]
  ) { invocation in
    if invocation.context.renderer.takesReadyText { return try writeList(invocation) }
    let found = try records(invocation)
    try invocation.answer(
      Answer(
        .array(found.records.map(\.record)),
        fields: found.fields,
        emptyNote: "no callbacks",
        styling: CallbackCommands.stateStyle
      )
    )
    return .done
  }

  static let queues = Command(
    "queues",
    readsPast: true,
    summary: "callbacks by service, by desired time",
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
        rows: .given(found.records.map(\.record)),
        fields: found.fields,
        emptyNote: "no callbacks"
      )
    )
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
    let engine = try invocation.engine()
    var list = AnswerList(invocation.context.console, invocation.context.renderer)
    try engine.forEachAnswer(filter(invocation)) { try list.append($1) }
    list.end()
    return .done
  }

  /// Writes the answers about what the filters select as one JSON object, by service.
  private static func writeQueues(_ invocation: Invocation) throws -> ExitCode {
    var queues: [String: [UInt8]] = [:]
    try invocation.engine().forEachAnswer(filter(invocation)) { service, answer in
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
    return .done
  }

  private static func filter(_ invocation: Invocation) throws -> CallbackFilter {
    CallbackFilter(
      services: Set(invocation.texts("service")),
      states: Set(invocation.texts("state").compactMap(CallbackState.Name.init(rawValue:))),
      from: try invocation.instant("from"),
      to: try invocation.instant("to"),
      conditions: try invocation.keyValues("where").map { PropertyCondition(key: $0.key, value: $0.value) },
      match: invocation.choice("match") ?? .all,
      maxPerService: invocation.integer("max") ?? CallbackFilter.defaultMaxPerService
    )
  }

  /// The records that the filters select, and the fields that records of their services have.
  private static func records(
    _ invocation: Invocation
  ) throws -> (records: [(service: String, record: JSONValue)], fields: [String]) {
    let engine = try invocation.engine()
    let callbacks = try engine.callbacks(filter(invocation))
    var keys: [String: [String]] = [:]
    for service in Set(callbacks.map(\.service)).union(invocation.texts("service")) {
      keys[service] = try engine.returnedKeys(of: service)
    }
    var fields = CallbackCommands.recordFields
    for key in keys.sorted(by: { $0.key < $1.key }).flatMap(\.value) where !fields.contains(key) {
      fields.append(key)
    }
    return (callbacks.map { ($0.service, $0.answer(keys: keys[$0.service] ?? [])) }, fields)
  }
}
