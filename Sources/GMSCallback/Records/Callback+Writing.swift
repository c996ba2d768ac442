import GMSCore

extension Callback {
  /// The complete record as one line of text: ``json`` without white space.
  var text: String {
    var writer = RecordWriter()
    writer.object(write)
    return writer.text
  }

  private func write(to writer: inout RecordWriter) {
    writeAnswer(to: &writer)
    writeRest(to: &writer)
  }

  /// Writes the members of ``answer(keys:)`` without keys, with which a record begins.
  func writeAnswer(to writer: inout RecordWriter) {
    writer.text("_id", id.text)
    writer.time("_desired_time", desired)
    writer.text("_service_name", service)
    writer.text("_callback_state", state.name.rawValue)
    writer.time("_expiration_time", expiration)
    writer.text("_customer_number", properties[Callback.numberKey] ?? "")
    writer.address("_url", service: service, id: id.text)
    if case .completed(let completed) = state { writer.text("_callback_reason", completed.reason.rawValue) }
  }

  private func writeRest(to writer: inout RecordWriter) {
    writer.time("created", created)
    if requested != desired { writer.time("requested", requested) }
    writer.integer("ttl", machine.timeToLive)
    if priority != 0 { writer.integer("priority", priority) }
    writer.object("properties", writeProperties)
    writer.object("state", state.write)
    if !history.isEmpty {
      writer.array("history") { writer in
        for line in history { line.write(to: &writer) }
      }
    }
    if !bookings.isEmpty { writer.texts("bookings", bookings.map(\.text)) }
  }

  private func writeProperties(to writer: inout RecordWriter) {
    // A number that is not empty stands in the record itself.
    let sorted = properties.filter { $0.key != Callback.numberKey || $0.value.isEmpty }
      .sorted { ByteOrder.precedes($0.key, $1.key) }
    for (name, value) in sorted { writer.text(named: name, value) }
  }
}
