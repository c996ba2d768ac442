import Foundation
import GMSCore
import GMSTestSupport
import Testing

/// The log written anew without what is dead.
@Suite struct StoreCompactionTests {
  @Test func keepsTheState() throws {
    let history = try StoreHistory()
    let files = history.files
    let store = try files.open()
    let other = try files.open()
    #expect(try other.contents().sequence == 4)
    let before = try store.information()
    let done = try store.compact(.test)
    #expect(done.isDone)
    #expect(done.bytesBefore == history.log.count)
    #expect(try done.bytesAfter == files.bytes().count)
    #expect(done.bytesAfter < done.bytesBefore)
    for reader in [store, other, try files.open()] {
      #expect(try reader.contents() == history.states[4])
      let after = try reader.information()
      #expect(after.generation == before.generation + 1)
      #expect(after.sequence == before.sequence)
      #expect(after.transactions == 1)
      #expect(after.liveBytes == before.liveBytes)
      #expect(after.lastTime == before.lastTime)
      #expect(after.firstTime == before.lastTime)
    }
    #expect(try FileStore.check(at: files.path, codecs: []).findings == [])
    #expect(files.notices() == [])
    // Everyone goes on writing to the new log.
    try other.put(.test("1-y", created: 98))
    try store.put(.test("1-z", created: 99))
    #expect(try other.contents().records.map(\.id).suffix(2) == ["1-y", "1-z"])
    #expect(try files.open().contents() == other.contents())
    #expect(try store.information().transactions == 3)
  }

  @Test func aReaderKeepsItsState() throws {
    let history = try StoreHistory()
    let (store, reader) = (try history.files.open(), try history.files.open())
    try reader.read { reader in
      #expect(try reader.count(RecordQuery(.callback)) == 4)
      try store.put(.test("1-y"))
      try store.compact(.test)
      try store.put(.test("1-z"))
      try store.compact(.test)
      #expect(try reader.records(RecordQuery(.callback, order: .created)) == history.states[4].records)
      #expect(try reader.configuration() == history.states[4].configuration)
      #expect(try reader.service("Support") == ["_ttl": "7"])
      #expect(reader.sequence == 4)
      var seen = 0
      try reader.forEachRecord(RecordQuery(.callback)) { _ in
        seen += 1
        if seen == 1 { try store.write(.test) { _ = try $0.remove(.callback, "1-z") } }
      }
      #expect(seen == 4)
    }
    #expect(try reader.contents().sequence == 7)
  }

  @Test func ofALogOfOneTransactionDoesNothing() throws {
    let files = try StoreFiles()
    let store = try files.create(Configuration(services: ["A": [:]]))
    let before = try files.everything()
    let done = try store.compact(.test)
    #expect(!done.isDone)
    #expect(done.bytesBefore == done.bytesAfter)
    #expect(try files.everything() == before)
    try store.put(.test("1-a"))
    #expect(try store.compact(.test).isDone)
    #expect(try !store.compact(.test).isDone)
    #expect(try store.information().generation == 2)
  }

  @Test func ofAnEmptyStore() throws {
    let files = try StoreFiles()
    let store = try files.create()
    try store.put(.test("1-a"))
    try store.write(.test) { _ = try $0.remove(.callback, "1-a") }
    #expect(try store.compact(.test).isDone)
    #expect(try files.lines().count == 2)
    #expect(try files.open().contents() == StoreContents(sequence: 2))
    try store.put(.test("1-b"))
    #expect(try files.open().contents().records.map(\.id) == ["1-b"])
  }

  @Test func cutsATear() throws {
    let history = try StoreHistory()
    try history.files.edit { $0.removeLast(3) }
    let store = try history.files.open()
    try store.compact(.test)
    #expect(history.files.notices().count == 1)
    #expect(try history.files.open().contents() == history.states[3])
  }

  /// Damage is not carried into the new log, nor lost with the old one.
  @Test func ofADamagedLogIsRefused() throws {
    let files = try StoreFiles()
    let tuning = StoreIndexFileTests.tuning
    let store = try files.create(tuning: tuning)
    for number in 0..<40 { try store.put(.test("1-\(number)")) }
    try files.edit { $0[$0.count / 4] ^= 1 }
    let before = try files.everything()
    // The index still answers, as it does not look at all lines.
    let second = try files.open(tuning: tuning)
    let error = #expect(throws: CoreError.self) { try second.compact(.test) }
    #expect(error?.code == .storeDamaged)
    #expect(try files.everything() == before)
  }

  // MARK: - By itself

  /// Compacted from 4,000 bytes on; it is looked at whenever the index grows, here at each commit.
  private static let tuning: StoreTuning = {
    var tuning = StoreTuning()
    tuning.longestUnindexed = 1
    tuning.largestLeftToLog = 1
    tuning.shortestCompacted = 4000
    return tuning
  }()

  @Test func comesByItselfWhenMoreThanHalfIsDead() throws {
    let files = try StoreFiles()
    let store = try files.create(tuning: Self.tuning)
    var generation = 1
    var rounds = 0
    for number in 0..<400 {
      try store.put(.test("1-\(number % 5)", time: Double(number)))
      let found = try store.information()
      if found.generation > generation {
        generation = found.generation
        rounds += 1
        #expect(found.transactions == 1)
        #expect(found.deadBytes < 400)
      } else {
        // Before this one, it was not due: one line makes no more than 250 bytes of difference.
        #expect(found.logBytes < 4000 + 250 || found.liveBytes * 2 + 250 > found.logBytes)
      }
      #expect(found.sequence == number + 1)
    }
    #expect(rounds >= 15)
    #expect(try store.contents().records.count == 5)
    #expect(try FileStore.check(at: files.path, codecs: []).findings == [])
  }

  @Test func doesNotComeWhileMostIsAlive() throws {
    let files = try StoreFiles()
    let store = try files.create(tuning: Self.tuning)
    for number in 0..<100 { try store.put(.test("1-\(number)")) }
    let found = try store.information()
    #expect(found.generation == 1)
    #expect(found.logBytes > 20_000)
    // Removing is what makes lines dead.
    for number in 0..<100 { try store.write(.test) { _ = try $0.remove(.callback, "1-\(number)") } }
    #expect(try store.information().generation > 1)
    #expect(try store.contents() == StoreContents(sequence: 200))
  }

  @Test func doesNotComeWhileTheLogIsShort() throws {
    let files = try StoreFiles()
    let store = try files.create()
    for number in 0..<300 { try store.put(.test("1-a", time: Double(number))) }
    let found = try store.information()
    #expect(found.generation == 1)
    #expect(found.transactions == 301)
    #expect(found.deadBytes > found.logBytes * 9 / 10)
  }

  /// That it fails harms nothing: the old log stays, and the change that came before it is made.
  @Test func thatFailsHarmsNothing() throws {
    var tuning = Self.tuning
    tuning.shortestCompacted = 1
    // A directory that cannot be synced is another matter: nothing is appended to a log whose name may be lost.
    for call in [FaultyFileSystem.Call.openNew, .sync, .rename] {
      let files = try StoreFiles()
      try files.create()
      let system = FaultyFileSystem()
      let store = try files.open(tuning: tuning, fileSystem: system)
      for number in 0..<10 {
        system.arm(.init(.fails(.noSpace), only: call))
        try store.put(.test("1-a", time: Double(number)))
        system.arm(nil)
        #expect(try store.contents().sequence == number + 1, "\(call)")
        #expect(try files.open().contents() == store.contents(), "\(call)")
      }
      #expect(!(try FileStore.check(at: files.path, codecs: []).hasDamage), "\(call)")
    }
  }
}
