import Foundation
import GMSTestSupport
import Testing

@testable import GMSCore

/// What a check finds, each kind of difference by itself.
@Suite struct StoreCheckTests {
  private func check(_ files: StoreFiles, tuning: StoreTuning = StoreTuning()) throws -> StoreCheck {
    try FileStore.check(at: files.path, codecs: [Visits.codec], fileSystem: LocalFileSystem(), tuning: tuning)
  }

  private func descriptions(_ files: StoreFiles) throws -> [String] {
    try check(files).findings.map { $0.description.replacingOccurrences(of: files.path, with: "{DIR}") }
  }

  @Test func aSoundStore() throws {
    let history = try StoreHistory()
    try history.files.open().write(.test) { try $0.put(Visits.record("v1", at: 5)) }
    let before = try history.files.everything()
    let found = try check(history.files)
    #expect(found.findings == [])
    #expect(!found.hasDamage)
    #expect(found.records == 5)
    #expect(found.transactions == 6)
    #expect(try history.files.everything() == before)
  }

  @Test func noStore() throws {
    let files = try StoreFiles()
    #expect(throws: CoreError(.storeMissing, ["path": files.path])) { try check(files) }
  }

  // MARK: - Records

  struct Wrong: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let message: String
    let change: @Sendable (inout StoredRecord) -> Void

