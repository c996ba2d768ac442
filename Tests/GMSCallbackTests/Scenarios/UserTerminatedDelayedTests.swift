import Foundation
import GMSCallback
import GMSCore
import Testing

/// An agent is found, then the one party is called, and then the other.
struct UserTerminatedDelayedTests {
  private let scenario = "user-terminated-delayed"

  private func found(_ options: Options = [:]) throws -> (ScenarioCompany, CallbackID) {
    let company = try ScenarioCompany(scenario, options)
    let (id, _) = try company.start(["topic": "loans"])
    try company.event("agent-reserved", id, ["agent": "kate"], at: 10)
    return (company, id)
  }

  @Test func theCustomerFirst() throws {
    let company = try ScenarioCompany(scenario)
    let (id, answer) = try company.start()
    #expect(answer.contains(#""_callback_state":"QUEUED""#) && answer.contains(#""_customer_number":"5115""#))
    #expect(
      try company.event("agent-reserved", id, ["agent": "kate"], at: 10) == [
        "deliver-status event=_cbe_on_target_found", "deliver-status event=_cbe_on_dial_init",
        "dial-customer attempt=1",
      ]
    )
    #expect(
      try company.event("customer-answered", id, at: 15) == [
        "deliver-status event=_cbe_on_dial_done", "deliver-status event=_cbe_on_connect_treatment_start",
        "deliver-status event=_cbe_on_route_to_agent", "dial-agent agent=kate",
      ]
    )
    try company.event("agent-answered", id, at: 17)
    try company.event("call-ended", id, at: 100)
    #expect(
      try company.history(id) == [
        "submission-fell-due → QUEUED/submitting", "submitted → QUEUED/waiting-for-agent",
        "agent-reserved → ROUTING/dialling-customer", "customer-answered → ROUTING/agent-joins-customer",
        "agent-answered → PROCESSING", "call-ended → COMPLETED",
      ]
    )
    #expect(try company.callback(id).completionReason == .agentConnected)
  }

  @Test func theAgentFirst() throws {
    let (company, id) = try found(["_userterminated_first_connect_party": "AGENT"])
    #expect(try company.place(id) == "ROUTING/dialling-agent")
    #expect(
      try company.event("agent-answered", id, at: 14) == [
        "deliver-status event=_cbe_on_dial_init", "dial-customer attempt=1",
      ]
    )
    try company.event("customer-answered", id, at: 20)
    try company.event("call-ended", id, at: 100)
    #expect(
      try company.history(id).suffix(4) == [
        "agent-reserved → ROUTING/dialling-agent", "agent-answered → ROUTING/customer-joins-agent",
        "customer-answered → PROCESSING", "call-ended → COMPLETED",
      ]
    )
  }

  @Test func theCustomerDoesNotAnswer() throws {
    let (company, id) = try found()
    #expect(
      try company.run(10 + 32 + 300) == [
        "dial-timed-out → QUEUED/waiting-to-dial", "dial-retry-fell-due → QUEUED/waiting-for-agent",
      ]
    )
    for (attempt, start) in [(2, 400.0), (3, 1000.0)] {
      #expect(
        try company.event("agent-reserved", id, ["agent": "omar"], at: start).last
          == "dial-customer attempt=\(attempt)"
      )
      try company.event("customer-busy", id, at: start + 3)
      try company.run(start + 400)
    }
    #expect(try company.callback(id).completionReason == .failCallToCustomer)
    #expect(try company.callback(id).history.last?.at == company.at(1003))
  }

  @Test func noAgentAnswersThreeTimes() throws {
    let (company, id) = try found(["_userterminated_first_connect_party": "AGENT"])
    for start in [20.0, 40] {
      try company.event("agent-did-not-answer", id, at: start)
      #expect(try company.place(id) == "QUEUED/waiting-for-agent")
      try company.event("agent-reserved", id, ["agent": "omar"], at: start + 5)
    }
    try company.event("agent-declined", id, at: 60)
    #expect(try company.callback(id).completionReason == .failAgentConnect)
  }

  @Test func theQueueIsLeftInTheEnd() throws {
    let company = try ScenarioCompany(scenario, ["_urs_queued_ttl": "600"])
    let (id, _) = try company.start()
    #expect(try company.run(10_000) == ["queue-time-ran-out → COMPLETED"])
    #expect(try company.callback(id).completionReason == .failTimeoutTTL)
  }

  @Test func aCustomerWhoIsAskedFirstIsCalledAfterConnect() throws {
    let (company, id) = try found(["_wait_for_user_confirm": "true"])
    #expect(try company.ask(.confirmationDialog, id, at: 11) == ScenarioCompany.question(id))
    #expect(
      try company.ask(.connect, id, at: 12) == #"{"_id":"\#(id)","_text":"We are calling you."}"#
    )
    #expect(try company.place(id) == "ROUTING/dialling-customer")
  }

  @Test func theAgentGetsTheCustomersData() throws {
    let (company, id) = try found(["_userterminated_first_connect_party": "AGENT"])
    let declined = try company.engine.report(.agentDeclined, to: id.text, company.context(12))
    #expect(declined.attachedData == [:], "no agent is told")
    let reserved = try company.engine.report(
      .agentReserved(agent: "omar"),
      to: id.text,
      company.context(13)
    )
    #expect(reserved.attachedData == ["GMS_UserData": #"{"topic":"loans"}"#])
    #expect(
      JSONWriter.compact(CallbackAnswer.event(reserved))
        .hasSuffix(#""dial-agent agent=omar"],"attached_data":{"GMS_UserData":"{\"topic\":\"loans\"}"}}"#)
    )
  }
}
