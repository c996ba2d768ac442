import Foundation
import GMSCore
import GMSTestSupport
import Testing

@Suite struct StoreCreationTests {
  let files: StoreFiles

  init() throws { files = try StoreFiles() }

  @Test func aNewStoreIsForItsOwnerOnly() throws {
    try files.create()
    #expect(try files.names() == ["lock", "records.jsonl", "store.json"])
    #expect(try files.permissions("") == 0o700)
    for name in try files.names() { #expect(try files.permissions(name) == 0o600, "\(name)") }
  }

  @Test func slashesAtTheEndOfThePathMeanNothing() throws {
    #expect(try FileStore.create(at: "\(files.path)//").path == files.path)
    #expect(try FileStore(opening: "\(files.path)/").path == files.path)
  }

  @Test func aStoreIsNotMadeTwice() throws {
    let store = try files.create(Configuration(services: ["A": [:]]))
    try store.put(.test("1-a"))
    let before = try files.everything()
    let error = #expect(throws: CoreError.self) { try FileStore.create(at: files.path) }
    #expect(error == CoreError(.storeExists, ["path": files.path]))
    #expect(try files.everything() == before)
  }

  @Test func aStoreIsMadeBesideOtherFiles() throws {
    try FileManager.default.createDirectory(atPath: files.path, withIntermediateDirectories: false)
    let mine = ["notes.txt", "notes.new-1.txt", "index-9", "my-set-aside-1"]
    for name in mine { try files.overwrite(name, with: Array("mine".utf8)) }
    let store = try files.create()
    try store.put(.test("1-a"))
    try store.put(.test("1-a", state: "QUEUED"))
    try store.compact(.test)
    #expect(try files.names() == (mine + ["index-0", "lock", "records.jsonl", "store.json"]).sorted())
    for name in mine { #expect(try files.text(name) == "mine", "\(name)") }
  }

  @Test func theFirstTransactionSaysWhen() throws {
    try files.create(time: instant("2031-02-03T04:05:06Z"))
    #expect(try files.lines()[1].contains(#""time":"2031-02-03T04:05:06.000Z","command":"init""#))
  }

  // MARK: - Half a store

  @Test func aLogThatNothingWasAddedToIsNoStoreYet() throws {
    // As a creation leaves it that died before the document was there.
    try files.create(Configuration(services: ["Old": [:]]))
    try files.remove(StoreFiles.document)
    let error = #expect(throws: CoreError.self) { try files.open() }
    #expect(error?.code == .storeMissing)
    #expect(error?["reason"] == "the directory is there, but has no store.json")
    let store = try files.create(Configuration(services: ["New": [:]]))
    #expect(try store.contents().configuration == Configuration(services: ["New": [:]]))
  }

  struct Half: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// What happens to a log of two transactions, of which the document is missing.
    let change: @Sendable (inout [UInt8]) -> Void
    let file: String
  }

  static let halves = [
    Half(testDescription: "a whole log", change: { _ in }, file: StoreFiles.document),
    Half(testDescription: "a torn log", change: { $0.removeLast(9) }, file: StoreFiles.document),
    Half(testDescription: "a last bit flipped", change: { $0[$0.count - 4] ^= 1 }, file: StoreFiles.document),
    Half(testDescription: "no header", change: { $0[3] ^= 1 }, file: StoreFiles.log),
    Half(testDescription: "an empty log", change: { $0 = [] }, file: StoreFiles.log),
  ]

  @Test(arguments: halves) func aLogWithRecordsIsNeverWrittenOver(_ half: Half) throws {
    let store = try files.create()
    try store.put(.test("1-a"))
    try files.remove(StoreFiles.document)
    try files.edit(StoreFiles.log, half.change)
    let before = try files.everything()
    let opening = #expect(throws: CoreError.self) { try files.open() }
    #expect(opening?.code == .storeDamaged)
    #expect(opening?["path"] == files.path(StoreFiles.document))
    let creating = #expect(throws: CoreError.self) { try files.create() }
    #expect(creating?.code == .storeDamaged)
    #expect(creating?["path"] == files.path(half.file))
    #expect(try files.everything() == before)
  }

  // MARK: - What is no store

  @Test func aMissingDirectory() {
    #expect(throws: CoreError(.storeMissing, ["path": files.path])) { try files.open() }
    #expect(!files.exists(""))
  }

  @Test func anEmptyDirectory() throws {
    try FileManager.default.createDirectory(atPath: files.path, withIntermediateDirectories: false)
    let error = #expect(throws: CoreError.self) { try files.open() }
    #expect(error?.code == .storeMissing)
    #expect(error?["path"] == files.path)
    #expect(error?["reason"] == "the directory is there, but has no store.json")
    #expect(try files.names() == [])
  }

  @Test func aFileInPlaceOfTheDirectory() throws {
    try "text".write(toFile: files.path, atomically: false, encoding: .utf8)
    let error = #expect(throws: CoreError.self) { try files.open() }
    #expect(error?.code == .storeMissing)
    #expect(error?["reason"] == "it is no directory")
    let creating = #expect(throws: CoreError.self) { try FileStore.create(at: files.path) }
    #expect(creating?.code == .storeUnwritable)
    #expect(try String(contentsOfFile: files.path, encoding: .utf8) == "text")
  }

  @Test func aMissingDirectoryAbove() {
    let error = #expect(throws: CoreError.self) { try FileStore.create(at: files.beside("a/b")) }
    #expect(error?.code == .storeUnwritable)
    #expect(error?["reason"] == "there is nothing of that name")
  }

  // MARK: - What stays

  @Test func permissionsStay() throws {
    let tuning = StoreTuning.small[1]
    let store = try files.create(tuning: tuning)
    for name in try files.names() { try files.setPermissions(0o640, of: name) }
    for number in 0..<6 {
      try store.write(.test) { store in
        try store.put(.test("1-a", time: Double(number)))
        try store.setConfiguration(Configuration(services: ["A": ["_ttl": "\(number)"]]))
      }
    }
    try store.compact(.test)
    #expect(try files.names().contains("index-0"))
    for name in try files.names() { #expect(try files.permissions(name) == 0o640, "\(name)") }
  }

  @Test func whatADeadWriterLeftIsRemovedByTheNextOne() throws {
    try files.create()
    let before = try files.names()
    for name in ["store.json", "records.jsonl", "index-0", "index-7", "set-aside-3-1"] {
      try files.overwrite("\(name).new-4711", with: Array("{\"format".utf8))
    }
    let kept = ["records.jsonl.new-", "store.json.new-1.txt", "other.new-12", "index-8.new-1"]
    for name in kept { try files.overwrite(name, with: []) }
    let store = try files.open()
    #expect(try store.contents().sequence == 0)
    #expect(try files.names().count == before.count + 9, "readers remove nothing")
    try store.put(.test("1-a"))
    #expect(try files.names() == (before + kept).sorted())
  }

  @Test func aDryRunWritesNothingAtAll() throws {
    try files.create()
    try files.remove(StoreFiles.lock)
    // A tear is what a writer would cut.
    try files.edit { $0 += Array("garbage".utf8) }
    let before = try files.everything()
    let system = FaultyFileSystem()
    let writing: [FaultyFileSystem.Call] = [
      .openNew, .openUpdating, .openLock, .write, .truncate, .sync, .syncData, .syncDirectory, .rename,
      .remove,
      .makeDirectory, .setPermissions, .setOwner, .lock,
    ]
    for call in writing {
      system.arm(.init(.fails(.readOnly), only: call))
      let tried = try files.open(tuning: StoreTuning.small[1], fileSystem: system)
      let count = try tried.write(.dryRun) { store in
        try store.put(.test("1-a"))
        try store.setConfiguration(Configuration(services: ["A": [:]]))
        return try store.count(RecordQuery(.callback))
      }
      #expect(count == 1)
      #expect(!system.hasFired, "\(call)")
    }
    #expect(try files.everything() == before)
    #expect(!files.exists(StoreFiles.lock))
    #expect(files.notices() == [])
  }

  @Test func anInstanceSeesWhatAnotherOneWrote() throws {
    let first = try files.create()
    let second = try files.open()
    for number in 0..<20 {
      let (writer, reader) = number % 2 == 0 ? (first, second) : (second, first)
      try writer.write(.test) { store in
        try store.put(.test("1-\(number)"))
        try store.setConfiguration(Configuration(services: ["A": ["_ttl": "\(number)"]]))
      }
      #expect(try reader.contents().sequence == number + 1)
      #expect(try reader.read { try $0.service("A") } == ["_ttl": "\(number)"])
      #expect(try reader.contents() == writer.contents())
    }
  }

  @Test func instantsFarAwayAreKept() throws {
    let store = try files.create()
    try store.put(
      .test("1-a", time: -63_000_000_000, created: 0, due: -1e13),
      .test("1-b", time: 251_000_000_000.999)
    )
    #expect(try files.open().contents() == store.contents())
    #expect(try files.open().ids(RecordQuery(.callback)) == ["1-a", "1-b"])
    #expect(try files.open().ids(RecordQuery(.callback, order: .due)) == ["1-a"])
  }
}
