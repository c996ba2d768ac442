import Foundation
import GMSCallback
import GMSCore
import Testing

/// The customer chooses a time in the office hours and is called then.
struct UserTerminatedScheduledTests {
  private func booked(_ options: Options = [:]) throws -> (ScenarioCompany, CallbackID) {
    let company = try ScenarioCompany("user-terminated-scheduled", options)
    let callback = try company.engine.start(
      StartRequest("line", customerNumber: "5115", at: company.at(3600)),
      company.context(0)
    )
    return (company, callback.id)
  }

  @Test func itsStages() throws {
    let company = try ScenarioCompany("user-terminated-scheduled")
    // Start: the record, SCHEDULED.
    let started = try company.engine.startWithDialog(
      StartRequest("line", customerNumber: "5115", at: company.at(3600)),
      company.context(0)
    )
    let id = started.callback.id
    #expect(started.dialog == nil)
    #expect(
      JSONWriter.compact(started.answer()) == """
        {"_id":"\(id)","_desired_time":"2025-01-06T15:00:00.000Z","_service_name":"line",\
        "_callback_state":"SCHEDULED","_expiration_time":"2025-01-07T15:00:00.000Z","_customer_number":"5115",\
        "_url":"/genesys/1/service/callback/line/\(id)"}
        """
    )
    // Two minutes before its time it goes into the queue.
    #expect(try company.run(3479.999) == [])
    #expect(
      try company.run(3480) == [
        "submission-fell-due → QUEUED/submitting", "submitted → QUEUED/waiting-for-agent",
      ]
    )
    try company.event("agent-reserved", id, ["agent": "kate"], at: 3600)
    try company.event("customer-answered", id, at: 3605)
    try company.event("agent-answered", id, at: 3607)
    try company.event("call-ended", id, at: 3700)
    #expect(
      try company.history(id) == [
        "submission-fell-due → QUEUED/submitting", "submitted → QUEUED/waiting-for-agent",
        "agent-reserved → ROUTING/dialling-customer", "customer-answered → ROUTING/agent-joins-customer",
        "agent-answered → PROCESSING", "call-ended → COMPLETED",
      ]
    )
    // The record stays a day after the desired time, then it goes.
    #expect(try company.run(3600 + 86_399) == [])
    #expect(try company.run(3600 + 86_400) == ["retention-ended → COMPLETED"])
    #expect(try company.everything().isEmpty)
  }

  @Test func itIsMovedAndCancelled() throws {
    let (company, id) = try booked()
    let moved = try company.engine.reschedule(id.text, to: company.at(7200), company.context(60))
    #expect(moved.state.name == .scheduled)
    #expect(try company.run(7000) == [])
    let cancelled = try company.engine.cancel(id.text, company.context(7000))
    #expect(
      JSONWriter.compact(CallbackAnswer.cancelled(cancelled)) == """
        {"_action":"ConfirmationDialog","_id":"\(id)","_text":"Your callback has been cancelled.",\
        "_ok_title":"OK","_dialog_id":"0","_desired_time":"2025-01-06T16:00:00.000Z"}
        """
    )
    #expect(try company.history(id) == ["rescheduled → SCHEDULED", "cancelled → COMPLETED"])
  }

  @Test func theCustomerIsReminded() throws {
    let (company, id) = try booked(["_enable_notification_reminder": "true"])
    #expect(try company.run(3300) == ["reminder-fell-due → SCHEDULED"])
    #expect(try company.run(3480).count == 2)
    #expect(try company.place(id) == "QUEUED/waiting-for-agent")
  }

  @Test func aScheduledCallerGetsANumberWhenItsTimeComes() throws {
    let company = try ScenarioCompany(
      "user-originated-immediate",
      ["_business_hours_service": "Office", "_request_execution_time_buffer": "0"]
    )
    let started = try company.engine.startWithDialog(
      StartRequest("line", customerNumber: "5115", at: company.at(3600)),
      company.context(0)
    )
    let id = started.callback.id
    #expect(JSONWriter.compact(started.answer()) == ScenarioCompany.notified(id))
    try company.run(3610)
    #expect(try company.live(3610).map(\.made) == [company.at(3600)], "under its due time, however late")
    #expect(try company.ask(.connect, id, at: 3611) == ScenarioCompany.dial(id, "6504663204", left: 19))
  }
}
