import Foundation
import GMSCalendar
import GMSTestSupport
import Synchronization
import Testing

@testable import GMSCore

/// The search for a key, and how many pages it reads.
@Suite struct KeySectionTests {
  /// An image that counts what is read of it.
  final class CountingPages: PageSource {
    let bytes: [UInt8]
    private let reads = Mutex(0)

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func length() -> Int { bytes.count }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(IndexDamage) {
      reads.withLock { $0 += 1 }
      try MemoryPages(bytes).read(at: offset, into: buffer)
    }

    /// How often was read since the last time of asking.
    func take() -> Int {
      reads.withLock { reads in
        defer { reads = 0 }
        return reads
      }
    }
  }

  /// How the hashes of a run lie.
  enum Spread: CaseIterable, Sendable {
    case even, allEqual, twoEnds, exponential, lowHalf, oneFar, clusters

    func hashes(_ count: Int) -> [UInt64] {
      var random = SeededGenerator(seed: 31)
      return (0..<count).map { index in
        let any = random.next()
        return switch self {
        case .even: any
        case .allEqual: 1 << 40
        case .twoEnds: index.isMultiple(of: 2) ? any % 64 : .max - any % 64
        case .exponential: any >> UInt64(index % 64)
        case .lowHalf: any >> 33
        case .oneFar: index == 0 ? .max : any % 100_000
        case .clusters: (any % 16) << 60 | any >> 50
        }
      }
    }
  }

  private func image(_ hashes: [UInt64]) throws -> [UInt8] {
    let rows = hashes.enumerated().map { index, hash in
      IndexRow(
        hash: hash,
        prefixHigh: 0,
        prefixLow: 0,
        time: Int64(index) * Int64(index),
        created: Int64(index),
        due: IndexRow.noDue,
        customer: 0,
        offset: UInt64(index),
        length: 1,
        partition: 0
      )
    }
    let partition = IndexPartition(kind: "callback", service: "Support", state: "QUEUED")
    return try IndexRunBuilder(rows: rows, partitions: [partition], coverage: IndexFixture.coverage) { _ in ""
    }
    .image()
  }

  @Test(arguments: Spread.allCases) func skewedHashesAreFound(spread: Spread) throws {
    let hashes = spread.hashes(20_000)
    let source = CountingPages(try image(hashes))
    let sorted = hashes.sorted()
    let pages = 20_000 / 341 + 1
    var most = 0
    var total = 0
    var searches = 0
    for index in stride(from: 0, to: 20_000, by: 97) {
      for key in [sorted[index], sorted[index] &+ 1, sorted[index] &- 1, 0, .max] {
        // A fresh reader, as a process that looks up one record has it.
        let run = try IndexRunReader(source)
        _ = source.take()
        let place = try run.byHash.firstPlace(atOrAbove: key, in: 0..<20_000, areKeysSpread: true)
        let reads = source.take()
        most = max(most, reads)
        total += reads
        searches += 1
        #expect(place == KeySection.firstPlace(in: 0..<20_000) { sorted[$0] >= key })
      }
    }
    // Twice as many as a search by halves needs, and the first guesses.
    #expect(most <= 2 * (Int.bitWidth - pages.leadingZeroBitCount) + 4)
    if spread == .even { #expect(Double(total) / Double(searches) < 1.6) }
  }

  @Test(arguments: Spread.allCases) func candidatesAreAllRowsOfAHash(spread: Spread) throws {
    let hashes = spread.hashes(2000)
    let run = try IndexRunReader(MemoryPages(try image(hashes)))
    for index in stride(from: 0, to: 2000, by: 311) {
      let expected = hashes.indices.filter { hashes[$0] == hashes[index] }
      #expect(try run.candidates(hash: hashes[index]).map { Int($0.row.offset) } == expected)
    }
    for absent: UInt64 in [12345, (1 << 63) + 12345] where !hashes.contains(absent) {
      #expect(try run.candidates(hash: absent).isEmpty)
    }
  }

  @Test func timesAreFoundInFewPages() throws {
    let source = CountingPages(try image(Spread.even.hashes(20_000)))
    for time in [Int64.min, -1, 0, 1, 2, 3, 4, 399_960_000, 399_960_001, 399_960_002, .max] {
      let run = try IndexRunReader(source)
      _ = source.take()
      let numbers = try run.numbers(in: TimeBounds(lower: time, upper: .max))
      #expect(numbers.lowerBound == (0..<20_000).first { Int64($0 * $0) >= time } ?? 20_000)
      #expect(source.take() <= 3)
    }
  }

  /// Counting a partition reads header and table, however many rows there are.
  @Test func countsReadFewPages() throws {
    let source = CountingPages(try image(Spread.even.hashes(20_000)))
    let run = try IndexRunReader(source)
    _ = source.take()
    let none = RowSet(capacity: 20_000)
    let queries = [
      RecordQuery(.callback, services: ["Support"], states: ["QUEUED"]),
      RecordQuery(.callback), RecordQuery(.callback, states: ["x"]),
    ]
    #expect(try queries.map { try run.count(run.query($0), dead: none) } == [20_000, 20_000, 0])
    #expect(source.take() == 1)
    let from = Date(millisecondsSince1970: 1_000_000)
    let to = Date(millisecondsSince1970: 4_000_000)
    let query = try run.query(RecordQuery(.callback, services: ["Support"], from: from, to: to))
    #expect(try run.count(query, dead: none) == 1000)
    #expect(source.take() <= 8)
    // Every dead row is counted off without being read.
    var dead = none
    for number in 0..<20_000 where !number.isMultiple(of: 3) { dead.insert(number) }
    #expect(try run.count(run.query(queries[0]), dead: dead) == 6667)
    #expect(source.take() == 0)
  }

  @Test(arguments: [0, 1, 2, 100, 255, 256, 257, 5000]) func sortingByKeyKeepsTheOrderOfEqualKeys(count: Int)
  {
    for seed in UInt64(0)..<6 {
      var random = SeededGenerator(seed: seed)
      let shift = [0, 8, 33, 60, 63, 24][Int(seed)]
      var items = (0..<count).map { KeyedNumber(key: random.next() >> UInt64(shift), number: UInt32($0)) }
      let expected = items.sorted { ($0.key, $0.number) < ($1.key, $1.number) }
      items.sortByKey()
      #expect(items == expected)
      items.sortByKey()
      #expect(items == expected)
    }
  }

  @Test func keysOrderAsTimes() {
    let times: [Int64] = [.min, -1000, -1, 0, 1, 1000, .max]
    #expect(times.map(KeyedNumber.key) == times.map(KeyedNumber.key).sorted())
    #expect(times.map { KeyedNumber.time(of: KeyedNumber.key(of: $0)) } == times)
  }
}
