import Foundation
import GMSCore
import GMSTestSupport
import Testing

/// The document `store.json`, which is derived from the log: what it may be behind its writer's back.
@Suite struct StoreDocumentTests {
  let history: StoreHistory
  private var files: StoreFiles { history.files }

  init() throws { history = try StoreHistory() }

  @Test func missing() throws {
    let store = try files.open()
    try files.remove(StoreFiles.document)
    let log = try files.bytes()
    let error = #expect(throws: CoreError.self) { try files.open() }
    #expect(
      error
        == CoreError(
          .storeDamaged,
          [
            .init("path", .string(files.path(StoreFiles.document))),
            .init("reason", "the file is missing"), .init("repairable", .bool(true)),
          ]
        )
    )
    // One that is open and has not written asks for it before it writes.
    #expect(throws: CoreError.self) { try store.put(.test("1-z")) }
    #expect(try files.bytes() == log)
    #expect(
      try FileStore.check(at: files.path, codecs: []).findings.map(\.message) == ["the file is missing"]
    )
  }

  @Test(arguments: 0..<2) func olderThanTheConfigurationInTheLog(_ sequence: Int) throws {
    try files.replace(StoreFiles.document, with: history.documents[sequence])
    let store = try files.open()
    #expect(try store.contents() == history.states[4])
    #expect(try store.read { try $0.service("Support") } == ["_ttl": "7"])
    #expect(try store.read { try $0.section("callback") } == ["filter-keys": "a"])
    let check = try FileStore.check(at: files.path, codecs: [])
    #expect(!check.hasDamage)
    #expect(check.findings.map(\.path) == [files.path(StoreFiles.document)])
    #expect(check.findings.first?.message.contains("the log has a later configuration") == true)
    try store.put(.test("1-z", created: 9))
    #expect(try files.open().contents().configuration == history.states[4].configuration)
    // The next change of the configuration writes it anew.
    try store.write(.test) { try $0.setConfiguration(Configuration()) }
    #expect(try FileStore.check(at: files.path, codecs: []).findings == [])
    #expect(files.notices() == [])
  }

  /// A document of a configuration that changed later on is as good as any.
  @Test(arguments: 2..<5) func ofAnyTransactionSinceTheConfigurationChanged(_ sequence: Int) throws {
    try files.replace(StoreFiles.document, with: history.documents[sequence])
    #expect(try files.open().contents() == history.states[4])
    #expect(try FileStore.check(at: files.path, codecs: []).findings == [])
  }

  /// Its transaction was cut off, and the transactions that follow must not make it look right.
  @Test func newerThanTheLog() throws {
    let history = try StoreHistory(endsWithConfiguration: true)
    let files = history.files
    try files.replace(with: Array(history.log[..<history.ends[3]]))
    let store = try files.open()
    #expect(try store.contents() == history.states[3])
    let check = try FileStore.check(at: files.path, codecs: [])
    #expect(check.findings.map(\.severity) == [.note])
    #expect(check.findings.first?.message.contains("transaction 4, which the log no longer has") == true)
    for number in 0..<3 {
      try store.put(.test("1-z\(number)", created: 9))
      #expect(try files.open().contents().configuration == history.states[3].configuration)
    }
    #expect(try FileStore.check(at: files.path, codecs: []).findings == [])
  }

  /// The log was compacted, and its writer died before the document was there.
  @Test(arguments: [false, true]) func olderThanTheLogsBeginning(_ isEmpty: Bool) throws {
    let store = try files.open()
    if isEmpty { try store.write(.test) { try $0.setConfiguration(Configuration()) } }
    let expected = try store.contents()
    try store.compact(.test)
    try files.replace(StoreFiles.document, with: history.documents[0])
    #expect(try files.open().contents() == expected)
    #expect(try files.open().read { try $0.service("Sales") } == nil)
    let check = try FileStore.check(at: files.path, codecs: [])
    #expect(check.findings.map(\.severity) == [.note], "\(check.findings)")
    let second = try files.open()
    try second.put(.test("1-z", created: 9))
    #expect(try files.open().contents().configuration == expected.configuration)
    #expect(try FileStore.check(at: files.path, codecs: []).findings == [])
  }

  struct Garbage: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let change: @Sendable (inout [UInt8]) -> Void
  }

  static let garbage: [Garbage] = [
    Garbage(testDescription: "empty", change: { $0 = [] }),
    Garbage(testDescription: "garbage", change: { $0 = Array("garbage".utf8) }),
    Garbage(testDescription: "zeros", change: { $0 = Array(repeating: 0, count: $0.count) }),
    Garbage(
      testDescription: "only its first line",
      change: { $0 = Array($0.prefix { $0 != 0x0A }) + [0x0A] }
    ),
    Garbage(testDescription: "half of it", change: { $0 = Array($0.prefix($0.count / 2)) }),
    Garbage(testDescription: "a byte less", change: { $0.removeLast() }),
    Garbage(testDescription: "a line feed more", change: { $0.append(0x0A) }),
    Garbage(testDescription: "twice", change: { $0 += $0 }),
    Garbage(
      testDescription: "changed by hand",
      change: {
        $0 = Array(String(decoding: $0, as: UTF8.self).replacingOccurrences(of: "\"7\"", with: "\"8\"").utf8)
      }
    ),
    Garbage(
      testDescription: "with carriage returns",
      change: {
        $0 = Array(String(decoding: $0, as: UTF8.self).replacingOccurrences(of: "\n", with: "\r\n").utf8)
      }
    ),
    Garbage(
      testDescription: "laid out anew",
      change: {
        $0 = Array($0.filter { $0 != 0x20 })
      }
    ),
    Garbage(
      testDescription: "with a right checksum and no sequence",
      change: {
        $0 = Array(WrittenLog.document(sequence: 4, "{}").replacingOccurrences(of: "4", with: "x").utf8)
      }
    ),
  ]

  @Test(arguments: garbage) func isRefused(_ test: Garbage) throws {
    try files.edit(StoreFiles.document, test.change)
    try refuses(test.testDescription)
  }

  /// A single bit anywhere in it is noticed, at the next opening.
  @Test func aFlippedBitIsRefused() throws {
    let sound = try files.bytes(StoreFiles.document)
    for at in sound.indices {
      try files.replace(StoreFiles.document, with: sound)
      try files.edit(StoreFiles.document) { $0[at] ^= 1 << UInt8(at % 8) }
      let error = #expect(throws: CoreError.self, "byte \(at)") { try files.open() }
      #expect(error?.code == .storeDamaged || error?.code == .storeTooNew, "byte \(at)")
      #expect(error?["path"] == files.path(StoreFiles.document), "byte \(at)")
    }
  }

  private func refuses(_ place: String) throws {
    let before = try files.everything()
    let error = #expect(throws: CoreError.self, "\(place)") { try files.open() }
    #expect(error?.code == .storeDamaged, "\(place)")
    #expect(error?["path"] == files.path(StoreFiles.document), "\(place)")
    #expect(throws: CoreError.self) { try FileStore.create(at: files.path) }
    #expect(try FileStore.check(at: files.path, codecs: []).hasDamage, "\(place)")
    #expect(try files.everything() == before, "\(place)")
    // The log has everything: a repair makes the document anew, and keeps this one.
    let repair = try FileStore.repair(at: files.path, codecs: [], isDryRun: false)
    #expect(repair.isChanged && repair.dropped.isEmpty, "\(place)")
    #expect(repair.records == 4, "\(place)")
    #expect(try files.setAside() == [before[StoreFiles.document] ?? []], "\(place)")
    #expect(try files.bytes() == history.log, "\(place)")
    #expect(try files.open().contents() == history.states[4], "\(place)")
    #expect(try FileStore.check(at: files.path, codecs: []).findings == [], "\(place)")
  }

  // MARK: - Of another store

  @Test func ofAnotherStore() throws {
    // Ahead of this log by one: it is not used. Not ahead: only a check can tell. Further ahead: the log is damaged.
    let foreign = Configuration(services: ["Foreign": ["_ttl": "1"], "Support": ["_ttl": "7"]])
    for (sequence, isUsed) in [(5, false), (3, true)] {
      let other = try StoreFiles()
      let store = try other.create()
      for number in 1..<sequence { try store.put(.test("1-\(number)")) }
      try store.write(.test) { try $0.setConfiguration(foreign) }
      try files.replace(StoreFiles.document, with: try other.bytes(StoreFiles.document))
      let found = try files.open().contents()
      #expect(found.records == history.states[4].records)
      #expect(found.configuration == (isUsed ? foreign : history.states[4].configuration))
      let check = try FileStore.check(at: files.path, codecs: [])
      #expect(check.hasDamage == isUsed)
      if isUsed {
        #expect(
          check.findings.map(\.description) == [
            "damage: \(files.path(StoreFiles.document)): options 'callback' is not what the log says"
          ]
        )
        #expect(try FileStore.repair(at: files.path, codecs: [], isDryRun: false).isChanged)
        #expect(try files.open().contents() == history.states[4])
      }
      try history.restore()
    }
  }
}
