public import GMSCore

extension Callback {
  /// The complete record as one object in a fixed order, from which ``init(json:)`` makes an equal callback.
  ///
  /// It begins with what ``answer(keys:)`` answers without keys; the rest is what the answer does not need:
  ///
  ///     {"_id":"1-…","_desired_time":"…Z","_service_name":"support","_callback_state":"QUEUED",
  ///      "_expiration_time":"…Z","_customer_number":"5115","_url":"/genesys/1/service/callback/support/1-…",
  ///      "created":"…Z","ttl":86400,"properties":{"lob":"sales"},
  ///      "state":{"phase":"waiting-for-agent","enteredAt":"…Z","leaveBy":"…Z","attempts":{"submissions":1}},
  ///      "history":[{"at":"…Z","event":"submission-fell-due","from":"SCHEDULED","to":"QUEUED/submitting"},…]}
  ///
  /// `_callback_reason` follows `_url` when COMPLETED. `_expiration_time` and `_url` are derived. The
  /// customer's number stands in `_customer_number` and not among the properties, except when it was given
  /// but empty. `requested` is left out when it is the desired time, `priority` when it is 0, `history` when
  /// nothing happened. `bookings`, the ids of the access numbers that are booked for it, follows the history and
  /// is left out when there are none. Properties are ordered by the bytes of their names.
  ///
  /// - Complexity: O(n) in the size of the record.
  public var json: JSONValue {
    do {
      return try JSONReader.read(text)
    } catch {
      preconditionFailure("The text of callback '\(id)' is no JSON: \(error)")
    }
  }

  private static let members = [
    "_id", "_desired_time", "_service_name", "_callback_state", "_expiration_time", "_customer_number",
    "_url",
    "_callback_reason", "created", "requested", "ttl", "priority", "properties", "state", "history",
    "bookings",
  ]

  /// Reads a complete record, checking everything that the types promise.
  ///
  /// Members may stand in any order. `_expiration_time` and `_url` may be absent or stale, and so may
  /// `_customer_number` where `properties` has the number. `history` may be absent, as the past of an
  /// imported record may be unknown; where it is there, each line must begin where the one before ended, and
  /// the last must lead to the state.
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
    var properties = try fields.texts("properties")
    for key in properties.keys.sorted() where Callback.recordKeys.contains(key) {
      throw .malformed("properties.\(key)", properties[key], expected: "it in the record itself")
    }
    let number = try fields.optionalText(Callback.numberKey) ?? ""
    if !number.isEmpty, properties[Callback.numberKey] == nil { properties[Callback.numberKey] = number }
    self.init(
      id: id,
      service: try fields.text("_service_name", expected: "the name of a service"),
      created: try fields.time("created"),
      requested: try fields.optionalTime("requested") ?? desired,
      priority: try fields.integer("priority", in: Int.min...Int.max, absent: 0),
      properties: properties,
      machine: machine,
      history: try Callback.history(fields, leadingTo: machine.state.kind),
      bookings: try Callback.bookings(fields)
    )
  }

  private static func bookings(_ fields: RecordFields) throws(CallbackError) -> [AccessBookingID] {
    guard let value = fields.value("bookings") else { return [] }
    guard case .array(let elements) = value else { throw fields.fault("bookings", expected: "an array") }
    var bookings: [AccessBookingID] = []
    for (index, element) in elements.enumerated() {
      let text = element.stringValue ?? ""
      guard let id = try? AccessBookingID(text), !bookings.contains(id) else {
        let expected = "the id of a booking, <number>-<code>-<serial>, once"
        throw .malformed("bookings[\(index)]", String(text.prefix(80)), expected: expected)
      }
      bookings.append(id)
    }
    return bookings
  }

  private static func history(_ fields: RecordFields, leadingTo kind: CallbackState.Kind)
    throws(CallbackError) -> [TransitionRecord]
  {
    guard let value = fields.value("history") else { return [] }
    guard case .array(let lines) = value else { throw fields.fault("history", expected: "an array") }
    var history: [TransitionRecord] = []
    // The past of a record that was imported without one begins where the import found it.
    var place: CallbackState.Kind?
    for (index, line) in lines.enumerated() {
      let record = try TransitionRecord(json: line, path: "history[\(index)]")
      if let place, record.from != place {
        throw .malformed("history[\(index)].from", record.from.rawValue, expected: "'\(place.rawValue)'")
      }
      place = record.to
      history.append(record)
    }
    if let place, place != kind {
      throw .malformed("history[\(lines.count - 1)].to", place.rawValue, expected: "'\(kind.rawValue)'")
    }
    return history
  }
}
