import Foundation
import GMSCallback
import GMSCore
import Testing

/// All interleavings of commands through the real engine, and a counterexample that anybody can run.
@Suite("Interleavings of commands")
struct EngineSearchTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let configuration: String
    var desired: [String?] = [nil, nil]
    var testDescription: String { name }
  }

  static let cases = [
    Case(name: "user-originated delayed", configuration: SearchCompany.originatedDelayed),
    // The one number goes to the first, so that the second cannot ask for now.
    Case(
      name: "user-originated immediate",
      configuration: SearchCompany.originatedImmediate,
      desired: [nil, "2025-01-06T14:10:00Z"]
    ),
    Case(name: "user-terminated", configuration: SearchCompany.terminated),
    Case(
      name: "from the request on",
      configuration: SearchCompany.originatedDelayed,
      desired: ["2025-01-06T14:10:00Z", "2025-01-06T14:10:00Z"]
    ),
  ]

  /// How many commands deep (`GMS_ENGINE_SEARCH_DEPTH`).
  static let depth = ProcessInfo.processInfo.environment["GMS_ENGINE_SEARCH_DEPTH"].flatMap { Int($0) } ?? 4

  @Test("break no rule", arguments: cases)
  func keepTheRules(_ test: Case) throws {
    var search = EngineSearch(test.configuration)
    try search.run(depth: Self.depth, desired: test.desired)
    if let script = search.counterexample { Issue.record("\(script.text)") }
    #expect(search.situations > 20)
    #expect(search.refusals > 20)
    print(
      """
      engine search, \(test.name): \(search.situations) situations, \(search.transitions) commands of which \
      \(search.refusals) refused, depth \(Self.depth)
      """
    )
  }

  /// A rule that does not hold, on purpose: the script that is printed does the same with gmsctl itself.
  @Test("are printed as a script that breaks the rule again")
  func script() throws {
    var search = EngineSearch(SearchCompany.originatedDelayed)
    search.rules = [
      { callbacks in
        callbacks.contains { $0.state.kind == .snoozed } ? "nobody may snooze" : nil
      }
    ]
    try search.run(depth: 3)
    let script = try #require(search.counterexample)
    #expect(script.fault == "nobody may snooze")
    #expect(
      script.commands.map(\.words) == [
        "callback event \"$A\" agent-reserved agent=kate", "callback event \"$A\" customer-snoozed",
      ]
    )
    let outcome = try Shell.run(script.text, in: "sh")
    #expect(outcome.status == 0, "\(outcome.errors)")
    let lines = try outcome.output.split(separator: "\n").map { try JSONReader.read(String($0)) }
    #expect(
      lines.map { $0["event"]?.stringValue } == [
        "submission-fell-due", "submitted", "agent-reserved", "customer-snoozed", "submission-fell-due",
        "submitted",
      ]
    )
    try #require(lines.count == 6)
    #expect(lines[3]["to"] == "QUEUED/snoozed")
  }
}
