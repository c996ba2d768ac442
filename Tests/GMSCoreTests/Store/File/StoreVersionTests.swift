import Foundation
import GMSCore
import GMSTestSupport
import Testing

/// Stores of other versions: older ones are read for ever, newer ones are refused.
@Suite struct StoreVersionTests {
  let files: StoreFiles

  init() throws { files = try StoreFiles() }

  private static let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Fixtures")

  /// Copies a frozen store.
  private func thaw(_ name: String) throws -> [String: [UInt8]] {
    try FileManager.default.copyItem(
      atPath: Self.fixtures.appending(path: name).path(percentEncoded: false),
      toPath: files.path
    )
    return try files.everything()
  }

  /// A fixture is never edited: what was written once must be read for ever.
  @Test(arguments: [
    ("store-version-1/store.json", 3002, "35f3016a"), ("store-version-2/store.json", 849, "5cc9cd18"),
    ("store-version-2/records.jsonl", 6674, "8c515d83"),
  ])
  func aFrozenStoreIsNeverEdited(_ name: String, _ length: Int, _ checksum: String) throws {
    let bytes = try Data(contentsOf: Self.fixtures.appending(path: name))
    #expect(bytes.count == length)
    #expect(WrittenLog.digits(WrittenLog.checksum(bytes)) == checksum)
  }

  // MARK: - Version 1

  static let version1 = """
    sequence 5
    options/callback {"returned-keys":"lob"}
    services/Business-hours {"_bh_regular1":"Mon-Fri \
    9:00-17:00","_service":"office-hours","_timezone":"Europe/Paris","_type":"builtin"}
    services/Support \
    {"_business_hours_service":"Business-hours","_call_direction":"USERTERMINATED","_customer_lookup_key\
    s":"_customer_number,lob","_service":"callback","_type":"ors","_wait_for_agent":"true","_wait_for_us\
    er_confirm":"false"}
    resources/DNIS \
    {"booking_expiration_timeout":"30","strategy":"local","numbers":["6504663204","6504663205"]}
    callback 1-b2c19dc4-1db3-44f0-8a61-6d4cd9d695d7 Support QUEUED 1736154120000 1736154120000 \
    1736168520000 5115 666:9b991c2f
    callback 1-96b2c072-2ea3-42df-8944-cca4858a5136 Support SCHEDULED 1736244000000 1736150460000 \
    1736243880000 33123456789 371:59fb3ade
    callback 1-76a00193-6cfe-4de8-ae9e-1a1bdfe464c2 Support COMPLETED 1736330400000 1736154180000 \
    1736416800000 5116 468:0696432c
    """

  @Test func aStoreOfVersion1IsRead() throws {
    let before = try thaw("store-version-1")
    let store = try files.open()
    #expect(try StoreTable.text(store, body: StoreTable.summary) == Self.version1)
    let information = try store.information()
    #expect(information.version == 1)
    #expect(information.records == [.init(.callback, 3)])
    #expect(information.services == 2)
    #expect(try store.write(.dryRun) { try $0.count(RecordQuery(.callback)) } == 3)
    let check = try FileStore.check(at: files.path, codecs: [])
    #expect(check.findings.map(\.severity) == [.note])
    #expect(check.findings.first?.message.contains("version 1") == true)
    #expect(try FileStore.repair(at: files.path, codecs: [], isDryRun: true).isChanged == false)
    // Reading changes nothing.
    #expect(try files.everything() == before)
    #expect(files.notices() == [])
  }

  @Test func aStoreOfVersion1IsBroughtUpToDateByTheFirstChange() throws {
    let before = try thaw("store-version-1")
    let reader = try files.open()
    #expect(try reader.contents().sequence == 5)
    let store = try files.open()
    let moment = instant("2030-01-01T00:00:00Z")
    try store.write(StoreChange(time: moment, command: "later")) { store in
      try store.put(.test("1-z", time: 1e9))
    }
    #expect(files.notices() == ["the store was made into one of version 2"])
    let lines = try files.lines()
    #expect(lines[0].hasPrefix(#"{"format":"gms-log","version":2,"generation":1,"sequence":5,"#))
    #expect(lines[8].hasPrefix(#"{"seq":5,"commit":7,"time":"2030-01-01T00:00:00.000Z","command":"later""#))
    #expect(try files.text(StoreFiles.document).hasPrefix(#"{"format":"gms-store","version":2,"crc":""#))
    let table =
      Self.version1.replacingOccurrences(of: "sequence 5", with: "sequence 6")
      + "\ncallback 1-z Support SCHEDULED 2736172000000 1736172000000 - - 2:a3a6bf43"
    // The instance that wrote, one that was open, and one that is opened now.
    for other in [store, reader, try files.open()] {
      #expect(try StoreTable.text(other, body: StoreTable.summary) == table)
    }
    #expect(try files.open().information().version == 2)
    #expect(try FileStore.check(at: files.path, codecs: []).findings == [])
    #expect(before.keys.sorted() == [StoreFiles.document])
  }

