#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension ServiceDesk {
  /// `match-interaction`: whose call is it.
  ///
  /// See ``match(_:_:_:)``; the parameters are `_access_number`, `_phone_number`, `_access_code`,
  /// `_return_multiple_matches`, `_return_data` with `_return_user_data` as another name, and `_delete_service`.
  func matchInteraction(_ request: DeskRequest, _ writer: any StoreWriter) throws -> ServiceResponse {
    let service = request.service
    guard let number = service["_access_number"] else {
      throw CoreError.missingParameter(
        "_access_number",
        of: request.configured.name.text,
        accepted: "the number that was called"
      )
    }
    let call = try AccessCall(
      accessNumber: number,
      phoneNumber: try request.phoneNumber(),
      accessCode: service["_access_code"]
    )
    let returnsData = try service.boolean("_return_data")
    let returnsUserData = try service.boolean("_return_user_data")
    let wish = CallMatchWish(
      returnsAll: try service.boolean("_return_multiple_matches"),
      returnsData: returnsData || returnsUserData,
      deletesService: try service.boolean("_delete_service")
    )
    return ServiceResponse(try match(call, wish, request.context, writer))
  }

  /// Finds whose call it is, and frees the access number.
  ///
  ///     {"_id":"1-…","_data_id":"1-…"}
  ///     {"_id":"1-…","_data_id":"1-…","user_data":{"latitude":"48.8583"}}
  ///     {"matches":[{"_id":"1-…","_data_id":"1-…"},…]}
  ///
  /// The called number must be a booking's. A code that the call brings must be the booking's; so must the caller's
  /// phone number, where the booking has one. Several bookings of one service are one match. `_data_id` is left out for
  /// a service that keeps no data in the storage, such as a callback.
  ///
  /// A service that was matched goes on until its own time is over. With ``CallMatchWish/deletesService`` an instance
  /// ends, and its data goes with it, so ask for the data at the same time; a callback goes on, because only its own
  /// events end it. GMS does not document either. A callback that waits for this call moves on with it, in the same
  /// transaction.
  ///
  /// - Parameters:
  ///   - call: what is known of the call.
  ///   - wish: what is wanted beside.
  ///   - context: now.
  /// - Returns: The answer.
  /// - Throws: `CoreError` with code `unmatchedCall` or `lateCall` (both 404), `ambiguousCall` (409) when the call can
  ///   be for several services and they were not asked for, `unknownInstance` when a booking fits whose service no
  ///   longer runs. Nothing is freed then.
  public func match(
    _ call: AccessCall,
    _ wish: CallMatchWish = CallMatchWish(),
    _ context: RequestContext
  ) throws -> JSONValue {
    try store.write(context.change) { try match(call, wish, context, $0) }
  }

  private func match(
    _ call: AccessCall,
    _ wish: CallMatchWish,
    _ context: RequestContext,
    _ writer: any StoreWriter
  ) throws -> JSONValue {
    let now = context.now
    var bookings = StoredBookings(writer)
    let fitting = try bookings.queries.match(call, now: now).all(for: call)
    var holders: [AccessHolder] = []
    var running: [AccessBooking] = []
    var known: Set<String> = []
    for booking in fitting {
      guard let holder = try holder(booking.service, ifRunningAt: now, writer) else { continue }
      running.append(booking)
      if known.insert(holder.id).inserted { holders.append(holder) }
      // One more than one is enough to refuse; a number can have thousands.
      if holders.count > 1, !wish.returnsAll { break }
    }
    guard !holders.isEmpty else {
      // It says when the service ended, where that is still known.
      _ = try fitting.first.map { try holder($0.service, at: now, writer) }
      throw CoreError(.unmatchedCall, ["number": call.number.written])
    }
    if holders.count > 1, !wish.returnsAll { _ = try CallMatch.several(running).only(for: call) }

    for booking in running { try bookings.release(booking.id, now: now) }
    let released = Set(running.map(\.id))
    let matches = try holders.map { holder in
      let answer = try answer(holder, wish, at: now, writer)
      try settle(holder, released, wish, context, writer)
      return answer
    }
    return wish.returnsAll ? ["matches": .array(matches)] : matches[0]
  }

  private func answer(
    _ holder: AccessHolder,
    _ wish: CallMatchWish,
    at now: Date,
    _ reader: any StoreReader
  ) throws -> JSONValue {
    var members = [JSONValue.Member("_id", .string(holder.id))]
    switch holder {
    case .instance(let instance):
      if let dataID = instance.dataID { members.append(.init("_data_id", .string(dataID.text))) }
      if wish.returnsData {
        let item = try instance.dataID.flatMap { try reader.storageItem($0.text, ifKeptAt: now) }
        members.append(.init("user_data", item?.answer ?? .object([])))
      }
    case .other(let service):
      if wish.returnsData {
        let data = service.userData.sorted.map { JSONValue.Member($0.name, .string($0.value)) }
        members.append(.init("user_data", .object(data)))
      }
    }
    return .object(members)
  }

  /// What becomes of a service that a call was matched to.
  private func settle(
    _ holder: AccessHolder,
    _ released: Set<AccessBookingID>,
    _ wish: CallMatchWish,
    _ context: RequestContext,
    _ writer: any StoreWriter
  ) throws {
    switch holder {
    case .instance(let instance) where wish.deletesService: try end(instance, at: context.now, writer)
    case .instance(var instance):
      instance.state = .matched
      instance.bookings.removeAll(where: released.contains)
      try writer.put(instance.stored)
    case .other(let service): try services.serviceWasCalled(service.id, context, writer)
    }
  }
}
