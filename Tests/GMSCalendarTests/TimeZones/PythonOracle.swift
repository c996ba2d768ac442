import Foundation
import GMSCalendar

/// Runs programs that know about time zones independently of us, and reads what they print.
enum PythonOracle {
  /// What `zone-transitions.py` says about one zone.
  struct Zone: Sendable {
    var name: String
    var changes: [(second: Int64, before: Int, after: Int)] = []
    var offsets: [(second: Int64, offset: Int)] = []
  }

  /// Why an oracle gave no answer.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// Whether python3 with zoneinfo (3.9) is here and a zone database too; asked once.
  static let isAvailable: Bool = {
    guard ZoneFixtures.hasDatabase else { return false }
    return (try? run("python3", ["-c", "import zoneinfo"])) != nil
  }()

  /// The zone directory that everything is compared with.
  static let zoneDirectory: String? = ZoneFixtures.database.directory

  /// The script, beside the tests in the source tree.
  static let script = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Oracles/zone-transitions.py").path

  /// The zones that the script prints when it is called with those arguments.
  static func zones(_ arguments: [String]) throws -> [Zone] {
    guard let zoneDirectory else { throw Failure(description: "no zone directory") }
    var zones: [Zone] = []
    var isComplete = true
    for line in try run("python3", [script, zoneDirectory] + arguments).split(separator: "\n") {
      let words = line.split(separator: " ")
      let numbers = words.dropFirst().compactMap { Int64($0) }
      switch (words[0], words.count, numbers.count) {
      case ("zone", 2, _):
        zones.append(Zone(name: String(words[1])))
        isComplete = false
      case ("change", 4, 3):
        zones[zones.count - 1].changes.append((numbers[0], Int(numbers[1]), Int(numbers[2])))
      case ("offset", 3, 2): zones[zones.count - 1].offsets.append((numbers[0], Int(numbers[1])))
      case ("end", 2, _): isComplete = true
      default: throw Failure(description: "unexpected line: \(line)")
      }
    }
    guard isComplete else { throw Failure(description: "the script stopped in the middle") }
    return zones
  }

  /// What a program on the search path prints; throws when it is missing or fails.
  static func run(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    // Read to the end before waiting: a full pipe would stop the program for ever.
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      throw Failure(description: "\(program) ended with status \(process.terminationStatus)")
    }
    return String(decoding: data, as: UTF8.self)
  }
}
