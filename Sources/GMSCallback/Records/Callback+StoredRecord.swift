public import GMSCore

extension Callback {
  /// The record as a store keeps it: its JSON, and the keys by which it is found.
  ///
  /// It falls due when its first timer does; a COMPLETED one when it need not be kept any longer.
  public var storedRecord: StoredRecord {
    StoredRecord(
      kind: .callback,
      id: id.text,
      keys: RecordKeys(
        service: service,
        state: state.name.rawValue,
        time: desired,
        created: created,
        due: nextDue,
        customer: customerNumber?.normalised
      ),
      body: JSONWriter.compact(json)
    )
  }

  /// The callback that a stored record holds.
  ///
  /// - Throws: `CallbackError` with code `damagedRecord` that names the id and the member that is wrong.
  public init(_ record: StoredRecord) throws(CallbackError) {
    let json: JSONValue
    do {
      json = try JSONReader.read(record.body)
    } catch {
      throw CallbackError.malformed("", nil, expected: error.description).damaging(record.id)
    }
    do {
      try self.init(json: json)
    } catch {
      throw error.damaging(record.id)
    }
  }
}
