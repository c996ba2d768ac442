import Foundation
import GMSCore
import GMSTestSupport
import Testing

/// System calls that are refused: tests may run as root, so the calls are made to fail.
@Suite struct StoreRefusedCallTests {
  let files: StoreFiles

  init() throws { files = try StoreFiles() }

  struct Case: CustomTestStringConvertible, Sendable {
    let call: FaultyFileSystem.Call
    let error: SystemError
    /// What the store says; nil when it can do without the call.
    let code: CoreError.Code?
    var testDescription: String { "\(call): \(error)" }
  }

  private static func cases(
    _ codes: KeyValuePairs<FaultyFileSystem.Call, CoreError.Code?>
  ) -> [Case] {
    codes.flatMap { call, code in
      [.noPermission, .readOnly, .inputOutput, .noSpace].map { Case(call: call, error: $0, code: code) }
    }
  }

  // MARK: - Writing

  static let writing = cases([
    .open: .storeUnreadable, .read: .storeUnreadable, .statusOfFile: .storeUnwritable,
    .statusAtPath: .storeUnwritable, .openLock: .storeUnwritable, .lock: .storeUnwritable,
    .openUpdating: .storeUnwritable, .write: .storeUnwritable, .syncData: .storeUnwritable,
    // What follows the sync of the log only makes the change quicker to read.
    .openNew: nil, .sync: nil, .syncDirectory: nil, .rename: nil, .remove: nil, .list: nil, .close: nil,
    .truncate: nil, .unlock: nil, .setPermissions: nil, .setOwner: nil, .makeDirectory: nil,
  ])

  @Test(arguments: writing) func ofATransaction(_ test: Case) throws {
    try files.create()
    let before = try files.bytes()
    let system = FaultyFileSystem()
    let store = try files.open(fileSystem: system)
    let configuration = Configuration(services: ["A": [:]])
    system.arm(.init(.fails(test.error), only: test.call))
    let writing: () throws -> Void = {
      try store.write(.test) { store in
        try store.put(.test("1-a"))
        try store.setConfiguration(configuration)
      }
    }
    guard let code = test.code else {
      try writing()
      system.arm(nil)
      let expected = StoreContents(sequence: 1, configuration: configuration, records: [.test("1-a")])
      #expect(try files.open().contents() == expected)
      #expect(try store.contents() == expected)
      // What failed is made up for.
      try files.open().put(.test("1-b"))
      #expect(try files.names() == ["lock", "records.jsonl", "store.json"])
      return
    }
    let error = #expect(throws: CoreError.self, performing: writing)
    #expect(system.hasFired)
    #expect(error?.code == code)
    #expect(error?["reason"] == test.error.description)
    #expect(error?["path"]?.hasPrefix(files.path) == true)
    #expect(try files.bytes() == before)
    system.arm(nil)
    #expect(try store.contents().sequence == 0)
    try files.open().put(.test("1-a"))
    #expect(try store.contents().records.map(\.id) == ["1-a"])
  }

  // MARK: - Reading

  static let reading = cases([
    .open: .storeUnreadable, .read: .storeUnreadable, .statusOfFile: .storeUnreadable, .statusAtPath: nil,
    .openNew: nil, .openLock: nil, .openUpdating: nil, .write: nil, .truncate: nil, .lock: nil, .list: nil,
    .close: nil, .remove: nil, .rename: nil, .sync: nil, .syncData: nil, .syncDirectory: nil,
  ])

  @Test(arguments: reading) func ofAnOpening(_ test: Case) throws {
    try files.create().put(.test("1-a"))
    let before = try files.everything()
    let system = FaultyFileSystem()
    system.arm(.init(.fails(test.error), only: test.call))
    let opening: () throws -> Void = {
      let store = try files.open(fileSystem: system)
      #expect(try store.contents().records.map(\.id) == ["1-a"])
    }
    if let code = test.code {
      let error = #expect(throws: CoreError.self, performing: opening)
      #expect(error?.code == code)
      #expect(error?["reason"] == test.error.description)
    } else {
      try opening()
    }
    #expect(try files.everything() == before)
  }

  // MARK: - Making

