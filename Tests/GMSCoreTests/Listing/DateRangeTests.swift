import Foundation
import GMSCalendar
import GMSCore
import GMSTestSupport
import Testing

/// Ranges of dates by name: what they mean now, also where clocks are changed.
struct DateRangeTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let range: String
    let now: String
    let zone: String
    let span: String
    var testDescription: String { "\(range) at \(now) in \(zone)" }
    init(_ range: String, _ now: String, _ zone: String, _ span: String) {
      (self.range, self.now, self.zone, self.span) = (range, now, zone, span)
    }
  }

  static let catalog =
    #"{"Today":{"start":0,"end":0},"week ago":{"end":-1,"start":-7},"far":{"start":36525,"end":36525}}"#

  @Test(arguments: [
    Case("past-day", "2026-11-21T09:00Z", "UTC", "2026-11-20T09:00Z/2026-11-21T09:00Z"),
    Case("next-day", "2026-11-21T09:00Z", "UTC", "2026-11-21T09:00Z/2026-11-22T09:00Z"),
    Case("past-week", "2026-11-21T09:00Z", "UTC", "2026-11-14T09:00Z/2026-11-21T09:00Z"),
    Case("next-week", "2026-11-21T09:00Z", "UTC", "2026-11-21T09:00Z/2026-11-28T09:00Z"),
    Case("past-month", "2026-11-21T09:00Z", "UTC", "2026-10-21T09:00Z/2026-11-21T09:00Z"),
    Case("next-month", "2026-11-21T09:00Z", "UTC", "2026-11-21T09:00Z/2026-12-21T09:00Z"),
    Case("next-month", "2026-12-31T09:00Z", "UTC", "2026-12-31T09:00Z/2027-01-31T09:00Z"),
    Case("past-month", "2027-01-15T09:00Z", "UTC", "2026-12-15T09:00Z/2027-01-15T09:00Z"),
    // A month without that day lends its last one.
    Case("next-month", "2027-01-31T09:00Z", "UTC", "2027-01-31T09:00Z/2027-02-28T09:00Z"),
    Case("past-month", "2028-03-30T09:00Z", "UTC", "2028-02-29T09:00Z/2028-03-30T09:00Z"),
    // New York sets its clocks on 2025-03-09 at 07:00Z and back on 2025-11-02 at 06:00Z: 23 and 25 hours.
    Case("past-day", "2025-03-09T19:00Z", "America/New_York", "2025-03-08T20:00Z/2025-03-09T19:00Z"),
    Case("next-day", "2025-03-08T20:00Z", "America/New_York", "2025-03-08T20:00Z/2025-03-09T19:00Z"),
    Case("past-day", "2025-11-02T20:00Z", "America/New_York", "2025-11-01T19:00Z/2025-11-02T20:00Z"),
    Case("next-week", "2025-10-28T19:00Z", "America/New_York", "2025-10-28T19:00Z/2025-11-04T20:00Z"),
    Case("next-month", "2025-10-15T19:00Z", "America/New_York", "2025-10-15T19:00Z/2025-11-15T20:00Z"),
    // 02:30 is skipped: the moment of the change. 01:30 comes twice: the first.
    Case("next-day", "2025-03-08T07:30Z", "America/New_York", "2025-03-08T07:30Z/2025-03-09T07:00Z"),
    Case("next-day", "2025-11-01T05:30Z", "America/New_York", "2025-11-01T05:30Z/2025-11-02T05:30Z"),
    Case("past-day", "2025-11-03T06:30Z", "America/New_York", "2025-11-02T05:30Z/2025-11-03T06:30Z"),
    // Lord Howe moves by half an hour, on 2025-04-05 at 15:00Z.
    Case("next-day", "2025-04-05T02:00Z", "Australia/Lord_Howe", "2025-04-05T02:00Z/2025-04-06T02:30Z"),
    // Apia has no 2011-12-30.
    Case("next-day", "2011-12-29T22:00Z", "Pacific/Apia", "2011-12-29T22:00Z/2011-12-30T10:00Z"),
    Case("past-day", "2011-12-30T22:00Z", "Pacific/Apia", "2011-12-30T10:00Z/2011-12-30T22:00Z"),
    // Saved ones are whole days.
    Case("Today", "2026-11-21T09:00Z", "UTC", "2026-11-21T00:00Z/2026-11-22T00:00Z"),
    Case("Today", "2026-11-21T00:00Z", "UTC", "2026-11-21T00:00Z/2026-11-22T00:00Z"),
    Case("Today", "2025-03-09T19:00Z", "America/New_York", "2025-03-09T05:00Z/2025-03-10T04:00Z"),
    Case("Today", "2025-11-02T19:00Z", "America/New_York", "2025-11-02T04:00Z/2025-11-03T05:00Z"),
    Case("week ago", "2025-11-05T19:00Z", "America/New_York", "2025-10-29T04:00Z/2025-11-05T05:00Z"),
    Case("Today", "2025-11-05T02:00Z", "America/New_York", "2025-11-04T05:00Z/2025-11-05T05:00Z"),
    Case("far", "2026-11-21T09:00Z", "UTC", "2126-11-22T00:00Z/2126-11-23T00:00Z"),
  ])
  func rangesMean(_ expected: Case) throws {
    let range = try DateRangeCatalog(saved: Self.catalog).range(named: expected.range)
    let zone = try ZoneDatabase.system.rules(named: expected.zone)
    #expect(text(range.instants(at: instant(expected.now), in: zone)) == expected.span)
    #expect(range.name == expected.range)
    #expect(range.isSaved == (PredefinedDateRange(rawValue: expected.range) == nil))
  }

  /// At any instant in any zone the wall clock shows the same time at both ends, unless that time is skipped
  /// or repeated.
  @Test(arguments: UInt64(0)..<30)
  func endsShowTheSameTime(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let names = [
      "UTC", "America/New_York", "Europe/Paris", "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kolkata",
    ]
    for _ in 0..<200 {
      let zone = try ZoneDatabase.system.rules(named: names.randomElement(using: &random) ?? "UTC")
      let now = Date(timeIntervalSince1970: Double(Int.random(in: 0..<4_000_000_000, using: &random)) + 0.25)
      var meeting: [Date] = []
      for range in PredefinedDateRange.allCases {
        let instants = range.instants(at: now, in: zone)
        let isPast = range.rawValue.hasPrefix("past")
        #expect((isPast ? instants.upperBound : instants.lowerBound) == now)
        meeting.append(isPast ? instants.lowerBound : instants.upperBound)
        let other = isPast ? instants.lowerBound : instants.upperBound
        let length = instants.upperBound.timeIntervalSince(instants.lowerBound)
        let days =
          range.rawValue.hasSuffix("day") ? 1...1 : range.rawValue.hasSuffix("week") ? 7...7 : 28...31
        #expect(length <= Double(days.upperBound) * 86_400 + 3_600 + 86_400 * 0)
        #expect(length >= Double(days.lowerBound) * 86_400 - 3_600 || zone.name == "Pacific/Apia")
        let isSame = zone.local(other).secondOfDay == zone.local(now).secondOfDay
        #expect(isSame || zone.secondsFromGMT(at: other) != zone.secondsFromGMT(at: other - 7_200))
      }
    }
  }

  @Test(arguments: ["0001-01-01T00:00Z", "0001-01-20T00:00Z", "9999-12-31T23:59Z", "9999-12-10T00:00Z"])
  func atTheEndsOfTheCalendar(now: String) throws {
    for zone in ["UTC", "America/New_York", "Pacific/Apia"] {
      let zone = try ZoneDatabase.system.rules(named: zone)
      for range in try DateRangeCatalog(saved: Self.catalog).ranges {
        let instants = range.instants(at: instant(now), in: zone)
        #expect(instants.lowerBound <= instants.upperBound)
      }
    }
  }

  @Test func rangesAsJSON() throws {
    let catalog = try DateRangeCatalog(saved: #"{"Today":{"start":0,"end":0}}"#)
    let json = catalog.json(at: instant("2026-11-21T09:00Z"), in: .utc)
    #expect(json.arrayValue?.count == 7)
    #expect(
      json.arrayValue?.last.map(JSONWriter.compact)
        == #"{"name":"Today","saved":true,"from":"2026-11-21T00:00:00.000Z","to":"2026-11-22T00:00:00.000Z"}"#
    )
    #expect(
      json.arrayValue?.first.map(JSONWriter.compact)
        == #"{"name":"past-day","saved":false,"from":"2026-11-20T09:00:00.000Z","to":"2026-11-21T09:00:00.000Z"}"#
    )
  }
}
