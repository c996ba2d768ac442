import Foundation
import GMSCallback
import GMSCore
import Testing

/// The printed machine is the machine: a program that was written from the recommendation of SCXML reads what is
/// printed, and goes where the machine goes.
@Suite(.enabled(if: StateChartOracle.isAvailable, "there is no python3 here"))
struct StateChartOracleTests {
  /// Every arrow of the chart is gone by one of these.
  private static let covering = ChartWalk.covering(ChartWalk.policies)

  /// Walks of 120 events: with 13 policies and 20 seeds, 31,200 events.
  private static func walks(_ seeds: Range<UInt64> = 0..<20) -> [ChartWalk] {
    Policies.all.flatMap { policy in
      seeds.map { ChartWalk(policy: policy.policy, seed: $0, length: 120) }
    }
  }

  @Test func chartsArePlayed() throws {
    let walks = Self.walks() + Self.covering
    let events = walks.flatMap(\.steps)
    // Everything that can come of an event is among them, and every state.
    #expect(Set(events.map { $0[1] }) == ["moved", "stayed", "refused", "guarded", "removed"])
    #expect(
      Set(events.map { $0[2] }) == Set(CallbackState.Kind.allCases.map(ChartWalk.identifier))
    )
    let answer = try StateChartOracle.run(walks: walks)
    #expect(answer.status == 0, "\(answer.output)")
    #expect(
      answer.output.hasPrefix("20 states, 203 transitions, 203 played, \(walks.count) walks, "),
      "\(answer.output)"
    )
    print("charts: \(answer.output)", terminator: "")
  }

  struct Damage: CustomTestStringConvertible, Sendable {
    let name: String
    var format = StateDiagram.Format.scxml
    let from: String
    let to: String
    let says: String
    var testDescription: String { name }
  }

  /// An oracle that finds nothing wrong proves nothing unless it finds what is.
  static let damages = [
    Damage(name: "not XML", from: "</scxml>", to: "", says: "not well-formed"),
    Damage(name: "namespace", from: "2005/07", to: "2005/08", says: "another namespace"),
    Damage(name: "version", from: "version=\"1.0\" name", to: "version=\"1.1\" name", says: "the version is"),
    Damage(name: "initial", from: "initial=\"SCHEDULED\"", to: "initial=\"NOWHERE\"", says: "does not exist"),
    Damage(name: "an id twice", from: "id=\"PROCESSING\"", to: "id=\"SCHEDULED\"", says: "is there twice"),
    Damage(name: "no NCName", from: "id=\"PROCESSING\"", to: "id=\"1st\"", says: "is no NCName"),
    Damage(
      name: "no data model",
      from: " datamodel=\"ecmascript\"",
      to: "",
      says: "without a data model"
    ),
    Damage(
      name: "a final state with a transition",
      from: "<final id=\"COMPLETED\"/>",
      to: "<final id=\"COMPLETED\"><transition event=\"x\" target=\"COMPLETED\"/></final>",
      says: "transition in final"
    ),
    Damage(
      name: "an attribute",
      from: "<state id=\"PROCESSING\">",
      to: "<state id=\"PROCESSING\" name=\"x\">",
      says: "state/@name is not allowed"
    ),
    Damage(
      name: "a descriptor",
      from: "event=\"snooze-ended\"",
      to: "event=\"snooze ..ended\"",
      says: "no event descriptors"
    ),
    Damage(
      name: "a target",
      from: "event=\"call-ended\" target=\"COMPLETED\"",
      to: "event=\"call-ended\" target=\"SCHEDULED\"",
      says: "and the chart to SCHEDULED"
    ),
    Damage(
      name: "a transition that is missing",
      from: "<transition event=\"submission-fell-due\" target=\"QUEUED_submitting\"/>",
      to: "",
      says: "and the chart"
    ),
    Damage(
      name: "a transition too many",
      from: "<state id=\"SCHEDULED\">",
      to: "<state id=\"SCHEDULED\"><transition event=\"submitted\" target=\"COMPLETED\"/>",
      says: "and the chart has a transition"
    ),
    Damage(
      name: "an arrow of Mermaid",
      format: .mermaid,
      from: "PROCESSING --> COMPLETED",
      to: "PROCESSING --> SCHEDULED",
      says: "Mermaid has other arrows"
    ),
    Damage(
      name: "a state of Mermaid inside itself",
      format: .mermaid,
      from: "as PAUSED_ {",
      to: "as PAUSED {",
      says: "a state inside itself"
    ),
    Damage(name: "a brace of Mermaid", format: .mermaid, from: "  }\n", to: "", says: "Mermaid:"),
    Damage(name: "a bracket of DOT", format: .dot, from: "\"];\n  }", to: "\";\n  }", says: "DOT:"),
    Damage(
      name: "an event of DOT",
      format: .dot,
      from: "\"submitted\"",
      to: "\"submited\"",
      says: "DOT has other arrows"
    ),
  ]

  @Test(arguments: damages)
  func damageIsFound(_ damage: Damage) throws {
    let printed = StateDiagram.print(damage.format)
    #expect(printed.contains(damage.from))
    let damaged = printed.replacing(damage.from, with: damage.to)
    let answer = try StateChartOracle.run(walks: Self.walks(0..<1) + Self.covering, [damage.format: damaged])
    #expect(answer.status == 1)
    #expect(answer.output.contains(damage.says), "\(answer.output)")
  }
}

/// Runs the program in Python.
enum StateChartOracle {
  private static let script = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Oracles/state-charts.py").path

  static let isAvailable = (try? start([script, "--help"]))?.status == 0

  /// What it says of the printed charts, some of which are given.
  static func run(walks: [ChartWalk], _ given: [StateDiagram.Format: String] = [:]) throws
    -> (status: Int32, output: String)
  {
    func text(_ format: StateDiagram.Format) -> JSONValue {
      .string(given[format] ?? StateDiagram.print(format))
    }
    let file = FileManager.default.temporaryDirectory.appending(path: "charts-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    let question: JSONValue = [
      "scxml": text(.scxml), "mermaid": text(.mermaid), "dot": text(.dot),
      "walks": .array(
        walks.map { .array($0.steps.map { .array($0.map { .string($0) }) }) }
      ),
    ]
    try Data(JSONWriter.compact(question).utf8).write(to: file)
    return try start([script, file.path])
  }

  private static func start(_ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.standardError
    process.standardInput = FileHandle.nullDevice
    try process.run()
    // Read to the end before waiting: a full pipe would stop the program for ever.
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
