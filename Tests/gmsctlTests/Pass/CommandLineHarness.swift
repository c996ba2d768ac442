import Foundation
import GMSTestSupport
import gmsctl

/// Runs lines of the real command tree in this process, on a store in a directory of its own.
///
/// A line is written as a person types it: words are parted by blanks, and single quotes keep blanks together.
/// `{DIR}` in a line stands for the directory, and so it does in what comes back.
final class CommandLineHarness {
  /// What a line ended with.
  struct Outcome: Equatable {
    var code: ExitCode
    var output: String
    var errors: String
  }

  /// Every file below the directory, with its bytes; a directory ends in a slash and has none.
  typealias Snapshot = [String: [UInt8]]

  /// The directory that holds the store, and the files that a test writes.
  let directory: TemporaryDirectory
  /// The store's directory.
  var store: String { directory.path("store") }
  /// What every line takes for now.
  var now = instant("2025-01-06T14:00:00Z")

  /// The account in `GMSCTL_ACCOUNT`; nil for none.
  var account: String?

  /// A directory without a store.
  init() throws { directory = try TemporaryDirectory() }

  /// A store with a configuration.
  convenience init(configuration: String) throws {
    try self.init()
    for line in ["init", "apply -f -"] {
      let outcome = run(line, input: configuration)
      precondition(outcome.code == .done, "the fixture is refused: \(outcome.errors)")
    }
  }

  /// Runs a line.
  func run(_ line: String, input: String = "") -> Outcome { run(words: Self.words(line), input: input) }

  /// Runs words that a shell has parted.
  func run(words: [String], input: String = "") -> Outcome {
    let (output, errors) = (TestConsole.Sink(), TestConsole.Sink())
    let now = now
    let console = Console(
      input: TestConsole.Source(bytes: Array(input.utf8)),
      output: output,
      errors: errors
    )
    let code = GMSCtl.run(
      words.map { $0.replacingOccurrences(of: "{DIR}", with: directory.path) },
      in: GlobalContext.Surroundings(
        environment: ["GMSCTL_STORE": store, "GMSCTL_ACCOUNT": account ?? ""],
        console: console,
        clock: { now }
      )
    )
    return Outcome(code: code, output: anonymous(output.text), errors: anonymous(errors.text))
  }

  /// Runs a line that must succeed, and answers its data.
  func answer(_ line: String, input: String = "") throws -> String {
    let outcome = run(line, input: input)
    guard outcome.code == .done else { throw Failure(line: line, outcome: outcome) }
    return outcome.output
  }

  /// A line that was expected to succeed and did not.
  struct Failure: Error {
    var line: String
    var outcome: Outcome
  }

  /// Writes a file beside the store.
  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: directory.path(name)))
  }

  /// Every byte below the directory, the store's and the others.
  func snapshot() throws -> Snapshot {
    var snapshot: Snapshot = [:]
    for name in try FileManager.default.subpathsOfDirectory(atPath: directory.path) {
      var isDirectory: ObjCBool = false
      _ = FileManager.default.fileExists(atPath: directory.path(name), isDirectory: &isDirectory)
      if isDirectory.boolValue {
        snapshot[name + "/"] = []
      } else {
        snapshot[name] = Array(try Data(contentsOf: URL(fileURLWithPath: directory.path(name))))
      }
    }
    return snapshot
  }

  /// Parts a line at blanks; what stands between single quotes stays together.
  static func words(_ line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var isQuoted = false
    for letter in line {
      if letter == "'" {
        isQuoted.toggle()
        word = word ?? ""
      } else if letter == " ", !isQuoted {
        if let word { words.append(word) }
        word = nil
      } else {
        word = (word ?? "") + String(letter)
      }
    }
    precondition(!isQuoted, "a quote is open in: \(line)")
    return words + (word.map { [$0] } ?? [])
  }

  private func anonymous(_ text: String) -> String {
    text.replacingOccurrences(of: directory.path, with: "{DIR}")
  }
}
