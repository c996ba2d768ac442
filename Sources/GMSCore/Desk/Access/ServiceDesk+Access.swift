#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar

/// What request-interaction and request-access have in common: an access number for a running service.
extension ServiceDesk {
  /// Books an access number for a service that runs, and answers it as GMS does.
  ///
  ///     {"_id":"1-…","_access_number":"6504664136","_access_code":"482913","_expiration_time":"30"}
  ///
  /// All values are strings. `_access_code` is there only when the service or the request asks for a code
  /// (`_provide_code`), `_pool_health` only when the request has `_pool_health=true`; that parameter is this
  /// library's, and what it answers is ``AccessAnswer/status(of:)`` after the booking.
  ///
  /// The booking of an instance ends with the instance, but never sooner than after 5 seconds.
  func giveAccess(
    to holder: AccessHolder,
    _ request: DeskRequest,
    _ writer: any StoreWriter,
    using generator: inout any RandomNumberGenerator & Sendable
  ) throws -> ServiceResponse {
    let now = request.context.now
    let group = try group(of: request, writer)
    var expiration = group.expiration(
      requested: request.parameters["_booking_expiration_timeout"],
      service: try request.service(keeping: ["_booking_expiration_timeout"])
        .integer(ifSet: "_booking_expiration_timeout")
    )
    if let left = holder.secondsLeft(at: now) {
      expiration = min(expiration, max(left, AccessGroup.expirations.lowerBound))
    }
    let wantsHealth = try request.flag("_pool_health")
    var bookings = StoredBookings(writer)
    let booking = try bookings.allocate(
      AccessRequest(
        service: holder.id,
        phoneNumber: try request.phoneNumber(),
        codeLength: try codeLength(request),
        expiration: expiration,
        node: request.context.node,
        codePrefix: try writer.codePrefix(ofNode: request.context.node)
      ),
      from: group,
      now: now,
      using: &generator
    )
    switch holder {
    case .instance(var instance):
      try instance.add(booking, bookings, at: now)
      try writer.put(instance.stored)
    case .other(let service): try services.service(service.id, wasGiven: booking, request.context, writer)
    }
    var members: [JSONValue.Member] = [
      .init("_id", .string(holder.id)),
      .init("_access_number", .string(booking.number.written)),
    ]
    if let code = booking.code { members.append(.init("_access_code", .string(code.text))) }
    members.append(.init("_expiration_time", .string(String(booking.secondsLeft(at: now)))))
    if wantsHealth {
      let status = try bookings.queries.status(of: [group], now: now)
      members.append(.init("_pool_health", status.first.map(AccessAnswer.status(of:)) ?? .null))
    }
    return ServiceResponse(.object(members))
  }

  /// The group that the service names, else the request.
  ///
  /// - Throws: `CoreError` with code `missingParameter` when neither does, `unknownReference` for a configured group
  ///   that does not exist, `invalidParameter` for a requested one.
  private func group(of request: DeskRequest, _ reader: any StoreReader) throws -> AccessGroup {
    let option = "_resource_group"
    let service = request.configured.name.text
    guard let name = request.service[option] else {
      throw CoreError.missingParameter(option, of: service, accepted: OptionType.resourceGroup.accepted)
    }
    let configuration = try reader.configuration()
    do throws(CoreError) {
      return try AccessGroup(name, in: configuration)
    } catch {
      guard error.code == .unknownResourceGroup else { throw error }
      // What the caller asked for, the service, exists: so it is refused, and not "not found".
      guard request.parameters[option] == name, (request.configured.options[option] ?? "").isEmpty else {
        var facts: [JSONValue.Member] = [
          .init("service", .string(service)), .init("option", .string(option)),
          .init("value", .string(name)), .init("kind", .string("resource group")),
        ]
        if let nearest = error["suggestion"] { facts.append(.init("suggestion", .string(nearest))) }
        throw CoreError(.unknownReference, facts)
      }
      throw CoreError.invalidParameter(
        option,
        of: service,
        value: name,
        accepted: OptionType.resourceGroup.accepted,
        suggestion: error["suggestion"]
      )
    }
  }

  /// How many digits the code has; nil when none is asked for.
  private func codeLength(_ request: DeskRequest) throws -> Int? {
    guard try request.service.boolean("_provide_code") else { return nil }
    return try request.service.integer(ifSet: "_access_code_length") ?? AccessRequest.defaultCodeLength
  }
}

extension DeskRequest {
  /// A parameter that is true or false, and false when it is not given.
  func flag(_ name: String) throws(CoreError) -> Bool {
    guard let text = parameters[name], !text.isEmpty else { return false }
    guard let flag = Bool(text) else {
      throw .invalidParameter(
        name,
        of: configured.name.text,
        value: text,
        accepted: OptionType.boolean.accepted
      )
    }
    return flag
  }

  /// The phone that a call will come from, or comes from; nil when the request does not say.
  ///
  /// - Throws: `CoreError` with code `invalidParameter` for more than 64 bytes: no number is as long.
  func phoneNumber() throws(CoreError) -> String? {
    let name = "_phone_number"
    guard let text = service[name] else { return nil }
    guard text.utf8.count <= 64 else {
      throw .invalidParameter(
        name,
        of: configured.name.text,
        value: text,
        accepted: "a phone number of at most 64 bytes"
      )
    }
    return text
  }
}

extension ServiceInstance {
  /// Names a booking as one of its own, and forgets those that are over.
  mutating func add(_ booking: AccessBooking, _ bookings: StoredBookings, at now: Date) throws {
    self.bookings = try self.bookings.filter { id in
      try bookings.queries.booking(id)?.state(at: now) == .live
    }
    self.bookings.append(booking.id)
    state = .active
  }
}
