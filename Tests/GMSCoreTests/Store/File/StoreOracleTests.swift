import Foundation
import GMSCalendar
import GMSCore
import GMSTestSupport
import Testing

/// `Tests/Oracles/read-store.py` was written from Docs/StorageFormat.md alone: what it reads is what the document
/// promises, and it has to be what the library reads.
@Suite(.enabled(if: StoreOracle.isAvailable, "there is no python3 here"))
struct StoreOracleTests {
  @Test(arguments: [0, 1, 2, 3]) func readsWhatTheLibraryReads(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let files = try StoreFiles()
    var tuning = StoreTuning()
    if seed % 2 == 1 {
      (tuning.longestUnindexed, tuning.largestLeftToLog, tuning.longestTail) = (400, 100, 800)
      (tuning.shortestCompacted, tuning.longestHeld) = (6000, 700)
    }
    var configurations = RandomConfiguration(seed: seed)
    try files.create(configurations.configuration(), tuning: tuning)
    for step in 0..<40 {
      let store = try files.open(tuning: tuning)
      try store.write(.test) { store in
        for _ in 0..<Int.random(in: 1...4, using: &random) {
          let id = "1-\(Int.random(in: 0..<25, using: &random)) é\"\\"
          if random.oneIn(4) {
            try store.remove(.callback, id)
          } else {
            let hasDue = random.oneIn(2)
            try store.put(
              .test(
                id,
                state: random.oneIn(2) ? "QUEUED" : "SCHEDULED",
                time: Double(Int.random(in: -90_000...90_000, using: &random)),
                due: hasDue ? Double(step) : nil,
                customer: random.oneIn(3) ? "\(step)" : nil,
                body: #"{"n":\#(step),"text":"😀 \"x\" é"}"#
              )
            )
          }
        }
        if random.oneIn(6) {
          try store.setConfiguration(configurations.configuration())
        }
      }
      if step % 10 == 9 {
        #expect(try StoreOracle.lines(of: files.path) == StoreOracle.expected(store), "step \(step)")
      }
    }
    // A tear is none of its business, and damage is.
    let sound = try files.bytes(StoreFiles.log)
    let expected = try StoreOracle.expected(files.open())
    try files.overwrite(with: sound + Array(#"{"seq":999"#.utf8))
    #expect(try StoreOracle.lines(of: files.path) == expected)
    var damaged = sound
    damaged[100] ^= 4
    try files.overwrite(with: damaged)
    #expect(throws: StoreOracle.Failure.self) { try StoreOracle.lines(of: files.path) }
    // With an index the library reads only the lines that it needs; a check reads all.
    #expect(try FileStore.check(at: files.path, codecs: []).hasDamage)
  }
}

/// Runs the reader in Python.
enum StoreOracle {
  struct Failure: Error {
    let status: Int32
  }

  static let script = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Oracles/read-store.py").path

  static let isAvailable = (try? run(["--help"])) != nil

  /// What it prints of a store.
  static func lines(of path: String) throws -> [JSONValue] {
    try run([path]).split(separator: "\n").map { try JSONReader.read(String($0)) }.sorted(by: precedes)
  }

  /// What it should print.
  static func expected(_ store: FileStore) throws -> [JSONValue] {
    try store.read { reader in
      var lines: [JSONValue] = []
      for section in try reader.configuration().json.members ?? [] {
        for member in section.value.members ?? [] {
          lines.append([
            "section": .string(section.name), "name": .string(member.name), "value": member.value,
          ])
        }
      }
      for record in try reader.records(RecordQuery(.callback)) {
        var keys: [JSONValue.Member] = [
          .init("service", .string(record.keys.service)), .init("state", .string(record.keys.state)),
          .init("time", .integer(record.keys.time.millisecondsSince1970)),
          .init("created", .integer(record.keys.created.millisecondsSince1970)),
        ]
        if let due = record.keys.due { keys.append(.init("due", .integer(due.millisecondsSince1970))) }
        if let customer = record.keys.customer { keys.append(.init("customer", .string(customer))) }
        lines.append([
          "kind": .string(record.kind.rawValue), "id": .string(record.id), "keys": .object(keys),
          "body": try JSONReader.read(record.body),
        ])
      }
      return lines.sorted(by: precedes)
    }
  }

  private static func precedes(_ left: JSONValue, _ right: JSONValue) -> Bool {
    JSONWriter.compact(left).utf8.lexicographicallyPrecedes(JSONWriter.compact(right).utf8)
  }

  private static func run(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", script] + arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(status: process.terminationStatus) }
    return String(decoding: data, as: UTF8.self)
  }
}