  @Test func aChangeThatChangesNothingBringsItUpToDateAllTheSame() throws {
    _ = try thaw("store-version-1")
    let store = try files.open()
    try store.write(.test) { _ in }
    #expect(try StoreTable.text(files.open(), body: StoreTable.summary) == Self.version1)
    #expect(try files.open().information().version == 2)
  }

  /// A log beside a document of version 1 was left by an update that died, and is not looked at.
  @Test(arguments: ["garbage", "", "of another store"])
  func aLogBesideVersion1IsNotLookedAt(_ what: String) throws {
    _ = try thaw("store-version-1")
    var log = WrittenLog(generation: 1, sequence: 5)
    log.commit()
    try files.overwrite(with: what.count == 7 || what.isEmpty ? Array(what.utf8) : log.bytes)
    let store = try files.open()
    #expect(try StoreTable.text(store, body: StoreTable.summary) == Self.version1)
    try store.put(.test("1-z"))
    #expect(try files.open().contents().records.count == 4)
    #expect(try files.open().contents().sequence == 6)
  }

  @Test func aPersonMayHaveLaidOutVersion1() throws {
    _ = try thaw("store-version-1")
    let pretty = JSONWriter.pretty(try JSONReader.read(try files.text(StoreFiles.document)))
    try files.overwrite(StoreFiles.document, with: Array(pretty.utf8))
    let store = try files.open()
    #expect(try store.contents().records.count == 3)
    #expect(try store.read { try $0.service("Support")?["_wait_for_agent"] } == "true")
    try store.put(.test("1-z"))
    #expect(try files.open().contents().records.count == 4)
  }

