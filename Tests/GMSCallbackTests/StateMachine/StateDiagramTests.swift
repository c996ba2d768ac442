import Foundation
import GMSCallback
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

struct StateDiagramTests {
  /// The page of the documentation is what the machine prints.
  ///
  /// With `GMS_RECORD` set it is written anew.
  @Test func pageIsWhatTheMachinePrints() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Docs/StateMachine.md").standardizedFileURL
    let printed = StateDiagram.print(.markdown)
    if ProcessInfo.processInfo.environment["GMS_RECORD"] != nil {
      try Data(printed.utf8).write(to: page)
      Issue.record("Docs/StateMachine.md was written; run the tests again without GMS_RECORD")
    }
    let kept = try String(contentsOf: page, encoding: .utf8)
    #expect(
      kept == printed,
      "run `GMS_RECORD=1 swift test --filter StateDiagramTests`, read the change, commit"
    )
  }

  @Test(arguments: StateDiagram.Format.allCases)
  func everyStateAndEventIsPrinted(_ format: StateDiagram.Format) {
    let text = StateDiagram.print(format)
    #expect(text.hasSuffix("\n"))
    #expect(text == StateDiagram.print(format))
    for kind in CallbackState.Kind.allCases {
      let name =
        format == .markdown
        ? kind.rawValue : kind.rawValue.replacing("/", with: "_").replacing("-", with: "_")
      #expect(text.contains(name), "\(kind.rawValue)")
    }
    // The chart shows what leads somewhere; the two that never do are the removal and the no-ops.
    for event in CallbackEvent.allNames where format == .markdown || event != .retentionEnded {
      #expect(text.contains(event.rawValue), "\(event.rawValue)")
    }
  }

  /// The printed table agrees with the matrix that is written by hand, and every reason can be reached.
  @Test func pageAgreesWithTheMatrix() {
    let sections = StateDiagram.print(.markdown).components(separatedBy: "\n### ").dropFirst()
    var rows: [String: [String: String]] = [:]
    for section in sections {
      let lines = section.components(separatedBy: "\n")
      for line in lines where line.hasPrefix("| `") {
        let cells = line.components(separatedBy: "|").map { $0.trimmingCharacters(in: .whitespaces) }
        rows[lines[0], default: [:]][cells[1].replacing("`", with: "")] = cells[2]
      }
    }
    for situation in Situation.all {
      let row = rows[situation.state.kind.rawValue] ?? [:]
      for (event, outcome) in StateMatrix.expected(situation.name) {
        // The page says of faults only that the event names the reason.
        let wanted = outcome == "=" ? "nothing" : event == "failed" ? "(the event's `reason`)" : outcome
        #expect(row[event]?.contains(wanted) == true, "\(situation.name) + \(event): \(row[event] ?? "-")")
      }
    }
    let reasons: [CompletionReason] = [
      .agentConnected, .cancelled, .cancelledByAdministrator, .notAvailable, .submitFailed, .failTimeoutTTL,
      .failUserNoConfirm, .failAgentConnect, .failCallToCustomer,
      CompletionReason(rawValue: "AGENT_PREVIEW_CANCEL_AFTER_{n}REJECTS"),
      CompletionReason(rawValue: "(the event's `reason`)"),
    ]
    let page = StateDiagram.print(.markdown)
    for reason in reasons { #expect(page.contains("COMPLETED \(reason.rawValue)"), "\(reason.rawValue)") }
  }

  @Test func scxmlIsAStateChart() throws {
    let chart = ChartReader()
    let parser = XMLParser(data: Data(StateDiagram.print(.scxml).utf8))
    parser.delegate = chart
    #expect(parser.parse(), "well-formed XML")
    #expect(chart.faults == [])
    #expect(chart.namespace == "http://www.w3.org/2005/07/scxml")
    #expect(chart.version == "1.0")
    #expect(chart.ids.count == Set(chart.ids).count, "ids are unique")
    #expect(chart.ids.contains(chart.initial))
    #expect(Set(chart.targets).isSubset(of: Set(chart.ids)), "each target exists")
    #expect(chart.finals == ["COMPLETED"])
    #expect(Set(chart.events).isSubset(of: Set(CallbackEvent.allNames.map(\.rawValue))))
    #expect(chart.events.count > 100)
    // An id is an NCName, and may not contain spaces, colons or slashes.
    let allowed = CharacterSet.letters.union(CharacterSet(charactersIn: "_"))
    #expect(chart.ids.allSatisfy { $0.unicodeScalars.allSatisfy(allowed.contains) })
  }

  @Test func dotIsBalanced() {
    let text = StateDiagram.print(.dot)
    #expect(text.hasPrefix("digraph callback {\n"))
    #expect(text.filter { $0 == "{" }.count == text.filter { $0 == "}" }.count)
    #expect(text.filter { $0 == "\"" }.count % 2 == 0)
    #expect(text.contains("QUEUED_submitting -> QUEUED_waiting_for_agent [label=\"submitted\"];"))
  }
}

/// Reads an SCXML document and notes what the recommendation does not allow.
private final class ChartReader: NSObject, XMLParserDelegate {
  var ids: [String] = []
  var targets: [String] = []
  var events: [String] = []
  var finals: [String] = []
  var initial = ""
  var version = ""
  var namespace = ""
  var faults: [String] = []
  private var open: [String] = []

  /// Which elements may stand in which (SCXML 1.0, sections 3.2 to 3.7).
  private static let children: [String: Set<String>] = [
    "": ["scxml"], "scxml": ["state", "final"], "state": ["state", "transition"], "transition": [],
    "final": [],
  ]
  private static let attributes: [String: Set<String>] = [
    "scxml": ["xmlns", "version", "name", "datamodel", "initial"], "state": ["id"], "final": ["id"],
    "transition": ["event", "cond", "target"],
  ]

  func parser(
    _ parser: XMLParser,
    didStartElement name: String,
    namespaceURI: String?,
    qualifiedName: String?,
    attributes: [String: String]
  ) {
    let parent = open.last ?? ""
    if Self.children[parent]?.contains(name) != true { faults.append("<\(name)> in <\(parent)>") }
    let unknown = Set(attributes.keys).subtracting(Self.attributes[name] ?? [])
    faults += unknown.map { "\(name)/@\($0)" }
    open.append(name)
    if let id = attributes["id"] { ids.append(id) }
    if name == "final" { finals.append(attributes["id"] ?? "") }
    if name == "scxml" {
      initial = attributes["initial"] ?? ""
      version = attributes["version"] ?? ""
      namespace = attributes["xmlns"] ?? ""
    }
    if name == "transition" {
      targets.append(attributes["target"] ?? "")
      events.append(attributes["event"] ?? "")
    }
  }

  func parser(
    _ parser: XMLParser,
    didEndElement name: String,
    namespaceURI: String?,
    qualifiedName: String?
  ) {
    open.removeLast()
  }
}
