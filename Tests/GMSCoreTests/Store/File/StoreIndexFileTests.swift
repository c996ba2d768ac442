import Foundation
import GMSCore
import GMSTestSupport
import Testing

/// The index files, which are derived: whatever happens to them changes no answer.
@Suite(.timeLimit(.minutes(20))) struct StoreIndexFileTests {
  /// Index files from a few hundred bytes on, several of them, and no compaction.
  static let tuning: StoreTuning = {
    var tuning = StoreTuning()
    tuning.longestUnindexed = 400
    tuning.largestLeftToLog = 100
    tuning.longestTail = 1 << 30
    return tuning
  }()

  static let notice = "the index of the store is damaged; it will be made anew from the log"

  /// A store with several index files, what it answers, and the files as they were on the way.
  private struct Sample {
    let files = try? StoreFiles()
    var answers: [String] = []
    var earlier: [[String: [UInt8]]] = []

    func store() throws -> StoreFiles { try #require(files) }
  }

  private func sample() throws -> Sample {
    var sample = Sample()
    let files = try sample.store()
    let store = try files.create(Configuration(services: ["A": [:]]), tuning: Self.tuning)
    for number in 0..<120 {
      try store.write(.test) { store in
        // Old records change and go, so that later files speak of rows of earlier ones.
        try store.put(record(number, state: "SCHEDULED"))
        if number % 3 == 0 { try store.put(record(number / 2, state: "QUEUED")) }
        if number % 7 == 6 { try store.remove(.callback, id(number / 3)) }
        if number % 40 == 39 {
          try store.setConfiguration(Configuration(services: ["A": ["_ttl": "\(number)"]]))
        }
      }
      if number % 30 == 29 { sample.earlier.append(try files.everything()) }
    }
    sample.answers = try Self.answers(store)
    return sample
  }

  private func id(_ number: Int) -> String { "1-\(number * 7919 % 1000)" }

  private func record(_ number: Int, state: String) -> StoredRecord {
    .test(
      id(number),
      service: "service-\(number % 3)",
      state: state,
      time: Double(number * 31 % 50),
      created: Double(number),
      due: number % 4 == 0 ? Double(number % 9) : nil,
      customer: number % 5 == 0 ? nil : "\(number % 11)"
    )
  }

  /// The answers to a query of each kind.
  private static func answers(_ store: any Store) throws -> [String] {
    let start = StoreChange.test.time
    let kind = RecordKind.callback
    let queries = [
      RecordQuery(kind), RecordQuery(kind, order: .due), RecordQuery(kind, order: .created),
      RecordQuery(kind, services: ["service-1"], states: ["QUEUED"]), RecordQuery(kind, customer: "3"),
      RecordQuery(kind, from: start + 10, to: start + 20), RecordQuery(kind, dueBy: start + 4),
      RecordQuery(kind, createdFrom: start + 80, limit: 7), RecordQuery(kind, states: []),
    ]
    return try store.read { reader in
      var answers = ["\(reader.sequence) \(try reader.configuration())"]
      for query in queries {
        let ids = try reader.records(query).map { "\($0.id) \($0.keys.state)" }
        answers.append("\(ids) \(try reader.count(query)) \(try reader.times(query))")
      }
      for number in 0..<120 {
        answers.append("\(try reader.record(.callback, "1-\(number * 7919 % 1000)")?.keys.state ?? "-")")
      }
      return answers
    }
  }

  private func indexFiles(_ files: StoreFiles) throws -> [String] {
    try files.names().filter { $0.hasPrefix("index-") }
  }

  /// Asks a new instance, writes, and asks again; answers what was told.
  private func ask(_ files: StoreFiles, _ answers: [String], _ place: String) throws -> [String] {
    let store = try files.open(tuning: Self.tuning)
    let found = try Self.answers(store)
    #expect(found == answers, "\(place)")
    let told = files.notices()
    // The instance that has found out says it once.
    #expect(try Self.answers(store) == answers, "\(place)")
    #expect(files.notices() == [], "\(place)")
    return told
  }

  /// After some transactions the index is whole again.
  private func heals(_ files: StoreFiles, _ place: String) throws {
    let store = try files.open(tuning: Self.tuning)
    for number in 0..<8 { try store.put(.test("1-new-\(number)", created: 1000)) }
    for number in 0..<8 { try store.write(.test) { _ = try $0.remove(.callback, "1-new-\(number)") } }
    let check = try FileStore.check(
      at: files.path,
      codecs: [],
      fileSystem: LocalFileSystem(),
      tuning: Self.tuning
    )
    #expect(check.findings.filter { $0.severity == .damage } == [], "\(place)")
    let indexed = try store.information().indexedBytes
    #expect(indexed > 0, "\(place)")
  }

  // MARK: - What is lost or old

  @Test func thereAreSeveralFiles() throws {
    let sample = try sample()
    #expect(try indexFiles(sample.store()).count >= 3)
    #expect(try ask(sample.store(), sample.answers, "sound") == [])
    #expect(
      try FileStore.check(
        at: sample.store().path,
        codecs: [],
        fileSystem: LocalFileSystem(),
        tuning: Self.tuning
      )
      .findings == []
    )
    // An instance that has no use for the index answers the same.
    #expect(try Self.answers(sample.store().open()) == sample.answers)
  }

  @Test func filesThatAreMissing() throws {
    let sample = try sample()
    let files = try sample.store()
    let (all, names) = (try files.everything(), try indexFiles(files))
    for pattern in 1..<(1 << names.count) {
      try files.restore(all)
      for (number, name) in names.enumerated() where pattern >> number & 1 == 1 { try files.remove(name) }
      #expect(try ask(files, sample.answers, "pattern \(pattern)") == [], "pattern \(pattern)")
    }
    try heals(files, "all gone")
  }

  @Test func filesOfEarlierStates() throws {
    let sample = try sample()
    let files = try sample.store()
    let all = try files.everything()
    for (round, earlier) in sample.earlier.enumerated() {
      for onlyFirst in [false, true] {
        try files.restore(all)
        for (name, bytes) in earlier where name.hasPrefix("index-") && (!onlyFirst || name == "index-0") {
          try files.replace(name, with: bytes)
        }
        let place = "round \(round), only the first: \(onlyFirst)"
        #expect(try ask(files, sample.answers, place) == [], "\(place)")
        if round % 2 == 0 { try heals(files, place) }
      }
    }
  }

  @Test func filesInEachOthersPlace() throws {
    let sample = try sample()
    let files = try sample.store()
    let all = try files.everything()
    let names = try indexFiles(files)
    for first in names {
      for second in names + ["index-7"] where first != second {
        try files.restore(all)
        try files.replace(second, with: all[first] ?? [])
        #expect(try ask(files, sample.answers, "\(first) as \(second)") == [], "\(first) as \(second)")
      }
    }
  }

  @Test func filesOfAnotherGeneration() throws {
    let sample = try sample()
    let files = try sample.store()
    let all = try files.everything()
    try files.open(tuning: Self.tuning).compact(.test)
    let compacted = try indexFiles(files)
    for (name, bytes) in all where name.hasPrefix("index-") { try files.replace(name, with: bytes) }
    #expect(try ask(files, sample.answers, "before the compaction") == [])
    let stale = try FileStore.check(at: files.path, codecs: [])
    #expect(stale.findings.map(\.severity) == [.note])
    #expect(stale.findings.first?.path == files.path("index-0"))
    try heals(files, "before the compaction")
    #expect(compacted == ["index-0"])
  }

  @Test func filesOfAnotherStore() throws {
    let (sample, other) = (try sample(), try StoreFiles())
    let files = try sample.store()
    let store = try other.create(tuning: Self.tuning)
    for number in 0..<60 { try store.put(.test("1-\(number)", service: "other")) }
    for name in try indexFiles(other) { try files.replace(name, with: try other.bytes(name)) }
    #expect(try ask(files, sample.answers, "another store") == [])
    try heals(files, "another store")
  }

  // MARK: - What is damaged

  @Test func filesThatAreCut() throws {
    let sample = try sample()
    let files = try sample.store()
    let all = try files.everything()
    for name in try indexFiles(files) {
      let bytes = all[name] ?? []
      for length in Set([0, 1, 4095, 4096, 4097, bytes.count / 2, bytes.count - 4096, bytes.count - 1]) {
        try files.restore(all)
        try files.overwrite(name, with: Array(bytes.prefix(max(0, length))))
        #expect(try ask(files, sample.answers, "\(name) cut at \(length)") == [], "\(name) cut at \(length)")
      }
      try files.overwrite(name, with: bytes + [0])
      #expect(try ask(files, sample.answers, "\(name) and a byte") == [])
      try files.overwrite(name, with: Array("garbage".utf8))
      #expect(try ask(files, sample.answers, "\(name) as garbage") == [])
      try files.overwrite(name, with: Array(repeating: 0, count: bytes.count))
      #expect(try ask(files, sample.answers, "\(name) as zeros") == [])
    }
    try heals(files, "garbage")
  }

  @Test func aFlippedBitInEachPage() throws {
    let sample = try sample()
    let files = try sample.store()
    let all = try files.everything()
    var random = SeededGenerator(seed: 5)
    var told = 0
    for name in try indexFiles(files) {
      let bytes = all[name] ?? []
      for page in 0..<(bytes.count / 4096) {
        try files.restore(all)
        let at = page * 4096 + Int.random(in: 0..<4096, using: &random)
        try files.edit(name) { $0[at] ^= 1 << UInt8.random(in: 0..<8, using: &random) }
        let place = "\(name), byte \(at)"
        let notices = try ask(files, sample.answers, place)
        // The first page names the stretch: without it the file is not used, and nothing need be told. Others
        // are noticed when they are read.
        #expect(notices == [] || page > 0 && notices == [Self.notice], "\(place)")
        told += notices.count
        if page % 3 == 1 { try heals(files, place) }
      }
    }
    #expect(told > 10)
  }

  /// A writer that meets the damage removes the files, and makes them anew when it is time.
  @Test func aWriterThatMeetsTheDamageMakesTheIndexAnew() throws {
    let sample = try sample()
    let files = try sample.store()
    let all = try files.everything()
    let names = try indexFiles(files)
    for name in names {
      try files.edit(name) {
        $0[4096 + 100] ^= 1; $0[$0.count - 100] ^= 1
      }
    }
    let broken = try files.everything()
    let store = try files.open(tuning: Self.tuning)
    try store.write(.test) { store in
      let records = try store.records(RecordQuery(.callback, states: ["QUEUED"]))
      #expect(!records.isEmpty)
      for record in records {
        var changed = record
        changed.keys.state = "COMPLETED"
        try store.put(changed)
      }
    }
    #expect(files.notices() == [Self.notice])
    for name in names { #expect((try? files.bytes(name)) != broken[name], "\(name)") }
    try store.put(.test("1-x"))
    #expect(try store.ids(RecordQuery(.callback, states: ["QUEUED"])) == [])
    try heals(files, "made anew")
    #expect(all.count == broken.count)
  }

  /// Lines in each other's place are intact, and their places are right in the index: they are no answer.
  @Test func linesExchangedBehindTheIndexAreNoAnswer() throws {
    let files = try StoreFiles()
    let store = try files.create(tuning: Self.tuning)
    for number in 10..<50 {
      try store.put(
        .test(
          "1-\(number)",
          service: "service-\(number % 2)",
          time: Double(number),
          due: Double(number),
          customer: "\(number)"
        )
      )
    }
    let lines = try files.bytes().split(separator: 0x0A).map { Array($0) + [0x0A] }
    let puts = lines.indices.filter { String(decoding: lines[$0], as: UTF8.self).contains("\"put\"") }
    let kind = RecordKind.callback
    // An even and an odd one, both of which the index knows, of numbers of as many digits.
    let (first, second) = (puts[10], puts[15])
    #expect(lines[first].count == lines[second].count)
    var exchanged = lines
    exchanged.swapAt(first, second)
    try files.overwrite(with: Array(exchanged.joined()))
    let start = StoreChange.test.time
    for (place, ask) in [
      ("by id", { try $0.record(kind, "1-20").map { [$0] } ?? [] }),
      ("by the other id", { try $0.record(kind, "1-25").map { [$0] } ?? [] }),
      ("all", { try $0.records(RecordQuery(kind)) }),
      ("of a service", { try $0.records(RecordQuery(kind, services: ["service-0"])) }),
      ("of a time", { try $0.records(RecordQuery(kind, from: start + 20, to: start + 21)) }),
      ("due", { try $0.records(RecordQuery(kind, order: .due)) }),
      ("of a customer", { try $0.records(RecordQuery(kind, customer: "20")) }),
    ] as [(String, (any StoreReader) throws -> [StoredRecord])] {
      let store = try files.open(tuning: Self.tuning)
      let error = #expect(throws: CoreError.self, "\(place)") { _ = try store.read(ask) }
      #expect(error?.code == .storeDamaged, "\(place)")
      // In a list the record after it may be the first that is out of order.
      let isNear = [first + 1, first + 3, second + 1, second + 3].contains { $0 == error?.line }
      #expect(isNear, "\(place): \(error?.line ?? 0)")
    }
    // Writers do not go on from it.
    let writer = try files.open(tuning: Self.tuning)
    let error = #expect(throws: CoreError.self) { try writer.put(.test("1-20", state: "QUEUED")) }
    #expect(error?.code == .storeDamaged)
    let check = try FileStore.check(at: files.path, codecs: [])
    #expect(check.findings.map(\.line) == [first + 1])
  }

  /// What an index stood for is not looked at while it is used; without it, it has to be.
  @Test func damageInTheLogIsNoAnswerWhenTheIndexIsDamagedToo() throws {
    let sample = try sample()
    let files = try sample.store()
    for name in try indexFiles(files) {
      try files.edit(name) { bytes in
        for page in stride(from: 4096, to: bytes.count, by: 4096) { bytes[page + 100] ^= 1 }
      }
    }
    // The state of an early record that is still there: a count reads no line, so only a look at all of them tells.
    let text = try files.text()
    let line = try #require(text.split(separator: "\n").dropFirst(4).first { $0.contains("SCHEDULED") })
    let state = try #require(line.range(of: "SCHEDULED")?.lowerBound)
    try files.edit { $0[text.utf8.distance(from: text.startIndex, to: state) + 2] ^= 1 }
    let expected = text[..<line.startIndex].count { $0 == "\n" } + 1
    let start = StoreChange.test.time
    for query in [RecordQuery(.callback, states: ["SCHEDULED"]), RecordQuery(.callback, from: start + 5)] {
      let store = try files.open(tuning: Self.tuning)
      let counting = #expect(throws: CoreError.self) { try store.read { try $0.count(query) } }
      #expect(counting?.code == .storeDamaged)
      #expect(counting?.line == expected)
    }
  }
}
