import Foundation
import GMSCalendar
import GMSCore
import GMSTestSupport
import Testing

/// Faults of access numbers that an attack found; each has a test by its name.
struct AccessFoundByAttackTests {
  private let last = instant("9999-12-31T23:59:59Z") + 0.999
  private let now = instant("2026-11-23T10:00:00Z")

  private func group(_ strategy: String, _ numbers: [String]) throws -> AccessGroup {
    try AccessGroup("G", ResourceGroup(numbers: numbers, options: ["strategy": strategy, "cooldown": "60"]))
  }

  private func request(code: Int? = nil) -> AccessRequest {
    AccessRequest(service: "1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10", codeLength: code, expiration: 30)
  }

  @Test(arguments: ["local", "cluster", "random", "round-robin", "least-recently-used"])
  func aBookingAtTheEndOfTimeCanBeReadAgain(strategy: String) throws {
    let store = MemoryStore()
    var generator: any RandomNumberGenerator & Sendable = SplitMix64(seed: 1)
    for now in [last, last - 5] {
      try store.write(.test) { writer in
        var bookings = StoredBookings(writer)
        let booking = try bookings.allocate(
          request(),
          from: group(strategy, ["\(now == last ? 1001 : 1002)"]),
          now: now,
          using: &generator
        )
        let kept = try #require(
          try writer.record(.booking, booking.id.text) ?? writer.records(RecordQuery(.booking)).last
        )
        #expect(
          try AccessBooking(stored: kept).expires.millisecondsSince1970 <= last.millisecondsSince1970
        )
        #expect(kept.keys.due.map { $0.millisecondsSince1970 <= last.millisecondsSince1970 } == true)
      }
    }
  }

  @Test(arguments: ["local", "cluster"])
  func aTurnThatHasNotComeIsOnlyAHint(strategy: String) throws {
    let store = MemoryStore()
    var generator: any RandomNumberGenerator & Sendable = SplitMix64(seed: 1)
    let group = try group(strategy, ["1001"])
    try store.write(.test) { writer in
      var bookings = StoredBookings(writer)
      _ = try bookings.allocate(request(), from: group, now: now + 86_400, using: &generator)
      #expect(throws: CoreError.self) {
        try bookings.allocate(request(), from: group, now: now, using: &generator)
      }
      // The booking goes, as by an import or a sweep under a later clock; the order still says when it would have ended.
      for record in try writer.records(RecordQuery(.booking)) { _ = try writer.remove(.booking, record.id) }
      #expect(
        try bookings.allocate(request(), from: group, now: now, using: &generator).number.dialled == "1001"
      )
    }
  }

  @Test func aRefusalSaysWhenSomethingIsFreeWithCodesToo() throws {
    let store = MemoryStore()
    var generator: any RandomNumberGenerator & Sendable = SplitMix64(seed: 1)
    let group = try group("local", ["1001"])
    try store.write(.test) { writer in
      var bookings = StoredBookings(writer)
      for _ in 0..<10 {
        _ = try bookings.allocate(request(code: 1), from: group, now: now, using: &generator)
      }
      for code in [1, nil] {
        let error = #expect(throws: CoreError.self) {
          try bookings.allocate(request(code: code), from: group, now: now, using: &generator)
        }
        #expect(error?["availableAt"] == "2026-11-23T10:01:30.000Z", "\(String(describing: code))")
      }
    }
  }

  @Test func aReleaseUnderAnEarlierClockIsNoEarlierThanTheBooking() throws {
    let store = MemoryStore()
    var generator: any RandomNumberGenerator & Sendable = SplitMix64(seed: 1)
    try store.write(.test) { writer in
      var bookings = StoredBookings(writer)
      let booking = try bookings.allocate(
        request(),
        from: group("local", ["1001"]),
        now: now,
        using: &generator
      )
      _ = try bookings.release(booking.id, now: now - 3600)
      #expect(try bookings.queries.booking(booking.id)?.released == now)
    }
  }

  @Test(arguments: ["access_code_prefix_01", "access_code_prefix_00"])
  func aNodesNumberHasNoLeadingZero(name: String) {
    let error = #expect(throws: CoreError.self) {
      try ConfigurationValidator().check(Configuration(options: ["node": [name: "8"]]))
    }
    #expect(error?.code == .invalidOption)
  }
}
