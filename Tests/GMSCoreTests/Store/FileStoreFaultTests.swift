import Foundation
import GMSCore
import GMSTestSupport
import Testing

/// Each system call of a creation and of a transaction is made to fail, one run for each call; afterwards the
/// store is exactly as before or exactly as after.
@Suite struct FileStoreFaultTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let fault: FaultyFileSystem.Fault
    let isLasting: Bool
    var testDescription: String { "\(fault), \(isLasting ? "from then on" : "once")" }
  }

  static let cases: [Case] =
    [.inputOutput, .noSpace, .noPermission, .readOnly].flatMap { error in
      [true, false].flatMap { isLasting in
        [FaultyFileSystem.Fault.fails(error), .failsAfterwards(error), .tornWrite(error)].map {
          Case(fault: $0, isLasting: isLasting)
        }
      }
    } + [true, false].map { Case(fault: .shortWrite, isLasting: $0) }

  static let typedCodes: Set<CoreError.Code> = [.storeUnwritable, .storeUnreadable, .storeMissing]

  @Test(arguments: cases) func aTransactionIsMadeOrNotMade(_ test: Case) throws {
    let directory = try TemporaryDirectory()
    var failures = 0
    for call in 1...1000 {
      let path = directory.path("store-\(call)")
      let before = try FileStoreFaultTests.prepared(path)
      let expected = FileStoreFaultTests.changed(before)
      let system = FaultyFileSystem()
      let store = try FileStore(opening: path, lockTimeout: .zero, fileSystem: system)
      system.arm(.init(test.fault, at: call, lasting: test.isLasting))
      do {
        try FileStoreFaultTests.change(store)
        if !system.hasFired { break }
        #expect(try FileStore(opening: path).contents() == expected, "call \(call): told to be made")
      } catch let error as CoreError {
        failures += 1
        #expect(FileStoreFaultTests.typedCodes.contains(error.code), "call \(call): \(error)")
        let found = try FileStore(opening: path).contents()
        let isUncertain = error["reason"]?.contains("is made, but may be lost") == true
        let mayBeMade = isUncertain || FileStoreFaultTests.isAfterwards(test.fault)
        #expect(found == before || mayBeMade && found == expected, "call \(call): \(error)")
      }
      // The instance that failed reads what is on the disk, and another one writes as if nothing had been.
      system.arm(nil)
      let onDisk = try FileStore(opening: path).contents()
      #expect(try store.contents() == onDisk, "call \(call)")
      try FileStore(opening: path, lockTimeout: .zero).put(.test("1-z"))
      #expect(try store.contents().sequence == onDisk.sequence + 1, "call \(call)")
      let names = try FileManager.default.contentsOfDirectory(atPath: path)
      #expect(names.sorted() == ["lock", "store.json"], "call \(call)")
    }
    // A write that is cut short, and that then succeeds, is no failure.
    #expect(test.fault == .shortWrite ? failures == 0 : failures > 5)
  }

  @Test(arguments: cases) func aStoreIsCreatedOrNot(_ test: Case) throws {
    let directory = try TemporaryDirectory()
    let configuration = Configuration(services: ["Support": ["_ttl": "1"]])
    var failures = 0
    for call in 1...1000 {
      let path = directory.path("store-\(call)")
      let system = FaultyFileSystem()
      system.arm(.init(test.fault, at: call, lasting: test.isLasting))
      var isMade = false
      do {
        try FileStore.create(at: path, configuration: configuration, lockTimeout: .zero, fileSystem: system)
        isMade = true
      } catch {
        failures += 1
        #expect(FileStoreFaultTests.typedCodes.contains(error.code), "call \(call): \(error)")
      }
      let hasFired = system.hasFired
      system.arm(nil)
      do {
        let store = try FileStore(opening: path)
        #expect(try store.contents() == StoreContents(sequence: 0, configuration: configuration, records: []))
      } catch let error as CoreError {
        #expect(error.code == .storeMissing && !isMade, "call \(call): \(error)")
        // What was left behind is no obstacle.
        try FileStore.create(at: path).put(.test("1-a"))
      }
      if !hasFired { break }
    }
    #expect(test.fault == .shortWrite ? failures == 0 : failures > 5)
  }

  // MARK: - Scenario

  /// A store with two records; answers what it holds.
  private static func prepared(_ path: String) throws -> StoreContents {
    let store = try FileStore.create(at: path)
    try store.put(.test("1-a", due: 4), .test("1-b", customer: "7"))
    return try store.contents()
  }

  private static func change(_ store: FileStore) throws {
    try store.write(.test) { store in
      try store.remove(.callback, "1-a")
      try store.put(.test("1-c", body: #"{"text":"\#(String(repeating: "x", count: 5000))"}"#))
      try store.setConfiguration(Configuration(accounts: ["kate": [:]]))
    }
  }

  private static func changed(_ contents: StoreContents) -> StoreContents {
    var records = contents.records.filter { $0.id != "1-a" }
    var added = StoredRecord.test("1-c", body: #"{"text":"\#(String(repeating: "x", count: 5000))"}"#)
    added.keys = added.keys.inWholeMilliseconds
    records.append(added)
    return StoreContents(
      sequence: contents.sequence + 1,
      configuration: Configuration(accounts: ["kate": [:]]),
      records: records
    )
  }

  private static func isAfterwards(_ fault: FaultyFileSystem.Fault) -> Bool {
    switch fault {
    case .failsAfterwards: true
    case .fails, .shortWrite, .tornWrite: false
    }
  }
}
