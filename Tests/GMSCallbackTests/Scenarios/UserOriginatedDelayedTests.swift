import Foundation
import GMSCallback
import GMSCore
import Testing

/// The customer is told when an agent is there, confirms, is given a number and calls.
struct UserOriginatedDelayedTests {
  private let scenario = "user-originated-delayed"

  /// A callback for which an agent was found after ten seconds.
  private func announced(_ options: Options = [:], numbers: [String] = ["6504663205"]) throws -> (
    ScenarioCompany, CallbackID
  ) {
    let company = try ScenarioCompany(scenario, options, numbers: numbers)
    let (id, _) = try company.start(["_device_notification_id": ScenarioCompany.device])
    try company.event("agent-reserved", id, ["agent": "kate"], at: 10)
    return (company, id)
  }

  @Test func itsStages() throws {
    let company = try ScenarioCompany(scenario, numbers: ["6504663205"])
    // Start: only the session's id, and that there will be a notification.
    let (id, answer) = try company.start([
      "_device_notification_id": ScenarioCompany.device, "_device_os": "comet",
    ])
    #expect(answer == ScenarioCompany.notified(id))
    #expect(try company.live(0).isEmpty, "no number is booked before it is needed")
    #expect(try company.place(id) == "QUEUED/waiting-for-agent")

    // An agent is there: the device is told.
    #expect(try company.pushed(id) == [])
    #expect(
      try company.event("agent-reserved", id, ["agent": "kate"], at: 10) == [
        "deliver-status event=_cbe_on_target_found", "ask-for-confirmation attempt=1",
      ]
    )
    #expect(try company.pushed(id) == [ScenarioCompany.announcement(id)])
    #expect(
      try company.ask(.confirmationDialog, id, at: 12) == ScenarioCompany.question(id)
    )

    // Connect: access information at once.
    #expect(try company.ask(.connect, id, at: 15) == ScenarioCompany.dial(id, "6504663205", left: 30))
    #expect(try company.place(id) == "QUEUED/agent-waits-for-customer")
    #expect(try company.live(15).map(\.service) == [id.text])
    #expect(try company.ask(.connect, id, at: 16) == ScenarioCompany.dial(id, "6504663205", left: 29))

    // The call comes, and goes to the agent who waits.
    #expect(try company.call("6504663205", ["_phone_number": "5115"], at: 20) == #"{"_id":"\#(id)"}"#)
    #expect(try company.place(id) == "ROUTING/agent-joins-customer")
    #expect(try company.live(20).isEmpty)
    try company.event("agent-answered", id, at: 22)
    try company.event("call-ended", id, at: 60)
    #expect(
      try company.history(id) == [
        "submission-fell-due → QUEUED/submitting", "submitted → QUEUED/waiting-for-agent",
        "agent-reserved → QUEUED/waiting-for-confirmation",
        "customer-confirmed → QUEUED/agent-waits-for-customer",
        "customer-called → ROUTING/agent-joins-customer", "agent-answered → PROCESSING",
        "call-ended → COMPLETED",
      ]
    )
    #expect(try company.callback(id).completionReason == .agentConnected)
  }

  @Test func theDialogWithACodeIsTheOneThatWasAnnounced() throws {
    let (company, id) = try announced(["_provide_code": "true"])
    #expect(try company.pushed(id) == [ScenarioCompany.announcement(id, providesCode: true)])
    #expect(try company.ask(.confirmationDialogWithCode, id, at: 11) == ScenarioCompany.question(id))
    #expect(
      try company.refusal(.confirmationDialog, id, at: 11) == """
        409 'get-dialog-user-confirmation-provide_code-false' is not the dialog that was announced; ask for \
        'get-dialog-user-confirmation-provide_code-true'
        """
    )
    let answer = try company.ask(.connect, id, at: 12)
    let code = try #require(try company.live(12).first?.code?.text)
    #expect(answer == ScenarioCompany.dial(id, "6504663205", left: 30, code: code))
    #expect(try company.ask(.confirmationDialogWithCode, id, at: 13) == ScenarioCompany.question(id))
  }

  @Test func theCustomerSnoozes() throws {
    let (company, id) = try announced()
    #expect(
      try company.ask(.connect, id, ["_snooze": "true"], at: 12)
        == #"{"_id":"\#(id)","_text":"We will look for an agent again from 2025-01-06T14:05:12.000Z on."}"#
    )
    #expect(try company.place(id) == "QUEUED/snoozed")
    #expect(
      try company.refusal(.connect, id, ["_snooze": "true"], at: 13) == """
        409 the callback is QUEUED/snoozed, which does not take the request 'connect'; it is taken with '_snooze' \
        while an agent waits for the customer's confirmation
        """
    )
    #expect(try company.run(312) == ["snooze-ended → QUEUED/waiting-for-agent"])
    try company.event("agent-reserved", id, ["agent": "omar"], at: 320)
    // Another snooze ends early: the customer is ready.
    _ = try company.ask(.connect, id, ["_snooze": "true"], at: 321)
    #expect(try company.ask(.connect, id, at: 330) == ScenarioCompany.notified(id))
    #expect(try company.place(id) == "QUEUED/waiting-for-agent")
    #expect(try company.callback(id).place?.enteredAt == company.at(0), "the place in line is kept")
  }

  @Test func nobodyConfirms() throws {
    let (company, id) = try announced()
    #expect(
      try company.run(1000) == [
        "confirmation-timed-out → QUEUED/waiting-for-confirmation",
        "confirmation-timed-out → QUEUED/waiting-for-confirmation",
        "confirmation-timed-out → QUEUED/agent-waits-for-customer",
        "booking-expired → QUEUED/waiting-for-agent",
      ]
    )
    #expect(try company.live(100).isEmpty, "the number of the offer is free again")
    #expect(try company.place(id) == "QUEUED/waiting-for-agent")
    let (other, second) = try announced(["_on_user_confirm_timeout": "END"])
    try other.run(1000)
    #expect(try other.callback(second).completionReason == .failUserNoConfirm)
  }

  @Test func confirmingInTheMomentAfterIsTooLate() throws {
    let (company, id) = try announced([
      "_on_user_confirm_timeout": "END", "_max_number_of_user_availability_confirmation_attempts": "1",
    ])
    // The driver has not come, but the time is over all the same.
    #expect(
      try company.refusal(.connect, id, at: 40) == """
        409 the callback is COMPLETED, which does not take the request 'connect'; it is taken while an agent waits \
        for the customer's confirmation, and while a number or a chat is offered
        """
    )
    #expect(try company.place(id) == "QUEUED/waiting-for-confirmation", "a refusal writes nothing")
    #expect(try company.ask(.connect, id, at: 39.999).contains("DialNumber"))
  }

  @Test func anOfferThatIsOverIsNotAnsweredThoughTheDriverIsLate() throws {
    let (company, id) = try announced()
    _ = try company.ask(.connect, id, at: 15)
    #expect(
      try company.refusal(.connect, id, at: 45) == """
        409 the callback is QUEUED/waiting-for-agent, which does not take the request 'connect'; it is taken while \
        an agent waits for the customer's confirmation, and while a number or a chat is offered
        """
    )
    #expect(try company.ask(.connect, id, at: 44.5) == ScenarioCompany.dial(id, "6504663205", left: 0))
  }

  @Test func noNumberIsARefusalAndCanBeAskedForAgain() throws {
    let (company, id) = try announced()
    let other = try company.engine.request(
      "request-interaction",
      ["_resource_group": "DNIS"],
      company.context(11)
    )
    #expect(other.status == 200)
    #expect(
      try company.refusal(.connect, id, at: 12)
        == "503 all 1 numbers of resource group 'DNIS' are taken; one is free by '2025-01-06T14:00:41.000Z'"
    )
    #expect(try company.place(id) == "QUEUED/waiting-for-confirmation")
    // An event says what has happened: it is taken, and the number follows when there is one.
    let report = try company.engine.report(.customerConfirmed, to: id.text, company.context(13))
    #expect(report.shortages.map(\.reason.code) == [.numbersExhausted])
    #expect(try company.live(13).map(\.service) != [id.text])
    #expect(try company.ask(.connect, id, at: 41) == ScenarioCompany.dial(id, "6504663205", left: 2))
  }

  @Test func theAgentLeavesWhileTheCustomerIsAwaited() throws {
    let (company, id) = try announced()
    _ = try company.ask(.connect, id, at: 15)
    try company.event("agent-unavailable", id, at: 18)
    #expect(try company.place(id) == "QUEUED/waiting-for-customer")
    #expect(try company.ask(.connect, id, at: 19) == ScenarioCompany.dial(id, "6504663205", left: 26))
    _ = try company.call("6504663205", at: 20)
    #expect(try company.place(id) == "QUEUED/waiting-on-call")
  }

  @Test func connectIsRefusedElsewhere() throws {
    let company = try ScenarioCompany(scenario)
    let (id, _) = try company.start()
    let accepted =
      "which does not take the request 'connect'; it is taken while an agent waits for the customer's confirmation, "
      + "and while a number or a chat is offered"
    #expect(
      try company.refusal(.connect, id, at: 1) == "409 the callback is QUEUED/waiting-for-agent, \(accepted)"
    )
    #expect(
      try company.refusal(.confirmationDialog, id, at: 1) == """
        409 the callback is QUEUED/waiting-for-agent, which does not take the request \
        'get-dialog-user-confirmation-provide_code-false'; it is taken while an agent waits for the customer to \
        confirm and come
        """
    )
    try company.engine.cancel(id.text, company.context(2))
    #expect(try company.refusal(.connect, id, at: 3) == "409 the callback is COMPLETED, \(accepted)")
    let unknown = try CallbackID("1-00000000-0000-4000-8000-000000000000")
    #expect(try company.refusal(.connect, unknown, at: 3) == "404 there is no callback '\(unknown)'")
  }

  @Test func anEarlierNumberFromOutsideIsNoCallOfItsOwn() throws {
    let company = try ScenarioCompany(scenario, numbers: ["6504663204", "6504663205"])
    let (id, _) = try company.start()
    let access = try company.engine.request(
      "request-access",
      ["_id": id.text, "_resource_group": "DNIS"],
      company.context(1)
    ).body
    let number = try #require(access["_access_number"]?.stringValue)
    #expect(try company.call(number, at: 2) == #"{"_id":"\#(id)"}"#)
    #expect(try company.place(id) == "QUEUED/waiting-for-agent", "it waits for an agent, not for a call")
    #expect(try company.callback(id).bookings.isEmpty)
  }
}
