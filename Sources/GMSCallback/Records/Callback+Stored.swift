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
  ///
  /// The text is made when it is asked for; a store in memory never does.
  public var stored: StoredRecord { stored(.value(CallbackContent(self))) }

  private func stored(_ content: RecordContent) -> StoredRecord {
    StoredRecord(kind: .callback, id: id.text, keys: keys, content: content)
  }

  /// Reads a callback that a store kept.
  ///
  /// - Throws: `CallbackError` with code `damagedRecord`, with the record's id and the member that is wrong;
  ///   a body that is not JSON is named `body`, with the reader's reason.
  /// - Precondition: the record is of the kind `callback`.
  /// - Complexity: O(n) in the size of the record, one to two microseconds for a usual one; O(1) for a record that
  ///   was made of a callback and kept in memory.
  public init(stored record: StoredRecord) throws(CallbackError) {
    precondition(record.kind == .callback, "The record is of the kind '\(record.kind.rawValue)'.")
    if let callback = record.callback {
      self = callback
    } else {
      do {
        self = try Callback.read(record.body).callback
      } catch {
        throw error.damaging(record.id)
      }
    }
    guard id.text == record.id else {
      throw CallbackError.malformed("_id", id.text, expected: "'\(record.id)'").damaging(record.id)
    }
  }

  /// Makes a record for a store from text that came from elsewhere, such as an export: ``json`` in any
  /// spelling.
  ///
  /// Everything that the types promise is checked, as by ``init(json:)``. Text that is already as ``stored``
  /// writes it is kept; any other is written anew.
  ///
  /// - Returns: The record with its keys; an equal callback can be read from it.
  /// - Throws: `CallbackError` with code `malformedRecord` that names the member; text that is not JSON is
  ///   named `body`, with the reader's reason.
  /// - Complexity: O(n) in the size of the text; a few microseconds for a usual record.
  public static func record(importing text: String) throws(CallbackError) -> StoredRecord {
    let reading = try read(text)
    return reading.isCanonical ? reading.callback.stored(.text(text)) : reading.callback.stored
  }

  /// As `record(importing:)` of text, from bytes, which must be UTF-8.
  package static func record(
    importing bytes: UnsafeBufferPointer<UInt8>
  ) throws(CallbackError) -> StoredRecord {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      do {
        _ = try JSONReader.read(Array(bytes))
      } catch {
        throw .malformed("body", error["value"], expected: error["reason"] ?? "JSON")
      }
      preconditionFailure("Bytes that are not UTF-8 were read as JSON.")
    }
    return try record(importing: text)
  }

  private static func read(_ text: String) throws(CallbackError) -> RecordReader.Reading {
    if let reading = RecordReader.read(text) { return reading }
    let json: JSONValue
    do {
      json = try JSONReader.read(text)
    } catch {
      throw .malformed("body", error["value"], expected: error["reason"] ?? "JSON")
    }
    return RecordReader.Reading(callback: try Callback(json: json), isCanonical: false)
  }
}
