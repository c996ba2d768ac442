internal import GMSCallback
internal import GMSCore

/// Calls on access numbers, and what is booked.
enum AccessCommands {
  static let access = Command(
    "access",
    section: ResourceCommands.section,
    permission: .configure,
    summary: "calls on access numbers, and what is booked",
    subcommands: [match, bookings, release]
  )

  private static let match = Command(
    "match",
    summary: "whose call is it; the access number is freed",
    discussion: """
      Does what a request to a match-interaction service does, without one. No match, and a call that came too late, end \
      with exit code 3; a call that can be for several services with 1, and nothing is freed then. --explain frees \
      nothing: it says of each booking that has anything in common with the call why it fits or not.

          {"_id":"1-…","_data_id":"1-…","user_data":{"latitude":"48.8583"}}
          {"matches":[{"_id":"1-…","_data_id":"1-…"}]}
      """,
    options: [
      .value("access-number", .text, named: "N", required: true, "the number that was called"),
      .value("phone-number", .text, named: "N", "the number that is calling"),
      .value("access-code", .text, named: "C", "the code that the caller gave"),
      .flag("all", "all services that it can be for"),
      .flag("with-data", "the data of the services, too"),
      .flag("delete", excludes: ["explain"], "end the services that match, with their data"),
      .flag("explain", "say why each booking fits or not, and free nothing"),
    ],
    fields: [
      "_id", "_data_id", "user_data", "verdict", "number", "code", "phone", "state", "_service_id", "reasons",
    ],
    examples: [
      CommandExample("gmsctl access match --access-number 6504663204 --access-code 482913 --with-data"),
      CommandExample("gmsctl access match --access-number 6504663204 --explain"),
    ]
  ) { invocation in
    let call = try AccessCall(
      accessNumber: invocation.text("access-number"),
      phoneNumber: invocation.optional("phone-number"),
      accessCode: invocation.optional("access-code")
    )
    if invocation.flag("explain") { return try explain(call, invocation) }
    let wish = CallMatchWish(
      returnsAll: invocation.flag("all"),
      returnsData: invocation.flag("with-data"),
      deletesService: invocation.flag("delete")
    )
    let answer = try invocation.engine().desk.match(call, wish, invocation.request)
    try invocation.answer(Answer(answer, rows: wish.returnsAll ? .member("matches") : .value))
    return .done
  }

  private static func explain(_ call: AccessCall, _ invocation: Invocation) throws -> ExitCode {
    let explanation = try invocation.store().read {
      try BookingQueries($0).explain(call, now: invocation.context.now)
    }
    let lines = explanation.description.split(separator: "\n").map { Cell.visible(String($0)) + "\n" }
    try invocation.answer(
      Answer(
        AccessAnswer.explanation(explanation),
        rows: .member("candidates"),
        text: lines.joined(),
        emptyNote: explanation.verdict
      )
    )
    return .done
  }

  private static let bookingFields = [
    "_id", "state", "_access_number", "_access_code", "_phone_number", "_service_id", "group", "node", "made",
    "expires", "ended",
  ]

  private static let bookings = Command(
    "bookings",
    readsPast: true,
    summary: "the access numbers that are booked, oldest booking first",
    options: [
      .value("group", .text, named: "GROUP", "only of this group"),
      .flag("all", "also those that are over and still remembered"),
    ],
    fields: bookingFields,
    examples: [CommandExample("gmsctl access bookings --group DNIS -o json")]
  ) { invocation in
    let now = invocation.context.now
    let group = invocation.optional("group")
    let isAll = invocation.flag("all")
    let bookings = try invocation.store().read { reader in
      if let group { _ = try AccessGroup(group, in: try reader.configuration()) }
      return try BookingQueries(reader).bookings(ofGroup: group)
    }
    let shown = bookings.filter {
      isAll ? now < $0.isForgottenFrom || $0.state(at: now) == .live : $0.state(at: now) == .live
    }
    try invocation.answer(
      Answer(.array(shown.map { AccessAnswer.booking($0, at: now) }), emptyNote: "nothing is booked")
    )
    return .done
  }

  private static let release = Command(
    "release",
    summary: "free what a booking has; one that is over stays as it is",
    arguments: [CommandArgument("id", .text, "the booking")],
    fields: bookingFields,
    examples: [CommandExample("gmsctl access release 6504663204-123456-9f86d081884c7d65")]
  ) { invocation in
    let request = invocation.request
    let id = try AccessBookingID(invocation.text("id"))
    let booking = try invocation.store().write(request.change) { writer in
      var bookings = StoredBookings(writer)
      return try bookings.release(id, now: request.now).booking()
    }
    try invocation.answer(AccessAnswer.booking(booking, at: request.now))
    return .done
  }
}
