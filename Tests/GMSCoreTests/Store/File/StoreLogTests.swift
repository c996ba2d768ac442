import Foundation
import GMSCore
import GMSTestSupport
import Testing

/// The log as a person reads it, and the store in numbers.
@Suite struct StoreLogTests {
  private static func text(_ entry: StoreLogEntry) -> String {
    let changes = entry.changes.map { change in
      "\(change.what.rawValue) \(change.name)\(change.state.map { " \($0)" } ?? "")"
    }
    let seconds = entry.time.timeIntervalSince(StoreChange.test.time)
    return "\(entry.sequence) \(seconds) \(entry.command): \(changes.joined(separator: ", "))"
  }

  private func entries(_ store: FileStore, of name: (RecordKind, String)? = nil) throws -> [String] {
    var entries: [String] = []
    try store.log(ofRecord: name) { entries.append(Self.text($0)) }
    return entries
  }

  @Test func ofEverything() throws {
    let history = try StoreHistory()
    #expect(
      try entries(history.files.open()) == [
        "0 0.0 init: set service.Sales, set service.Support",
        "1 10.0 step 1: put callback 1-a SCHEDULED, put callback 1-b SCHEDULED",
        "2 20.0 step 2: put callback 1-a QUEUED, put callback 1-c SCHEDULED, unset service.Sales, "
          + "set callback, set service.Support",
        "3 30.0 step 3: remove callback 1-b, put callback 1-d SCHEDULED",
        "4 40.0 step 4: put callback 1-a COMPLETED, put callback 1-e SCHEDULED",
      ]
    )
  }

  @Test func ofOneRecord() throws {
    let history = try StoreHistory()
    let store = try history.files.open()
    #expect(
      try entries(store, of: (.callback, "1-a")) == [
        "1 10.0 step 1: put callback 1-a SCHEDULED", "2 20.0 step 2: put callback 1-a QUEUED",
        "4 40.0 step 4: put callback 1-a COMPLETED",
      ]
    )
    #expect(
      try entries(store, of: (.callback, "1-b")) == [
        "1 10.0 step 1: put callback 1-b SCHEDULED", "3 30.0 step 3: remove callback 1-b",
      ]
    )
    #expect(try entries(store, of: (.callback, "1-")) == [])
    #expect(try entries(store, of: (Visits.kind, "1-a")) == [])
  }

  @Test func namesWithEscapes() throws {
    let files = try StoreFiles()
    let store = try files.create()
    let id = "1-\"é\u{301}\"\n"
    try store.write(StoreChange(time: StoreChange.test.time, command: "a \"b\"\n")) { try $0.put(.test(id)) }
    #expect(try entries(store, of: (.callback, id)) == ["1 0.0 a \"b\"\n: put callback \(id) SCHEDULED"])
  }

  @Test func afterACompactionTheFirstHoldsEverything() throws {
    let history = try StoreHistory()
    let store = try history.files.open()
    try store.compact(.test)
    #expect(
      try entries(store) == [
        "4 40.0 step 4: set callback, set service.Support, put callback 1-c SCHEDULED, "
          + "put callback 1-d SCHEDULED, put callback 1-a COMPLETED, put callback 1-e SCHEDULED"
      ]
    )
  }

  @Test func aVisitorThatThrowsEndsIt() throws {
    struct Enough: Error {}
    let history = try StoreHistory()
    var count = 0
    #expect(throws: Enough.self) {
      try history.files.open().log(ofRecord: nil) { _ in
        count += 1
        if count == 2 { throw Enough() }
      }
    }
    #expect(count == 2)
  }

  // MARK: - In numbers

  @Test func informationFitsTheFiles() throws {
    let history = try StoreHistory()
    let files = history.files
    try files.open().write(.test) { store in
      try store.put(Visits.record("v1"))
      try store.put(Visits.record("v2"))
    }
    let store = try files.open()
    let log = try files.bytes()
    let found = try store.information()
    #expect(found.path == files.path)
    #expect(found.format == "gms-store")
    #expect(found.version == 2)
    #expect(found.generation == 1)
    #expect(found.sequence == 5)
    #expect(found.transactions == 6)
    #expect(found.logBytes == log.count)
    #expect(found.indexedBytes == 0)
    #expect(found.tornBytes == 0)
    #expect(found.services == 1)
    #expect(found.records == [.init(.callback, 4), .init(Visits.kind, 2)])
    #expect(found.firstTime == StoreChange.test.time)
    #expect(found.lastTime == StoreChange.test.time)
    #expect(found.lockHolder == nil)
    // The lines of the records that are there, and about as much as the document.
    let dead = ["\"1-b\"", "SCHEDULED\",\"time\":1736172000000,\"created\":1736172000000,\"due\"", "QUEUED"]
    let lines = try files.lines().filter { line in
      line.contains("\"put\"") && !dead.contains { line.contains($0) }
    }
    let document = try files.bytes(StoreFiles.document).count
    #expect(lines.count == 6)
    #expect(found.liveBytes == lines.reduce(0) { $0 + $1.utf8.count + 1 } + document)
    #expect(found.liveBytes + found.deadBytes == found.logBytes)
  }

  @Test func informationOfATornStore() throws {
    let history = try StoreHistory()
    try history.files.edit { $0 += Array("garbage".utf8) }
    let found = try history.files.open().information()
    #expect(found.tornBytes == 7)
    #expect(found.logBytes == history.log.count)
    #expect(found.lastTime == StoreChange.test.time + 40)
  }

  @Test func informationWithAnIndex() throws {
    let files = try StoreFiles()
    let tuning = StoreIndexFileTests.tuning
    let store = try files.create(tuning: tuning)
    for number in 0..<40 { try store.put(.test("1-\(number % 10)", time: Double(number))) }
    let found = try store.information()
    #expect(found.indexedBytes > 0 && found.indexedBytes <= found.logBytes)
    #expect(found.records == [.init(.callback, 10)])
    let last = try files.lines().filter { $0.contains("\"put\"") }.suffix(10)
    let document = try files.bytes(StoreFiles.document).count
    #expect(found.liveBytes == last.reduce(0) { $0 + $1.utf8.count + 1 } + document)
    // The same without the index.
    for name in try files.names() where name.hasPrefix("index-") { try files.remove(name) }
    let plain = try files.open(tuning: tuning).information()
    #expect(plain.liveBytes == found.liveBytes)
    #expect(plain.indexedBytes == 0)
    #expect(plain.records == found.records)
  }
}
