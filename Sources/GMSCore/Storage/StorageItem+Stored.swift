#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar

extension StorageItem {
  /// The item as one object in a fixed order, from which ``init(json:)`` makes an equal one.
  ///
  ///     {"_id":"1-…","_service_id":"1-…","created":"…Z","expires":"…Z",
  ///      "values":{"latitude":"48.8583","photo":{"base64":"iVBORw0…"}}}
  ///
  /// `_service_id` is left out where the data is no running service's.
  public var json: JSONValue {
    var members: [JSONValue.Member] = [.init("_id", .string(id.text))]
    if let instance { members.append(.init("_service_id", .string(instance))) }
    members += [
      .init("created", .string(InstantText.print(created))),
      .init("expires", .string(InstantText.print(expires))),
      .init("values", answer),
    ]
    return .object(members)
  }

  private static let members = ["_id", "_service_id", "created", "expires", "values"]

  /// Reads an item, its members in any order.
  ///
  /// - Throws: `CoreError` with code `malformedRecord`, whose fact `member` names the place, or
  ///   `storageTooLarge`.
  public init(json: JSONValue) throws(CoreError) {
    let members = try RecordMembers(json, of: .storage, known: StorageItem.members)
    let instance = try members.text(ifSet: "_service_id")
    if let instance, !ServiceInstance.isName(instance) {
      throw members.fault("_service_id", expected: "\(ServiceID.form), or a UUID alone")
    }
    let (created, expires) = (try members.time("created"), try members.time("expires"))
    guard created <= expires else {
      throw members.fault("expires", expected: "a time that is not before 'created'")
    }
    guard case .object(let list)? = members["values"] else {
      throw members.fault("values", expected: "an object")
    }
    var values: [String: StorageValue] = [:]
    for entry in list {
      guard StorageItem.isKey(entry.name) else {
        throw .malformedRecord(
          .storage,
          "values",
          entry.name,
          expected: "keys of 1 to 200 bytes without / and control characters"
        )
      }
      guard let value = StorageValue(json: entry.value) else {
        throw .malformedRecord(
          .storage,
          "values.\(entry.name)",
          entry.value.stringValue,
          expected: #"text, or {"base64":"…"} with padded base64"#
        )
      }
      values[entry.name] = value
    }
    try self.init(
      id: try members.id("_id"),
      instance: instance,
      created: created,
      expires: expires,
      values: values
    )
  }

  /// The item as a store keeps it: found by the running service that it belongs to, due when it expires.
  public var stored: StoredRecord {
    StoredRecord(
      kind: .storage,
      id: id.text,
      keys: RecordKeys(
        service: "",
        state: "KEPT",
        time: created,
        created: created,
        due: expires,
        customer: instance
      ),
      body: JSONWriter.compact(json)
    )
  }

  /// Reads an item that a store kept.
  ///
  /// - Throws: `CoreError` with code `damagedRecord`, with the record's id and the member that is wrong.
  /// - Precondition: the record is of the kind `storage`.
  public init(stored record: StoredRecord) throws(CoreError) {
    precondition(record.kind == .storage, "The record is of the kind '\(record.kind.rawValue)'.")
    do throws(CoreError) {
      self = try StorageItem(json: CoreError.readingBody(record.body, of: .storage))
      if id.text != record.id {
        throw CoreError.malformedRecord(.storage, "_id", id.text, expected: "'\(record.id)'")
      }
    } catch {
      throw error.damaging(record.id)
    }
  }
}

extension RecordCodec {
  /// How stored data is read from lines.
  public static let storage = RecordCodec(.storage) { text in
    try StorageItem(json: CoreError.readingBody(text, of: .storage)).stored
  }
}
