import Foundation
import GMSCalendar
import GMSCore

/// A pool with 100,000 live bookings, each with a code, of which one is matched as another is made.
///
/// Time goes on by a millisecond a pair, so that bookings are forgotten at the rate at which they end: the cost of
/// a booking's whole life is measured, and the memory that it takes stays the same.
struct BusyPool {
  private var bookings = MemoryBookings()
  private let group: AccessGroup
  private var random = SplitMix64(seed: 1)
  private var milliseconds = 1_735_689_600_000
  /// The live bookings, each with the call that is for it.
  private var calls: [AccessCall] = []
  static let live = 100_000

  init(numbers count: Int) throws {
    group = try AccessGroup(
      "DNIS",
      ResourceGroup(
        numbers: (0..<count).map { "\(6_504_660_000 + $0)" },
        options: ["strategy": "cluster", "booking_expiration_timeout": "1800", "remember": "60"]
      )
    )
    for _ in 0..<BusyPool.live { calls.append(try book()) }
  }

  private var now: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }

  private mutating func book() throws -> AccessCall {
    let booking = try bookings.allocate(
      AccessRequest(service: "1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10", codeLength: 6),
      from: group,
      now: now,
      using: &random
    )
    return AccessCall(booking.number, accessCode: booking.code?.text)
  }

  /// Makes a booking, and matches the call for another one that was made before.
  mutating func pair() throws -> Int {
    milliseconds += 1
    let place = Int.random(in: 0..<calls.count, using: &random)
    let match = bookings.match(calls[place], now: now)
    calls[place] = try book()
    guard case .one = match else { preconditionFailure("The call was for one booking, and found \(match).") }
    return 1
  }

  var count: Int { bookings.count }
}

func accessMeasurements() throws -> [Measurement] {
  func measured(_ numbers: Int) throws -> Double {
    var pool = try BusyPool(numbers: numbers)
    let result = nanoseconds(100_000) { _ in (try? pool.pair()) ?? 0 }
    precondition(pool.count >= BusyPool.live, "\(pool.count) bookings are fewer than were live")
    return result
  }
  let small = try measured(100)
  let large = try measured(10_000)
  return [
    Measurement(
      name: "an access number and code given out, and another matched: 10,000 numbers, 100,000 live bookings",
      nanoseconds: large,
      bound: 1000,
      boundName: "bound"
    ),
    Measurement(
      name: "the same, beside a pool of 100 numbers",
      nanoseconds: large,
      bound: 1.5 * small,
      boundName: "1.5 × \(Measurement.text(small)) ="
    ),
  ]
}
