public import GMSCore

extension Callback {
  /// What the callback can be found by in a store.
  ///
  /// `state` is GMS's name of the state, `time` the desired time, `due` the instant at which the driver has to
  /// look at it next (for a completed callback the end of its retention), `customer` the number as numbers are
  /// compared.
  public var keys: RecordKeys {
    RecordKeys(
      service: service,
      state: state.name.rawValue,
      time: desired,
      created: created,
      due: nextDue,
      customer: customerNumber.flatMap { $0.normalised.isEmpty ? nil : $0.normalised }
    )
  }

  /// The callback as a store keeps it: its keys, and ``json`` as one line of text.
  public var stored: StoredRecord {
    StoredRecord(kind: .callback, id: id.text, keys: keys, body: JSONWriter.compact(json))
  }

  /// Reads a callback that a store kept.
  ///
  /// - Throws: `CallbackError` with code `damagedRecord`, with the record's id and the member that is wrong;
  ///   a body that is not JSON is named `body`, with the reader's reason.
  /// - Precondition: the record is of the kind `callback`.
  public init(stored record: StoredRecord) throws(CallbackError) {
    precondition(record.kind == .callback, "The record is of the kind '\(record.kind.rawValue)'.")
    let json: JSONValue
    do {
      json = try JSONReader.read(record.body)
    } catch {
      let fault = CallbackError.malformed("body", error["value"], expected: error["reason"] ?? "JSON")
      throw fault.damaging(record.id)
    }
    do {
      try self.init(json: json)
    } catch {
      throw error.damaging(record.id)
    }
    guard id.text == record.id else {
      throw CallbackError.malformed("_id", id.text, expected: "'\(record.id)'").damaging(record.id)
    }
  }
}
