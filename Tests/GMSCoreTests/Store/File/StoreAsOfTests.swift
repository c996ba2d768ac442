import Foundation
import GMSCore
import GMSTestSupport
import Testing

/// A store as it was at an earlier instant.
@Suite struct StoreAsOfTests {
  private func day(_ seconds: Double) -> Date { StoreChange.test.time + seconds }

  private func state(_ history: StoreHistory, at seconds: Double) throws -> StoreContents {
    try history.files.open(asOf: day(seconds)).contents()
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let seconds: Double
    /// The last transaction that the state has; nil for a state that is not kept.
    let sequence: Int?
    var testDescription: String { "\(seconds)" }
  }

  static let ascending: [Case] = [
    (-1e12, nil), (-1, nil), (-0.001, nil), (0, 0), (0.001, 0), (9.999, 0), (10, 1), (10.001, 1), (15, 1),
    (19.999, 1),
    (20, 2), (25, 2), (30, 3), (39.999, 3), (40, 4), (40.001, 4), (1e12, 4),
  ].map { Case(seconds: $0, sequence: $1) }

  @Test(arguments: ascending) func beforeAtAndAfterEachTransaction(_ test: Case) throws {
    let history = try StoreHistory()
    guard let sequence = test.sequence else {
      let error = #expect(throws: CoreError.self) { try state(history, at: test.seconds) }
      #expect(error?.code == .stateNotKept)
      #expect(error?["path"] == history.files.path)
      #expect(error?["earliest"] == "2025-01-06T14:00:00.000Z")
      return
    }
    #expect(try state(history, at: test.seconds) == history.states[sequence])
    let past = try history.files.open(asOf: day(test.seconds))
    for name in ["Support", "Sales"] {
      #expect(
        try past.read { try $0.service(name) } == history.states[sequence].configuration.services[name]
      )
    }
    #expect(
      try past.read { try $0.section("callback") }
        == history.states[sequence].configuration.options["callback"]
    )
  }

  /// With a clock that goes back, the last transaction that is recorded at the instant or before it decides, and
  /// all transactions before it count.
  static let backwards: [Case] = [
    (-101, nil), (-100, 2), (-99, 2), (-50, 3), (-49, 3), (0, 3), (5, 3), (9.999, 3), (10, 3), (39.999, 3),
    (40, 4),
  ].map { Case(seconds: $0, sequence: $1) }

  @Test(arguments: backwards) func withAClockThatGoesBack(_ test: Case) throws {
    let history = try StoreHistory(times: [0, 10, -100, -50, 40])
    #expect(try history.files.open().contents() == history.states[4])
    guard let sequence = test.sequence else {
      let error = #expect(throws: CoreError.self) { try state(history, at: test.seconds) }
      #expect(error?["earliest"] == "2025-01-06T13:58:20.000Z")
      return
    }
    #expect(try state(history, at: test.seconds) == history.states[sequence])
  }

  @Test(arguments: StoreTuning.small) func withAnyIndex(_ tuning: StoreTuning) throws {
    var tuning = tuning
    tuning.shortestCompacted = .max
    let files = try StoreFiles()
    let store = try files.create(tuning: tuning)
    var expected: [String] = []
    for number in 0..<60 {
      try store.write(StoreChange(time: day(Double(number)), command: "test")) { store in
        try store.put(.test("1-\(number % 17)", time: Double(number)))
        if number % 5 == 4 { try store.remove(.callback, "1-\(number % 13)") }
        if number % 9 == 3 {
          try store.setConfiguration(Configuration(services: ["A": ["_ttl": "\(number)"]]))
        }
      }
      expected.append(try StoreTable.text(store))
    }
    for number in expected.indices {
      let past = try files.open(asOf: day(Double(number) + 0.5), tuning: tuning)
      #expect(try StoreTable.text(past) == expected[number], "\(number)")
    }
  }

  @Test func afterACompaction() throws {
    let history = try StoreHistory()
    try history.files.open().compact(StoreChange(time: day(100), command: "store compact"))
    for seconds in [0, 39.999] {
      let error = #expect(throws: CoreError.self) { try state(history, at: seconds) }
      #expect(error?.code == .stateNotKept)
      #expect(error?["earliest"] == "2025-01-06T14:00:40.000Z")
      #expect(error?["value"] == (seconds == 0 ? "2025-01-06T14:00:00.000Z" : "2025-01-06T14:00:39.999Z"))
      #expect(
        error?.description.hasSuffix("; its log begins at '2025-01-06T14:00:40.000Z'") == true
      )
    }
    #expect(try state(history, at: 40) == history.states[4])
    try history.files.open().write(StoreChange(time: day(200), command: "later")) { store in
      _ = try store.remove(.callback, "1-a")
    }
    #expect(try state(history, at: 199) == history.states[4])
    #expect(try state(history, at: 200).records.map(\.id) == ["1-c", "1-d", "1-e"])
  }

  @Test func aStoreOfVersion1KeepsNoEarlierState() throws {
    let files = try StoreFiles()
    try FileManager.default.createDirectory(atPath: files.path, withIntermediateDirectories: false)
    let text = #"{"format":"gms-store","version":1,"sequence":3,"configuration":{},"records":{}}"#
    try files.overwrite(StoreFiles.document, with: Array(text.utf8))
    let error = #expect(throws: CoreError.self) { try files.open(asOf: StoreChange.test.time) }
    #expect(
      error
        == CoreError(.stateNotKept, ["path": files.path, "value": "2025-01-06T14:00:00.000Z"])
    )
    #expect(try files.open(asOf: nil).contents().sequence == 3)
  }

  @Test func noInstantIsTheStateAsItIs() throws {
    let history = try StoreHistory()
    let store = try history.files.open(asOf: nil)
    try store.put(.test("1-z", created: 9))
    #expect(try store.contents().sequence == 5)
  }

  @Test func itNeverChangesAndIsNotChanged() throws {
    let history = try StoreHistory()
    let past = try history.files.open(asOf: day(25))
    let before = try history.files.everything()
    let error = #expect(throws: CoreError.self) { try past.put(.test("1-z")) }
    #expect(error?.code == .storeUnwritable)
    #expect(error?["reason"] == "it is shown as it was, and what was cannot be changed")
    #expect(throws: CoreError.self) { try past.compact(.test) }
    // A dry run decides on the state that is shown.
    let count = try past.write(.dryRun) { store in
      try store.put(.test("1-z"))
      return try store.count(RecordQuery(.callback))
    }
    #expect(count == history.states[2].records.count + 1)
    #expect(try history.files.everything() == before)
    try history.files.open().put(.test("1-z", created: 9))
    #expect(try past.contents() == history.states[2])
    try history.files.open().compact(.test)
    #expect(try past.contents() == history.states[2])
    var count2 = 0
    try past.log(ofRecord: nil) { _ in count2 += 1 }
    #expect(count2 == 3)
    #expect(try past.information().sequence == 2)
  }

  /// The torn end is no part of any state.
  @Test func aTearIsLeftOut() throws {
    let history = try StoreHistory()
    try history.files.edit { $0.removeLast(5) }
    #expect(try state(history, at: 1e6) == history.states[3])
  }

  /// The index covers what is damaged, and an earlier state must not be read from it.
  @Test func damageIsNoAnswer() throws {
    var tuning = StoreIndexFileTests.tuning
    tuning.shortestCompacted = .max
    let files = try StoreFiles()
    let store = try files.create(tuning: tuning)
    for number in 0..<30 {
      try store.write(StoreChange(time: day(Double(number)), command: "test")) { store in
        try store.put(.test("1-\(number)"))
      }
    }
    #expect(files.exists("index-0"))
    let text = try files.text()
    // The time in the commit of an early transaction, and the state of the record before it.
    for (line, what) in [(8, "14:00:02"), (7, "SCHEDULED")] {
      let start = text.split(separator: "\n")[line - 1].range(of: what)?.lowerBound
      let at = text.utf8.distance(from: text.startIndex, to: try #require(start))
      try files.overwrite(with: Array(text.utf8))
      try files.edit { $0[at + 1] ^= 1 }
      let error = #expect(throws: CoreError.self, "\(what)") {
        try files.open(asOf: day(5), tuning: tuning).ids(RecordQuery(.callback, states: ["SCHEDULED"]))
      }
      #expect(error?.code == .storeDamaged, "\(what)")
      let logging = #expect(throws: CoreError.self, "\(what)") {
        try files.open(tuning: tuning).log(ofRecord: nil) { _ in }
      }
      #expect(logging?.line == line, "\(what)")
    }
  }
}
