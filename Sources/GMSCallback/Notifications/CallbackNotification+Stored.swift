#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
public import GMSCore

extension CallbackNotification {
  /// The notification as a store keeps it: found by its callback, by how it waits and when it is tried next; due when
  /// it is thrown away.
  public var stored: StoredRecord {
    StoredRecord(
      kind: .notification,
      id: id,
      keys: RecordKeys(
        service: service,
        state: standing.rawValue,
        time: nextAttempt,
        created: created,
        due: expires,
        customer: callback.text
      ),
      body: JSONWriter.compact(json)
    )
  }

  /// Reads a notification that a store kept.
  ///
  /// - Throws: `CallbackError` with code `damagedRecord`, with the record's id and the member that is wrong.
  /// - Precondition: the record is of the kind `notification`.
  public init(stored record: StoredRecord) throws(CallbackError) {
    precondition(record.kind == .notification, "The record is of the kind '\(record.kind.rawValue)'.")
    do throws(CallbackError) {
      self = try CallbackNotification.read(record.body)
      if id != record.id { throw CallbackError.malformed("_id", id, expected: "'\(record.id)'") }
    } catch {
      throw error.damaging(record.id, of: .notification)
    }
  }

  fileprivate static func read(_ text: String) throws(CallbackError) -> CallbackNotification {
    let json: JSONValue
    do {
      json = try JSONReader.read(text)
    } catch {
      throw .malformed("body", error["value"], expected: error["reason"] ?? "JSON")
    }
    return try CallbackNotification(json: json)
  }
}

extension RecordCodec {
  /// How notifications are read from lines; one may outlive its callback, and its service.
  ///
  /// They are exported, so that a store that is restored still tells what it owes. What was delivered since the export
  /// is then told again, under the same ids.
  public static let notification = RecordCodec(.notification) { text in
    try CallbackNotification.read(text).stored
  }
}
