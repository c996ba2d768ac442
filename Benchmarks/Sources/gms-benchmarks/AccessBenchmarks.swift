import Foundation
import GMSCalendar
import GMSCore

/// A pool with 100,000 live bookings, each with a code, and 60,000 that are over and remembered.
///
/// Time goes on by a millisecond in ten pairs, so that bookings are forgotten at the rate at which they end: the cost
/// of a booking's whole life is measured, and the memory that it takes stays the same.
struct BusyPool {
  private var bookings = MemoryBookings()
  private let group: AccessGroup
  private var random = SplitMix64(seed: 1)
  private var milliseconds = 1_735_689_600_000
  private var pairs = 0
  /// For each live booking its number and its code.
  private var live: [(number: AccessNumber, code: String)] = []
  static let count = 100_000

  init(numbers count: Int) throws {
    group = try AccessGroup(
      "DNIS",
      ResourceGroup(
        numbers: (0..<count).map { "\(6_504_660_000 + $0)" },
        options: ["strategy": "cluster", "booking_expiration_timeout": "1800", "remember": "6"]
      )
    )
    for _ in 0..<BusyPool.count { live.append(try book()) }
  }

  private var now: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }

  private mutating func step() {
    pairs += 1
    if pairs % 10 == 0 { milliseconds += 1 }
  }

  private mutating func book() throws -> (number: AccessNumber, code: String) {
    let booking = try bookings.allocate(
      AccessRequest(service: "1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10", codeLength: 6),
      from: group,
      now: now,
      using: &random
    )
    return (booking.number, booking.code?.text ?? "")
  }

  /// Makes a booking, and matches the call for it.
  mutating func pair() throws -> Int {
    step()
    let made = try book()
    let call = AccessCall(made.number, accessCode: made.code)
    guard case .one(let booking) = bookings.match(call, now: now) else {
      preconditionFailure("The call was for one booking.")
    }
    return booking.node
  }

  /// Makes a booking, and matches the call for any of the live ones, whose place it takes.
  mutating func exchange() throws -> Int {
    step()
    let next = Int.random(in: 0..<live.count, using: &random)
    let call = AccessCall(live[next].number, accessCode: live[next].code)
    guard case .one(let booking) = bookings.match(call, now: now) else {
      preconditionFailure("The call was for one booking.")
    }
    live[next] = try book()
    return booking.node
  }

  var count: Int { bookings.count }
}

/// A store of files with 10,000 bookings on a pool of 20,000 numbers that are locked.
struct BusyStore {
  private let store: FileStore
  private let group: AccessGroup
  private let directory: URL
  private let now = Date(timeIntervalSince1970: 1_735_689_600)

  init() throws {
    directory = FileManager.default.temporaryDirectory.appending(path: "gms-access-\(UUID().uuidString)")
    store = try FileStore.create(at: directory.path)
    group = try AccessGroup(
      "DNIS",
      ResourceGroup(
        numbers: (0..<20_000).map { "\(6_504_660_000 + $0)" },
        options: ["strategy": "cluster", "booking_expiration_timeout": "1800"]
      )
    )
    var random = SplitMix64(seed: 1)
    try store.write(StoreChange(time: now, command: "benchmark")) { writer in
      var bookings = StoredBookings(writer)
      for _ in 0..<10_000 { _ = try book(in: &bookings, &random) }
    }
  }

  private func book(in bookings: inout StoredBookings, _ random: inout SplitMix64) throws -> AccessBooking {
    try bookings.allocate(
      AccessRequest(service: "1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10"),
      from: group,
      now: now,
      using: &random
    )
  }

  /// One number given out, in a transaction of its own.
  func allocate(seed: Int) throws -> Int {
    var random = SplitMix64(seed: UInt64(seed))
    return try store.write(StoreChange(time: now, command: "benchmark")) { writer in
      var bookings = StoredBookings(writer)
      return try book(in: &bookings, &random).node
    }
  }

  /// One query that finds nothing and one record of the same size, in a transaction of their own.
  func put(_ number: Int) throws -> Int {
    let keys = RecordKeys(service: "DNIS", state: "note", time: now, created: now)
    let body = "{\"text\":\"\(String(repeating: "x", count: 250))\"}"
    let record = StoredRecord(
      kind: RecordKind(rawValue: "note"),
      id: "note \(number)",
      keys: keys,
      body: body
    )
    return try store.write(StoreChange(time: now, command: "benchmark")) { writer in
      // A transaction that asks anything pays for finding out what the last one changed.
      let first = try writer.records(RecordQuery(.booking, customer: "none", limit: 1))
      try writer.put(record)
      return 1 + first.count
    }
  }

  func remove() { try? FileManager.default.removeItem(at: directory) }
}

func accessMeasurements() throws -> [Measurement] {
  func measured(_ numbers: Int) throws -> (pair: Double, exchange: Double) {
    var pool = try BusyPool(numbers: numbers)
    let pair = nanoseconds(100_000) { _ in (try? pool.pair()) ?? 0 }
    let exchange = nanoseconds(100_000) { _ in (try? pool.exchange()) ?? 0 }
    precondition(pool.count >= BusyPool.count, "\(pool.count) bookings are fewer than were live")
    return (pair, exchange)
  }
  let small = try measured(100)
  let large = try measured(10_000)
  let store = try BusyStore()
  defer { store.remove() }
  var number = 0
  func next() -> Int {
    number += 1
    return number
  }
  let put = nanoseconds(50) { _ in (try? store.put(next())) ?? 0 }
  let allocation = nanoseconds(50) { _ in (try? store.allocate(seed: next())) ?? 0 }
  let size = "10,000 numbers, 100,000 live bookings"
  return [
    Measurement(
      name: "an access number and code given out, and the call for it matched: \(size)",
      nanoseconds: large.pair,
      bound: 1000,
      boundName: "bound"
    ),
    Measurement(
      name: "the same, beside a pool of 100 numbers",
      nanoseconds: large.pair,
      bound: 1.5 * small.pair,
      boundName: "1.5 × \(Measurement.text(small.pair)) ="
    ),
    Measurement(
      name: "the same, with the call for any of the live bookings",
      nanoseconds: large.exchange,
      bound: 2000,
      boundName: "bound"
    ),
    Measurement(
      name: "an access number given out through the file store: 20,000 numbers, 10,000 live bookings",
      nanoseconds: allocation,
      bound: 2 * put,
      boundName: "2 × one query and one written record \(Measurement.text(put)) ="
    ),
  ]
}
