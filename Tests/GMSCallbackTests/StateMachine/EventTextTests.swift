import Foundation
import GMSCallback
import GMSCore
import Testing

struct EventTextTests {
  @Test(arguments: StateMatrixTests.events)
  func everyEventReadsItsOwnText(_ event: CallbackEvent) throws {
    #expect(try CallbackEvent(name: event.name.rawValue, parameters: event.parameters) == event)
    #expect(!event.name.summary.isEmpty)
    let required = event.name.parameters.filter(\.isRequired).map(\.name)
    #expect(Set(required).isSubset(of: Set(event.parameters.keys)))
  }

  @Test func namesAreKebabCaseAndUnique() {
    let names = CallbackEvent.allNames.map(\.rawValue)
    #expect(names.count == 35)
    #expect(Set(names).count == 35)
    #expect(names.allSatisfy { $0.allSatisfy { $0 == "-" || ($0 >= "a" && $0 <= "z") } })
    #expect(
      CallbackEvent.agentReserved(agent: "kate").description == "agent-reserved agent=kate"
    )
    #expect(CallbackEvent.rescheduled(desired: nine).parameters == ["desired": "2026-11-23T09:00:00.000Z"])
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    var parameters: [String: String] = [:]
    let code: CallbackError.Code
    var facts: [String: String] = [:]
    let says: String
    var testDescription: String { "\(name) \(parameters)" }
  }

  static let refused = [
    Case(
      name: "customer-bussy",
      code: .unknownEvent,
      facts: ["suggestion": "customer-busy"],
      says: "there is no event 'customer-bussy'. Did you mean 'customer-busy'?"
    ),
    Case(name: "", code: .unknownEvent, says: "there is no event ''"),
    Case(
      name: "agent-reserved",
      code: .missingParameter,
      facts: ["parameter": "agent"],
      says: "the parameter 'agent' is missing; give the agent's name (event 'agent-reserved')"
    ),
    Case(
      name: "agent-reserved",
      parameters: ["agent": ""],
      code: .invalidParameter,
      facts: ["parameter": "agent"],
      says: "'' cannot be the parameter 'agent'"
    ),
    Case(
      name: "agent-reserved",
      parameters: ["agnt": "kate"],
      code: .unknownParameter,
      facts: ["parameter": "agnt", "suggestion": "agent"],
      says: "there is no parameter 'agnt' (event 'agent-reserved'). Did you mean 'agent'?"
    ),
    Case(
      name: "submitted",
      parameters: ["agent": "kate"],
      code: .unknownParameter,
      facts: ["parameter": "agent"],
      says: "there is no parameter 'agent' (event 'submitted')"
    ),
    Case(
      name: "failed",
      parameters: ["reason": "FAIL_TARGET_NOT_FOUN"],
      code: .invalidParameter,
      facts: ["suggestion": "FAIL_TARGET_NOT_FOUND"],
      says: "Did you mean 'FAIL_TARGET_NOT_FOUND'?"
    ),
    Case(
      name: "failed",
      parameters: ["reason": "AGENT_CONNECTED"],
      code: .invalidParameter,
      facts: ["value": "AGENT_CONNECTED"],
      says: "give one of FAIL_LOAD_MESSAGE_FILE"
    ),
    Case(
      name: "rescheduled",
      parameters: ["desired": "tomorrow"],
      code: .invalidParameter,
      facts: ["value": "tomorrow"],
      says: "give a time as yyyy-MM-ddTHH:mm:ss.SSSZ"
    ),
  ]

  @Test(arguments: refused)
  func textIsRefused(_ test: Case) {
    do {
      _ = try CallbackEvent(name: test.name, parameters: test.parameters)
      Issue.record("taken")
    } catch {
      #expect(error.code == test.code)
      for (fact, value) in test.facts { #expect(error[fact] == value) }
      #expect(error.description.contains(test.says), "\(error.description)")
      #expect(error.category == .malformed)
    }
  }
}