  @Test func recordsOfEveryKindComeAlong() throws {
    try FileManager.default.createDirectory(atPath: files.path, withIntermediateDirectories: false)
    let text = #"""
      {"format":"gms-store","version":1,"sequence":0,"configuration":{},"records":{"booking":[
      {"id":"7","service":"DNIS","state":"BOOKED","time":"2025-01-06T14:00:00.000Z","created":"2025-01-06T14:00:00.000Z","body":{"a":
      [1, 2.0]}}],"visit":[]}}
      """#
    try files.overwrite(StoreFiles.document, with: Array(text.utf8))
    let kind = RecordKind(rawValue: "booking")
    let expected = "sequence 0\nbooking 7 DNIS BOOKED 1736172000000 1736172000000 - - {\"a\":[1,2.0]}"
    #expect(try StoreTable.text(files.open(), kinds: [kind]) == expected)
    try files.open().write(.test) { _ in }
    #expect(try StoreTable.text(files.open(), kinds: [kind]) == expected)
  }

  // MARK: - Version 2

  static let version2 = """
    sequence 10
    options/callback {"returned-keys":"lob"}
    services/Business-hours {"_bh_regular1":"Mon-Fri \
    9:00-17:00","_service":"office-hours","_timezone":"Europe/Paris","_type":"builtin"}
    services/Support \
    {"_business_hours_service":"Business-hours","_call_direction":"USERTERMINATED","_customer_lookup_key\
    s":"_customer_number,lob","_service":"callback","_ttl":"3600","_type":"ors","_wait_for_agent":"true"\
    ,"_wait_for_user_confirm":"false"}
    resources/DNIS \
    {"booking_expiration_timeout":"30","strategy":"local","numbers":["6504663204","6504663205"]}
    callback 1-b37a4ed7-2335-4f22-97fe-2531e41e48ae Support QUEUED 1736154120000 1736154120000 \
    1736168520000 5115 750:9c7285c8
    callback 1-5b85b661-9012-4042-9ef4-f81f935252b9 Support SCHEDULED 1736244000000 1736150460000 \
    1736243880000 33123456789 455:bd83205e
    callback 1-014a5438-8849-4f12-bbdc-978dad479141 Support COMPLETED 1736330400000 1736154180000 \
    1736416800000 5116 552:418c99b3
    """

  @Test func aStoreOfVersion2IsRead() throws {
    let before = try thaw("store-version-2")
    for tuning in [StoreTuning()] + StoreTuning.small {
      #expect(try StoreTable.text(files.open(tuning: tuning), body: StoreTable.summary) == Self.version2)
    }
    #expect(try FileStore.check(at: files.path, codecs: []).findings == [])
    #expect(try files.everything() == before)
    // It can be written on, and read as it was.
    try files.open().put(.test("1-z"))
    #expect(try files.bytes().starts(with: before[StoreFiles.log] ?? []))
    let past = try files.open(asOf: instant("2025-01-06T09:03:30Z"))
    #expect(try past.contents().records.map(\.keys.state) == ["SCHEDULED", "QUEUED", "SCHEDULED"])
    #expect(try past.read { try $0.service("Support")?["_ttl"] } == nil)
  }

  // MARK: - Newer ones

  struct Newer: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let file: String
    let text: String
    var version = "3"
  }

  static let newer = [
    Newer(
      testDescription: "a document in our form",
      file: StoreFiles.document,
      text: #"{"format":"gms-store","version":3,"crc":"12345678","# + "\n\"sequence\":0}\n"
    ),
    Newer(
      testDescription: "a document of which nothing else is understood",
      file: StoreFiles.document,
      text: #"{"format":"gms-store","version":3,"shape":[{}],"sequence":"many"} and more"#
    ),
    Newer(
      testDescription: "a document in a form of its own",
      file: StoreFiles.document,
      text: #" { "format": "gms-store", "shape" : [{}], "version" : 12, "sequence":"many"} and more"#,
      version: "12"
    ),
    Newer(
      testDescription: "a log",
      file: StoreFiles.log,
      text: WrittenLog.sealed(#"{"format":"gms-log","version":3,"generation":1,"sequence":0"#) + "whatever\n"
    ),
  ]

  @Test(arguments: newer) func aNewerStoreIsRefused(_ test: Newer) throws {
    let store = try files.create()
    try files.replace(test.file, with: Array(test.text.utf8))
    let before = try files.everything()
    let expected = CoreError(
      .storeTooNew,
      ["path": files.path(test.file), "version": test.version, "supported": "2"]
    )
    #expect(throws: expected) { try files.open() }
    #expect(throws: expected) { try FileStore.check(at: files.path, codecs: []) }
    #expect(throws: expected) { try FileStore.repair(at: files.path, codecs: [], isDryRun: false) }
    #expect(throws: CoreError(.storeExists, ["path": files.path])) { try FileStore.create(at: files.path) }
    if test.file == StoreFiles.log {
      #expect(throws: expected) { try store.contents() }
      #expect(throws: expected) { try store.put(.test("1-a")) }
    }
    #expect(try files.everything() == before)
  }

  // MARK: - Damage in version 1

  struct Damage: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let text: String
    let line: Int
    let column: Int64
    let reason: String

    init(_ text: String, _ line: Int, _ column: Int64, _ reason: String) {
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
    try files.create()
    try files.remove(StoreFiles.log)
    try files.overwrite(StoreFiles.document, with: Array(damage.text.utf8))
    let before = try files.everything()
    let error = #expect(throws: CoreError.self) { try files.open() }
    #expect(error?.code == .storeDamaged)
    #expect(error?["path"] == files.path(StoreFiles.document))
    #expect(error?["reason"] == damage.reason)
    #expect(error?.line == damage.line)
    #expect(error?.facts.first { $0.name == "column" }?.value == .integer(damage.column))
    // A repair cannot help here, and does not say that it could.
    #expect(error?.description.hasSuffix("; mend that place, or put back a copy") == true)
    let repairing = #expect(throws: CoreError.self) {
      try FileStore.repair(at: files.path, codecs: [], isDryRun: false)
    }
    #expect(repairing == error)
    let check = try FileStore.check(at: files.path, codecs: [])
    #expect(check.findings.map(\.message) == [damage.reason])
    #expect(check.findings.map(\.line) == [damage.line])
    #expect(try files.everything() == before)
  }

  @Test func aDocumentThatIsNotUTF8() throws {
    try files.create()
    try files.overwrite(StoreFiles.document, with: [0x7B, 0x0A, 0xFF])
    let error = #expect(throws: CoreError.self) { try files.open() }
    #expect(error?.code == .storeDamaged)
    #expect(error?.line == 2)
  }
}
