import Foundation
import GMSCore
import GMSTestSupport
import Testing

/// Bookings in memory, thousands at a time, beside a dictionary.
struct MemoryBookingsTests {
  private struct Key: Hashable {
    let number: String
    let code: String
  }

  private struct Kept {
    let booking: AccessBooking
    var end: Int
    var isReleased = false
  }

  /// 30,000 steps: bookings of all lengths are made, called, released by name, expire and are forgotten; some last
  /// equally long, some do not.
  @Test(arguments: [[30], [5, 1800], [5, 6, 7, 30, 100, 600]])
  func thousandsAreFoundAndForgotten(_ lengths: [Int]) throws {
    var random = SeededGenerator(seed: UInt64(lengths.count))
    let group = try group(.cluster, numbers: 40, ["remember": "20"])
    var bookings = MemoryBookings()
    var kept: [Key: Kept] = [:]
    var keys: [Key] = []
    var instant = at(0).milliseconds
    func now() -> Date { Date(timeIntervalSince1970: Double(instant) / 1000) }
    var matched = 0
    for step in 0..<30_000 {
      instant += Int.random(in: 0...12, using: &random)
      if random.oneIn(2) || keys.isEmpty {
        let request = AccessRequest(
          service: "1-\(step)",
          codeLength: 4,
          expiration: lengths.randomElement(using: &random)
        )
        let booking = try bookings.allocate(request, from: group, now: now(), using: &random)
        let key = Key(number: booking.number.dialled, code: booking.code?.text ?? "")
        if let old = kept[key] { #expect(old.end <= instant) }
        kept[key] = Kept(booking: booking, end: booking.expires.milliseconds)
        keys.append(key)
        continue
      }
      guard let key = keys.randomElement(using: &random), let known = kept[key] else { continue }
      let isLive = instant < known.end
      let isRemembered = instant < known.end + 20_000
      if random.oneIn(3) {
        let outcome = bookings.release(known.booking.id, now: now())
        switch outcome {
        case .released: #expect(isLive)
        case .alreadyOver: #expect(!isLive && isRemembered)
        case .unknown: #expect(!isRemembered)
        }
      } else {
        let call = try AccessCall(accessNumber: key.number, accessCode: key.code)
        switch bookings.match(call, now: now()) {
        case .one(let booking):
          #expect(isLive && booking.id == known.booking.id)
          matched += 1
        case .late(let booking): #expect(!isLive && isRemembered && booking.id == known.booking.id)
        case .none: #expect(!isRemembered)
        case .several: Issue.record("two bookings have one code")
        }
      }
      if isLive {
        kept[key]?.end = instant
        kept[key]?.isReleased = true
      }
      if step % 1000 == 999 {
        bookings.sweep(now: now())
        kept = kept.filter { instant < $0.value.end + 20_000 }
        keys = keys.filter { kept[$0] != nil }
        #expect(bookings.count == kept.count)
        #expect(Set(bookings.bookings.map(\.id)) == Set(kept.values.map(\.booking.id)))
        let live = kept.values.filter { instant < $0.end }
        #expect(bookings.status(of: group, now: now()).liveBookings == live.count)
      }
    }
    #expect(matched > 300)
    instant += 2_000_000
    bookings.sweep(now: now())
    #expect(bookings.count == 0 && bookings.bookings.isEmpty)
  }

  @Test
  func aCopyIsAValue() throws {
    let group = try group(.local, numbers: 2)
    var random = SeededGenerator(seed: 1)
    var one = MemoryBookings()
    let booking = try one.allocate(AccessRequest(service: "1-a"), from: group, now: at(0), using: &random)
    var other = one
    _ = other.release(booking.id, now: at(1))
    #expect(one.booking(booking.id)?.released == nil)
    #expect(other.booking(booking.id)?.released == at(1))
  }

  /// Its time only goes forward.
  @Test
  func anEarlierCallCountsAsMadeAtTheLatest() throws {
    let group = try group(.local, numbers: 2)
    var random = SeededGenerator(seed: 1)
    var bookings = MemoryBookings()
    _ = try bookings.allocate(AccessRequest(service: "1-a"), from: group, now: at(100), using: &random)
    let booking = try bookings.allocate(
      AccessRequest(service: "1-b"),
      from: group,
      now: at(50),
      using: &random
    )
    #expect(booking.made == at(100))
  }
}
