import Foundation
import GMSCore
import GMSTestSupport
import Testing

/// What a writer that died leaves at the log's end, and what only looks like it.
@Suite(.timeLimit(.minutes(20))) struct StoreTearTests {
  /// Opens the store, finds a state, and writes on; answers what was set aside.
  private func expect(
    _ history: StoreHistory,
    toBeAsAfter sequence: Int,
    cutting bytes: Int,
    _ place: String
  ) throws -> [[UInt8]] {
    let files = history.files
    let before = try files.everything()
    let store = try files.open()
    let found = try store.contents()
    #expect(found == history.states[sequence], "\(place)")
    #expect(try store.information().tornBytes == bytes, "\(place)")
    // Reading, checking and trying change nothing.
    let check = try FileStore.check(at: files.path, codecs: [])
    #expect(!check.hasDamage, "\(place): \(check.findings)")
    #expect(check.findings.contains { $0.path == files.path(StoreFiles.log) } == (bytes > 0), "\(place)")
    try store.write(.dryRun) { try $0.put(.test("1-z")) }
    #expect(try files.everything() == before, "\(place)")
    #expect(files.notices() == [], "\(place)")
    // The next writer cuts, and says so.
    try store.put(.test("1-z", created: 99))
    #expect(files.notices().count == (bytes > 0 ? 1 : 0), "\(place)")
    #expect(try files.bytes().starts(with: history.log[..<history.ends[sequence]]), "\(place)")
    let after = try files.open().contents()
    #expect(after.sequence == sequence + 1, "\(place)")
    #expect(after.records == found.records + [.test("1-z", created: 99)], "\(place)")
    #expect(after.configuration == found.configuration, "\(place)")
    #expect(try FileStore.check(at: files.path, codecs: []).findings == [], "\(place)")
    return try files.setAside()
  }

  @Test(arguments: [false, true]) func aLogThatIsCutAnywhere(_ endsWithConfiguration: Bool) throws {
    let history = try StoreHistory(endsWithConfiguration: endsWithConfiguration)
    let last = history.last
    for end in history.range(of: last) {
      try history.restore()
      try history.files.replace(with: Array(history.log[..<end]))
      let place = "cut at \(end)"
      let setAside = try expect(history, toBeAsAfter: last - 1, cutting: end - history.ends[last - 1], place)
      // A part that ends with a commit is what only whole transactions leave.
      #expect(setAside == [], "\(place)")
    }
  }

  @Test func theNoticeSaysWhatWasCut() throws {
    let history = try StoreHistory()
    try history.files.edit { $0.removeLast(10) }
    let store = try history.files.open()
    #expect(try store.information().tornBytes == history.range(of: 4).count - 10)
    try store.put(.test("1-z"))
    #expect(
      history.files.notices() == [
        "transaction 4 was not whole and is cut off (\(history.range(of: 4).count - 10) bytes): its writer died"
      ]
    )
  }

  @Test(arguments: 0..<2) func aBitFlippedInTheLastTransaction(_ seed: Int) throws {
    let history = try StoreHistory(endsWithConfiguration: true)
    let (range, last) = (history.range(of: history.last), history.last)
    // The line feed before the commit belongs to neither: without it, there is no commit.
    let commit = history.range(ofLine: history.line(at: range.upperBound - 1)).lowerBound
    for at in range {
      try history.restore()
      var log = history.log
      log[at] ^= 1 << UInt8((at * 3 + seed) % 8)
      try history.files.replace(with: log)
      let place = "bit \((at * 3 + seed) % 8) of byte \(at)"
      let setAside = try expect(history, toBeAsAfter: last - 1, cutting: range.count, place)
      // The cut is kept exactly when it ends with an intact commit: then it was a whole transaction once.
      #expect(setAside == (at < commit - 1 ? [Array(log[range])] : []), "\(place)")
    }
  }

  @Test(arguments: 0..<8) func aBitFlippedBeforeTheLastTransaction(_ seed: Int) throws {
    let history = try StoreHistory()
    let path = history.files.path(StoreFiles.log)
    for at in 0..<history.ends[history.last - 1] {
      // The whole log once, spread over the seeds.
      guard at % 4 == seed % 4 else { continue }
      var log = history.log
      log[at] ^= 1 << UInt8((at / 4 + seed) % 8)
      try history.files.replace(with: log)
      let place = "bit \((at / 4 + seed) % 8) of byte \(at)"
      let error = #expect(throws: CoreError.self, "\(place)") { try history.files.open() }
      #expect(error?.code == .storeDamaged, "\(place)")
      #expect(error?["path"] == path, "\(place)")
      #expect(error?.line == history.line(at: at), "\(place)")
      let advice = "; run 'gmsctl store check' and 'gmsctl store repair', or put back a copy"
      #expect(error?.description.hasSuffix(advice) == true)
      #expect(try history.files.bytes() == log, "\(place)")
    }
  }

  struct Tail: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// What is appended to the log.
    let bytes: @Sendable (StoreHistory) -> [UInt8]
    /// Whether it is set aside.
    var isSetAside = false
  }

  /// The lines of a transaction that is whole but for its chain.
  private static func transaction(_ sequence: Int, chain: String = "00000000") -> String {
    WrittenLog.sealed(#"{"seq":\#(sequence),"remove":"callback","id":"1-a""#)
      + WrittenLog.sealed(
        #"{"seq":\#(sequence),"commit":1,"time":"2025-01-06T14:00:00.000Z","command":"x","chain":"\#(chain)""#
      )
  }

  static let tails = [
    Tail(testDescription: "a byte", bytes: { _ in Array("x".utf8) }),
    Tail(testDescription: "a line feed", bytes: { _ in [0x0A] }),
    Tail(testDescription: "line feeds", bytes: { _ in [0x0A, 0x0A, 0x0A] }),
    Tail(testDescription: "zeros", bytes: { _ in Array(repeating: 0, count: 4096) }),
    Tail(testDescription: "zeros and a line feed", bytes: { _ in Array(repeating: 0, count: 99) + [0x0A] }),
    Tail(testDescription: "invalid UTF-8", bytes: { _ in [0xFF, 0xC0, 0x80, 0x0A] }),
    Tail(testDescription: "JSON of another kind", bytes: { _ in Array("{\"seq\":5}\n".utf8) }),
    Tail(
      testDescription: "an intact line without its commit",
      bytes: { _ in Array(transaction(5).prefix { $0 != "\n" }.utf8) + [0x0A] }
    ),
    Tail(
      testDescription: "a transaction whose chain is wrong",
      bytes: { _ in Array(transaction(5).utf8) },
      isSetAside: true
    ),
    Tail(
      testDescription: "the last transaction once more",
      bytes: { Array($0.log[$0.range(of: $0.last)]) },
      isSetAside: true
    ),
    Tail(
      testDescription: "the first transaction once more",
      bytes: { Array($0.log[$0.range(of: 1)]) },
      isSetAside: true
    ),
    Tail(
      testDescription: "a header",
      bytes: { Array($0.log[...$0.range(ofLine: 1).upperBound]) }
    ),
    Tail(
      testDescription: "an intact line that is none of a log",
      bytes: { _ in Array(WrittenLog.sealed(#"{"seq":5,"whatever":1"#).utf8) }
    ),
    Tail(
      testDescription: "a number that is no number",
      bytes: { _ in Array(WrittenLog.sealed(#"{"seq":99999999999999999999,"put":1"#).utf8) }
    ),
    Tail(
      testDescription: "the largest number",
      bytes: { _ in Array(WrittenLog.sealed(#"{"seq":18446744073709551615,"put":1"#).utf8) }
    ),
  ]

  @Test(arguments: tails) func garbageBehindTheEnd(_ tail: Tail) throws {
    let history = try StoreHistory()
    let bytes = tail.bytes(history)
    try history.files.edit { $0 += bytes }
    let setAside = try expect(history, toBeAsAfter: 4, cutting: bytes.count, tail.testDescription)
    #expect(setAside == (tail.isSetAside ? [bytes] : []))
  }

  /// A line of a later transaction proves that what is missing was whole once.
  @Test(arguments: [6, 7, 1_000_000]) func anIntactLineOfALaterTransactionMakesItDamage(_ sequence: Int)
    throws
  {
    let history = try StoreHistory()
    for garbage in ["", "x\n", "\u{0}\u{0}"] {
      try history.files.replace(with: history.log + Array((garbage + Self.transaction(sequence)).utf8))
      let error = #expect(throws: CoreError.self) { try history.files.open() }
      #expect(error?.code == .storeDamaged)
      #expect(error?.line == history.line(at: history.log.count))
    }
  }

  @Test func eachCutIsSetAsideInAFileOfItsOwn() throws {
    let history = try StoreHistory()
    let files = history.files
    for round in 1...3 {
      try files.overwrite(with: history.log + Array(Self.transaction(5, chain: "0000000\(round)").utf8))
      try files.open().put(.test("1-z"))
      #expect(
        files.notices() == [
          "transaction 5, the last one, did not fit its checksums and is cut off; its lines are in "
            + "'\(files.path("set-aside-5-\(round)"))'"
        ]
      )
    }
    #expect(try files.setAside().count == 3)
    #expect(try files.permissions("set-aside-5-1") == 0o600)
  }

  /// Half a line of the next transaction may be long: nobody reads it into memory as one.
  @Test func aTearOf100MB() throws {
    let history = try StoreHistory()
    let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: history.files.path(StoreFiles.log)))
    try handle.seekToEnd()
    let piece = Data(repeating: UInt8(ascii: "a"), count: 1 << 20)
    for _ in 0..<100 { try handle.write(contentsOf: piece) }
    try handle.close()
    #expect(try expect(history, toBeAsAfter: 4, cutting: 100 << 20, "100 MB") == [])
  }

  @Test func anInstanceThatIsOpenCutsAsWell() throws {
    let history = try StoreHistory()
    let store = try history.files.open()
    try store.put(.test("1-y", created: 98))
    try history.files.edit { $0 += Array("garbage".utf8) }
    #expect(try store.contents().sequence == 5)
    try store.put(.test("1-z", created: 99))
    #expect(try store.contents().sequence == 6)
    #expect(history.files.notices().count == 1)
    #expect(try FileStore.check(at: history.files.path, codecs: []).findings == [])
  }
}
