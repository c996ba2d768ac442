#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar

extension ServiceInstance {
  /// The instance as one object in a fixed order, from which ``init(json:)`` makes an equal one.
  ///
  ///     {"_id":"1-…","_service_name":"iPhoneService","_state":"ACTIVE","_node":"1","created":"…Z","expires":"…Z",
  ///      "_phone_number":"6504669999","_data_id":"1-…","_booking_ids":["6504664136-482913-9f86d081884c7d65"]}
  ///
  /// The last three are left out where there is none.
  public var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("_id", .string(id)),
      .init("_service_name", .string(service)),
      .init("_state", .string(state.rawValue)),
      .init("_node", .string(String(node))),
      .init("created", .string(InstantText.print(created))),
      .init("expires", .string(InstantText.print(expires))),
    ]
    if let phoneNumber { members.append(.init("_phone_number", .string(phoneNumber))) }
    if let dataID { members.append(.init("_data_id", .string(dataID.text))) }
    if !bookings.isEmpty {
      members.append(.init("_booking_ids", .array(bookings.map { .string($0.text) })))
    }
    return .object(members)
  }

  private static let members = [
    "_id", "_service_name", "_state", "_node", "created", "expires", "_phone_number", "_data_id",
    "_booking_ids",
  ]

  /// Reads an instance, its members in any order.
  ///
  /// - Throws: `CoreError` with code `malformedRecord`, whose fact `member` names the place.
  public init(json: JSONValue) throws(CoreError) {
    let members = try RecordMembers(json, of: .instance, known: ServiceInstance.members)
    let id = try members.text("_id")
    guard ServiceInstance.isName(id) else {
      throw members.fault("_id", expected: "\(ServiceID.form), or a UUID alone")
    }
    guard let node = Int(try members.text("_node")), (0...999_999_999).contains(node) else {
      throw members.fault("_node", expected: "a whole number of 1 to 9 digits")
    }
    let (created, expires) = (try members.time("created"), try members.time("expires"))
    guard created <= expires else {
      throw members.fault("expires", expected: "a time that is not before 'created'")
    }
    self.init(
      id: id,
      service: try members.text("_service_name"),
      node: node,
      created: created,
      expires: expires,
      phoneNumber: try members.text(ifSet: "_phone_number"),
      dataID: try members.id(ifSet: "_data_id"),
      state: try members.choice("_state"),
      bookings: try ServiceInstance.bookings(members)
    )
  }

  private static func bookings(_ members: RecordMembers) throws(CoreError) -> [AccessBookingID] {
    let name = "_booking_ids"
    guard let value = members[name] else { return [] }
    guard case .array(let values) = value, !values.isEmpty else {
      throw members.fault(name, expected: "an array of ids of bookings")
    }
    var ids: [AccessBookingID] = []
    for value in values {
      guard let text = value.stringValue, let id = try? AccessBookingID(text) else {
        throw .malformedRecord(.instance, name, value.stringValue, expected: "ids of bookings")
      }
      ids.append(id)
    }
    return ids
  }

  /// The instance as a store keeps it: found by its service and state, due when it expires.
  public var stored: StoredRecord {
    StoredRecord(
      kind: .instance,
      id: id,
      keys: RecordKeys(
        service: service,
        state: state.rawValue,
        time: created,
        created: created,
        due: expires
      ),
      body: JSONWriter.compact(json)
    )
  }

  /// Reads an instance that a store kept.
  ///
  /// - Throws: `CoreError` with code `damagedRecord`, with the record's id and the member that is wrong.
  /// - Precondition: the record is of the kind `instance`.
  public init(stored record: StoredRecord) throws(CoreError) {
    precondition(record.kind == .instance, "The record is of the kind '\(record.kind.rawValue)'.")
    do throws(CoreError) {
      self = try ServiceInstance(json: CoreError.readingBody(record.body, of: .instance))
      if id != record.id { throw CoreError.malformedRecord(.instance, "_id", id, expected: "'\(record.id)'") }
    } catch {
      throw error.damaging(record.id)
    }
  }
}

extension RecordCodec {
  /// How instances are read from lines; an instance may outlive its service.
  public static let instance = RecordCodec(.instance) { text in
    try ServiceInstance(json: CoreError.readingBody(text, of: .instance)).stored
  }
}