  static let making = cases([
    .makeDirectory: .storeUnwritable, .syncDirectory: .storeUnwritable, .openLock: .storeUnwritable,
    .lock: .storeUnwritable, .openNew: .storeUnwritable, .write: .storeUnwritable, .sync: .storeUnwritable,
    .rename: .storeUnwritable, .statusAtPath: .storeUnwritable, .list: nil, .remove: nil,
    .truncate: .storeUnwritable, .unlock: nil, .close: .storeUnwritable,
  ])

  @Test(arguments: making) func ofACreation(_ test: Case) throws {
    let system = FaultyFileSystem()
    system.arm(.init(.fails(test.error), only: test.call))
    let creating: () throws -> Void = {
      _ = try FileStore.create(at: files.path, lockTimeout: .zero, fileSystem: system)
    }
    if let code = test.code {
      let error = #expect(throws: CoreError.self, performing: creating)
      #expect(error?.code == code)
      #expect(error?["reason"] == test.error.description)
      #expect(throws: CoreError.self) { try files.open() }
    } else {
      try creating()
    }
    system.arm(nil)
    if test.code != nil { try files.create() }
    try files.open().put(.test("1-a"))
    #expect(try files.names() == ["lock", "records.jsonl", "store.json"])
  }

  // MARK: - Syncs

  @Test func afterAFailedSyncAnInstanceDoesNotWrite() throws {
    try files.create()
    let before = try files.bytes()
    let system = FaultyFileSystem()
    let store = try files.open(fileSystem: system)
    system.arm(.init(.fails(.inputOutput), lasting: false, only: .syncData))
    let first = #expect(throws: CoreError.self) { try store.put(.test("1-a")) }
    #expect(
      first == CoreError(.storeUnwritable, ["path": files.path, "reason": "\(SystemError.inputOutput)"])
    )
    #expect(try files.bytes() == before)
    let second = #expect(throws: CoreError.self) { try store.put(.test("1-b")) }
    #expect(second?["reason"] == "an earlier change could not be made durable; open the store anew")
    #expect(throws: CoreError.self) { try store.compact(.test) }
    // It still reads, and tells what is on the disk.
    #expect(try store.contents().records == [])
    try files.open().put(.test("1-c"))
    #expect(try store.contents().records.map(\.id) == ["1-c"])
    // A dry run writes nothing, so it goes on.
    #expect(try store.write(.dryRun) { try $0.count(RecordQuery(.callback)) } == 1)
  }

  @Test func aChangeThatCannotBeTakenBackIsSaidToBeMade() throws {
    try files.create()
    let system = FaultyFileSystem()
    var store = try files.open(fileSystem: system)
    // The sync fails, and so does everything after it.
    var call = 1
    while call < 100 {
      store = try files.open(fileSystem: system)
      system.arm(.init(.fails(.inputOutput), at: call))
      let error = #expect(throws: CoreError.self) { try store.put(.test("1-a")) }
      system.arm(nil)
      guard let reason = error?["reason"] else { return }
      if reason.hasPrefix("the change is made, but may be lost when the machine fails now: ") { break }
      #expect(try files.open().contents().sequence == 0)
      call += 1
    }
    #expect(call < 100)
    #expect(try files.open().contents().records.map(\.id) == ["1-a"])
    #expect(try store.contents().records.map(\.id) == ["1-a"])
    #expect(throws: CoreError.self) { try store.put(.test("1-b")) }
  }

  /// A reader that has seen a change, whose sync then failed, must not go on believing in it.
  @Test func aReaderForgetsAChangeThatWasTakenBack() throws {
    let store = try files.create()
    let reader = try files.open()
    #expect(try reader.contents().sequence == 0)
    let before = try files.bytes()
    try store.put(.test("1-a"))
    #expect(try reader.contents().records.map(\.id) == ["1-a"])
    // The file is cut behind the reader's back, as the writer does when its sync has failed.
    try files.overwrite(with: before)
    #expect(try reader.contents().records == [])
    try files.open().put(.test("1-b"))
    #expect(try reader.contents().records.map(\.id) == ["1-b"])
    try files.overwrite(with: before)
    // As long, but another one.
    try files.open().put(.test("1-c"))
    #expect(try reader.contents().records.map(\.id) == ["1-c"])
    #expect(try reader.read { try $0.record(.callback, "1-b") } == nil)
    #expect(try reader.read { try $0.record(.callback, "1-c")?.id } == "1-c")
  }
}
