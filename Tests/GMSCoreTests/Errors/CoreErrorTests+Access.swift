import GMSCore

extension CoreErrorTests {
  /// Faces and sentences of errors about access numbers.
  static let accessCases: [Case] = [
    Case(
      .unknownResourceGroup,
      texts(["resource": "DNSI", "suggestion": "DNIS"]),
      .notFound,
      "ResourceNotFoundException",
      404,
      "NOT_FOUND",
      "there is no resource group 'DNSI'; did you mean 'DNIS'?"
    ),
    unavailable(
      .emptyResourceGroup,
      texts(["resource": "DNIS"]),
      "resource group 'DNIS' has no numbers to give out; add some first"
    ),
    unavailable(
      .numbersExhausted,
      texts(["resource": "DNIS", "availableAt": "2025-01-06T08:00:30.000Z"]) + [.init("total", 2)],
      "all 2 numbers of resource group 'DNIS' are taken; one is free by '2025-01-06T08:00:30.000Z'"
    ),
    unavailable(
      .numbersExhausted,
      texts(["resource": "DNIS"]) + [.init("total", 2)],
      "all 2 numbers of resource group 'DNIS' are taken; try again when a booking has ended"
    ),
    unavailable(
      .codesExhausted,
      texts(["resource": "DNIS", "prefix": "7-9"])
        + [.init("total", 2), .init("length", 1), .init("codes", 3)],
      "all 3 access codes of 1 digit that begin with '7-9' are taken on each of the 2 numbers of resource group "
        + "'DNIS'; use longer codes, or add numbers"
    ),
    unavailable(
      .codesExhausted,
      texts(["resource": "DNIS"]) + [.init("total", 1), .init("length", 2), .init("codes", 100)],
      "all 100 access codes of 2 digits are taken on the only number of resource group 'DNIS'; use longer codes, "
        + "or add numbers"
    ),
    Case(
      .malformedCodePrefix,
      texts(["value": "9-7"]),
      exception: "AccessNumberException",
      "'9-7' cannot begin access codes; write one digit such as 7, or a range such as 7-9"
    ),
    Case(
      .invalidCodeLength,
      texts(["accepted": "a whole number from 1 to 15"]) + [.init("value", 16)],
      exception: "AccessNumberException",
      "an access code cannot have '16' digits; write a whole number from 1 to 15"
    ),
    Case(
      .malformedBookingID,
      texts(["value": "x"]),
      exception: "AccessNumberException",
      "'x' is not the id of a booking; write <number>-<code>-<serial> as 'access bookings' shows it"
    ),
    Case(
      .unknownBooking,
      texts(["booking": "650--0000000000000001"]),
      .notFound,
      "AccessNumberException",
      404,
      "NOT_FOUND",
      "there is no booking '650--0000000000000001'; it never was, or it ended so long ago that it is forgotten"
    ),
    Case(
      .malformedBooking,
      texts(["member": "made", "value": "noon", "accepted": "a time"]),
      exception: "ImportException",
      "this is not a booking: 'made' is 'noon'; write a time"
    ),
    Case(
      .malformedBooking,
      texts(["member": "made", "accepted": "a time"]),
      exception: "ImportException",
      "this is not a booking: 'made' is missing or not known; write a time"
    ),
    Case(
      .damagedBooking,
      texts(["id": "650-1", "member": "node", "value": "x", "accepted": "a whole number"]),
      .unusableStore,
      "StoreException",
      500,
      "INTERNAL_ERROR",
      "booking '650-1' in the store is damaged: 'node' is 'x'; write a whole number"
    ),
    Case(
      .unmatchedCall,
      texts(["number": "650-1", "caller": "+1650", "accessCode": "12"]),
      .notFound,
      "AccessNumberException",
      404,
      "NOT_FOUND",
      "no booking fits this call on access number '650-1' from '+1650' with access code '12'"
    ),
    Case(
      .lateCall,
      texts(["number": "650-1", "booking": "6501--1", "state": "expired", "ended": "noon"]),
      .notFound,
      "AccessNumberException",
      404,
      "NOT_FOUND",
      "this call on access number '650-1' came too late: booking '6501--1' was over at 'noon'"
    ),
    Case(
      .lateCall,
      texts(["number": "650-1", "booking": "6501--1", "state": "released", "ended": "noon"]),
      .notFound,
      "AccessNumberException",
      404,
      "NOT_FOUND",
      "this call on access number '650-1' came too late: booking '6501--1' was released at 'noon'"
    ),
    Case(
      .ambiguousCall,
      texts(["number": "650-1"]) + [.init("matches", 2)],
      .refused,
      "AccessNumberException",
      409,
      "CONFLICT",
      "2 bookings fit this call on access number '650-1', and nothing tells which is meant; bring the access code "
        + "or the phone number, or ask for all matches"
    ),
    Case(
      .invalidSizing,
      texts(["parameter": "hold", "value": "-1.0", "accepted": "a number of seconds above 0"]),
      exception: "AccessNumberException",
      "hold '-1.0' is refused; write a number of seconds above 0"
    ),
  ]

  private static func unavailable(
    _ code: CoreError.Code,
    _ facts: [JSONValue.Member],
    _ sentence: String
  ) -> Case {
    Case(code, facts, .refused, "AccessNumberException", 503, "SERVICE_UNAVAILABLE", sentence)
  }
}
