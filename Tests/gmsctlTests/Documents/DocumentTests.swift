import Foundation
import Testing
import gmsctl

/// The documents that are made from the program are those that the program makes.
struct DocumentTests {
  private static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// With `GMS_RECORD` set it is written anew.
  @Test func theReferencePageIsCurrent() throws {
    let page = Self.root.appendingPathComponent("Docs/gmsctl.md")
    let made = Reference.markdown(CommandTree.root)
    if ProcessInfo.processInfo.environment["GMS_RECORD"] != nil {
      try made.write(to: page, atomically: true, encoding: .utf8)
      Issue.record("Docs/gmsctl.md was written; run the tests again without GMS_RECORD")
    }
    #expect(
      try String(contentsOf: page, encoding: .utf8) == made,
      "run `GMS_RECORD=1 swift test --filter DocumentTests`, read the change, commit"
    )
  }

  @Test func theCommandTreeHasNoFault() {
    #expect(CommandTree.root.faults().isEmpty)
  }

  /// Every example of the help parses: a person who types it gets past the command line.
  @Test func everyExampleParses() {
    for (path, command) in CommandTree.root.walk(["gmsctl"]) {
      for example in command.examples
      where !example.line.contains("|") && !example.line.contains(">")
        && !example.line.contains("<")
      {
        let words = shellWords(example.line)
        guard words.first == "gmsctl" else { continue }
        let line = CommandLineParser.parse(Array(words.dropFirst()), root: CommandTree.root)
        if case .failed(let error) = line.outcome {
          Issue.record("\(path.joined(separator: " ")): '\(example.line)' does not parse: \(error)")
        }
      }
    }
  }

  /// The words of a line as a shell parts them; single quotes keep blanks.
  private func shellWords(_ line: String) -> [String] {
    var words = [""]
    var isQuoted = false
    for character in line {
      if character == "'" {
        isQuoted.toggle()
      } else if character == " ", !isQuoted {
        words.append("")
      } else {
        words[words.count - 1].append(character)
      }
    }
    return words.filter { !$0.isEmpty }
  }

  /// The outputs that the README shows are those of the demonstration and of the commands it names.
  @Test func theReadmeShowsRealOutput() throws {
    let readme = try String(contentsOf: Self.root.appendingPathComponent("README.md"), encoding: .utf8)
    let demo = DemoRun()
    #expect(demo.code == .done)
    let blocks = readme.components(separatedBy: "```")
    let shown = try #require(blocks.first { $0.contains("$ gmsctl hours periods New-York") })
    for paragraph in shown.components(separatedBy: "\n\n") {
      let wanted = paragraph.trimmingCharacters(in: .whitespacesAndNewlines)
      #expect(demo.text.contains(wanted), "the demonstration does not show:\n\(wanted)")
    }
  }

  /// Every relative link of a document leads to a file.
  @Test(arguments: ["README.md", "CONTRIBUTING.md", "Benchmarks/README.md", "Docs/Architecture.md"])
  func linksLeadSomewhere(document: String) throws {
    let page = Self.root.appendingPathComponent(document)
    let text = try String(contentsOf: page, encoding: .utf8)
    for part in text.components(separatedBy: "](").dropFirst() {
      let target = part.prefix { $0 != ")" && $0 != "#" }
      guard !target.isEmpty, !target.contains("://") else { continue }
      let file = page.deletingLastPathComponent().appendingPathComponent(String(target)).path
      #expect(FileManager.default.fileExists(atPath: file), "\(document) links to '\(target)'")
    }
  }

  /// The map of the folders in Docs/Architecture.md is the map of the folders.
  @Test func theArchitectureNamesEveryFolder() throws {
    let text = try String(
      contentsOf: Self.root.appendingPathComponent("Docs/Architecture.md"),
      encoding: .utf8
    )
    for floor in ["GMSCalendar", "GMSCore", "GMSCallback", "gmsctl"] {
      let map = try #require(text.components(separatedBy: "    Sources/\(floor)/\n").last)
        .components(separatedBy: "\n    Sources/")[0].components(separatedBy: "\n\n")[0]
      let named = map.split(separator: "\n").compactMap {
        $0.split(separator: "/").first?.trimmingCharacters(in: .whitespaces)
      }
      let folders = try FileManager.default
        .contentsOfDirectory(atPath: Self.root.appendingPathComponent("Sources/\(floor)").path)
        .filter { !$0.contains(".") }
      #expect(Set(named).isSuperset(of: folders), "\(floor): \(Set(folders).subtracting(named).sorted())")
      #expect(Set(folders).isSuperset(of: named), "\(floor): \(Set(named).subtracting(folders).sorted())")
    }
  }
}
