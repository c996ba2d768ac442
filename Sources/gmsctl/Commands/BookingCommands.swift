#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
internal import GMSCalendar
internal import GMSCallback
internal import GMSCore

/// Booking a callback, moving it, cancelling it.
enum BookingCommands {
  private static let service = CommandArgument("service", .service, "a callback service")

  static let availability = Command(
    "availability",
    readsPast: true,
    summary: "the slots that a service can still take",
    discussion: """
      Without --end and --days: the slot that holds the start. With --explain every slot of the range is told, closed ones \
      too, with the option that says why it is free, full or closed: as rows, and in JSON as \
      {"availability":…,"rules":[…]}.
      """,
    arguments: [service],
    options: [
      .value("start", .time, default: "now", "from when"),
      .value("end", .time, excludes: ["days"], "until when, excluded"),
      .value("days", .integer(0...36_525), "how many days from the start"),
      .value("max-slots", .integer(1...Int.max), "at most so many slots that are open and not full"),
      .value("timezone", .timeZone, "the zone of times that name none, and of local times in the answer"),
      .flag("report-busy", "open slots that are full, too"),
      .flag("v1", "the answer of version 1: time and what remains"),
      .flag("explain", "why each slot of the range is free, full or closed"),
    ],
    examples: [
      CommandExample("gmsctl callback availability support --days 7 --timezone America/New_York"),
      CommandExample("gmsctl callback availability support --days 1 --v1 -o json"),
    ]
  ) { invocation in
    let zone = try invocation.zone()
    let request = AvailabilityRequest(
      start: try invocation.instant("start"),
      end: try invocation.instant("end"),
      days: invocation.integer("days"),
      maxSlots: invocation.integer("max-slots"),
      timeZone: zone,
      reportsBusy: invocation.flag("report-busy")
    )
    let (engine, service, now) = (try invocation.engine(), invocation.text("service"), invocation.context.now)
    if invocation.flag("explain") {
      let (availability, trail) = try engine.explainAvailability(of: service, request, now: now)
      let version = invocation.flag("v1") ? availability.jsonVersion1 : availability.json
      try invocation.answer(
        Answer(
          ["availability": version, "rules": trail.json],
          rows: .member("rules"),
          fields: SlotTrail.Entry.fields
        )
      )
      return .done
    }
    let availability = try engine.availability(of: service, request, now: now)
    if invocation.flag("v1") {
      let rows = availability.slots.map { slot -> JSONValue in
        ["utcTime": .string(InstantText.print(slot.slot.start)), "capacity": .integer(Int64(slot.remaining))]
      }
      try invocation.answer(
        Answer(availability.jsonVersion1, rows: .given(rows), emptyNote: "no free slot")
      )
    } else {
      try invocation.answer(
        Answer(availability.json, rows: .member("slots"), emptyNote: "no free slot")
      )
    }
    return .done
  }

  static let start = Command(
    "start",
    summary: "ask for a callback",
    discussion: """
      Parameters are those of GMS's start request, and the customer's own data; records answer those of them that the \
      service's '_customer_lookup_keys' and the configuration's 'returned-keys' name. A refusal names the rule, and for \
      a time that cannot be had the free slots beside it. Where the customer calls in or chats, the answer is the dialog \
      for the customer's device: the number to call, where to chat, or that a notification follows. With --file the \
      parameters are the members of a JSON object: texts, numbers, true and false; others may stand on the line beside it. \
      A time without a zone is read in --timezone, in the file too; an empty '_desired_time' is for at once.

      With --explain the callback is started as without, unless --dry-run is given too, and the answer is every rule in \
      the order in which they are asked, with its option, what was found, and what it said: as rows, and in JSON as \
      {"callback":…,"rules":[…]}. Where a rule refuses, or what comes after the rules, such as the booking of an access \
      number, the callback is null, and the error and the exit code are those without --explain.
      """,
    arguments: [service, .parameters("parameters of the request")],
    options: [
      .value("number", .text, named: "NUMBER", "the customer's number, '_customer_number'"),
      .value("at", .time, "when the customer wants to be called, '_desired_time'; without it, at once"),
      .timeZone,
      .value("file", short: "f", .file, "the request's body, a JSON object; - is standard input"),
      .flag("explain", "what each rule said about the request"),
    ],
    examples: [
      CommandExample(
        "gmsctl callback start support --number '+1 650 466 3204' --at 2026-11-23T15:00:00Z foo=bar"
      )
    ]
  ) { invocation in
    let request = try startRequest(invocation)
    let engine = try invocation.engine()
    guard invocation.flag("explain") else {
      if let selection = invocation.context.renderer.selection {
        // Before anything is written, and before a rule refuses.
        if try engine.startAnswersDialog(of: request.service) {
          try selection.check(against: CallbackDialog.fields)
        } else {
          try invocation.checkFields(ofRecordsOf: request.service, engine)
        }
      }
      try invocation.answer(answer(engine.startWithDialog(request, invocation.request), engine, invocation))
      return .done
    }
    try invocation.context.renderer.selection?.check(against: RuleTrail.Entry.fields)
    var trail = RuleTrail()
    func show(_ callback: JSONValue) throws {
      try invocation.answer(
        Answer(
          ["callback": callback, "rules": trail.json],
          rows: .member("rules"),
          fields: RuleTrail.Entry.fields
        )
      )
    }
    let callback: Callback
    do {
      callback = try engine.start(request, explaining: &trail, invocation.request)
    } catch  where !trail.entries.isEmpty {
      try show(.null)
      throw error
    }
    try show(callback.answer(keys: engine.returnedKeys(of: request.service)))
    invocation.note("callback \(callback.id) is \(callback.state.name.rawValue)")
    return .done
  }

