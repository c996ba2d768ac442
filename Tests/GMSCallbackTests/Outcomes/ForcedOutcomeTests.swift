import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport
import Testing

struct ForcedOutcomeTests {
  struct Spelling: CustomTestStringConvertible, Sendable {
    let text: String
    let outcome: ForcedOutcome?
    var testDescription: String { "'\(text)'" }
    init(_ text: String, _ outcome: ForcedOutcome?) {
      self.text = text
      self.outcome = outcome
    }
  }

  @Test(arguments: [
    Spelling("+1 202 555 0112", ForcedOutcome(.busy, count: 2)),
    Spelling("12025550112", ForcedOutcome(.busy, count: 2)),
    Spelling("2025550112", ForcedOutcome(.busy, count: 2)),
    Spelling("(202) 555-0112", ForcedOutcome(.busy, count: 2)),
    Spelling("+1 999 555 0112", ForcedOutcome(.busy, count: 2)),
    Spelling("+1 202 555 0110", ForcedOutcome(.busy)),
    Spelling("+1 202 555 0100", ForcedOutcome(.reachable)),
    Spelling("+1 202 555 0109", ForcedOutcome(.reachable)),
    Spelling("+1 202 555 0199", ForcedOutcome(.reachable)),
    Spelling("+1 202 555 0200", nil), Spelling("+1 202 555 0099", nil), Spelling("+1 202 556 0112", nil),
    Spelling("+1 102 555 0112", nil), Spelling("+2 202 555 0112", nil), Spelling("5550112", nil),
    Spelling("+1 202 555 01123", nil), Spelling("", nil), Spelling("+1 202 555 011x", nil),
    Spelling("+44 20 2555 0112", nil), Spelling("٢٠٢٥٥٥٠١١٢", nil),
  ])
  func readsNumbersAsPeopleTypeThem(_ spelling: Spelling) {
    #expect(ForcedOutcome(spelling.text) == spelling.outcome)
  }

  @Test func numbersAndOutcomesAgree() throws {
    for digits in 0...99 {
      for areaCode in [200, 415, 999] {
        let number = ForcedOutcome.number(digits, areaCode: areaCode)
        #expect(CustomerNumber(number).isPossible)
        let outcome = try #require(ForcedOutcome(number))
        #expect(outcome == ForcedOutcome(ForcedOutcome.number(digits)))
        let row = try #require(ForcedOutcome.table.first { $0.digits.contains(digits) })
        #expect(row.outcome.behavior == outcome.behavior)
        if row.digits.count == 9 {
          #expect(outcome.count == digits % 10)
        } else {
          #expect(outcome.count == nil)
        }
      }
    }
    let listed = ForcedOutcome.table.flatMap { Array($0.digits) }
    #expect(listed == Array(0...99), "the table has each number once, in order")
    #expect(Set(ForcedOutcome.table.map(\.outcome.behavior)) == Set(ForcedOutcome.Behavior.allCases))
  }

  struct Service: CustomTestStringConvertible, Sendable {
    let scenario: String
    let options: [String: String]
    var testDescription: String { "\(scenario) \(options)" }
    init(_ scenario: String, _ options: [String: String] = [:]) {
      self.scenario = scenario
      self.options = options
    }
  }

  static let services = [
    Service("user-terminated-scheduled"),
    Service("user-terminated-immediate"),
    Service("user-terminated-delayed"),
    Service("user-terminated-delayed", ["_userterminated_first_connect_party": "AGENT"]),
    Service("user-terminated-delayed", ["_max_dial_attempts": "1", "_max_transfer_to_agent_attempts": "1"]),
    Service(
      "user-terminated-delayed",
      ["_max_dial_attempts": "12", "_max_transfer_to_agent_attempts": "10"]
    ),
    Service("user-terminated-delayed", ["_wait_for_user_confirm": "true"]),
    Service(
      "user-terminated-delayed",
      ["_wait_for_user_confirm": "true", "_on_user_confirm_timeout": "CANCEL"]
    ),
    Service(
      "user-terminated-delayed",
      [
        "_wait_for_user_confirm": "true", "_on_user_confirm_timeout": "CANCEL",
        "_max_number_of_user_availability_confirmation_attempts": "5",
      ]
    ),
    Service("user-terminated-delayed-agent-preview"),
    Service("user-terminated-delayed-agent-preview", ["_agent_preview_allow_reject": "1"]),
    Service("user-terminated-delayed-agent-preview", ["_agent_preview_allow_reject": "4"]),
    Service(
      "user-terminated-delayed-agent-preview",
      [
        "_agent_preview_allow_reject": "2", "_userterminated_first_connect_party": "CUSTOMER",
        "_wait_for_user_confirm": "true", "_on_user_confirm_timeout": "CANCEL",
      ]
    ),
    Service("user-originated-immediate"),
    Service("user-originated-delayed"),
    Service(
      "user-originated-delayed",
      ["_userorig_connect_limit": "5", "_on_user_confirm_timeout": "CANCEL"]
    ),
    Service("chat-immediate"),
    Service("chat-delayed"),
  ]

  /// Each number under each service, alone with one agent and with three: 100 × 18 × 2 callbacks to their ends.
  @Test(arguments: services)
  func everyNumberEndsAsStated(_ service: Service) throws {
    for agents in [1, 3] {
      let company = try PlayedCompany(service.scenario, Options(service.options))
      var player = company.player(agents: agents)
      for digits in 0...99 {
        let number = ForcedOutcome.number(digits)
        let callback = try player.start(StartRequest("desk", customerNumber: number))
        // A clock that moves on: the one before is over, so each callback is alone.
        try player.advance(to: player.now.addingTimeInterval(6 * 3600))
        let outcome = try #require(ForcedOutcome(number))
        let state = try company.engine.callback(callback.id.text).state
        guard case .completed(let completed) = state else {
          Issue.record("\(number) is \(state.kind.rawValue)")
          continue
        }
        #expect(
          completed.reason == outcome.ending(under: company.policy),
          "\(number) with \(agents) agents"
        )
        #expect(player.faults == [], "\(number) with \(agents) agents")
        #expect(player.busyAgents == 0)
        #expect(player.line.isEmpty)
      }
    }
  }

  /// All numbers at once share the agents, and nobody is changed by the others.
  @Test(arguments: services)
  func numbersTogetherEndAsAlone(_ service: Service) throws {
    let company = try PlayedCompany(service.scenario, Options(service.options))
    var player = company.player(agents: 7)
    var ids: [(CallbackID, ForcedOutcome)] = []
    for digits in 0...99 {
      let number = ForcedOutcome.number(digits, areaCode: 300 + digits)
      ids.append(
        (
          try player.start(StartRequest("desk", customerNumber: number)).id,
          try #require(ForcedOutcome(number))
        )
      )
    }
    try player.advance(to: PlayedCompany.nine.addingTimeInterval(8 * 3600))
    #expect(player.faults == [])
    for (id, outcome) in ids {
      let expected = outcome.ending(under: company.policy)
      guard case .completed(let completed) = try company.engine.callback(id.text).state else {
        Issue.record("\(outcome) is not over")
        continue
      }
      #expect(completed.reason == expected, "\(outcome)")
    }
  }
}
