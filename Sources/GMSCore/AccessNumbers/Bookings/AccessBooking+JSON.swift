#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar

extension AccessBooking {
  /// The complete record as one object in a fixed order, from which ``init(json:)`` makes an equal booking.
  ///
  ///     {"_id":"6504663204-123456-9f86d081884c7d65","_resource_group":"DNIS","_access_number":"650-466-3204",
  ///      "_access_code":"123456","_phone_number":"+16505551234","service":"1-…","node":1,"strategy":"local",
  ///      "made":"…Z","expires":"…Z","released":"…Z","cooldown":0,"remember":300}
  ///
  /// `_access_code`, `_phone_number` and `released` are left out when there is none.
  public var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("_id", .string(id.text)),
      .init("_resource_group", .string(group)),
      .init("_access_number", .string(number.written)),
    ]
    if let code { members.append(.init("_access_code", .string(code.text))) }
    if let caller { members.append(.init("_phone_number", .string(caller.given))) }
    members += [
      .init("service", .string(service)),
      .init("node", .integer(Int64(node))),
      .init("strategy", .string(strategy.rawValue)),
      .init("made", .string(InstantText.print(made))),
      .init("expires", .string(InstantText.print(expires))),
    ]
    if let released { members.append(.init("released", .string(InstantText.print(released)))) }
    members += [
      .init("cooldown", .integer(Int64(cooldown))), .init("remember", .integer(Int64(memory))),
    ]
    return .object(members)
  }

  private static let members = [
    "_id", "_resource_group", "_access_number", "_access_code", "_phone_number", "service", "node",
    "strategy", "made", "expires", "released", "cooldown", "remember",
  ]

  /// Reads a complete record, checking everything that the types promise; members may stand in any order.
  ///
  /// `cooldown` and `remember` may be absent, and are 0 and 300 then.
  ///
  /// - Throws: `CoreError` with code `malformedBooking` and the facts `member`, `value` and `accepted`.
  public init(json: JSONValue) throws(CoreError) {
    let fields = try BookingFields(json, known: AccessBooking.members)
    let written = try fields.text("_access_number", "digits, with + ( ) . - * # or spaces between them")
    guard let dialled = AccessNumber.dialled(written) else {
      throw fields.fault("_access_number", "digits, with + ( ) . - * # or spaces between them")
    }
    let code = try fields.code("_access_code")
    let id = try fields.id("_id")
    let place = AccessBookingID(number: dialled, code: code, serial: id.serial)
    guard id == place else { throw fields.fault("_id", "'\(place.text)', after its number and code") }
    var caller: CallerNumber?
    if let given = try fields.optionalText("_phone_number") {
      caller = CallerNumber(given)
      guard caller != nil else { throw fields.fault("_phone_number", "a phone number") }
    }
    let made = try fields.time("made")
    let expires = try fields.time("expires")
    guard made <= expires else { throw fields.fault("expires", "a time that is not before 'made'") }
    let released = try fields.optionalTime("released")
    if let released, released > expires { throw fields.fault("released", "a time not after 'expires'") }
    let cooldown = try fields.integer("cooldown", in: 0...86_400, absent: 0)
    let memory = try fields.integer("remember", in: 0...86_400, absent: AccessGroup.defaultMemory)
    guard memory >= cooldown else { throw fields.fault("remember", "no less than 'cooldown'") }
    self.init(
      BookingTerms(
        group: try fields.text("_resource_group", "the name of a resource group"),
        strategy: try fields.strategy("strategy"),
        cooldown: cooldown,
        memory: memory
      ),
      number: AccessNumber(written: written, dialled: dialled),
      code: code,
      caller: caller,
      service: try fields.text("service", "the id of a service"),
      node: try fields.integer("node", in: 0...999_999_999),
      serial: id.serial,
      madeAt: made,
      expiresAt: expires,
      releasedAt: released
    )
  }
}
