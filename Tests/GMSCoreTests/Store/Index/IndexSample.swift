import Foundation
import GMSCalendar
import GMSTestSupport

@testable import GMSCore

/// A record as the tests of the index know it; its place in the list is its offset in the "log".
struct IndexSample: Hashable, Sendable {
  var kind: String
  var id: String
  var service: String
  var state: String
  var time: Int64
  var created: Int64
  var due: Int64?
  var customer: String?

  /// Whether a query asks for the record: written down once more, without the library's code.
  func matches(_ query: RecordQuery) -> Bool {
    func milliseconds(_ date: Date?) -> Int64? {
      date.map { Int64(($0.timeIntervalSince1970 * 1000).rounded()) }
    }
    guard kind == query.kind.rawValue else { return false }
    if let services = query.services, !services.contains(service) { return false }
    if let states = query.states, !states.contains(state) { return false }
    if let from = milliseconds(query.from), time < from { return false }
    if let to = milliseconds(query.to), time >= to { return false }
    if let first = milliseconds(query.createdFrom), created < first { return false }
    if query.order == .due, due == nil { return false }
    if let last = milliseconds(query.dueBy) {
      guard let due, due <= last else { return false }
    }
    return query.customer == nil || query.customer == customer
  }

  /// The time by which an order sorts.
  func key(_ order: RecordQuery.Order) -> Int64 {
    switch order {
    case .time: time
    case .due: due ?? .max
    case .created: created
    }
  }
}

/// Records, their run, and the answers of a plain filter and sort.
struct IndexFixture: Sendable {
  let samples: [IndexSample]
  let image: [UInt8]
  let run: IndexRunReader
  /// The sample of each row.
  let sampleOfRow: [Int]

  static let coverage = IndexRunCoverage(
    generation: 3,
    from: 100,
    to: 90_000,
    sequence: 41,
    commitCRC: 0xfedc_ba98,
    lastTransactionStart: 89_000,
    liveBytes: 70_000,
    lines: 512
  )
  static let changes: [UInt64] = [100, 5000, 89_000]
  static let kills: [[UInt32]] = [[0, 3, 4, 1_000_000], [], [7]]

  init(_ samples: [IndexSample]) throws {
    self.samples = samples
    image = try IndexFixture.builder(samples, Array(samples.indices)).image()
    run = try IndexRunReader(MemoryPages(image))
    sampleOfRow = try run.rows(0..<samples.count).map { Int($0.offset) }
  }

  /// What makes the run, with the rows handed over in some order.
  static func builder(_ samples: [IndexSample], _ order: [Int]) throws -> IndexRunBuilder {
    var partitions = IndexPartitions()
    let rows = samples.enumerated().map { row($1, at: $0, &partitions) }
    return try IndexRunBuilder(
      rows: order.map { rows[$0] },
      partitions: partitions.all,
      coverage: coverage,
      configurationChanges: changes,
      kills: kills,
      id: { samples[Int($0.offset)].id }
    )
  }

  static func row(_ sample: IndexSample, at offset: Int, _ partitions: inout IndexPartitions) -> IndexRow {
    let prefix = IndexRow.prefix(of: sample.id)
    return IndexRow(
      hash: IndexRow.hash(kind: sample.kind, id: sample.id),
      prefixHigh: prefix.high,
      prefixLow: prefix.low,
      time: sample.time,
      created: sample.created,
      due: sample.due ?? IndexRow.noDue,
      customer: sample.customer.map(IndexRow.hash(customer:)) ?? IndexRow.noCustomer,
      offset: UInt64(offset),
      length: UInt32(100 + offset),
      partition: partitions.number(
        of: IndexPartition(kind: sample.kind, service: sample.service, state: sample.state)
      )
    )
  }

  /// The id of a row, as the log would answer it.
  func id(_ row: IndexRow) -> String { samples[Int(row.offset)].id }