    init(_ name: String, _ message: String, _ change: @escaping @Sendable (inout StoredRecord) -> Void) {
      (testDescription, self.message, self.change) = (name, message, change)
    }
  }

  private static func keys(_ key: String) -> String {
    "visit 'v1' does not fit its keys: its '\(key)' is another one"
  }

  static let wrong: [Wrong] = [
    Wrong("service", keys("service")) { $0.keys.service = "Support" },
    Wrong("state", keys("state")) { $0.keys.state = "CLOSED" },
    Wrong("time", keys("time")) { $0.keys.time += 0.001 },
    Wrong("created", keys("created")) { $0.keys.created -= 1 },
    Wrong("due", keys("due")) { $0.keys.due = $0.keys.time },
    Wrong("customer", keys("customer")) { $0.keys.customer = nil },
    Wrong("id", keys("id")) { $0.body = Visits.record("v2", at: 5).body },
    Wrong(
      "a body of another form",
      "visit 'v1' cannot be read: bad-visit: a visit has an id, a guest and a time"
    ) { $0.body = "{}" },
    Wrong(
      "a body that is no JSON",
      "visit 'v1' cannot be read: this is not JSON at line 1, column 6: a value is missing here, found ',}'"
    ) { $0.body = #"{"a":,}"# },
  ]

  /// Each record's keys against those that its body gives: in a log and in a store of version 1.
  @Test(arguments: wrong) func aRecordThatDoesNotFitItsBody(_ wrong: Wrong) throws {
    let files = try StoreFiles()
    try files.create()
    var record = Visits.record("v1", at: 5)
    wrong.change(&record)
    var log = WrittenLog()
    log.commit()
    // A record of which there is no codec is not looked into.
    log.add(
      #""put":"callback","id":"1-a","service":"","state":"","time":0,"created":0,"body":{"any":"thing"}"#
    )
    func milliseconds(_ date: Date) -> Int64 { Int64((date.timeIntervalSince1970 * 1000).rounded()) }
    let due = record.keys.due.map { #","due":\#(milliseconds($0))"# } ?? ""
    let customer = record.keys.customer.map { #","customer":"\#($0)""# } ?? ""
    log.add(
      #""put":"visit","id":"\#(record.id)","service":"\#(record.keys.service)","state":"\#(record.keys.state)","#
        + #""time":\#(milliseconds(record.keys.time)),"created":\#(milliseconds(record.keys.created))"#
        + #"\#(due)\#(customer),"body":\#(record.body)"#
    )
    log.commit()
    try files.overwrite(with: log.bytes)
    let found = try descriptions(files)
    #expect(found.count == 1)
    #expect(
      found.first?.hasPrefix("damage: {DIR}/records.jsonl, line 4: \(wrong.message.prefix(40))") == true
    )
    #expect(found.first?.contains("visit 'v1'") == true, "\(found)")
    if wrong.message.contains("keys") { #expect(found.first?.hasSuffix(wrong.message) == true, "\(found)") }
    #expect(try check(files).hasDamage)
    #expect(try FileStore.check(at: files.path, codecs: []).findings == [])
  }

  @Test func aRecordOfVersion1ThatDoesNotFitItsBody() throws {
    let files = try StoreFiles()
    try FileManager.default.createDirectory(atPath: files.path, withIntermediateDirectories: false)
    let text = #"""
      {"format":"gms-store","version":1,"sequence":3,"configuration":{},"records":{"visit":[
      {"id":"v1","service":"","state":"OPEN","time":"1970-01-01T00:00:00.005Z","created":"1970-01-01T00:00:00.005Z","customer":"Ann","body":{"id":"v1","guest":"Bob","at":5}}]}}
      """#
    try files.overwrite(StoreFiles.document, with: Array(text.utf8))
    #expect(
      try descriptions(files) == [
        "note: {DIR}/store.json: a store of version 1; the next change brings it up to date",
        "damage: {DIR}/store.json: visit 'v1' does not fit its keys: its 'customer' is another one",
      ]
    )
  }

  // MARK: - The end, the document

  @Test func aTear() throws {
    let history = try StoreHistory()
    try history.files.edit { $0.removeLast(5) }
    #expect(
      try descriptions(history.files) == [
        "note: {DIR}/records.jsonl, line 17: a transaction without its end stands behind the last one "
          + "(\(history.range(of: 4).count - 5) bytes); the next change cuts it off"
      ]
    )
    try history.restore()
    try history.files.edit { $0[history.range(of: 4).lowerBound + 10] ^= 1 }
    #expect(
      try descriptions(history.files) == [
        "note: {DIR}/records.jsonl, line 17: the last transaction does not fit its checksums "
          + "(\(history.range(of: 4).count) bytes); the next change cuts it off"
      ]
    )
    #expect(try !check(history.files).hasDamage)
  }

  @Test func aDocumentThatDiffers() throws {
    let history = try StoreHistory()
    let text = WrittenLog.document(
      sequence: 4,
      #"{"options":{"callback":{"filter-keys":"a"}},"services":{"Support":{"_ttl":"8"}}}"#
    )
    try history.files.overwrite(StoreFiles.document, with: Array(text.utf8))
    #expect(
      try descriptions(history.files) == [
        "damage: {DIR}/store.json: services 'Support' is not what the log says"
      ]
    )
  }

  @Test func damageInTheLog() throws {
    let history = try StoreHistory()
    try history.files.edit { $0[history.range(ofLine: 9).lowerBound + 3] ^= 4 }
    #expect(
      try descriptions(history.files) == [
        "damage: {DIR}/records.jsonl, line 9: the line does not fit its checksum"
      ]
    )
  }

  // MARK: - The index

  /// A store with one index file, and its run.
  private func indexed() throws -> (files: StoreFiles, run: IndexRunReader) {
    let files = try StoreFiles()
    let store = try files.create(tuning: StoreIndexFileTests.tuning)
    for number in 0..<40 {
      try store.put(
        .test("1-\(number)", time: Double(number), created: Double(number), due: Double(100 - number))
      )
    }
    try store.put(.test("1-40", state: "QUEUED", time: 40, created: 40))
    // All of it in one file.
    try store.compact(.test)
    return (files, try IndexRunReader(MemoryPages(files.bytes("index-0"))))
  }

  struct Difference: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let message: String
    let change: @Sendable (inout [IndexRow]) -> Void
  }

  static let differences = [
    Difference(testDescription: "none", message: "", change: { _ in }),
    Difference(
      testDescription: "a row missing",
      message: "it differs from the log; first at line 7 of the log",
      change: { $0.remove(at: 5) }
    ),
    Difference(
      testDescription: "the last row missing",
      message: "it differs from the log; first at line 42 of the log",
      change: { $0.removeLast() }
    ),
    Difference(
      testDescription: "another time",
      message: "its order by 'time' differs from the log's; first at line 7 of the log",
      change: { $0[5].time += 1500 }
    ),
    Difference(
      testDescription: "another due time",
      message: "its order by 'due' differs from the log's; first at line 8 of the log",
      change: { $0[5].due -= 1500 }
    ),
    Difference(
      testDescription: "another state",
      message: "its services and states differ from the log's; first at line 7 of the log",
      change: { $0[5].partition = 1 }
    ),
    Difference(
      testDescription: "another time of creation",
      message: "its order by 'created' differs from the log's; first at line 7 of the log",
      change: { $0[5].created += 1500 }
    ),
  ]

  /// An index whose checksums are all right, and which was made for another state.
  @Test(arguments: differences) func anIndexThatDiffers(_ difference: Difference) throws {
    let (files, run) = try indexed()
    var rows = try run.rows(0..<run.rowCount).sorted { $0.offset < $1.offset }
    #expect(rows.count == 41)
    difference.change(&rows)
    let builder = try IndexRunBuilder(
      rows: rows,
      partitions: try run.partitions(),
      coverage: run.coverage,
      configurationChanges: try run.configurationChanges(),
      id: { "\($0.offset)" }
    )
    try files.overwrite("index-0", with: builder.image())
    let found = try descriptions(files)
    #expect(found == (difference.message.isEmpty ? [] : ["damage: {DIR}/index-0: \(difference.message)"]))
    guard !difference.message.isEmpty else { return }
    // A repair removes it.
    let repair = try FileStore.repair(at: files.path, codecs: [], isDryRun: false)
    #expect(repair.isChanged && repair.dropped.isEmpty && repair.setAside == nil)
    #expect(repair.records == 41)
    #expect(try descriptions(files) == [])
  }

  @Test func anIndexWithAFlippedBit() throws {
    let (files, _) = try indexed()
    try files.edit("index-0") { $0[4096 + 50] ^= 1 }
    let found = try descriptions(files)
    #expect(found.count == 1)
    #expect(found.first?.hasPrefix("damage: {DIR}/index-0: ") == true)
    _ = try FileStore.repair(at: files.path, codecs: [], isDryRun: false)
    #expect(try descriptions(files) == [])
  }

  @Test func anIndexThatIsStale() throws {
    let (files, _) = try indexed()
    try files.edit("index-0") { $0[50] ^= 1 }
    #expect(
      try descriptions(files) == [
        "note: {DIR}/index-0: this part of the index is stale or cannot be used, and is not used"
      ]
    )
    #expect(try !FileStore.repair(at: files.path, codecs: [], isDryRun: false).isChanged)
  }
}
