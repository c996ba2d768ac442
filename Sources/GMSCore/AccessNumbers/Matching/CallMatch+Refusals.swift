import GMSCalendar

extension CallMatch {
  /// The one booking that a call is for.
  ///
  /// - Throws: `CoreError` with code `ambiguousCall` (409) when several fit, `lateCall` (404) when it came after
  ///   the end of its booking, `unmatchedCall` (404) when nothing fits.
  public func only(for call: AccessCall) throws(CoreError) -> AccessBooking {
    switch self {
    case .one(let booking): return booking
    case .several(let bookings):
      let ids = bookings.prefix(20).map { JSONValue.string($0.id.text) }
      throw CoreError(
        .ambiguousCall,
        call.facts + [
          .init("matches", .integer(Int64(bookings.count))), .init("bookings", .array(ids)),
        ]
      )
    case .late(let booking): throw CallMatch.late(booking, for: call)
    case .none: throw CoreError(.unmatchedCall, call.facts)
    }
  }

  /// All bookings that a call can be for, oldest first.
  ///
  /// - Throws: `CoreError` with code `lateCall` or `unmatchedCall` when there is none.
  public func all(for call: AccessCall) throws(CoreError) -> [AccessBooking] {
    switch self {
    case .one(let booking): return [booking]
    case .several(let bookings): return bookings
    case .late(let booking): throw CallMatch.late(booking, for: call)
    case .none: throw CoreError(.unmatchedCall, call.facts)
    }
  }

  private static func late(_ booking: AccessBooking, for call: AccessCall) -> CoreError {
    let state = booking.releasedAt == nil ? BookingState.expired : .released
    return CoreError(
      .lateCall,
      call.facts + [
        .init("booking", .string(booking.id.text)), .init("state", .string(state.rawValue)),
        .init("ended", .string(InstantText.print(booking.ends))),
      ]
    )
  }
}

extension AccessCall {
  /// What the call brought, for errors.
  fileprivate var facts: [JSONValue.Member] {
    var facts = [JSONValue.Member("number", .string(number.written))]
    if let caller { facts.append(.init("caller", .string(caller.given))) }
    if hasCode, let accessCode { facts.append(.init("accessCode", .string(accessCode))) }
    return facts
  }
}