  /// The samples that a query answers, by number, in its order.
  func answer(_ query: RecordQuery, dead: RowSet) -> [Int] {
    let isDead = Set(dead.numbers(in: 0..<samples.count).map { sampleOfRow[Int($0)] })
    let found = samples.indices.filter { !isDead.contains($0) && samples[$0].matches(query) }
    let sorted = found.sorted { left, right in
      let (lhs, rhs) = (samples[left], samples[right])
      if lhs.key(query.order) != rhs.key(query.order) { return lhs.key(query.order) < rhs.key(query.order) }
      return lhs.id.utf8.lexicographicallyPrecedes(rhs.id.utf8)
    }
    // A query for a customer is cut by whoever has compared the texts.
    let limit = query.customer == nil ? query.limit : nil
    return Array(sorted.prefix(max(0, limit ?? .max)))
  }
}

extension IndexFixture {
  /// How much of the samples' keys is the same.
  enum Ties: CaseIterable, Sendable {
    /// Few times, and ids of which the first bytes say little.
    case many
    /// Times that differ.
    case few
    /// All times the same, as after an import.
    case all
  }

  static let services = ["", "Support", "Sales", "Zoë", "A service with quite a long name"]
  static let states = ["QUEUED", "SCHEDULED", "COMPLETED"]
  static let customers = ["1", "16504663204", "Zoë", ""]

  /// Random records with unique ids.
  static func samples(_ count: Int, _ ties: Ties, seed: UInt64) -> [IndexSample] {
    var random = SeededGenerator(seed: seed)
    var used: Set<String> = [""]
    func time() -> Int64 {
      switch ties {
      case .many: Int64.random(in: -2...12, using: &random)
      case .few: Int64.random(in: -1_000_000...1_000_000, using: &random)
      case .all: 5
      }
    }
    let prefix = ["", "a", "callback-00000", "callback-0000000", "0123456789abcdef", "é€"]
    return (0..<count).map { number in
      var id =
        number == 7
        ? "" : (prefix.randomElement(using: &random) ?? "") + "\(Int.random(in: 0..<100, using: &random))"
      while number != 7, used.contains(id) {
        id += ["0", "9", "\0", "é", "z"].randomElement(using: &random) ?? ""
      }
      used.insert(id)
      return IndexSample(
        kind: random.oneIn(6) ? "booking" : "callback",
        id: id,
        service: services.randomElement(using: &random) ?? "",
        state: random.oneIn(3) ? "QUEUED" : states.randomElement(using: &random) ?? "",
        time: time(),
        created: time(),
        due: random.oneIn(2) ? time() : nil,
        customer: random.oneIn(2) ? customers.randomElement(using: &random) : nil
      )
    }
  }

  /// A random query of any of its fields.
  static func query(_ ties: Ties, _ random: inout SeededGenerator) -> RecordQuery {
    func date() -> Date {
      let wide = Int64.random(in: -1_100_000...1_100_000, using: &random)
      let narrow = Int64.random(in: -4...14, using: &random)
      return Date(millisecondsSince1970: ties == .few ? wide : narrow)
    }
    func some(_ names: [String]) -> Set<String>? {
      guard random.oneIn(2) else { return nil }
      return Set(
        (0..<Int.random(in: 0...3, using: &random)).compactMap { _ in
          (names + ["x"]).randomElement(using: &random)
        }
      )
    }
    let kind = random.oneIn(20) ? "other" : random.oneIn(4) ? "booking" : "callback"
    var query = RecordQuery(RecordKind(rawValue: kind), services: some(services), states: some(states))
    if random.oneIn(3) { query.from = date() }
    if random.oneIn(3) { query.to = date() }
    if random.oneIn(4) { query.dueBy = date() }
    if random.oneIn(4) { query.createdFrom = date() }
    if random.oneIn(5) { query.customer = (customers + ["x"]).randomElement(using: &random) }
    query.order = [.time, .time, .due, .created].randomElement(using: &random) ?? .time
    if random.oneIn(3) { query.limit = [-1, 0, 1, 2, 5, 60, 5000].randomElement(using: &random) }
    return query
  }

  /// Random rows of the run.
  func dead(_ random: inout SeededGenerator) -> RowSet {
    var dead = RowSet(capacity: samples.count)
    let share = [0, 0, 2, 50, 1].randomElement(using: &random) ?? 0
    if share > 0 {
      for number in samples.indices where random.oneIn(share) { dead.insert(number) }
    }
    return dead
  }
}
