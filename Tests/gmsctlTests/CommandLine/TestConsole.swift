import Foundation
import gmsctl

/// The streams of a command, as a test sees them.
final class TestConsole {
  /// A stream that keeps what is written, or refuses it.
  final class Sink: ByteSink {
    var isTerminal = false
    var failure: OutputFailure?
    private(set) var bytes: [UInt8] = []
    private(set) var writes = 0

    func write(_ bytes: [UInt8]) throws(OutputFailure) {
      if let failure { throw failure }
      self.bytes += bytes
      writes += 1
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  /// A stream with a text in it.
  struct Source: ByteSource {
    var isTerminal = false
    var bytes: [UInt8] = []

    func readAll() throws(InputFailure) -> [UInt8] { bytes }

    func readLine() throws(InputFailure) -> String? {
      bytes.isEmpty
        ? nil : String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }
  }

  var input = Source()
  let output = Sink()
  let errors = Sink()
  var environment: [String: String] = [:]

  /// Runs a line of the sample tree in this process.
  func run(_ arguments: String...) -> ExitCode { run(arguments) }

  /// Runs a line of a tree, mostly the sample, in this process.
  func run(_ arguments: [String], tree: Command = SampleTree.root) -> ExitCode {
    let console = Console(input: input, output: output, errors: errors)
    return GMSCtl.run(
      arguments,
      in: GlobalContext.Surroundings(
        environment: environment,
        console: console,
        clock: { Date(timeIntervalSince1970: 1000) },
        readInstant: TestConsole.readInstant
      ),
      tree: tree
    )
  }

  /// Reads RFC 3339 with Foundation's own reader; a zone is shown by moving the time.
  private static let readInstant: InstantReading.Reader = { text, zone in
    guard zone == "UTC" || zone == "Etc/GMT-1" else {
      throw CalendarErrors.unknownZone(zone)
    }
    let hasZone = text.hasSuffix("Z")
    guard let date = ISO8601DateFormatter().date(from: hasZone ? text : text + "Z") else {
      throw CalendarErrors.malformed(text)
    }
    return hasZone || zone == "UTC" ? date : date.addingTimeInterval(-3600)
  }
}
