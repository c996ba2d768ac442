import GMSCore

extension TransitionRecord {
  /// The line as an object: when, what, its parameters, from where, to where.
  var json: JSONValue {
    let parameters = event.parameters.sorted { $0.key < $1.key }
    return .object(
      [CallbackState.time("at", at), CallbackState.text("event", event.name.rawValue)]
        + parameters.map { CallbackState.text($0.key, $0.value) }
        + [CallbackState.text("from", from.rawValue), CallbackState.text("to", to.rawValue)]
    )
  }

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
