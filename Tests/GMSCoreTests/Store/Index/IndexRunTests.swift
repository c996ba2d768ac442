import GMSTestSupport
import Testing

@testable import GMSCore

/// What a run holds beside the answers to queries, and how it is written.
@Suite struct IndexRunTests {
  @Test(arguments: [0, 1, 7, 56, 57, 1000]) func headerAndLists(count: Int) throws {
    let run = try IndexFixture(IndexFixture.samples(count, .many, seed: 1)).run
    #expect(run.coverage == IndexFixture.coverage)
    #expect(run.rowCount == count)
    #expect(run.runsBelow == 3)
    #expect(try run.configurationChanges() == IndexFixture.changes)
    #expect(run.configurationChangeCount == IndexFixture.changes.count)
    for (lower, kills) in IndexFixture.kills.enumerated() {
      #expect(try run.kills(of: lower) == kills)
      #expect(run.killCount(of: lower) == kills.count)
      for number in [0, 1, 2, 3, 4, 5, 7, 8, 999_999, 1_000_000, 1_000_001] {
        #expect(try run.hasKilled(number, of: lower) == kills.contains(UInt32(number)))
      }
    }
  }

  @Test func longListsOfKills() throws {
    let kills: [[UInt32]] = [
      (0..<5000).map { 3 * $0 }, [], (0..<2000).map { $0 * $0 }, [.max - 1], (0..<1022).map { $0 },
    ]
    let changes = (0..<1200).map { UInt64($0) << 40 }
    let image = try IndexRunBuilder(
      rows: [],
      partitions: [],
      coverage: IndexFixture.coverage,
      configurationChanges: changes,
      kills: kills
    ) { _ in "" }.image()
    let run = try IndexRunReader(MemoryPages(image))
    #expect(try run.configurationChanges() == changes)
    for (lower, expected) in kills.enumerated() {
      #expect(try run.kills(of: lower) == expected)
      let members = Set(expected)
      for number in UInt32(0)..<16_000 {
        let isKilled = try run.hasKilled(Int(number), of: lower)
        #expect(isKilled == members.contains(number))
      }
    }
    #expect(try run.rows(run.query(RecordQuery(.callback)), dead: RowSet(capacity: 0)) { _ in "" }.isEmpty)
    #expect(try run.candidates(hash: 5).isEmpty)
  }

  @Test func rowsComeBackInOrder() throws {
    let fixture = try IndexFixture(IndexFixture.samples(1000, .many, seed: 2))
    var partitions = IndexPartitions()
    let given = fixture.samples.enumerated().map { IndexFixture.row($1, at: $0, &partitions) }
    #expect(try fixture.run.partitions() == partitions.all)
    var numbers: [Int] = []
    var rows: [IndexRow] = []
    try fixture.run.allRows { number, row in
      numbers.append(number)
      rows.append(row)
    }
    #expect(numbers == Array(0..<1000))
    #expect(Set(rows) == Set(given))
    for (left, right) in zip(rows, rows.dropFirst()) where left.time == right.time {
      #expect(!fixture.id(right).utf8.lexicographicallyPrecedes(fixture.id(left).utf8))
    }
    #expect(zip(rows, rows.dropFirst()).allSatisfy { $0.time <= $1.time })
    for number in stride(from: 0, to: 1000, by: 13) { #expect(try fixture.run.row(number) == rows[number]) }
    for range in [0..<0, 0..<1, 55..<57, 100..<900, 999..<1000] {
      #expect(try fixture.run.rows(range) == Array(rows[range]))
    }
  }

  @Test func recordsAreFoundByHash() throws {
    let fixture = try IndexFixture(IndexFixture.samples(1000, .many, seed: 3))
    for (number, sample) in fixture.samples.enumerated() {
      let found = try fixture.run.candidates(hash: IndexRow.hash(kind: sample.kind, id: sample.id))
      #expect(found.map { Int($0.row.offset) } == [number])
      for (number, row) in found { #expect(try fixture.run.row(number) == row) }
      #expect(try fixture.run.candidates(hash: IndexRow.hash(kind: "none", id: sample.id)).isEmpty)
    }
  }

  /// The order in which rows are handed over leaves no trace; pieces make up the image.
  @Test func imagesDependOnTheirRowsOnly() throws {
    let samples = IndexFixture.samples(4000, .many, seed: 4)
    var order = Array(samples.indices)
    let builder = try IndexFixture.builder(samples, order)
    let image = builder.image()
    #expect(image.count == builder.byteCount)
    var pieces: [UInt8] = []
    builder.write { piece in
      #expect(!piece.isEmpty && piece.count <= 256 * 1024 && piece.count.isMultiple(of: 4096))
      pieces.append(contentsOf: piece)
    }
    #expect(pieces == image)
    var random = SeededGenerator(seed: 5)
    for _ in 0..<3 {
      order.shuffle(using: &random)
      #expect(try IndexFixture.builder(samples, order).image() == image)
    }
  }

  @Test func aFailedWriteIsHandedOn() throws {
    struct Full: Error {}
    let builder = try IndexFixture.builder(IndexFixture.samples(9000, .few, seed: 6), Array(0..<9000))
    for failing in 0..<3 {
      var piece = 0
      #expect(throws: Full.self) {
        try builder.write { _ throws(Full) in
          if piece == failing { throw Full() }
          piece += 1
        }
      }
    }
  }

  /// Every length of the last page of each section, and of texts that go on over the end of a page.
  @Test func sizesAroundTheEndsOfPages() throws {
    for count in [1, 170, 171, 1022, 1023, 1024] {
      let partitions = (0..<count).map {
        IndexPartition(
          kind: "callback",
          service: "service number \($0) \(String(repeating: "x", count: $0 % 50))",
          state: "é"
        )
      }
      var samples = IndexFixture.samples(count, .few, seed: UInt64(count))
      for index in samples.indices {
        (samples[index].kind, samples[index].service, samples[index].state) = (
          "callback", partitions[index].service, "é"
        )
      }
      let fixture = try IndexFixture(samples)
      #expect(try fixture.run.partitions() == partitions)
      for index in stride(from: 0, to: count, by: 17) {
        let query = try fixture.run.query(RecordQuery(.callback, services: [partitions[index].service]))
        let dead = RowSet(capacity: count)
        #expect(try fixture.run.rows(query, dead: dead, id: fixture.id).map(\.offset) == [UInt64(index)])
        #expect(try fixture.run.count(query, dead: dead) == 1)
      }
    }
  }
}
