import Foundation
import GMSCalendar
import GMSTestSupport
import Testing

@Suite("Zone rules")
struct ZoneRulesTests {
  @Test func fixedOffsets() throws {
    #expect(ZoneRules.utc.name == "UTC")
    #expect(ZoneRules.utc.secondsFromGMT(at: Date(timeIntervalSince1970: 1e9)) == 0)
    let zone = ZoneRules(name: "+05:30", fixedOffset: 19_800)
    #expect(zone.secondsFromGMT(at: .distantPast) == 19_800)
    #expect(zone.secondsFromGMT(at: .distantFuture) == 19_800)
    #expect(zone.nextTransition(after: .distantPast) == nil)
    #expect(zone.offsetSpan(at: 0) == OffsetSpan(start: .min, end: .max, offset: 19_800))
    #expect(zone.start(ofLocal: 19_800) == 0)
    #expect(zone.end(ofLocal: 19_800) == 0)
    #expect("\(zone)" == "+05:30")
  }

  @Test func anOffsetThatNoClockHasIsAProgrammersMistake() async {
    await #expect(processExitsWith: .failure) { _ = ZoneRules(name: "x", fixedOffset: 93_600) }
    await #expect(processExitsWith: .failure) { _ = ZoneRules(name: "x", fixedOffset: -90_000) }
  }

  @Test func equality() throws {
    let rule = "EST5EDT,M3.2.0,M11.1.0"
    let zone = try ZoneRules(name: "A", posix: rule)
    #expect(zone == (try ZoneRules(name: "A", posix: rule)))
    #expect(zone.hashValue == (try ZoneRules(name: "A", posix: rule)).hashValue)
    #expect(zone != (try ZoneRules(name: "B", posix: rule)))
    #expect(zone != (try ZoneRules(name: "A", posix: "EST5EDT,M3.2.0,M11.1.0/3")))
    #expect(zone != ZoneRules(name: "A", fixedOffset: -18_000))
  }

  @Test func datesOutOfRangeCountAsTheNearest() throws {
    let zone = try ZoneRules(name: "A", posix: "EST5EDT,M3.2.0,M11.1.0")
    for interval in [Double.nan, -.infinity, .infinity, 1e300, -1e300] {
      #expect(zone.secondsFromGMT(at: Date(timeIntervalSince1970: interval)) == -18_000)
    }
    #expect(zone.nextTransition(after: Date(timeIntervalSince1970: 1e300)) == nil)
    #expect(zone.nextTransition(after: try InstantText.read("9999-12-31T23:00Z")) == nil)
    let last = try #require(zone.nextTransition(after: InstantText.read("9999-06-01T00:00Z")))
    #expect(InstantText.print(last) == "9999-11-07T06:00:00.000Z")
  }

  @Test func fractionsOfASecond() throws {
    let zone = try ZoneRules(name: "A", posix: "EST5EDT,M3.2.0,M11.1.0")
    let change = try InstantText.read("2025-03-09T07:00:00Z")
    #expect(zone.secondsFromGMT(at: change.addingTimeInterval(-0.001)) == -18_000)
    #expect(zone.secondsFromGMT(at: change) == -14_400)
    #expect(zone.nextTransition(after: change.addingTimeInterval(-0.001)) == change)
    #expect(zone.nextTransition(after: change) == (try InstantText.read("2025-11-02T06:00:00Z")))
  }

  /// Spans follow each other, are maximal, and tell the same as single look-ups, for every zone of the machine.
  @Test(.enabled(if: ZoneFixtures.hasDatabase, "needs a zone database"))
  func spansOfEveryZone() throws {
    var generator = SeededGenerator(seed: 7)
    for name in ZoneFixtures.database.names {
      let zone = try ZoneFixtures.rules(name)
      var span = zone.offsetSpan(at: .min)
      #expect(span.start == .min)
      var count = 0
      while span.end < 5_000_000_000 {
        let next = zone.offsetSpan(at: span.end)
        #expect(next.start == span.end && next.end > next.start && next.offset != span.offset, "\(name)")
        #expect(zone.offset(at: span.end - 1) == span.offset && zone.offset(at: span.end) == next.offset)
        span = next
        count += 1
      }
      #expect(count < 500, "\(name)")
      for _ in 0..<20 {
        let second = Int64.random(in: -6_000_000_000...20_000_000_000, using: &generator)
        let span = zone.offsetSpan(at: second)
        #expect(
          span.start <= second && second < span.end && span.offset == zone.offset(at: second),
          "\(name)"
        )
      }
    }
  }
}
