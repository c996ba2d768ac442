import Foundation
import GMSCore
import GMSTestSupport
import Testing

@Suite struct StoreFormatTests {
  let directory: TemporaryDirectory
  let path: String

  init() throws {
    directory = try TemporaryDirectory()
    path = directory.path("store")
    try FileStore.create(at: path)
  }

  private func write(_ text: String) throws {
    try text.write(toFile: "\(path)/store.json", atomically: false, encoding: .utf8)
  }

  /// A store as version 1 wrote it.
  ///
  /// Never edited: what was written once must be read for ever.
  static let version1 = #"""
    {"format":"gms-store","version":1,"sequence":12,
    "configuration":{
      "options": {
        "callback": {
          "filter-keys": "a"
        }
      },
      "resources": {
        "DNIS": {
          "strategy": "local",
          "numbers": [
            "6504663204"
          ]
        }
      }
    },
    "records":{"booking":[
    {"id":"7","service":"DNIS","state":"BOOKED","time":"2025-01-06T14:00:00.000Z","created":"2025-01-06T14:00:00.000Z","body":{}}
    ],
    "callback":[
    {"id":"1-a","service":"Support","state":"SCHEDULED","time":"2025-01-06T15:00:00.000Z","created":"2025-01-06T14:00:00.250Z","due":"2025-01-06T14:58:00.000Z","customer":"+16504663204","body":{"_customer_number":"5115","n":1.0}}
    ]}}

    """#

  @Test func aStoreOfVersion1IsRead() throws {
    try write(StoreFormatTests.version1)
    let store = try FileStore(opening: path)
    let configuration = Configuration(
      options: ["callback": ["filter-keys": "a"]],
      resources: ["DNIS": ResourceGroup(numbers: ["6504663204"], options: ["strategy": "local"])]
    )
    let callback = StoredRecord.test(
      "1-a",
      time: 3600,
      created: 0.25,
      due: 3480,
      customer: "+16504663204",
      body: #"{"_customer_number":"5115","n":1.0}"#
    )
    #expect(
      try store.contents() == StoreContents(sequence: 12, configuration: configuration, records: [callback])
    )
    #expect(try store.read { try $0.record(RecordKind(rawValue: "booking"), "7")?.keys.state } == "BOOKED")
    // Written again it is the same, but for the sequence.
    try store.put(.test("1-b"))
    try store.write(.test) { store in _ = try store.remove(.callback, "1-b") }
    let text = try String(contentsOfFile: "\(path)/store.json", encoding: .utf8)
    #expect(text == StoreFormatTests.version1.replacingOccurrences(of: ":12,", with: ":14,"))
  }

  /// Versions that do not exist: 2 calls a callback's service `queue`, 3 counts the sequence from 100.
  static let invented = StoreFormat(
    version: 3,
    migrations: [
      StoreFormat.Migration(from: 1) { document throws(CoreError) in
        let text = JSONWriter.compact(document)
        return try JSONReader.read(text.replacingOccurrences(of: "\"Support\"", with: "\"Renamed\""))
      },
      StoreFormat.Migration(from: 2) { document in
        .object(
          (document.members ?? []).map { member in
            guard member.name == "sequence" else { return member }
            return JSONValue.Member("sequence", .integer((member.value.integerValue ?? 0) + 100))
          }
        )
      },
    ]
  )

  @Test func anOlderStoreIsBroughtUpToDateStepByStep() throws {
    try write(StoreFormatTests.version1)
    let store = try FileStore(opening: path, fileSystem: LocalFileSystem(), format: StoreFormatTests.invented)
    #expect(try store.contents().sequence == 112)
    #expect(try store.contents().records.map(\.keys.service) == ["Renamed"])
    // Reading leaves the file as it is; the first commit writes the new version.
    #expect(try FileStore(opening: path).contents().sequence == 12)
    try store.put(.test("1-c"))
    let error = #expect(throws: CoreError.self) { try FileStore(opening: path) }
    #expect(error?.code == .storeTooNew)
    #expect(error?["version"] == "3")
    #expect(error?["supported"] == "1")
    let again = try FileStore(opening: path, fileSystem: LocalFileSystem(), format: StoreFormatTests.invented)
    #expect(try again.contents() == store.contents())
    #expect(try again.contents().sequence == 113)
  }

  @Test func aFormatNeedsAMigrationFromEachVersion() async {
    await #expect(processExitsWith: .failure) { _ = StoreFormat(version: 2, migrations: []) }
  }
}
