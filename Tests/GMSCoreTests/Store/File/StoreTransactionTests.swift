import Foundation
import GMSCore
import GMSTestSupport
import Testing

/// Transactions of the file store, small ones and such as are written out before their end.
@Suite struct StoreTransactionTests {
  struct Deliberate: Error {}

  /// What is held in memory of a transaction: all of it, some of it, nothing.
  static let held = [1 << 20, 300, 1]

  private static func tuning(_ held: Int) -> StoreTuning {
    var tuning = StoreTuning()
    tuning.longestHeld = held
    return tuning
  }

  private func prepared(_ files: StoreFiles, _ held: Int) throws -> FileStore {
    let store = try files.create(Configuration(services: ["A": [:]]), tuning: Self.tuning(held))
    try store.put(.test("1-a", due: 3, body: #"{"n":1}"#), .test("1-b", customer: "7"))
    return store
  }

  @Test(arguments: held) func configurationAndRecordsGoTogether(_ held: Int) throws {
    let files = try StoreFiles()
    let store = try prepared(files, held)
    let configuration = Configuration(services: ["A": ["_ttl": "5"], "B": [:]])
    try store.write(.test) { store in
      try store.setConfiguration(configuration)
      for number in 0..<20 { try store.put(.test("1-\(number)", time: Double(number))) }
      try store.remove(.callback, "1-b")
    }
    for other in [store, try files.open()] {
      let contents = try other.contents()
      #expect(contents.sequence == 2)
      #expect(contents.configuration == configuration)
      #expect(contents.records.count == 21)
    }
    var entries: [String] = []
    try store.log(ofRecord: nil) { entry in
      if entry.sequence == 2 { entries = entry.changes.map { "\($0.what.rawValue) \($0.name)" } }
    }
    #expect(
      entries == (0..<20).map { "put callback 1-\($0)" }
        + ["remove callback 1-b", "set service.A", "set service.B"]
    )
    #expect(try FileStore.check(at: files.path, codecs: []).findings == [])
  }

  @Test(arguments: held) func aTransactionThatThrowsLeavesTheLogAsItWas(_ held: Int) throws {
    let files = try StoreFiles()
    let store = try prepared(files, held)
    let (before, reader) = (try files.everything(), try files.open())
    let state = try store.contents()
    for round in 0..<3 {
      #expect(throws: Deliberate.self) {
        try store.write(.test) { store in
          for number in 0..<20 { try store.put(.test("1-\(number)")) }
          try store.remove(.callback, "1-a")
          try store.setConfiguration(Configuration())
          // What is written out is no state yet, for those who are there and for those who come.
          let (seen, come) = (try reader.contents(), try files.open().contents())
          #expect(seen == state)
          #expect(come == state)
          throw Deliberate()
        }
      }
      #expect(try files.everything() == before, "round \(round)")
    }
    #expect(files.notices() == [])
    try store.put(.test("1-z"))
    #expect(try reader.contents().records.map(\.id) == ["1-a", "1-b", "1-z"])
  }

