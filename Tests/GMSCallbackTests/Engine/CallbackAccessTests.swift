import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport
import Testing

/// Access numbers for callbacks, and what the driver takes away.
struct CallbackAccessTests {
  /// An instant so many seconds after Monday morning.
  private func after(_ seconds: Double) -> Date { Company.monday.addingTimeInterval(seconds) }

  /// A company with a group of one locked number.
  private func company() throws -> Company {
    let company = try Company()
    try company.engine.changeConfiguration(company.context(Company.monday)) { before in
      var after = try ResourceEditor().create("DNIS", options: ["strategy": "local"], in: before)
      after = try ResourceEditor().add(["6504663204"], to: "DNIS", in: after)
      after = try ServiceEditor().create("request-access", template: "request-access", in: after)
      after = try ServiceEditor().create(
        "interaction",
        template: "request-interaction",
        options: ["_ttl": "60", "_resource_group": "DNIS"],
        in: after
      )
      return try ServiceEditor().create("match", template: "match-interaction", in: after)
    }
    return company
  }

  @Test
  func aCallbackGetsAnAccessNumberWhileItIsNotCompleted() throws {
    let company = try company()
    let callback = try company.book(
      "5115",
      at: Company.monday + Minutes(30),
      now: Company.monday,
      ["topic": "loans"]
    )
    let parameters = Options(["_id": callback.id.text, "_resource_group": "DNIS"])
    let context = company.context(Company.monday)
    let answer = try company.engine.request("request-access", parameters, context).body
    #expect(
      JSONWriter.compact(answer)
        == #"{"_id":"\#(callback.id)","_access_number":"6504663204","_expiration_time":"30"}"#
    )
    let call: Options = ["_access_number": "6504663204", "_return_data": "true"]
    #expect(
      try company.engine.request("match", call, context).body
        == ["_id": .string(callback.id.text), "user_data": ["topic": "loans"]]
    )
    #expect(
      try company.engine.callback(callback.id.text).state == callback.state,
      "the match changes no callback"
    )

    _ = try company.engine.request("request-access", parameters, context)
    let booking = try #require(try company.engine.callback(callback.id.text).bookings.first)
    try company.engine.cancel(callback.id.text, context)
    // The number is free at once; a call on it is known to be late.
    for (service, parameters, message) in [
      (
        "request-access", parameters,
        "there is no running service '\(callback.id)'; it was never there, was taken away, or is long over"
      ),
      (
        "match", call,
        "this call on access number '6504663204' came too late: booking '\(booking)' was released at "
          + "'2025-01-06T14:00:00.000Z'"
      ),
    ] {
      let error = #expect(throws: CoreError.self) {
        try company.engine.request(service, parameters, context)
      }
      #expect(error?.description == message)
    }
  }

  @Test
  func theDriverTakesAwayWhatIsOver() throws {
    let company = try company()
    _ = try company.engine.request("interaction", ["a": "1"], company.context(Company.monday))
    #expect(try company.engine.nextDue() == after(60))
    let nothing = try company.engine.run(company.context(after(59.999)))
    #expect(nothing.removed == 0)
    #expect(nothing.nextDue == after(60))
    let ended = try company.engine.run(company.context(after(60)))
    #expect(ended.removed == 2, "the service and its data")
    #expect(ended.steps == [])
    // The booking ended after 30 seconds, and is remembered for five minutes.
    #expect(ended.nextDue == after(330))
    let forgotten = try company.engine.run(company.context(after(330)))
    #expect(forgotten.removed == 1)
    #expect(forgotten.nextDue == nil)
    for kind in [RecordKind.instance, .storage, .booking] {
      #expect(try company.store.read { try $0.count(RecordQuery(kind)) } == 0)
    }
  }

  @Test
  func theDriverCanComeAtAnyTime() throws {
    let (often, once) = (try company(), try company())
    for company in [often, once] {
      _ = try company.engine.request("interaction", [:], company.context(Company.monday))
    }
    for second in stride(from: 1.0, through: 400, by: 7) {
      try often.engine.run(often.context(after(second)))
    }
    try once.engine.run(once.context(after(400)))
    let all = [RecordKind.callback, .instance, .storage, .booking]
    let left = try [often, once].map { company in
      try all.map { kind in try company.store.read { try $0.records(RecordQuery(kind)) } }
    }
    #expect(left[0] == left[1])
  }

  @Test
  func aNumberThatIsBookedCanGoAndItsCallStillComes() throws {
    let company = try company()
    let context = company.context(Company.monday)
    let id = try company.engine.request("interaction", [:], context).body["_id"]
    try company.engine.changeConfiguration(context) {
      try ResourceEditor().remove(["6504663204"], from: "DNIS", in: $0)
    }
    #expect(throws: CoreError(.emptyResourceGroup, ["resource": "DNIS"])) {
      try company.engine.request("interaction", [:], context)
    }
    #expect(try company.engine.request("match", ["_access_number": "6504663204"], context).body["_id"] == id)
    try company.engine.changeConfiguration(context) { before in
      try ResourceEditor().add(["6504663204"], to: "DNIS", in: before)
    }
    #expect(try company.engine.request("interaction", [:], context).body["_id"] != id)
  }
}
