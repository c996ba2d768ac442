/// A record in a table: its name, its keys, and what the table's owner keeps beside them.
///
/// It never changes. It is an object, so that tables, copies of tables and answers share it.
package final class RecordRow<Payload: Sendable>: Sendable {
  /// The family of the record.
  package let kind: RecordKind
  /// The record's name, unique in its kind.
  package let id: String
  /// What it can be found by; its times are whole milliseconds.
  package let keys: RecordKeys
  /// What the record holds, or where it can be read.
  package let payload: Payload

  /// A row from its parts.
  package init(kind: RecordKind, id: String, keys: RecordKeys, payload: Payload) {
    self.kind = kind
    self.id = id
    self.keys = keys.inWholeMilliseconds
    self.payload = payload
  }
}

extension RecordRow<RecordContent> {
  /// The row of a record that is kept as it is.
  package convenience init(_ record: StoredRecord) {
    self.init(kind: record.kind, id: record.id, keys: record.keys, payload: record.content)
  }

  /// The record of the row.
  package var record: StoredRecord { StoredRecord(kind: kind, id: id, keys: keys, content: payload) }
}
