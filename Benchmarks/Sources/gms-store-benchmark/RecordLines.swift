import Foundation
import GMSCallback
import GMSCore

/// The records of a file of JSON lines, each a callback with a member `kind` before its own members.
struct RecordLines {
  private let lines: [Substring]
  private let path: String

  init(_ path: String) throws {
    self.path = path
    lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
  }

  var count: Int { lines.count }

  /// The record of a line, checked as an import checks it.
  ///
  /// - Throws: `BenchmarkFailure` with file and line.
  func record(at index: Int) throws -> StoredRecord {
    do {
      let line = try JSONReader.read(String(lines[index]))
      guard let members = line.members, members.first?.name == "kind",
        members[0].value == .string(RecordKind.callback.rawValue)
      else { throw BenchmarkFailure("the first member is not \"kind\":\"callback\"") }
      return try Callback(json: .object(Array(members.dropFirst()))).stored
    } catch {
      throw BenchmarkFailure("\(path):\(index + 1): \(error)")
    }
  }
}
