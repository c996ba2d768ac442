import Foundation
import GMSCallback
import GMSCore
import Testing
import gmsctl

/// What Docs/Simulation.md shows is what the program does.
struct SimulationDocumentTests {
  private static let page = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Docs/Simulation.md")

  /// With `GMS_RECORD` set it is written anew.
  @Test func thePageIsCurrent() throws {
    let shown = try String(contentsOf: Self.page, encoding: .utf8)
    let made = try Self.withNumbers(Self.withOutput(shown))
    if ProcessInfo.processInfo.environment["GMS_RECORD"] != nil {
      try made.write(to: Self.page, atomically: true, encoding: .utf8)
      Issue.record("Docs/Simulation.md was written; run the tests again without GMS_RECORD")
    }
    #expect(made.contains("$ gmsctl simulate "), "the page shows a command")
    #expect(
      shown == made,
      "run `GMS_RECORD=1 swift test --filter SimulationDocumentTests`, read the change, commit"
    )
  }

  /// The page with what its commands print now.
  private static func withOutput(_ page: String) throws -> String {
    let harness = try CommandLineHarness()
    var blocks = page.components(separatedBy: "```\n")
    for index in blocks.indices where blocks[index].hasPrefix("$ gmsctl ") {
      let command = String(blocks[index].prefix { $0 != "\n" })
      let output = try harness.answer(String(command.dropFirst("$ gmsctl ".count)))
      blocks[index] = command + "\n" + output
    }
    return blocks.joined(separator: "```\n")
  }

  /// The page with the table of numbers as the library has it.
  private static func withNumbers(_ page: String) throws -> String {
    let (begin, end) = ("<!-- numbers begin -->\n", "<!-- numbers end -->\n")
    let before = try #require(page.range(of: begin))
    let after = try #require(page.range(of: end))
    return page[..<before.upperBound] + table + page[after.lowerBound...]
  }

  private static var policies: [(name: String, policy: CallbackPolicy)] {
    var agentFirst = CallbackPolicy()
    agentFirst.firstParty = .agent
    agentFirst.hasAgentPreview = true
    agentFirst.maxPreviewRejections = 2
    var confirming = CallbackPolicy()
    confirming.needsConfirmation = true
    confirming.connectsWithoutConfirmation = false
    var originated = CallbackPolicy()
    originated.direction = .userOriginated
    originated.waitsForAgent = false
    return [
      ("user-terminated-scheduled", CallbackPolicy()),
      ("…-agent-preview, `_agent_preview_allow_reject` 2", agentFirst),
      ("user-terminated-delayed, `_wait_for_user_confirm`, no CONNECT-ANYWAY", confirming),
      ("user-originated-immediate", originated),
    ]
  }

  private static var table: String {
    var lines = [
      "| 555- | what happens | " + policies.map(\.name).joined(separator: " | ") + " |",
      "|---|---|" + String(repeating: "---|", count: policies.count),
    ]
    for row in ForcedOutcome.table {
      let endings = policies.map { ending(row, $0.policy) }
      lines.append("| \(row.numbers) | \(row.meaning) | " + endings.joined(separator: " | ") + " |")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// How the callbacks of a row end: all the same, or so up to some N and otherwise from there on.
  private static func ending(_ row: ForcedOutcome.Row, _ policy: CallbackPolicy) -> String {
    let endings = row.digits.compactMap {
      ForcedOutcome(ForcedOutcome.number($0))?.ending(under: policy).rawValue
    }
    guard let first = endings.first, let last = endings.last, first != last else {
      return endings.first ?? ""
    }
    let change = endings.firstIndex(of: last) ?? 0
    precondition(
      endings[..<change].allSatisfy { $0 == first } && endings[change...].allSatisfy { $0 == last }
    )
    return "\(first) up to N = \(change), then \(last)"
  }
}
