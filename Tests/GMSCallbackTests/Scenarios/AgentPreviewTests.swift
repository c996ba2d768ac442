import Foundation
import GMSCallback
import GMSCore
import Testing

/// An agent sees the callback and takes or rejects it; then the agent is called, then the customer.
struct AgentPreviewTests {
  private func company(_ options: Options = [:]) throws -> (ScenarioCompany, CallbackID) {
    let company = try ScenarioCompany("user-terminated-delayed-agent-preview", options)
    return (company, try company.start(["topic": "loans"]).id)
  }

  @Test func itsStages() throws {
    let (company, id) = try company()
    let report = try company.engine.report(
      .agentReserved(agent: "kate"),
      to: id.text,
      company.context(10)
    )
    #expect(
      report.transitions.flatMap(\.actions).map(\.description) == [
        "deliver-status event=_cbe_on_target_found", "show-preview agent=kate",
      ]
    )
    #expect(report.attachedData == ["GMS_UserData": #"{"topic":"loans"}"#])
    #expect(
      try company.event("agent-accepted", id, at: 15) == [
        "deliver-status event=_cbe_on_route_to_agent", "dial-agent agent=kate",
      ]
    )
    try company.event("agent-answered", id, at: 18)
    try company.event("customer-answered", id, at: 25)
    try company.event("call-ended", id, at: 100)
    #expect(
      try company.history(id) == [
        "submission-fell-due → QUEUED/submitting", "submitted → QUEUED/waiting-for-agent",
        "agent-reserved → QUEUED/agent-preview", "agent-accepted → ROUTING/dialling-agent",
        "agent-answered → ROUTING/customer-joins-agent", "customer-answered → PROCESSING",
        "call-ended → COMPLETED",
      ]
    )
    #expect(try company.callback(id).completionReason == .agentConnected)
  }

  @Test(arguments: [1, 2, 5])
  func agentsRejectUntilItIsGivenUp(_ limit: Int) throws {
    let (company, id) = try company(["_agent_preview_allow_reject": String(limit)])
    for turn in 1...limit {
      let start = Double(turn) * 10
      try company.event("agent-reserved", id, ["agent": "agent\(turn)"], at: start)
      // Looking on and on is a rejection too.
      if turn.isMultiple(of: 2) {
        try company.run(start + 30)
      } else {
        try company.event("agent-declined", id, at: start + 3)
      }
      if turn < limit { #expect(try company.place(id) == "QUEUED/waiting-for-agent") }
    }
    #expect(
      try company.callback(id).completionReason?.rawValue == "AGENT_PREVIEW_CANCEL_AFTER_\(limit)REJECTS"
    )
  }

  @Test func whereNobodyMayRejectItGoesOn() throws {
    let (company, id) = try company()
    try company.event("agent-reserved", id, ["agent": "kate"], at: 10)
    #expect(
      try company.refusal {
        _ = try company.engine.apply(.agentDeclined, to: id.text, company.context(11))
      }.hasPrefix("409 the callback is QUEUED/agent-preview, which does not take 'agent-declined'")
    )
    #expect(try company.run(40) == ["preview-timed-out → ROUTING/dialling-agent"])
  }
}
