import GMSCore

extension TransitionRecord {
  /// Reads a line.
  ///
  /// - Throws: `CallbackError` with code `malformedRecord` that names the member.
  init(json: JSONValue, path: String) throws(CallbackError) {
    let names = ["agent", "reason", "desired", "note"]
    let fields = try RecordFields(json, path: path, known: ["at", "event", "from", "to"] + names)
    var parameters: [String: String] = [:]
    for name in names { parameters[name] = try fields.optionalText(name) }
    let event: CallbackEvent
    do {
      event = try CallbackEvent(
        name: try fields.text("event", expected: "the name of an event"),
        parameters: parameters
      )
    } catch {
      if error.code == .malformedRecord { throw error }
      let member = error["parameter"] ?? "event"
      throw fields.fault(member, expected: error["expected"] ?? "an event with its parameters")
    }
    self.init(
      from: try fields.choice("from", of: CallbackState.Kind.self),
      event: event,
      to: try fields.choice("to", of: CallbackState.Kind.self),
      at: try fields.time("at")
    )
  }
}
