import Foundation
import GMSCore
import GMSTestSupport
import Testing

/// Logs that no writer leaves: of someone who edits, copies or attacks.
@Suite(.timeLimit(.minutes(20))) struct StoreHostileLogTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    /// The line that is named.
    let line: Int?
    let reason: String
    let change: @Sendable (StoreHistory) -> [UInt8]

    init(
      _ name: String,
      line: Int?,
      _ reason: String,
      _ change: @escaping @Sendable (StoreHistory) -> [UInt8]
    ) {
      testDescription = name
      (self.line, self.reason, self.change) = (line, reason, change)
    }
  }

  /// The sound log's lines, each with its line feed.
  private static func lines(_ history: StoreHistory) -> [[UInt8]] {
    history.log.split(separator: 0x0A).map { Array($0) + [0x0A] }
  }

  private static func replacing(_ history: StoreHistory, line: Int, with bytes: [UInt8]) -> [UInt8] {
    var lines = lines(history)
    lines[line - 1] = bytes
    return Array(lines.joined())
  }

  private static let notALog = "it does not begin with the header of a log"
  private static let wrongChecksum = "the line does not fit its checksum"
  private static let wrongChain =
    "the transaction that ends here is not whole: lines are missing, added or in another order"
  private static let noTransaction = "there is no whole transaction in it"

  // The lines: 1 header, 2-4 transaction 0, 5-7 transaction 1, 8-14 transaction 2, 15-17 transaction 3, 18-20 the last.
  static let cases: [Case] = [
    Case("empty", line: 1, notALog) { _ in [] },
    Case("a line feed", line: 1, notALog) { _ in [0x0A] },
    Case("garbage", line: 1, notALog) { _ in Array("garbage".utf8) },
    Case("only a header", line: 2, noTransaction) { Array($0.log[...$0.range(ofLine: 1).upperBound]) },
    Case("a header and half a transaction", line: 2, noTransaction) {
      Array($0.log[...$0.range(ofLine: 2).upperBound])
    },
    Case("half a header", line: 1, notALog) { Array($0.log[..<20]) },
    Case("without its header", line: 1, notALog) { Array($0.log[($0.range(ofLine: 1).upperBound + 1)...]) },
    Case("with two headers", line: 2, "this is no line of a log") {
      Array(lines($0)[0] + lines($0).joined())
    },
    Case("the header of another store", line: 4, wrongChain) {
      replacing($0, line: 1, with: WrittenLog(generation: 2, sequence: 0).bytes)
    },
    Case(
      "the header of a later log",
      line: 2,
      "the line is of transaction 0, and one of 3 has to stand here"
    ) { replacing($0, line: 1, with: WrittenLog(generation: 2, sequence: 3).bytes) },
    Case("a header of the largest number", line: 1, notALog) {
      replacing(
        $0,
        line: 1,
        with: Array(
          WrittenLog.sealed(
            #"{"format":"gms-log","version":2,"generation":1,"sequence":18446744073709551615"#
          ).utf8
        )
      )
    },
    Case("a header of the largest generation", line: 1, notALog) {
      replacing(
        $0,
        line: 1,
        with: Array(
          WrittenLog.sealed(
            #"{"format":"gms-log","version":2,"generation":18446744073709551615,"sequence":0"#
          ).utf8
        )
      )
    },
    Case("a header with a member more", line: 1, notALog) {
      replacing(
        $0,
        line: 1,
        with: Array(
          WrittenLog.sealed(#"{"format":"gms-log","version":2,"generation":1,"sequence":0,"more":1"#).utf8
        )
      )
    },
    Case("carriage returns", line: 1, notALog) {
      Array(String(decoding: $0.log, as: UTF8.self).replacingOccurrences(of: "\n", with: "\r\n").utf8)
    },
    Case("a byte order mark", line: 1, notALog) { [0xEF, 0xBB, 0xBF] + $0.log },
    Case("a line missing", line: 6, wrongChain) { replacing($0, line: 6, with: []) },
    Case("a line twice", line: 8, wrongChain) { replacing($0, line: 5, with: lines($0)[4] + lines($0)[4]) },
    Case("two lines exchanged", line: 7, wrongChain) {
      var lines = lines($0)
      lines.swapAt(4, 5)
      return Array(lines.joined())
    },
    Case(
      "a line of another transaction",
      line: 6,
      "the line is of transaction 2, and one of 1 has to stand here"
    ) {
      replacing($0, line: 6, with: lines($0)[7])
    },
    Case("a commit missing", line: 7, "the line is of transaction 2, and one of 1 has to stand here") {
      replacing($0, line: 7, with: [])
    },
    Case("a commit twice", line: 8, "the line is of transaction 1, and one of 2 has to stand here") {
      replacing($0, line: 7, with: lines($0)[6] + lines($0)[6])
    },
    Case("a transaction missing", line: 5, "the line is of transaction 2, and one of 1 has to stand here") {
      Array($0.log[..<$0.ends[0]] + $0.log[$0.ends[1]...])
    },
    Case(
      "two transactions exchanged",
      line: 5,
      "the line is of transaction 2, and one of 1 has to stand here"
    ) {
      Array($0.log[..<$0.ends[0]] + $0.log[$0.range(of: 2)] + $0.log[$0.range(of: 1)] + $0.log[$0.ends[2]...])
    },
    Case("an empty line", line: 6, wrongChecksum) { replacing($0, line: 6, with: [0x0A] + lines($0)[5]) },
    Case("a space at a line's end", line: 6, wrongChecksum) {
      replacing($0, line: 6, with: lines($0)[5].dropLast() + [0x20, 0x0A])
    },
    Case("zeros", line: 6, wrongChecksum) {
      replacing($0, line: 6, with: Array(repeating: 0, count: 5000) + [0x0A] + lines($0)[5])
    },
    Case("a line of 17 MB", line: 6, "the line is longer than 16777216 bytes") {
      replacing($0, line: 6, with: Array(repeating: 0x61, count: 17 << 20) + [0x0A] + lines($0)[5])
    },
    Case("invalid UTF-8", line: 6, wrongChecksum) {
      replacing($0, line: 6, with: Array(lines($0)[5].prefix(60)) + [0xFF] + lines($0)[5].dropFirst(61))
    },
    Case("a value changed, with a checksum that fits", line: 7, wrongChain) {
      var line = Array(lines($0)[5].dropLast())
      line[14] ^= 1
      return replacing($0, line: 6, with: WrittenLog.resealed(line) + [0x0A])
    },
    Case("a checksum in capitals", line: 1, notALog) {
      let text = String(decoding: lines($0)[0], as: UTF8.self)
      return replacing($0, line: 1, with: Array((text.dropLast(11) + text.suffix(11).uppercased()).utf8))
    },
  ]

  @Test(arguments: cases) func isDamage(_ test: Case) throws {
    let history = try StoreHistory()
    let files = history.files
    let log = test.change(history)
    try files.replace(with: log)
    let error = #expect(throws: CoreError.self) { try files.open() }
    #expect(error?.code == .storeDamaged)
    #expect(error?["path"] == files.path(StoreFiles.log))
    #expect(error?.line == test.line)
    #expect(error?["reason"] == test.reason)
    #expect(throws: CoreError.self) { try FileStore.create(at: files.path) }
    let check = try FileStore.check(at: files.path, codecs: [])
    #expect(check.findings.map(\.line) == [test.line])
    #expect(check.hasDamage)
    #expect(try files.bytes() == log)
    // An instance that was open notices as well, when it asks the disk.
    #expect(throws: CoreError.self) { try FileStore(opening: files.path).put(.test("1-z")) }
    #expect(try files.bytes() == log)
  }

  /// Lines whose checksums and chains are right, but which say what no store writes.
  static let intact: [(String, String)] = [
    ("an unknown line", #""whatever":1"#),
    ("a record without its keys", #""put":"callback","id":"x","body":{}"#),
    (
      "a time that is none",
      #""put":"callback","id":"x","service":"","state":"","time":1e3,"created":0,"body":{}"#
    ),
    (
      "a time that is too large",
      #""put":"callback","id":"x","service":"","state":"","time":99999999999999999999,"created":0,"body":{}"#
    ),
    ("a string without its end", #""remove":"callback","id":"x"#),
    ("a member of the configuration that is no object", #""set":["services","A"],"value":5"#),
    ("a value that is no JSON", #""set":["services","A"],"value":{"a"}"#),
    ("an unknown section", #""set":["nonsense","A"],"value":{}"#),
  ]

  @Test(arguments: intact) func aLineThatIsIntactAndWrong(_ name: String, _ content: String) throws {
    let files = try StoreFiles()
    try files.create()
    var log = WrittenLog()
    log.commit()
    log.add(#""put":"callback","id":"1-a","service":"","state":"","time":0,"created":0,"body":{}"#)
    log.add(content)
    log.commit()
    log.commit()
    try files.replace(with: log.bytes)
    let error = #expect(throws: CoreError.self) { try files.open().contents() }
    #expect(error?.code == .storeDamaged)
    #expect(error?["path"] == files.path(StoreFiles.log))
    let check = try FileStore.check(at: files.path, codecs: [])
    #expect(check.hasDamage)
    // A repair takes the line out and keeps the rest.
    let repair = try FileStore.repair(at: files.path, codecs: [], isDryRun: false)
    #expect(repair.dropped.map(\.line) == [4])
    #expect(
      try files.setAside().map { String(decoding: $0, as: UTF8.self) } == [
        log.text.split(separator: "\n")[3] + "\n"
      ]
    )
    #expect(try files.open().contents().records.map(\.id) == ["1-a"])
    #expect(try FileStore.check(at: files.path, codecs: []).findings == [])
  }

  @Test func aBodyThatIsNotUTF8IsDamage() throws {
    let files = try StoreFiles()
    let store = try files.create()
    try store.put(.test("1-a", body: #"{"text":"aaaa"}"#), .test("1-b"))
    // With a checksum that fits: the chain is not looked at again when a record is read.
    let lines = try files.bytes().split(separator: 0x0A).map(Array.init)
    let at = try #require(String(decoding: lines[2], as: UTF8.self).range(of: "aaaa"))
    var line = lines[2]
    line[String(decoding: lines[2], as: UTF8.self).utf8.distance(from: "".startIndex, to: at.lowerBound)] =
      0xFF
    let damaged = WrittenLog.resealed(line)
    try files.edit { log in
      let start = lines[0].count + lines[1].count + 2
      log.replaceSubrange(start..<(start + line.count), with: damaged)
    }
    let error = #expect(throws: CoreError.self) { try store.contents() }
    #expect(error?.code == .storeDamaged)
    #expect(error?.line == 3)
    #expect(try store.read { try $0.record(.callback, "1-b")?.id } == "1-b")
  }

  // MARK: - Logs that are exchanged

  @Test(arguments: [false, true]) func anOlderCopy(_ inPlace: Bool) throws {
    let history = try StoreHistory(endsWithConfiguration: true)
    let files = history.files
    let store = try files.open()
    #expect(try store.contents() == history.states[4])
    func put(_ sequence: Int) throws {
      let copy = Array(history.log[..<history.ends[sequence]])
      if inPlace { try files.overwrite(with: copy) } else { try files.replace(with: copy) }
    }
    // Of an older one the document and the lock's mark tell that its end is lost.
    for sequence in [2, 1, 0] {
      try put(sequence)
      for open in [{ try files.open().contents() }, { try store.contents() }] {
        let error = #expect(throws: CoreError.self, "\(sequence)") { try open() }
        #expect(error?.code == .storeDamaged, "\(sequence)")
        #expect(error?["reason"]?.hasSuffix("the end is lost") == true, "\(sequence)")
      }
    }
    for sequence in [3, 4] {
      try put(sequence)
      // One that comes and one that was there.
      #expect(try files.open().contents() == history.states[sequence], "\(sequence)")
      #expect(try store.contents() == history.states[sequence], "\(sequence)")
    }
    try put(3)
    try store.put(.test("1-z", created: 9))
    for other in [store, try files.open()] {
      #expect(try other.contents().records == history.states[3].records + [.test("1-z", created: 9)])
      #expect(try other.contents().configuration == history.states[3].configuration)
    }
    #expect(try FileStore.check(at: files.path, codecs: []).findings == [])
  }

  @Test(arguments: [false, true]) func aLongerCopy(_ inPlace: Bool) throws {
    let history = try StoreHistory()
    let files = history.files
    try files.replace(with: Array(history.log[..<history.ends[3]]))
    let store = try files.open()
    #expect(try store.contents() == history.states[3])
    if inPlace { try files.overwrite(with: history.log) } else { try files.replace(with: history.log) }
    #expect(try store.contents() == history.states[4])
    try store.put(.test("1-z", created: 9))
    #expect(try files.open().contents().records == history.states[4].records + [.test("1-z", created: 9)])
  }

  @Test(arguments: [false, true]) func theLogOfAnotherStore(_ inPlace: Bool) throws {
    let (history, other) = (try StoreHistory(), try StoreFiles())
    let files = history.files
    let foreign = try other.create(Configuration(services: ["Foreign": [:]]))
    for number in 0..<40 { try foreign.put(.test("1-\(number)")) }
    let store = try files.open()
    #expect(try store.contents().sequence == 4)
    let log = try other.bytes()
    if inPlace { try files.overwrite(with: log) } else { try files.replace(with: log) }
    #expect(try store.contents().records == foreign.contents().records)
    // Only the documents differ: a check can tell.
    #expect(try FileStore.check(at: files.path, codecs: []).hasDamage)
    #expect(try FileStore.repair(at: files.path, codecs: [], isDryRun: false).isChanged)
    #expect(try files.open().contents() == foreign.contents())
  }

  /// As long as the old one, so that only its bytes tell.
  @Test func anotherLogOfTheSameLength() throws {
    let (files, other) = (try StoreFiles(), try StoreFiles())
    let (store, twin) = (try files.create(), try other.create())
    try store.put(.test("1-a"))
    try twin.put(.test("1-b"))
    #expect(try files.bytes().count == other.bytes().count)
    try files.overwrite(with: try other.bytes())
    #expect(try store.contents() == twin.contents())
    try store.put(.test("1-c", created: 1))
    #expect(try files.open().contents().records.map(\.id) == ["1-b", "1-c"])
  }
}