  struct Nothing: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let body: @Sendable (any StoreWriter) throws -> Void
  }

  static let nothings = [
    Nothing(testDescription: "no change") { _ in },
    Nothing(testDescription: "the same again") { try $0.put(.test("1-a", due: 3, body: #"{"n":1}"#)) },
    Nothing(testDescription: "changed and changed back") { store in
      try store.put(.test("1-a", state: "QUEUED"))
      try store.put(.test("1-a", due: 3, body: #"{"n":1}"#))
    },
    Nothing(testDescription: "removed and put back") { store in
      try store.remove(.callback, "1-b")
      try store.put(.test("1-b", customer: "7"))
    },
    Nothing(testDescription: "made and removed") { store in
      for number in 0..<20 { try store.put(.test("1-\(number)")) }
      for number in 0..<20 { try store.remove(.callback, "1-\(number)") }
    },
    Nothing(testDescription: "removed what is not there") { store in
      let isGone = try store.remove(.callback, "1-c")
      #expect(!isGone)
    },
    Nothing(testDescription: "the same configuration") { store in
      try store.setConfiguration(Configuration())
      try store.setConfiguration(Configuration(services: ["A": [:]]))
    },
  ]

  @Test(arguments: nothings, held) func aTransactionThatChangesNothingIsNotWritten(
    _ nothing: Nothing,
    _ held: Int
  ) throws {
    let files = try StoreFiles()
    let store = try prepared(files, held)
    let (before, state) = (try files.everything(), try store.contents())
    try store.write(.test, nothing.body)
    #expect(try files.everything() == before)
    #expect(try store.contents() == state)
    try store.write(.dryRun, nothing.body)
    #expect(try files.everything() == before)
  }

  @Test(arguments: held) func aRecordMayChangeManyTimes(_ held: Int) throws {
    let files = try StoreFiles()
    let store = try prepared(files, held)
    try store.write(.test) { store in
      for number in 0..<50 {
        try store.put(.test("1-a", time: Double(number)))
        if number % 3 == 0 { try store.remove(.callback, "1-a") }
        let found = try store.record(.callback, "1-a")?.keys.time
        #expect(found == (number % 3 == 0 ? nil : StoreChange.test.time + Double(number)))
      }
      try store.put(.test("1-c"))
      try store.remove(.callback, "1-c")
    }
    let expected: [StoredRecord] = [.test("1-a", time: 49), .test("1-b", customer: "7")]
    #expect(try store.contents().records == expected)
    #expect(try files.open().contents().records == expected)
    #expect(try FileStore.check(at: files.path, codecs: []).findings == [])
    if held > 300 { #expect(try files.lines().count == 8, "what is superseded is not written") }
  }

  @Test func aRecordThatIsTooLargeIsRefusedWhole() throws {
    let files = try StoreFiles()
    let store = try prepared(files, 1 << 20)
    let before = try files.everything()
    let text = String(repeating: "x", count: 16 << 20)
    let error = #expect(throws: CoreError.self) {
      try store.write(.test) { store in
        try store.put(.test("1-c"))
        try store.put(.test("1-d", body: "{\"t\":\"\(text)\"}"))
      }
    }
    #expect(error?.code == .recordTooLarge)
    #expect(error?["id"] == "1-d")
    #expect(try files.everything() == before)
    // One byte less than too long is kept, and read.
    let overhead =
      18 + #"{"seq":2,"put":"callback","id":"1-d","service":"Support","state":"SCHEDULED","#.utf8.count
      + #""time":1736172000000,"created":1736172000000,"body":{"t":""}"#.utf8.count
    let longest = "{\"t\":\"\(text.dropLast(overhead))\"}"
    try store.put(.test("1-d", body: longest))
    #expect(try files.open().read { try $0.record(.callback, "1-d")?.body.utf8.count } == longest.utf8.count)
    #expect(throws: CoreError.self) {
      try store.put(.test("1-e", body: "{\"t\":\"\(text.dropLast(overhead - 1))\"}"))
    }
  }

  /// A configuration that could not be read again is refused before anything is written.
  @Test(arguments: [
    Configuration(services: ["": [:]]), Configuration(services: ["A": ["": "x"]]),
    Configuration(resources: ["DNIS": ResourceGroup(numbers: [], options: ["": "2"])]),
    Configuration(options: ["": ["a": "b"]]),
  ])
  func aConfigurationThatCannotBeReadIsNotWritten(_ configuration: Configuration) throws {
    let files = try StoreFiles()
    let store = try prepared(files, 1 << 20)
    let before = try files.everything()
    #expect(throws: CoreError.self) {
      try store.write(.test) { store in
        try store.put(.test("1-c"))
        try store.setConfiguration(configuration)
      }
    }
    #expect(try files.everything() == before)
    let other = try StoreFiles()
    #expect(throws: CoreError.self) { try other.create(configuration) }
    #expect(throws: CoreError.self) { try other.open() }
    try other.create()
  }
}
