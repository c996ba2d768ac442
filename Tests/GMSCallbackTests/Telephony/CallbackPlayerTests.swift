import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport
import Testing

struct CallbackPlayerTests {
  private static let nine = PlayedCompany.nine

  private static func reason(_ id: CallbackID, _ engine: CallbackEngine) throws -> String {
    guard case .completed(let completed) = try engine.callback(id.text).state else { return "not over" }
    return completed.reason.rawValue
  }

  @Test func playsACallbackStepByStep() throws {
    let company = try PlayedCompany("user-terminated-delayed")
    var player = company.player(agents: 1)
    let callback = try player.start(StartRequest("desk", customerNumber: "+1 202 555 0111"))
    try player.advance(to: Self.nine.addingTimeInterval(3600))
    let steps = player.takeSteps()
    #expect(steps.allSatisfy { $0.id == callback.id && $0.service == "desk" })
    #expect(
      steps.map {
        "\(Int($0.transition.at.timeIntervalSince(Self.nine))) \($0.transition.event.name.rawValue)"
      }
        == [
          "0 agent-reserved", "5 customer-busy", "305 dial-retry-fell-due", "305 agent-reserved",
          "310 customer-answered", "312 agent-answered", "372 call-ended",
        ]
    )
    #expect(player.takeSteps() == [])
    #expect(player.now == Self.nine.addingTimeInterval(3600))
  }

  @Test func servesInTheOrderOfTheLineWithOneCallbackAnAgent() throws {
    let company = try PlayedCompany("user-terminated-delayed")
    var player = company.player(agents: 2)
    var ids: [CallbackID] = []
    for number in 0..<7 {
      try player.advance(to: Self.nine.addingTimeInterval(Double(number)))
      ids.append(try player.start(StartRequest("desk", customerNumber: "5000\(number)")).id)
    }
    #expect(player.busyAgents == 2)
    #expect(player.line.inOrder.map(\.id) == Array(ids[2...]))
    try player.advance(to: Self.nine.addingTimeInterval(3600))
    let reserved = player.takeSteps().filter { $0.transition.event.name == .agentReserved }
    #expect(reserved.map(\.id) == ids)
    #expect(player.faults == [])
    #expect(
      try ids.map { try Self.reason($0, company.engine) } == Array(repeating: "AGENT_CONNECTED", count: 7)
    )
  }

  @Test func withoutAgentsCallbacksWaitUntilTheirTimeIsOver() throws {
    let company = try PlayedCompany("user-terminated-delayed")
    var player = company.player(agents: 0)
    let callback = try player.start(StartRequest("desk", customerNumber: "50001"))
    try player.advance(to: Self.nine.addingTimeInterval(14_399))
    #expect(player.line.position(of: callback.id) == 1)
    try player.advance(to: Self.nine.addingTimeInterval(14_400))
    #expect(try Self.reason(callback.id, company.engine) == "FAIL_TIMEOUT_TTL")
    #expect(player.line.isEmpty)
    #expect(player.faults == [])
  }

  @Test func takesEventsFromElsewhere() throws {
    let company = try PlayedCompany("user-terminated-scheduled")
    var player = company.player(agents: 1)
    let desired = Self.nine.addingTimeInterval(7200)
    let callback = try player.start(StartRequest("desk", customerNumber: "50001", at: desired))
    let later = desired.addingTimeInterval(3600)
    #expect(try player.apply(.rescheduled(desired: later), to: callback.id).desired == later)
    try player.advance(to: desired.addingTimeInterval(300))
    #expect(try company.engine.callback(callback.id.text).state.name == .scheduled)
    try player.advance(to: later.addingTimeInterval(-118))
    #expect(try company.engine.callback(callback.id.text).state.kind == .diallingCustomer)
    #expect(try player.apply(.cancelled, to: callback.id).state.name == .completed)
    #expect(player.busyAgents == 0)
    try player.advance(to: later.addingTimeInterval(3600))
    #expect(player.faults == [], "what was planned for the call is dropped")
    var copy = player
    #expect(throws: CallbackError.self) { try copy.apply(.cancelled, to: callback.id) }
  }

  @Test func playsCallbacksThatOthersMadeOnceItKnowsThem() throws {
    let company = try PlayedCompany("user-terminated-scheduled")
    let context = RequestContext(now: Self.nine, randomness: .seed(5))
    let other = try company.engine.start(StartRequest("desk", customerNumber: "50001"), context)
    let later = try company.engine.start(
      StartRequest("desk", customerNumber: "50002", at: Self.nine.addingTimeInterval(1200)),
      context
    )
    var player = company.player(agents: 1)
    try player.join(other)
    try player.join(other)
    // The driver is called for the first one's timers, and finds the second one, which nobody joined.
    try player.advance(to: Self.nine.addingTimeInterval(86_400))
    #expect(try Self.reason(other.id, company.engine) == "AGENT_CONNECTED")
    #expect(try company.engine.callback(later.id.text).state.name == .scheduled, "nobody told of it")
    try player.join(company.engine.callback(later.id.text))
    try player.advance(to: Self.nine.addingTimeInterval(90_000))
    #expect(player.faults == [])
  }

  /// Parties that answer to a question with an event that no state takes then.
  private struct WrongParties: PartyBehavior {
    let wrong: CallbackEvent
    func reply(to question: PartyQuestion, of outcome: ForcedOutcome?) -> PartyReply {
      if case .dial = question { return PartyReply(wrong, afterSeconds: 1) }
      return ForcedBehavior().reply(to: question, of: outcome)
    }
  }

  @Test func notesARefusedEventAsAFaultAndGoesOn() throws {
    let company = try PlayedCompany("user-terminated-delayed")
    var player = CallbackPlayer(
      engine: company.engine,
      agents: 1,
      now: Self.nine,
      behavior: WrongParties(wrong: .customerConfirmed)
    )
    let callback = try player.start(StartRequest("desk", customerNumber: "50001"))
    try player.advance(to: Self.nine.addingTimeInterval(1))
    let expected = """
      2026-11-23T09:00:01.000Z: 'customer-confirmed' was asked for and refused in ROUTING/dialling-customer: \
      the callback is ROUTING/dialling-customer, which does not take 'customer-confirmed'; it takes
      """
    #expect(player.faults.count == 1)
    #expect(player.faults.first?.hasPrefix(expected) == true)
    try player.advance(to: Self.nine.addingTimeInterval(7200))
    #expect(player.faultCount == 3, "one each call")
    #expect(try Self.reason(callback.id, company.engine) == "FAIL_CALL_TO_CUSTOMER", "its timers go on")
  }

  /// A number that says that nobody answers, and an engine whose queue was told something else meanwhile.
  @Test func noticesWhenSomebodyElseTakesItsAgent() throws {
    let company = try PlayedCompany("user-terminated-delayed")
    var player = company.player(agents: 0)
    let callback = try player.start(StartRequest("desk", customerNumber: "50001"))
    // Behind the player's back.
    try company.engine.apply(
      .agentReserved(agent: "stranger"),
      to: callback.id.text,
      RequestContext(now: Self.nine)
    )
    try player.advance(to: Self.nine.addingTimeInterval(40))
    try player.apply(.customerAnswered, to: callback.id)
    #expect(player.faultCount > 0)
    #expect(player.faults.contains { $0.contains("'stranger', whom it was not given") })
  }

  @Test func twoPlayersOfOneSeedPlayTheSame() throws {
    func play(_ seed: UInt64) throws -> [DriverStep] {
      let company = try PlayedCompany("user-terminated-delayed")
      var player = CallbackPlayer(
        engine: company.engine,
        agents: 2,
        now: Self.nine,
        behavior: ForcedBehavior(),
        seed: seed
      )
      for digits in stride(from: 0, through: 99, by: 7) {
        try player.start(StartRequest("desk", customerNumber: ForcedOutcome.number(digits)))
      }
      try player.advance(to: Self.nine.addingTimeInterval(7200))
      return player.takeSteps()
    }
    let first = try play(1)
    #expect(first.count > 50)
    #expect(try play(1) == first)
    #expect(try play(2) != first)
  }
}
