import Foundation
import GMSCore
import GMSTestSupport
import Testing

/// What a repair keeps, drops and sets aside.
@Suite(.timeLimit(.minutes(20))) struct StoreRepairTests {
  private func repair(_ files: StoreFiles, isDryRun: Bool = false) throws -> StoreRepair {
    try FileStore.repair(at: files.path, codecs: [Visits.codec], isDryRun: isDryRun)
  }

  private func check(_ files: StoreFiles) throws -> [StoreFinding] {
    try FileStore.check(at: files.path, codecs: [Visits.codec]).findings
  }

  @Test func aSoundStoreNeedsNone() throws {
    let history = try StoreHistory()
    try history.files.open().write(.test) { try $0.put(Visits.record("v1", at: 5)) }
    let before = try history.files.everything()
    for isDryRun in [true, false] {
      #expect(
        try repair(history.files, isDryRun: isDryRun)
          == StoreRepair(dropped: [], setAside: nil, records: 5, isChanged: false)
      )
      #expect(try history.files.everything() == before)
    }
  }

  @Test func noStore() throws {
    let files = try StoreFiles()
    #expect(throws: CoreError(.storeMissing, ["path": files.path])) { try repair(files) }
    #expect(throws: CoreError(.storeMissing, ["path": files.path])) { try repair(files, isDryRun: true) }
  }

  // MARK: - The log

  @Test(arguments: cases) func ofADamagedLog(_ test: Case) throws {
    let history = try StoreHistory()
    let files = history.files
    try files.edit { test.change(&$0, history) }
    let damaged = try files.everything()
    let expectedDropped = test.dropped

    // A dry run says all of it, and changes nothing.
    let dryRun = try repair(files, isDryRun: true)
    #expect(dryRun.dropped == expectedDropped)
    #expect(dryRun.isChanged)
    #expect(dryRun.setAside == nil)
    #expect(dryRun.records == test.records.count)
    #expect(try files.everything() == damaged)

    let done = try repair(files)
    #expect(done.dropped == expectedDropped)
    #expect(done.isChanged)
    #expect(done.records == test.records.count)
    let contents = try files.open().contents()
    #expect(contents.records.map { "\($0.id) \($0.keys.state)" } == test.records)
    #expect(contents.configuration.services["Support"] == test.support)
    #expect(contents.configuration.services["Sales"] == nil)
    #expect(contents.sequence == test.sequence)
    #expect(try check(files) == [])

    // The lines that were dropped are in one file, as they stood.
    let lines = (damaged[StoreFiles.log] ?? []).split(separator: 0x0A, omittingEmptySubsequences: false)
    let expected: [UInt8] = Array(expectedDropped.map { Array(lines[$0.line - 1]) + [0x0A] }.joined())
    if expectedDropped.isEmpty {
      #expect(done.setAside == nil || test.sequence == 0)
    } else {
      let setAside = try #require(done.setAside)
      #expect(setAside.hasPrefix(files.path("set-aside-")))
      #expect(FileManager.default.contents(atPath: setAside).map { Array($0) == expected } == true)
    }
    // It is a store like any other.
    try files.open().put(.test("1-z", created: 99))
    #expect(try files.open().contents().sequence == test.sequence + 1)
    #expect(try repair(files).isChanged == false)
    #expect(files.notices() == [])
  }

  /// Whatever bit is flipped: afterwards the store is sound, and no intact line is lost.
  @Test func ofAnyFlippedBit() throws {
    let history = try StoreHistory()
    let files = history.files
    var random = SeededGenerator(seed: 11)
    for at in stride(from: 0, to: history.log.count, by: 7) {
      try history.restore()
      try files.edit { $0[at] ^= 1 << UInt8.random(in: 0..<8, using: &random) }
      let done = try repair(files)
      let place = "byte \(at)"
      // A flipped line feed takes two lines away, and one that is made adds one.
      #expect((1...3).contains(done.dropped.count), "\(place)")
      #expect(try check(files) == [], "\(place)")
      let line = history.line(at: at)
      if ![9, 10, 15, 16, 17, 18, 8, 14].contains(line) {
        #expect(try files.open().contents().records == history.states[4].records, "\(place)")
      }
      #expect(try files.open().contents().configuration == history.states[4].configuration, "\(place)")
    }
  }

  // MARK: - Records

  @Test func ofKeysThatDoNotFitTheirBodies() throws {
    let files = try StoreFiles()
    let store = try files.create(Configuration(services: ["A": [:]]))
    var wrong = Visits.record("v1", guest: "Ann", at: 5)
    wrong.keys.customer = "Bob"
    wrong.keys.due = wrong.keys.time
    var unreadable = Visits.record("v2")
    unreadable.body = #"{"guest":5}"#
    var other = Visits.record("v3")
    other.body = Visits.record("v4").body
    try store.write(.test) { store in
      for record in [wrong, unreadable, other, Visits.record("v5"), .test("1-a")] { try store.put(record) }
    }
    let lines = try files.lines()
    let before = try files.everything()
    let expected = [
      StoreRepair.Dropped(line: 5, reason: "the record cannot be read", id: "v2"),
      StoreRepair.Dropped(line: 6, reason: "the record cannot be read", id: "v3"),
    ]
    let dryRun = try repair(files, isDryRun: true)
    #expect(dryRun.dropped == expected)
    #expect(dryRun.records == 3)
    #expect(try files.everything() == before)
    #expect(try repair(files).dropped == expected)
    #expect(
      try files.setAside().map { String(decoding: $0, as: UTF8.self) } == ["\(lines[4])\n\(lines[5])\n"]
    )
    let records = try files.open().read { try $0.records(RecordQuery(Visits.kind)) }
    #expect(records.map(\.id) == ["v5", "v1"])
    #expect(records.last == Visits.record("v1", guest: "Ann", at: 5))
    #expect(try files.open().contents().records == [.test("1-a")])
    #expect(try check(files) == [])
  }

  @Test func ofABodyThatIsNotUTF8() throws {
    let files = try StoreFiles()
    try files.create()
    var log = WrittenLog()
    log.commit()
    log.add(#""put":"callback","id":"1-a","service":"","state":"","time":0,"created":0,"body":{"a":"?"}"#)
    log.add(#""put":"callback","id":"1-b","service":"","state":"","time":0,"created":0,"body":{}"#)
    log.commit()
    var lines = log.bytes.split(separator: 0x0A).map(Array.init)
    let at = try #require(lines[2].firstIndex(of: UInt8(ascii: "?")))
    lines[2][at] = 0xFF
    lines[2] = WrittenLog.resealed(lines[2])
    try files.overwrite(with: Array(lines.map { $0 + [0x0A] }.joined()))
    let done = try repair(files)
    #expect(done.dropped == [StoreRepair.Dropped(line: 3, reason: "the record is not UTF-8", id: "1-a")])
    #expect(try files.setAside() == [lines[2] + [0x0A]])
    #expect(try files.open().contents().records.map(\.id) == ["1-b"])
    #expect(try check(files) == [])
  }

  // MARK: - Files that are missing

  @Test func ofAMissingDocument() throws {
    let history = try StoreHistory()
    let files = history.files
    try files.remove(StoreFiles.document)
    #expect(try repair(files, isDryRun: true).isChanged)
    #expect(!files.exists(StoreFiles.document))
    let done = try repair(files)
    #expect(done.dropped == [] && done.setAside == nil && done.records == 4 && done.isChanged)
    #expect(try files.bytes() == history.log)
    #expect(try files.open().contents() == history.states[4])
    #expect(try check(files) == [])
  }

  @Test func ofAMissingLog() throws {
    let history = try StoreHistory()
    let files = history.files
    try files.remove(StoreFiles.log)
    let error = #expect(throws: CoreError.self) { try files.open() }
    #expect(error?.code == .storeDamaged)
    #expect(error?["path"] == files.path(StoreFiles.log))
    #expect(error?["reason"] == "the file is missing")
    let expected = StoreRepair(
      dropped: [
        StoreRepair.Dropped(line: 1, reason: "the whole file was missing, and with it every record", id: nil)
      ],
      setAside: nil,
      records: 0,
      isChanged: true
    )
    let before = try files.everything()
    #expect(try repair(files, isDryRun: true) == expected)
    #expect(try files.everything() == before)
    #expect(try repair(files) == expected)
    #expect(
      try files.open().contents()
        == StoreContents(sequence: 2, configuration: history.states[4].configuration)
    )
    #expect(try check(files) == [])
    #expect(try files.permissions(StoreFiles.log) == 0o600)
    try files.open().put(.test("1-z"))
    #expect(try files.open().contents().sequence == 3)
  }

  @Test func ofAMissingLogAndADamagedDocument() throws {
    let history = try StoreHistory()
    let files = history.files
    try files.remove(StoreFiles.log)
    try files.edit(StoreFiles.document) { $0[$0.count / 2] ^= 1 }
    let before = try files.everything()
    for isDryRun in [true, false] {
      let error = #expect(throws: CoreError.self) { try repair(files, isDryRun: isDryRun) }
      #expect(error?.code == .storeDamaged)
      #expect(error?["path"] == files.path(StoreFiles.document))
    }
    #expect(try files.everything() == before)
  }

  // MARK: - Two things at once

  @Test func ofADamagedLogAndADamagedDocument() throws {
    let history = try StoreHistory()
    let files = history.files
    try files.edit { $0[history.range(ofLine: 9).lowerBound + 4] ^= 1 }
    try files.edit(StoreFiles.document) { $0[$0.count / 2] ^= 1 }
    let damaged = try files.everything()
    let done = try repair(files)
    #expect(done.dropped.map(\.line) == [9])
    #expect(try files.open().contents().configuration == history.states[4].configuration)
    #expect(try files.open().contents().records.map(\.id) == ["1-a", "1-d", "1-e"])
    // Both are kept.
    #expect(try Set(files.setAside()).contains(damaged[StoreFiles.document] ?? []))
    #expect(try files.setAside().count == 2)
    #expect(try check(files) == [])
  }

  /// A configuration that the log has lost in part is not put together from what is left, where a document has it.
  @Test func theDocumentIsUsedOnlyWhenItIsOfThisState() throws {
    let history = try StoreHistory(endsWithConfiguration: true)
    let files = history.files
    // The document is of a transaction before the log's last word on the configuration.
    try files.replace(StoreFiles.document, with: history.documents[3])
    try files.edit { $0[history.range(ofLine: 11).lowerBound + 4] ^= 1 }
    #expect(try repair(files).dropped.map(\.line) == [11])
    let configuration = try files.open().contents().configuration
    #expect(configuration == Configuration(services: ["Support": ["_ttl": "8", "_type": "ors"]]))
    #expect(try files.setAside().contains(history.documents[3]))
  }

  @Test func thatFailsLeavesTheStoreAsItWas() throws {
    for call in [FaultyFileSystem.Call.openNew, .write, .sync, .rename, .openLock, .lock, .read] {
      let history = try StoreHistory()
      let files = history.files
      try files.edit { $0[history.range(ofLine: 9).lowerBound + 4] ^= 1 }
      let before = try files.everything()
      let system = FaultyFileSystem()
      system.arm(.init(.fails(.noSpace), only: call))
      let error = #expect(throws: CoreError.self, "\(call)") {
        try FileStore.repair(
          at: files.path,
          codecs: [],
          isDryRun: false,
          lockTimeout: .zero,
          fileSystem: system
        )
      }
      #expect(error?.code == (call == .read ? .storeUnreadable : .storeUnwritable), "\(call)")
      #expect(try files.everything() == before, "\(call)")
      #expect(try repair(files).isChanged)
      #expect(try check(files) == [])
    }
  }
}
