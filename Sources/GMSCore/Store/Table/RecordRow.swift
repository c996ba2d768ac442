/// A record in a table: its name, its keys, and what the table's owner keeps beside them.
package struct RecordRow<Payload: Sendable>: Sendable {
  /// The family of the record.
  package var kind: RecordKind
  /// The record's name, unique in its kind.
  package var id: String
  /// What it can be found by; its times are whole milliseconds.
  package var keys: RecordKeys
  /// The text of the record, or where it can be read.
  package var payload: Payload

  /// A row from its parts.
  package init(kind: RecordKind, id: String, keys: RecordKeys, payload: Payload) {
    self.kind = kind
    self.id = id
    self.keys = keys
    self.payload = payload
  }
}

extension RecordRow<String> {
  /// The row of a record that is kept as it is.
  package init(_ record: StoredRecord) {
    self.init(kind: record.kind, id: record.id, keys: record.keys, payload: record.body)
  }

  /// The record of the row.
  package var record: StoredRecord { StoredRecord(kind: kind, id: id, keys: keys, body: payload) }
}
