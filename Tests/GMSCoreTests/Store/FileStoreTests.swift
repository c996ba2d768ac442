import Foundation
import GMSCore
import GMSTestSupport
import Testing

@Suite struct FileStoreTests {
  let directory: TemporaryDirectory
  let path: String

  init() throws {
    directory = try TemporaryDirectory()
    path = directory.path("store")
  }

  private func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  private func document() throws -> String {
    try String(contentsOfFile: "\(path)/store.json", encoding: .utf8)
  }

  private func permissions(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: name)[.posixPermissions] as? Int
  }

  @Test func aNewStoreHasADocumentAndALockForItsOwnerOnly() throws {
    try FileStore.create(at: path)
    #expect(try names() == ["lock", "store.json"])
    #expect(try permissions(path) == 0o700)
    #expect(try permissions("\(path)/store.json") == 0o600)
    #expect(try permissions("\(path)/lock") == 0o600)
  }

  @Test func theDocumentIsText() throws {
    let configuration = Configuration(services: ["Support": ["_type": "ors"]])
    let store = try FileStore.create(at: "\(path)//", configuration: configuration)
    #expect(store.path == path)
    try store.put(
      .test("1-b", time: 60, created: 2, due: 1.5, customer: "+1650", body: #"{"b":"/é"}"#),
      .test("1-a", service: "Sales", state: "QUEUED", created: 1)
    )
    #expect(
      try document() == """
        {"format":"gms-store","version":1,"sequence":1,
        "configuration":{
          "services": {
            "Support": {
              "_type": "ors"
            }
          }
        },
        "records":{"callback":[
        {"id":"1-a","service":"Sales","state":"QUEUED","time":"2025-01-06T14:00:00.000Z",\
        "created":"2025-01-06T14:00:01.000Z","body":{}},
        {"id":"1-b","service":"Support","state":"SCHEDULED","time":"2025-01-06T14:01:00.000Z",\
        "created":"2025-01-06T14:00:02.000Z","due":"2025-01-06T14:00:01.500Z","customer":"+1650",\
        "body":{"b":"/é"}}
        ]}}

        """
    )
  }

  @Test func aStoreIsNotMadeTwice() throws {
    try FileStore.create(at: path).put(.test("1-a"))
    let before = try document()
    let error = #expect(throws: CoreError.self) { try FileStore.create(at: path) }
    #expect(error == CoreError(.storeExists, ["path": path]))
    #expect(try document() == before)
  }

  @Test func aStoreIsMadeInADirectoryThatIsThere() throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    try "mine".write(toFile: "\(path)/notes.txt", atomically: false, encoding: .utf8)
    try FileStore.create(at: path)
    #expect(try names() == ["lock", "notes.txt", "store.json"])
  }

  @Test func permissionsOfTheDocumentStay() throws {
    let store = try FileStore.create(at: path)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: "\(path)/store.json")
    try store.put(.test("1-a"))
    #expect(try permissions("\(path)/store.json") == 0o640)
  }

  @Test func whatADeadWriterLeftIsRemovedByTheNextOne() throws {
    let store = try FileStore.create(at: path)
    try "{\"format".write(toFile: "\(path)/store.json.new-1-7", atomically: false, encoding: .utf8)
    #expect(try store.contents().sequence == 0)
    try store.put(.test("1-a"))
    #expect(try names() == ["lock", "store.json"])
  }

  @Test func aDryRunWritesNothingAtAll() throws {
    let store = try FileStore.create(at: path)
    try FileManager.default.removeItem(atPath: "\(path)/lock")
    let before = try document()
    let system = FaultyFileSystem()
    // Whatever writes would fail.
    for call in [FaultyFileSystem.Call.openNew, .openLock, .write, .truncate, .rename, .remove, .lock] {
      system.arm(.init(.fails(.readOnly), only: call))
      let tried = try FileStore(opening: path, fileSystem: system)
      #expect(
        try tried.write(.dryRun) { store in
          try store.put(.test("1-a"))
          return try store.count(RecordQuery(.callback))
        } == 1
      )
    }
    #expect(try document() == before)
    #expect(try names() == ["store.json"])
    #expect(try store.contents().records.isEmpty)
  }

  @Test func aPersonMayLayTheDocumentOutAnew() throws {
    let store = try FileStore.create(at: path, configuration: Configuration(services: ["A": ["_ttl": "5"]]))
    try store.put(.test("1-a", body: #"{"a":[1,{"b":"x y"}]}"#), .test("1-b", created: 1))
    let before = try store.contents()
    let pretty = JSONWriter.pretty(try JSONReader.read(try document()))
    try pretty.write(toFile: "\(path)/store.json", atomically: false, encoding: .utf8)
    #expect(try store.contents() == before)
    #expect(try FileStore(opening: path).contents() == before)
    // A change by hand is seen by the instance that is open.
    let edited = pretty.replacingOccurrences(of: "\"_ttl\": \"5\"", with: "\"_ttl\": \"6\"")
    try edited.write(toFile: "\(path)/store.json", atomically: true, encoding: .utf8)
    #expect(try store.read { try $0.service("A") } == ["_ttl": "6"])
  }

  @Test func anInstanceSeesWhatAnotherOneWrote() throws {
    let first = try FileStore.create(at: path)
    let second = try FileStore(opening: path)
    for number in 0..<20 {
      try (number % 2 == 0 ? first : second).put(.test("1-\(number)"))
      #expect(try first.contents().sequence == number + 1)
      #expect(try second.contents() == first.contents())
    }
  }

  @Test func instantsFarAwayAreKept() throws {
    let store = try FileStore.create(at: path)
    try store.put(.test("1-a", time: -63_000_000_000, created: 0), .test("1-b", time: 251_000_000_000.999))
    #expect(try FileStore(opening: path).contents() == store.contents())
  }
}
