import Foundation
import GMSCallback
import GMSCore
import Testing

/// The customer is given a number at once and calls; then an agent is found.
struct UserOriginatedImmediateTests {
  private let scenario = "user-originated-immediate"
  private let begun = [
    "submission-fell-due → QUEUED/submitting", "submitted → QUEUED/waiting-for-customer",
  ]

  @Test func itsStages() throws {
    let company = try ScenarioCompany(scenario)
    // Start: access information at once.
    let (id, answer) = try company.start(["topic": "loans"])
    #expect(answer == ScenarioCompany.dial(id, "6504663204", left: 30))
    let booking = try #require(try company.live(0).first)
    #expect(booking.service == id.text)
    #expect(booking.caller?.given == "5115")
    #expect(booking.expires == company.at(30))
    #expect(try company.callback(id).bookings == [booking.id])
    let later = try #require(try company.engine.dialog(of: id.text, company.context(0.5)))
    #expect(JSONWriter.compact(later.json) == ScenarioCompany.dial(id, "6504663204", left: 29))

    // The customer calls: the match finds the callback, frees the number, and the callback waits on the line.
    #expect(try company.call("6504663204", ["_phone_number": "5115"], at: 10) == #"{"_id":"\#(id)"}"#)
    #expect(try company.place(id) == "QUEUED/waiting-on-call")
    #expect(try company.live(10).isEmpty)
    #expect(try company.callback(id).bookings.isEmpty)

    // An agent is reserved, the call goes there.
    #expect(
      try company.event("agent-reserved", id, ["agent": "kate"], at: 20) == [
        "deliver-status event=_cbe_on_target_found", "deliver-status event=_cbe_on_route_to_agent",
        "dial-agent agent=kate",
      ]
    )
    try company.event("agent-answered", id, at: 25)
    #expect(try company.event("call-ended", id, at: 90).first == "release-agent agent=kate")
    #expect(
      try company.history(id) == begun + [
        "customer-called → QUEUED/waiting-on-call", "agent-reserved → ROUTING/agent-joins-customer",
        "agent-answered → PROCESSING", "call-ended → COMPLETED",
      ]
    )
    #expect(try company.callback(id).completionReason == .agentConnected)
  }

  @Test func aServiceRequestAnswersTheSame() throws {
    let company = try ScenarioCompany(scenario)
    let body = try company.engine.request(
      ScenarioCompany.service,
      ["_customer_number": "5115"],
      company.context(0)
    ).body
    let id = try CallbackID(#require(body["_id"]?.stringValue))
    #expect(JSONWriter.compact(body) == ScenarioCompany.dial(id, "6504663204", left: 30))
    // The plain start answers the callback, whose dialog can be asked for.
    let other = try ScenarioCompany(scenario)
    let callback = try other.engine.start(StartRequest("line", customerNumber: "5115"), other.context(0))
    #expect(try other.engine.dialog(of: callback.id.text, other.context(0))?.json == body)
  }

  @Test func theCodeIsAsked() throws {
    let company = try ScenarioCompany(scenario, ["_provide_code": "true"])
    let (id, answer) = try company.start()
    let code = try #require(try company.live(0).first?.code?.text)
    #expect(code.count == 6)
    #expect(answer == ScenarioCompany.dial(id, "6504663204", left: 30, code: code))
    let wrong = code == "000000" ? "000001" : "000000"
    let refusal = try company.refusal { _ = try company.call("6504663204", ["_access_code": wrong], at: 1) }
    #expect(refusal.hasPrefix("404 no booking fits this call on access number '6504663204'"))
    #expect(try company.place(id) == "QUEUED/waiting-for-customer")
    #expect(try company.call("6504663204", ["_access_code": code], at: 2) == #"{"_id":"\#(id)"}"#)
    #expect(try company.place(id) == "QUEUED/waiting-on-call")
  }

  @Test func anotherCallerIsNotTheCustomer() throws {
    let company = try ScenarioCompany(scenario)
    let (id, _) = try company.start(number: "+1 650 466 9999")
    let refusal = try company.refusal {
      _ = try company.call("6504663204", ["_phone_number": "6504660000"], at: 1)
    }
    #expect(refusal.hasPrefix("404 "))
    #expect(try company.place(id) == "QUEUED/waiting-for-customer")
  }

  @Test func connectAnswersTheSameNumberAgain() throws {
    let company = try ScenarioCompany(scenario, numbers: ["6504663204", "6504663205", "6504663206"])
    let (id, answer) = try company.start()
    let number = try #require(try company.live(0).first?.number.written)
    #expect(answer.contains(number))
    let before = try company.sequence
    for second in [0.0, 5, 29] {
      #expect(
        try company.ask(.connect, id, at: second)
          == ScenarioCompany.dial(id, number, left: 30 - Int(second))
      )
    }
    #expect(try company.sequence == before, "asking again writes nothing")
    #expect(try company.live(29).count == 1)
  }

  @Test func anOfferThatIsNotUsedIsMadeAgainAndThenGivenUp() throws {
    let company = try ScenarioCompany(scenario)
    let (id, _) = try company.start()
    #expect(try company.run(29.999) == [])
    #expect(try company.run(30) == ["booking-expired → QUEUED/waiting-for-customer"])
    #expect(try company.live(30).map(\.expires) == [company.at(60)])
    #expect(try company.callback(id).bookings.count == 1, "the one that is over is forgotten")
    #expect(try company.ask(.connect, id, at: 31) == ScenarioCompany.dial(id, "6504663204", left: 29))
    #expect(
      try company.run(1000) == [
        "booking-expired → QUEUED/waiting-for-customer", "booking-expired → COMPLETED",
      ]
    )
    #expect(try company.callback(id).completionReason == .failCallToCustomer)
    #expect(try company.callback(id).history.last?.at == company.at(90))
    #expect(try company.live(60).isEmpty)
  }

  @Test func theDriverComesOftenOrLate() throws {
    let codes: Options = ["_provide_code": "true", "_booking_expiration_timeout": "20"]
    let companies = try (0..<2).map { _ in
      try ScenarioCompany(scenario, codes, numbers: ["6504663204", "6504663205", "6504663206"])
    }
    for company in companies {
      for number in ["5115", "5116", "5117"] { _ = try company.start(number: number) }
    }
    for second in 1...100 { try companies[0].run(Double(second)) }
    try companies[1].run(100)
    #expect(try companies[0].everything() == companies[1].everything())
    #expect(try companies[0].everything().count == 12, "3 callbacks, and 9 bookings that are remembered")
  }

  @Test func noNumberIsARefusalAtTheStart() throws {
    let company = try ScenarioCompany(scenario)
    _ = try company.start()
    let refusal = try company.refusal { _ = try company.start(number: "5116", at: 5) }
    #expect(
      refusal
        == "503 all 1 numbers of resource group 'DNIS' are taken; one is free by '2025-01-06T14:00:30.000Z'"
    )
    #expect(try company.start(number: "5116", at: 30).answer.contains("6504663204"))
  }

  @Test func aGroupWithoutNumbersIsARefusalToo() throws {
    let company = try ScenarioCompany(scenario, numbers: [])
    #expect(
      try company.refusal { _ = try company.start() }
        == "503 resource group 'DNIS' has no numbers to give out; add some first"
    )
  }

  @Test func timeDoesNotStopForWantOfANumber() throws {
    let company = try ScenarioCompany(scenario)
    let (first, _) = try company.start()
    // The driver is late, and another customer gets the number meanwhile.
    let (second, _) = try company.start(number: "5116", at: 35)
    let report = try company.engine.run(company.context(36))
    #expect(report.steps.map(\.transition.to.kind) == [.waitingForCustomer])
    #expect(report.shortages.map(\.id) == [first])
    #expect(report.shortages.map(\.service) == ["line"])
    #expect(report.shortages.map(\.at) == [company.at(30)])
    #expect(report.shortages.map(\.reason.code) == [.numbersExhausted])
    #expect(try company.callback(first).bookings.isEmpty)

    let exhausted =
      "503 all 1 numbers of resource group 'DNIS' are taken; one is free by '2025-01-06T14:01:05.000Z'"
    #expect(try company.refusal(.connect, first, at: 37) == exhausted)
    #expect(
      try company.refusal { _ = try company.engine.dialog(of: first.text, company.context(37)) } == """
        503 no access number is booked for callback '\(first)'; ask with 'connect', which books one when there \
        is one again, until '2025-01-06T14:01:00.000Z'
        """
    )
    // As soon as there is one again, the device gets it for what is left of the offer.
    try company.engine.cancel(second.text, company.context(40))
    #expect(try company.ask(.connect, first, at: 41) == ScenarioCompany.dial(first, "6504663204", left: 19))
    #expect(try company.call("6504663204", at: 42) == #"{"_id":"\#(first)"}"#)
    #expect(try company.place(first) == "QUEUED/waiting-on-call")
  }

  @Test func everyEndFreesEveryNumber() throws {
    for end in ["cancelled", "cancelled-by-administrator", "failed"] {
      let company = try ScenarioCompany(scenario, numbers: ["6504663204", "6504663205"])
      let (id, _) = try company.start()
      let extra = try company.engine.request(
        "request-access",
        ["_id": id.text, "_resource_group": "DNIS", "_booking_expiration_timeout": "1800"],
        company.context(1)
      )
      #expect(extra.status == 200)
      #expect(try company.callback(id).bookings.count == 2)
      #expect(try company.live(1).count == 2)
      try company.event(end, id, end == "failed" ? ["reason": "FAIL_ERROR"] : [:], at: 2)
      #expect(try company.live(2).isEmpty, "\(end)")
      #expect(try company.callback(id).bookings.isEmpty)
      for number in ["6504663204", "6504663205"] {
        let late = try company.refusal { _ = try company.call(number, at: 3) }
        #expect(late.contains("came too late"), "\(late)")
      }
    }
  }

  @Test func aCallThatIsReportedAsAnEventFreesTheNumber() throws {
    let company = try ScenarioCompany(scenario)
    let (id, _) = try company.start()
    try company.event("customer-called", id, at: 3)
    #expect(try company.live(3).isEmpty)
    #expect(try company.start(number: "5116", at: 4).answer.contains("6504663204"))
  }

  @Test func theCustomerHangsUpBeforeAnAgentAnswers() throws {
    let company = try ScenarioCompany(scenario)
    let (id, _) = try company.start()
    _ = try company.call("6504663204", at: 3)
    #expect(
      try company.event("call-ended", id, at: 8) == ["stop-finding-agent", "offer-access attempt=2"]
    )
    #expect(try company.ask(.connect, id, at: 8) == ScenarioCompany.dial(id, "6504663204", left: 30))
  }

  @Test func aQueueThatDoesNotTakeItLetsTheCustomerWait() throws {
    let company = try ScenarioCompany(scenario) { _ in false }
    let (id, answer) = try company.start()
    #expect(answer == ScenarioCompany.notified(id))
    #expect(try company.live(0).isEmpty)
    try company.run(100)
    #expect(try company.callback(id).completionReason == .submitFailed)
  }

  @Test func aDryRunBooksNothing() throws {
    let company = try ScenarioCompany(scenario)
    let started = try company.engine.startWithDialog(
      StartRequest("line", customerNumber: "5115"),
      company.context(0, dryRun: true)
    )
    #expect(
      started.dialog.map { JSONWriter.compact($0.json) }
        == ScenarioCompany.dial(started.callback.id, "6504663204", left: 30)
    )
    #expect(try company.everything().isEmpty)
  }
}
