import Foundation
import GMSCallback
import GMSCore
import Testing

/// The customer is called at once and waits for an agent on the call.
struct UserTerminatedImmediateTests {
  private let scenario = "user-terminated-immediate"

  @Test func itsStages() throws {
    let company = try ScenarioCompany(scenario)
    // Start: the record; the customer's telephone rings already.
    let (id, answer) = try company.start(["topic": "loans"])
    #expect(
      answer == """
        {"_id":"\(id)","_desired_time":"2025-01-06T14:00:00.000Z","_service_name":"line",\
        "_callback_state":"QUEUED","_expiration_time":"2025-01-07T14:00:00.000Z","_customer_number":"5115",\
        "_url":"/genesys/1/service/callback/line/\(id)"}
        """
    )
    #expect(try company.place(id) == "QUEUED/dialling")
    #expect(try company.engine.dialog(of: id.text, company.context(0)) == nil)
    #expect(
      try company.event("customer-answered", id, at: 5) == [
        "deliver-status event=_cbe_on_dial_done", "deliver-status event=_cbe_on_connect_treatment_start",
        "deliver-status event=_cbe_on_customer_queued", "find-agent",
      ]
    )
    #expect(try company.place(id) == "QUEUED/waiting-on-call")
    try company.event("agent-reserved", id, ["agent": "kate"], at: 30)
    try company.event("agent-answered", id, at: 33)
    try company.event("call-ended", id, at: 90)
    #expect(
      try company.history(id) == [
        "submission-fell-due → QUEUED/submitting", "submitted → QUEUED/dialling",
        "customer-answered → QUEUED/waiting-on-call", "agent-reserved → ROUTING/agent-joins-customer",
        "agent-answered → PROCESSING", "call-ended → COMPLETED",
      ]
    )
    #expect(try company.callback(id).completionReason == .agentConnected)
  }

  @Test(arguments: ["customer-busy", "customer-did-not-answer", "answering-machine-answered"])
  func aCallThatFailsIsTriedAgainThreeTimes(_ outcome: String) throws {
    let company = try ScenarioCompany(scenario)
    let (id, _) = try company.start()
    for attempt in 1...2 {
      let start = Double(attempt - 1) * 305
      try company.event(outcome, id, at: start + 5)
      #expect(try company.place(id) == "QUEUED/waiting-to-dial")
      #expect(try company.run(start + 305) == ["dial-retry-fell-due → QUEUED/dialling"])
    }
    try company.event(outcome, id, at: 615)
    #expect(try company.callback(id).completionReason == .failCallToCustomer)
  }

  @Test func anUnansweredCallEndsByItself() throws {
    let company = try ScenarioCompany(scenario, ["_max_dial_attempts": "2", "_dial_retry_timeout": "60"])
    let (id, _) = try company.start()
    #expect(
      try company.run(10_000) == [
        "dial-timed-out → QUEUED/waiting-to-dial", "dial-retry-fell-due → QUEUED/dialling",
        "dial-timed-out → COMPLETED",
      ]
    )
    #expect(try company.callback(id).history.last?.at == company.at(32 + 60 + 32))
  }

  @Test func noAgentComesToTheCall() throws {
    let company = try ScenarioCompany(scenario, ["_max_time_to_wait_for_agent_on_the_call": "120"])
    let (id, _) = try company.start()
    try company.event("customer-answered", id, at: 5)
    #expect(try company.run(10_000) == ["agent-wait-ran-out → COMPLETED"])
    #expect(try company.callback(id).completionReason == .notAvailable)
  }

  @Test func aNumberThatDoesNotExistIsNotTriedAgain() throws {
    let company = try ScenarioCompany(scenario)
    let (id, _) = try company.start()
    try company.event("number-invalid", id, at: 5)
    #expect(try company.callback(id).completionReason == .failCallToCustomer)
  }

  @Test func aDeviceHasNothingToAsk() throws {
    let company = try ScenarioCompany(scenario)
    let (id, _) = try company.start()
    #expect(
      try company.refusal(.connect, id, at: 1) == """
        409 the callback is QUEUED/dialling, which does not take the request 'connect'; it is taken while an agent \
        waits for the customer's confirmation, and while a number or a chat is offered
        """
    )
    #expect(
      try company.refusal(.chat, id, at: 1)
        == "409 the callback is for voice, which does not take the request 'ixn/chat'"
    )
  }
}
