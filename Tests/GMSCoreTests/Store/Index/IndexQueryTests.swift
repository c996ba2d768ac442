import Foundation
import GMSCalendar
import GMSTestSupport
import Synchronization
import Testing

@testable import GMSCore

/// The answers of a run, held against a plain filter and sort.
@Suite struct IndexQueryTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let count: Int
    let ties: IndexFixture.Ties
    let queries: Int
    var testDescription: String { "\(count) rows, \(ties) ties, \(queries) queries" }
  }

  /// The sizes stand around the ends of pages: 56 rows, and 341 entries of an order.
  static let cases =
    [0, 1, 2, 50, 51, 52, 55, 56, 57, 63, 112, 113, 340, 341, 342, 1000].flatMap { count in
      IndexFixture.Ties.allCases.map { Case(count: count, ties: $0, queries: 250) }
    } + IndexFixture.Ties.allCases.map { Case(count: 20_000, ties: $0, queries: 40) }

  @Test(arguments: cases) func randomQueries(_ given: Case) throws {
    let seed = UInt64(given.count + 1)
    let fixture = try IndexFixture(IndexFixture.samples(given.count, given.ties, seed: seed))
    #expect(fixture.run.rowCount == given.count)
    var random = SeededGenerator(seed: seed &* 31)
    for _ in 0..<given.queries {
      let query = IndexFixture.query(given.ties, &random)
      try check(fixture, query, dead: fixture.dead(&random))
    }
  }

  private func check(_ fixture: IndexFixture, _ asked: RecordQuery, dead: RowSet) throws {
    let query = try fixture.run.query(asked)
    let expected = fixture.answer(asked, dead: dead)
    let rows = try fixture.run.rows(query, dead: dead, id: fixture.id)
    #expect(rows.map { Int($0.offset) } == expected, "\(asked), \(dead.count) dead")
    let count = try fixture.run.count(query, dead: dead)
    #expect(count == expected.count, "\(asked), \(dead.count) dead")
    let times = try fixture.run.times(query, dead: dead, id: fixture.id)
    #expect(times == expected.map { fixture.samples[$0].time }.sorted(), "\(asked), \(dead.count) dead")
  }

  @Test func everyPathIsTaken() throws {
    let fixture = try IndexFixture(IndexFixture.samples(1000, .few, seed: 5))
    var random = SeededGenerator(seed: 6)
    var seen: [String: Int] = [:]
    for _ in 0..<2000 {
      let query = try fixture.run.query(IndexFixture.query(.few, &random))
      for purpose in [RowPlan.Purpose.rows, .count, .times] {
        guard let plan = try fixture.run.plan(query, dead: 0, for: purpose) else { continue }
        let path =
          switch plan.path {
          case .rows: "rows"
          case .partitions: "partitions"
          case .customer: "customer"
          case .due: "due"
          case .created: "created"
          }
        seen["\(path) for \(purpose), exact \(plan.isExact)", default: 0] += 1
      }
    }
    for path in ["rows", "partitions", "customer", "due", "created"] {
      for purpose in ["rows", "count", "times"] {
        #expect(seen["\(path) for \(purpose), exact false", default: 0] > 0, "\(path) for \(purpose)")
      }
    }
    // One kind alone has all partitions, so that the orders by themselves can be whole answers.
    for path in ["partitions for rows", "partitions for count", "partitions for times"] {
      #expect(seen["\(path), exact true", default: 0] > 0, "\(path)")
    }
  }

  @Test(arguments: IndexFixture.Ties.allCases) func oneKindIsAnsweredByOrdersAlone(ties: IndexFixture.Ties)
    throws
  {
    var samples = IndexFixture.samples(700, ties, seed: 8)
    for index in samples.indices { samples[index].kind = "callback" }
    let fixture = try IndexFixture(samples)
    var random = SeededGenerator(seed: 9)
    for _ in 0..<600 {
      var query = IndexFixture.query(ties, &random)
      query.kind = .callback
      if random.oneIn(2) { query.services = nil }
      if random.oneIn(2) { query.states = nil }
      if random.oneIn(2) { query.customer = nil }
      try check(fixture, query, dead: fixture.dead(&random))
    }
  }

  /// Ids may be asked for only where time and first bytes leave a choice.
  @Test func idsAreFetchedForTiesOnly() throws {
    var samples = IndexFixture.samples(500, .few, seed: 11)
    for index in samples.indices {
      samples[index].id = String(format: "%08d-callback-with-a-long-id", index * 7919 % 500)
      samples[index].time = Int64(index % 10)
    }
    let plain = try IndexFixture(samples)
    for order in [RecordQuery.Order.time, .created, .due] {
      let query = try plain.run.query(RecordQuery(.callback, services: ["Sales"], order: order))
      _ = try plain.run.rows(query, dead: RowSet(capacity: 500)) { row in
        Issue.record("The id of row \(row.offset) was asked for")
        return samples[Int(row.offset)].id
      }
    }
    // The first twelve share their first sixteen bytes with each other, and all their times.
    for index in 0..<12 {
      samples[index].id = "the-same-sixteen-bytes-\(index)"
      (samples[index].time, samples[index].created, samples[index].due) = (1, 2, 3)
    }
    var partitions = IndexPartitions()
    let rows = samples.enumerated().map { IndexFixture.row($1, at: $0, &partitions) }
    let asked = Mutex<Set<UInt64>>([])
    let builder = try IndexRunBuilder(rows: rows, partitions: partitions.all, coverage: IndexFixture.coverage)
    { row in
      asked.withLock { _ = $0.insert(row.offset) }
      return samples[Int(row.offset)].id
    }
    #expect(asked.withLock { $0 } == Set(0..<12))
    #expect(try IndexRunReader(MemoryPages(builder.image())).rowCount == 500)
  }

  @Test func whatTheLogCannotGiveIsToldApart() throws {
    var samples = IndexFixture.samples(300, .many, seed: 12)
    for index in samples.indices {
      samples[index].id = "the-same-sixteen-bytes-\(index)"
      (samples[index].time, samples[index].created) = (Int64(index), 0)
    }
    let failure = CoreError(.storeDamaged, ["path": "x"])
    let fixture = try IndexFixture(samples)
    // Few times: these rows are found by time, and must then be put in the order that is asked for.
    let (from, to) = (Date(millisecondsSince1970: 10), Date(millisecondsSince1970: 30))
    let query = try fixture.run.query(RecordQuery(.callback, from: from, to: to, order: .created))
    #expect(throws: IndexDamage.record(failure)) {
      try fixture.run.rows(query, dead: RowSet(capacity: 300)) { _ throws(CoreError) in throw failure }
    }
    var partitions = IndexPartitions()
    let rows = samples.enumerated().map { IndexFixture.row($1, at: $0, &partitions) }
    #expect(throws: failure) {
      try IndexRunBuilder(rows: rows, partitions: partitions.all, coverage: IndexFixture.coverage) {
        _ throws(CoreError) in throw failure
      }
    }
  }

  @Test func threadsShareAReader() throws {
    let fixture = try IndexFixture(IndexFixture.samples(3000, .few, seed: 13))
    let image = fixture.image
    let shared = try IndexRunReader(MemoryPages(image))
    let wrong = Mutex(0)
    DispatchQueue.concurrentPerform(iterations: 8) { thread in
      var random = SeededGenerator(seed: UInt64(thread))
      for _ in 0..<40 {
        let asked = IndexFixture.query(.few, &random)
        let none = RowSet(capacity: 3000)
        let rows = try? shared.rows(shared.query(asked), dead: none, id: fixture.id).map { Int($0.offset) }
        if rows != fixture.answer(asked, dead: none) { wrong.withLock { $0 += 1 } }
      }
    }
    #expect(wrong.withLock { $0 } == 0)
  }
}
