import Foundation
import GMSCore
import GMSTestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a store answers when its files are not what they should be, and that it then leaves them as they are.
@Suite(.timeLimit(.minutes(20))) struct FileStoreRefusalTests {
  let directory: TemporaryDirectory
  let path: String

  init() throws {
    directory = try TemporaryDirectory()
    path = directory.path("store")
  }

  private var file: String { "\(path)/store.json" }

  private func opening() -> CoreError? {
    #expect(throws: CoreError.self) { try FileStore(opening: path) }
  }

  @Test func aMissingDirectory() {
    #expect(opening() == CoreError(.storeMissing, ["path": path]))
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func halfAStore() throws {
    try FileStore.create(at: path)
    try FileManager.default.removeItem(atPath: file)
    let error = opening()
    #expect(error?.code == .storeMissing)
    #expect(error?["path"] == path)
    #expect(error?["reason"] == "the directory is there, but has no store.json")
    try FileStore.create(at: path)
  }

  @Test func aFileInPlaceOfTheDirectory() throws {
    try "text".write(toFile: path, atomically: false, encoding: .utf8)
    let error = opening()
    #expect(error?.code == .storeMissing)
    #expect(error?["reason"] == "it is no directory")
    let creating = #expect(throws: CoreError.self) { try FileStore.create(at: path) }
    #expect(creating?.code == .storeUnwritable)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "text")
  }

  @Test func aMissingDirectoryAbove() {
    let error = #expect(throws: CoreError.self) { try FileStore.create(at: directory.path("a/b")) }
    #expect(error?.code == .storeUnwritable)
  }

  enum Obstacle: CaseIterable, Sendable {
    case directory, symbolicLink, danglingLink, pipe

    func put(at path: String) throws {
      try? FileManager.default.removeItem(atPath: path)
      switch self {
      case .directory:
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
      case .symbolicLink:
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/etc/hostname")
      case .danglingLink:
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/nowhere")
      case .pipe: #expect(mkfifo(path, 0o600) == 0)
      }
    }
  }

  @Test(arguments: Obstacle.allCases) func somethingElseInPlaceOfTheDocument(_ obstacle: Obstacle) throws {
    let store = try FileStore.create(at: path)
    try obstacle.put(at: file)
    let error = opening()
    #expect(error?.code == .storeDamaged)
    #expect(error?["path"] == file)
    #expect(error?["reason"]?.hasSuffix("stands in its place") == true)
    // An instance that is open refuses as well, and none of them replaces it.
    let writing = #expect(throws: CoreError.self) { try store.put(.test("1-a")) }
    #expect(writing?.code == .storeDamaged)
    let creating = #expect(throws: CoreError.self) { try FileStore.create(at: path) }
    #expect(creating?.code == .storeExists)
  }

  @Test(arguments: Obstacle.allCases) func somethingElseInPlaceOfTheLock(_ obstacle: Obstacle) throws {
    try FileStore.create(at: path)
    try obstacle.put(at: "\(path)/lock")
    let store = try FileStore(opening: path)
    #expect(try store.contents().sequence == 0)
    let error = #expect(throws: CoreError.self) { try store.put(.test("1-a")) }
    #expect(error?.code == (obstacle == .directory ? .storeUnwritable : .storeDamaged))
    #expect(try store.contents().sequence == 0)
  }

  // MARK: - Documents

  struct Damage: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    let line: Int64
    let column: Int64
    let reason: String

    init(_ text: String, _ line: Int64, _ column: Int64, _ reason: String) {
      testDescription = "\(reason): \(text.prefix(80))"
      self.text = text
      (self.line, self.column, self.reason) = (line, column, reason)
    }
  }

  private static let head = #"{"format":"gms-store","version":1,"sequence":3,"#
  private static let good =
    #"{"id":"1","service":"A","state":"S","time":"2025-01-06T14:00:00.000Z","created":"2025-01-06T14:00:00.000Z","body":{}}"#

  private static func records(_ text: String) -> String {
    head + "\n\"configuration\":{},\n\"records\":{\"callback\":[\n" + text + "\n]}}"
  }

  static let damages: [Damage] = [
    Damage("", 1, 1, "an object is missing here"),
    Damage("garbage", 1, 1, "an object is missing here"),
    Damage("[]", 1, 1, "an object is missing here"),
    Damage("{}", 1, 2, "the member 'version' is missing"),
    Damage(
      #"{"format":"other","version":1}"#,
      1,
      11,
      "the member 'format' must come before 'version', and be 'gms-store'"
    ),
    Damage(#"{"version":1}"#, 1, 12, "the member 'format' must come before 'version', and be 'gms-store'"),
    Damage(#"{"format":"gms-store","version":0}"#, 1, 33, "the version must be a whole number above 0"),
    Damage(#"{"format":"gms-store","version":"1"}"#, 1, 33, "the version must be a whole number above 0"),
    Damage(head, 1, 48, "a name in double quotes is missing here"),
    Damage(head + #""configuration":{},"records":{}"#, 1, 79, "a comma or } is missing here"),
    Damage(head + #""configuration":{},"records":{}}x"#, 1, 80, "nothing may follow the value"),
    Damage(head + #""configuration":{}}"#, 1, 67, "the member 'records' is missing"),
    Damage(head + #""sequence":4}"#, 1, 48, "a name may stand only once in an object"),
    Damage(head + #""more":{}}"#, 1, 48, "there is no member 'more' here"),
    Damage(
      head + #""configuration":{"services":{"A":5}},"records":{}}"#,
      1,
      64,
      "the configuration is refused at 'services/A': write an object with a member for each option"
    ),
    Damage(records("{}"), 4, 1, "the member 'service' is missing"),
    Damage(records(good + ",\n" + good), 5, 1, "there is a record '1' before this one"),
    Damage(
      records(good.replacingOccurrences(of: "\"A\"", with: "5")),
      4,
      21,
      "the member 'service' must be a string"
    ),
    Damage(
      records(good.replacingOccurrences(of: "\"id\"", with: "\"ID\"")),
      4,
      2,
      "there is no member 'ID' here"
    ),
    Damage(
      records(good.replacingOccurrences(of: "01-06T14:00:00.000Z\",\"c", with: "02-30T14:00:00.000Z\",\"c")),
      4,
      1,
      "the member 'time' is '2025-02-30T14:00:00.000Z', not a time such as 2025-01-06T14:00:00.000Z"
    ),
    Damage(records(good.replacingOccurrences(of: "{}}", with: "[]}")), 4, 115, "an object is missing here"),
    Damage(
      records(good.replacingOccurrences(of: "{}}", with: "{\"a\":01}}")),
      4,
      120,
      "a number has no leading zero"
    ),
    Damage(
      records(good.replacingOccurrences(of: "{}}", with: "{\"a\"")),
      5,
      1,
      "a colon is missing after the name"
    ),
  ]

  @Test(arguments: damages) func aDamagedDocument(_ damage: Damage) throws {
    try FileStore.create(at: path)
    try damage.text.write(toFile: file, atomically: false, encoding: .utf8)
    let error = opening()
    #expect(error?.code == .storeDamaged)
    #expect(error?["path"] == file)
    #expect(error?["reason"] == damage.reason)
    #expect(error?.facts.first { $0.name == "line" }?.value == .integer(damage.line))
    #expect(error?.facts.first { $0.name == "column" }?.value == .integer(damage.column))
    #expect(try String(contentsOfFile: file, encoding: .utf8) == damage.text)
  }

  @Test func aDocumentThatIsNotUTF8() throws {
    try FileStore.create(at: path)
    try Data([0x7B, 0x0A, 0xFF]).write(to: URL(fileURLWithPath: file))
    let error = opening()
    #expect(error?.code == .storeDamaged)
    #expect(error?.facts.first { $0.name == "line" }?.value == 2)
  }

  @Test func aStoreOfANewerVersion() throws {
    let store = try FileStore.create(at: path)
    // Nothing but the version need be understood.
    let text = #"{"format":"gms-store","shape":[{}],"version":2,"sequence":"many"} and more"#
    try text.write(toFile: file, atomically: false, encoding: .utf8)
    #expect(opening() == CoreError(.storeTooNew, ["path": file, "version": "2", "supported": "1"]))
    let writing = #expect(throws: CoreError.self) { try store.put(.test("1-a")) }
    #expect(writing?.code == .storeTooNew)
    #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
  }

  // MARK: - Permissions; tests may run as root, so the calls are made to fail

  struct Refusal: CustomTestStringConvertible, Sendable {
    let call: FaultyFileSystem.Call
    let error: SystemError
    let code: CoreError.Code
    var testDescription: String { "\(call): \(error)" }
  }

  static let refusals: [Refusal] = [
    Refusal(call: .open, error: .noPermission, code: .storeUnreadable),
    Refusal(call: .read, error: .inputOutput, code: .storeUnreadable),
    Refusal(call: .openLock, error: .noPermission, code: .storeUnwritable),
    Refusal(call: .openLock, error: .readOnly, code: .storeUnwritable),
    Refusal(call: .openNew, error: .noPermission, code: .storeUnwritable),
    Refusal(call: .openNew, error: .readOnly, code: .storeUnwritable),
    Refusal(call: .write, error: .noSpace, code: .storeUnwritable),
    Refusal(call: .rename, error: .noPermission, code: .storeUnwritable),
  ]

  @Test(arguments: refusals) func aCallThatIsNotPermitted(_ refusal: Refusal) throws {
    try FileStore.create(at: path)
    let before = try Data(contentsOf: URL(fileURLWithPath: file))
    let system = FaultyFileSystem()
    let store = try FileStore(opening: path, fileSystem: system)
    system.arm(.init(.fails(refusal.error), only: refusal.call))
    let error = #expect(throws: CoreError.self) { try store.put(.test("1-a")) }
    #expect(error?.code == refusal.code)
    #expect(error?["reason"] == refusal.error.description)
    if refusal.code == .storeUnwritable { #expect(try store.contents().sequence == 0) }
    #expect(try Data(contentsOf: URL(fileURLWithPath: file)) == before)
    system.arm(nil)
    try store.put(.test("1-a"))
  }

  @Test(arguments: [FaultyFileSystem.Call.sync, .syncDirectory])
  func afterAFailedSyncAnInstanceDoesNotWrite(_ call: FaultyFileSystem.Call) throws {
    try FileStore.create(at: path)
    let system = FaultyFileSystem()
    let store = try FileStore(opening: path, fileSystem: system)
    system.arm(.init(.fails(.inputOutput), lasting: false, only: call))
    let first = #expect(throws: CoreError.self) { try store.put(.test("1-a")) }
    #expect(first?.code == .storeUnwritable)
    let second = #expect(throws: CoreError.self) { try store.put(.test("1-b")) }
    #expect(second?["reason"] == "an earlier change could not be made durable; open the store anew")
    // It still reads, and tells what is on the disk.
    #expect(try store.contents().records.map(\.id) == (call == .sync ? [] : ["1-a"]))
    try FileStore(opening: path).put(.test("1-c"))
    #expect(try store.contents().records.map(\.id) == (call == .sync ? ["1-c"] : ["1-a", "1-c"]))
  }
}
