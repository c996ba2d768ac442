public import GMSCore
import GMSCalendar

extension Callback {
  /// The complete record as one object in a fixed order, from which ``init(json:)`` makes an equal callback.
  ///
  /// Times are in the form of answers. `_expiration_time` is written for people and derived when read; `history`
  /// is left out when nothing happened, and `requested` when it is the desired time.
  public var json: JSONValue {
    var members = [
      CallbackState.text("_id", id.text),
      CallbackState.text("_service_name", service),
      CallbackState.text("_callback_state", state.name.rawValue),
    ]
    if case .completed(let completed) = state {
      members.append(CallbackState.text("_callback_reason", completed.reason.rawValue))
    }
    members.append(CallbackState.time("_desired_time", desired))
    members.append(CallbackState.time("_expiration_time", expiration))
    members.append(CallbackState.time("created", created))
    if requested != desired { members.append(CallbackState.time("requested", requested)) }
    members.append(JSONValue.Member("ttl", .integer(Int64(machine.timeToLive))))
    if priority != 0 { members.append(JSONValue.Member("priority", .integer(Int64(priority)))) }
    let sorted = properties.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    members.append(
      JSONValue.Member("properties", .object(sorted.map { CallbackState.text($0.key, $0.value) }))
    )
    members.append(JSONValue.Member("state", state.details))
    if !history.isEmpty {
      members.append(JSONValue.Member("history", .array(history.map(\.json))))
    }
    return .object(members)
  }

  private static let members = [
    "_id", "_service_name", "_callback_state", "_callback_reason", "_desired_time", "_expiration_time",
    "created",
    "requested", "ttl", "priority", "properties", "state", "history",
  ]

  /// Reads a complete record, checking everything that the types promise.
  ///
  /// `_expiration_time` may be absent or stale. `history` may be absent, as the past of an imported record
  /// may be unknown; where it is there, each line must begin where the one before ended, the first at
  /// SCHEDULED, and the last must lead to the state.
  ///
  /// - Throws: `CallbackError` with code `malformedRecord`, whose fact `member` names the place, such as
  ///   `state.agent` or `history[2].at`.
  /// - Complexity: O(n) in the size of the record.
  public init(json: JSONValue) throws(CallbackError) {
    let fields = try RecordFields(json, known: Callback.members)
    let id: CallbackID
    do {
      id = try CallbackID(fields.text("_id", expected: "<number>-<uuid>"))
    } catch {
      throw fields.fault("_id", expected: "<number>-<uuid>")
    }
    let name = try fields.choice("_callback_state", of: CallbackState.Name.self)
    let reason = try fields.optionalText("_callback_reason")
    if name != .completed, reason != nil {
      throw fields.fault("_callback_reason", expected: "no reason before COMPLETED")
    }
    guard let details = fields.value("state") else { throw fields.fault("state", expected: "an object") }
    let desired = try fields.time("_desired_time")
    let machine = CallbackStateMachine(
      state: try CallbackState.read(name, reason: reason, details: details),
      desired: desired,
      timeToLive: try fields.integer("ttl", in: 0...CallbackStateMachine.longestLife)
    )
    let properties = try fields.texts("properties")
    for key in properties.keys.sorted() where Callback.recordKeys.contains(key) {
      throw .malformed("properties.\(key)", properties[key], expected: "it in the record itself")
    }
    self.init(
      id: id,
      service: try fields.text("_service_name", expected: "the name of a service"),
      created: try fields.time("created"),
      requested: try fields.optionalTime("requested") ?? desired,
      priority: try fields.integer("priority", in: Int.min...Int.max, absent: 0),
      properties: properties,
      machine: machine,
      history: try Callback.history(fields, leadingTo: machine.state.kind)
    )
  }

  private static func history(_ fields: RecordFields, leadingTo kind: CallbackState.Kind)
    throws(CallbackError) -> [TransitionRecord]
  {
    guard let value = fields.value("history") else { return [] }
    guard case .array(let lines) = value else { throw fields.fault("history", expected: "an array") }
    var history: [TransitionRecord] = []
    var place = CallbackState.Kind.scheduled
    for (index, line) in lines.enumerated() {
      let record = try TransitionRecord(json: line, path: "history[\(index)]")
      guard record.from == place else {
        throw .malformed("history[\(index)].from", record.from.rawValue, expected: "'\(place.rawValue)'")
      }
      place = record.to
      history.append(record)
    }
    guard history.isEmpty || place == kind else {
      throw .malformed("history[\(lines.count - 1)].to", place.rawValue, expected: "'\(kind.rawValue)'")
    }
    return history
  }
}