  /// The request that a line and the file that it names make together; what both give is one too many.
  private static func startRequest(_ invocation: Invocation) throws -> StartRequest {
    var parameters = try invocation.parameters()
    let givesTime = parameters["_desired_time"] != nil
    let desired = try desiredTime(in: &parameters, invocation)
    if let number = invocation.optional("number") {
      try give(number, "--number", "_customer_number", &parameters)
    }
    let service = invocation.text("service")
    guard let body = try invocation.contents("file") else {
      return StartRequest(service, at: desired, parameters: parameters)
    }
    var request = try StartRequest(service, json: body, zone: invocation.zone() ?? .utc)
    for (name, value) in parameters.sorted {
      guard request.parameters[name] == nil else { throw UsageError(.repeatedKey, value: name) }
      request.parameters[name] = value
    }
    if request.desiredTime != nil {
      if givesTime { throw UsageError(.repeatedKey, value: "_desired_time") }
      guard desired == nil else {
        throw UsageError(.conflictingOptions, value: "--at", place: "_desired_time")
      }
    } else {
      request.desiredTime = desired
    }
    return request
  }

  /// The time for which a line asks; nil for at once, which `_desired_time=` says as it does in a body.
  private static func desiredTime(in parameters: inout Options, _ invocation: Invocation) throws -> Date? {
    let name = "_desired_time"
    guard parameters[name] == "", invocation.optional("at") == nil else {
      return try time("at", or: name, in: &parameters, invocation)
    }
    parameters[name] = nil
    return nil
  }

  /// The dialog for the customer's device, or the record.
  private static func answer(
    _ started: StartedCallback,
    _ engine: CallbackEngine,
    _ invocation: Invocation
  ) throws -> Answer {
    if let dialog = started.dialog { return Answer(dialog.json) }
    return try CallbackCommands.record(started.callback, engine, invocation)
  }

  static let reschedule = Command(
    "reschedule",
    summary: "move a callback to another time, or change its parameters",
    discussion: """
      Of a completed callback a new one is made, with the old id in '_orig_service_id'. A parameter that is set to \
      nothing (key=) is taken away.
      """,
    arguments: [CallbackCommands.id, .parameters("parameters to set")],
    options: [
      .value("at", .time, "the new time, '_new_desired_time'; without it, the old one"),
      .timeZone,
    ],
    examples: [
      CommandExample(
        "gmsctl callback reschedule 1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10 --at 2026-11-23T16:00:00Z"
      )
    ]
  ) { invocation in
    var parameters = try invocation.parameters()
    let desired = try time("at", or: "_new_desired_time", in: &parameters, invocation)
    let engine = try invocation.engine()
    let id = invocation.text("id")
    try invocation.checkFields(ofRecordsOf: engine.callback(id).service, engine)
    let callback = try engine.reschedule(
      id,
      to: desired,
      parameters: parameters,
      invocation.request
    )
    try CallbackCommands.answer(callback, engine, invocation)
    return .done
  }

  static let cancel = Command(
    "cancel",
    summary: "cancel a callback",
    arguments: [CallbackCommands.id],
    fields: ["_action", "_id", "_text", "_ok_title", "_dialog_id", "_desired_time"],
    examples: [CommandExample("gmsctl callback cancel 1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10")]
  ) { invocation in
    let callback = try invocation.engine().cancel(invocation.text("id"), invocation.request)
    try invocation.answer(CallbackAnswer.cancelled(callback))
    return .done
  }

  /// The time that an option or GMS's parameter gives; both is one too many.
  private static func time(
    _ option: String,
    or parameter: String,
    in parameters: inout Options,
    _ invocation: Invocation
  ) throws -> Date? {
    let given = try invocation.instant(option)
    guard let text = parameters[parameter] else { return given }
    guard given == nil else { throw UsageError(.conflictingOptions, value: "--\(option)", place: parameter) }
    parameters[parameter] = nil
    return try InstantReading.read(
      text,
      zone: invocation.optional("timezone") ?? "UTC",
      place: parameter,
      with: invocation.context.surroundings.readInstant
    )
  }

  private static func give(_ value: String, _ option: String, _ name: String, _ parameters: inout Options)
    throws
  {
    guard parameters[name] == nil else { throw UsageError(.conflictingOptions, value: option, place: name) }
    parameters[name] = value
  }
}
