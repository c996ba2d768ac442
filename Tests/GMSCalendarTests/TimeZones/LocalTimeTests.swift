import GMSCalendar
import Testing

/// The rules for wall times that are skipped or come twice.
@Suite("Wall time to instant", .enabled(if: ZoneFixtures.hasDatabase, "needs a zone database"))
struct LocalTimeTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var zone: String
    var local: String
    var start: String
    var end: String

    init(_ zone: String, _ local: String, start: String, end: String? = nil) {
      (self.zone, self.local, self.start, self.end) = (zone, local, start, end ?? start)
    }

    var testDescription: String { "\(zone) \(local)" }
  }

  static let cases = [
    // 02:00 → 03:00 at 07:00Z.
    Case("America/New_York", "2025-03-09T01:59:59", start: "2025-03-09T06:59:59Z"),
    Case("America/New_York", "2025-03-09T02:00", start: "2025-03-09T07:00Z"),
    Case("America/New_York", "2025-03-09T02:30", start: "2025-03-09T07:00Z"),
    Case("America/New_York", "2025-03-09T03:00", start: "2025-03-09T07:00Z"),
    Case("America/New_York", "2025-03-09T03:00:01", start: "2025-03-09T07:00:01Z"),
    // 02:00 → 01:00 at 06:00Z.
    Case("America/New_York", "2025-11-02T00:59:59", start: "2025-11-02T04:59:59Z"),
    Case("America/New_York", "2025-11-02T01:00", start: "2025-11-02T05:00Z"),
    Case(
      "America/New_York",
      "2025-11-02T01:00:01",
      start: "2025-11-02T05:00:01Z",
      end: "2025-11-02T06:00:01Z"
    ),
    Case("America/New_York", "2025-11-02T01:30", start: "2025-11-02T05:30Z", end: "2025-11-02T06:30Z"),
    Case("America/New_York", "2025-11-02T02:00", start: "2025-11-02T07:00Z"),
    Case("America/New_York", "2025-11-02T03:00", start: "2025-11-02T08:00Z"),
    // 01:00 → 00:00 at 05:00Z, and 00:00 → 01:00 at 05:00Z: midnight comes twice, or not at all.
    Case("America/Havana", "2025-11-02T00:00", start: "2025-11-02T04:00Z"),
    Case("America/Havana", "2025-11-02T00:30", start: "2025-11-02T04:30Z", end: "2025-11-02T05:30Z"),
    Case("America/Havana", "2025-11-02T01:00", start: "2025-11-02T06:00Z"),
    Case("America/Havana", "2025-03-09T00:00", start: "2025-03-09T05:00Z"),
    Case("America/Havana", "2025-03-09T00:30", start: "2025-03-09T05:00Z"),
    // 24:00 → 23:00 on the day before.
    Case("America/Asuncion", "2024-03-23T23:30", start: "2024-03-24T02:30Z", end: "2024-03-24T03:30Z"),
    Case("America/Asuncion", "2024-03-24T00:00", start: "2024-03-24T04:00Z"),
    Case("America/Asuncion", "2024-10-06T00:30", start: "2024-10-06T04:00Z"),
    // Half an hour.
    Case("Australia/Lord_Howe", "2025-04-06T01:30", start: "2025-04-05T14:30Z"),
    Case("Australia/Lord_Howe", "2025-04-06T01:45", start: "2025-04-05T14:45Z", end: "2025-04-05T15:15Z"),
    Case("Australia/Lord_Howe", "2025-04-06T02:00", start: "2025-04-05T15:30Z"),
    Case("Australia/Lord_Howe", "2025-10-05T02:15", start: "2025-10-04T15:30Z"),
    // Two hours.
    Case("Antarctica/Troll", "2025-03-30T02:00", start: "2025-03-30T01:00Z"),
    Case("Antarctica/Troll", "2025-10-26T02:00", start: "2025-10-26T00:00Z", end: "2025-10-26T02:00Z"),
    Case("Antarctica/Troll", "2025-10-26T01:00", start: "2025-10-25T23:00Z"),
    // A day that is missing.
    Case("Pacific/Apia", "2011-12-29T23:59:59", start: "2011-12-30T09:59:59Z"),
    Case("Pacific/Apia", "2011-12-30T00:00", start: "2011-12-30T10:00Z"),
    Case("Pacific/Apia", "2011-12-30T17:00", start: "2011-12-30T10:00Z"),
    Case("Pacific/Apia", "2011-12-31T00:00", start: "2011-12-30T10:00Z"),
    Case("Pacific/Apia", "2011-12-31T09:00", start: "2011-12-30T19:00Z"),
    Case("Pacific/Kwajalein", "1993-08-21T12:00", start: "1993-08-21T12:00Z"),
    Case("Pacific/Kwajalein", "1993-08-22T00:00", start: "1993-08-21T12:00Z"),
    // Standard time in summer: "daylight time" is the winter.
    Case("Europe/Dublin", "2025-03-30T01:30", start: "2025-03-30T01:00Z"),
    Case("Europe/Dublin", "2025-10-26T01:30", start: "2025-10-26T00:30Z", end: "2025-10-26T01:30Z"),
    Case("Europe/Dublin", "2205-10-27T01:30", start: "2205-10-27T00:30Z", end: "2205-10-27T01:30Z"),
    // Set back for Ramadan, and on again.
    Case("Africa/Casablanca", "2025-02-23T02:30", start: "2025-02-23T01:30Z", end: "2025-02-23T02:30Z"),
    Case("Africa/Casablanca", "2025-04-06T02:30", start: "2025-04-06T02:00Z"),
    // Local mean time before the first transition.
    Case("America/New_York", "1800-01-01T12:00", start: "1800-01-01T16:56:02Z"),
    Case("Europe/Paris", "1850-06-01T00:00", start: "1850-05-31T23:50:39Z"),
    // The rule, long after the table.
    Case("America/New_York", "2500-07-01T12:00", start: "2500-07-01T16:00Z"),
    Case("America/New_York", "2500-11-07T01:30", start: "2500-11-07T05:30Z", end: "2500-11-07T06:30Z"),
    Case("Australia/Sydney", "2300-01-01T12:00", start: "2300-01-01T01:00Z"),
  ]

  @Test(arguments: cases)
  func instants(_ entry: Case) throws {
    let zone = try ZoneFixtures.rules(entry.zone)
    let local = try ZoneFixtures.second(entry.local)
    #expect(zone.start(ofLocal: local) == (try ZoneFixtures.second(entry.start)), "start")
    #expect(zone.end(ofLocal: local) == (try ZoneFixtures.second(entry.end)), "end")
  }

  @Test func aDayThatComesTwice() throws {
    // Alaska was sold and moved to the American side of the date line: 24 hours came again.
    let zone = try ZoneFixtures.rules("America/Juneau")
    let change = try #require(zone.nextTransition(after: InstantText.read("1800-01-01T00:00Z")))
    let back = zone.offset(at: change.secondsSince1970 - 1) - zone.offset(at: change.secondsSince1970)
    #expect(back == 86_400)
    let shown = change.secondsSince1970 + Int64(zone.offset(at: change.secondsSince1970))
    #expect(zone.start(ofLocal: shown + 3600) == change.secondsSince1970 + 3600 - 86_400)
    #expect(zone.end(ofLocal: shown + 3600) == change.secondsSince1970 + 3600)
    #expect(zone.end(ofLocal: shown) == change.secondsSince1970 - 86_400)
    #expect(zone.end(ofLocal: shown + 86_400) == change.secondsSince1970 + 86_400)
  }

  @Test func datesAndTimes() throws {
    let zone = try ZoneFixtures.rules("America/New_York")
    let spring = try CivilDate("2025-03-09")
    #expect(
      InstantText.print(zone.start(of: spring, at: try TimeOfDay("01:30"))) == "2025-03-09T06:30:00.000Z"
    )
    #expect(InstantText.print(zone.end(of: spring, at: try TimeOfDay("03:00"))) == "2025-03-09T07:00:00.000Z")
    #expect(InstantText.print(zone.end(of: spring, at: .endOfDay)) == "2025-03-10T04:00:00.000Z")
    let autumn = try CivilDate("2025-11-02")
    #expect(
      InstantText.print(zone.start(of: autumn, at: try TimeOfDay("01:30"))) == "2025-11-02T05:30:00.000Z"
    )
    #expect(InstantText.print(zone.end(of: autumn, at: try TimeOfDay("03:00"))) == "2025-11-02T08:00:00.000Z")
    let havana = try ZoneFixtures.rules("America/Havana")
    let saturday = try CivilDate("2025-11-01")
    #expect(InstantText.print(havana.end(of: saturday, at: .endOfDay)) == "2025-11-02T04:00:00.000Z")
  }

  @Test func clockAndCalendar() throws {
    let zone = try ZoneFixtures.rules("America/New_York")
    let moment = zone.local(try InstantText.read("2025-11-02T06:30:15.900Z"))
    #expect(moment.date == (try CivilDate("2025-11-02")))
    #expect(moment.secondOfDay == 5415)
    #expect(moment.time == (try TimeOfDay("01:30")))
    #expect(moment.description == "2025-11-02T01:30:15")
    let before = zone.local(try InstantText.read("1969-12-31T23:59:59Z"))
    #expect(before.description == "1969-12-31T18:59:59")
    #expect(before < moment)
  }

  @Test func doubleChangesCloseTogether() throws {
    // +0 → +2 at 10:00Z, → +1 at 11:00Z, → +0 at 11:30Z.
    let bytes = TZifBytes(
      types: [0, 7200, 3600],
      transitions: [(36_000, 1), (39_600, 2), (41_400, 0)]
    ).bytes
    let zone = try ZoneRules(name: "Test/Double", tzif: bytes)
    // 10:00-12:00 is skipped, 12:00-13:00 shown, 12:00-12:30 again, 11:30-12:00 only after the third change.
    #expect(zone.start(ofLocal: 37_800) == 36_000)
    #expect(zone.end(ofLocal: 37_800) == 36_000)
    #expect(zone.start(ofLocal: 41_400) == 41_400)
    #expect(zone.end(ofLocal: 41_400) == 41_400)
    #expect(zone.start(ofLocal: 43_200) == 36_000)
    #expect(zone.start(ofLocal: 44_100) == 36_900)
    #expect(zone.end(ofLocal: 44_100) == 44_100)
    #expect(zone.end(ofLocal: 46_800) == 46_800)
  }

  @Test func aTimeThatIsSkippedTwice() throws {
    // 10:00Z: 10:00 → 12:00; 10:30Z: 12:30 → 09:30; 10:45Z: 09:45 → 12:45.
    let bytes = TZifBytes(
      types: [0, 7200, -3600],
      transitions: [(36_000, 1), (37_800, 2), (38_700, 1)]
    ).bytes
    let zone = try ZoneRules(name: "Test/Twice", tzif: bytes)
    // 11:00 is never shown: a start takes the first jump over it, an end the last.
    #expect(zone.start(ofLocal: 39_600) == 36_000)
    #expect(zone.end(ofLocal: 39_600) == 38_700)
    // 12:15 was shown once before it was skipped: what is shown counts.
    #expect(zone.start(ofLocal: 44_100) == 36_900)
    #expect(zone.end(ofLocal: 44_100) == 36_900)
    // 09:35 is shown twice, the second time after the clock was set back.
    #expect(zone.start(ofLocal: 34_500) == 34_500)
    #expect(zone.end(ofLocal: 34_500) == 38_100)
  }

  @Test func extremeSecondsDoNotOverflow() throws {
    for name in ["America/New_York", "Asia/Kolkata", "Africa/Casablanca"] {
      let zone = try ZoneFixtures.rules(name)
      for second in [Int64.min, -(1 << 60), 1 << 60, Int64.max] {
        let span = zone.offsetSpan(at: second)
        #expect(span.start <= second && second <= span.end)
        #expect(span.offset == zone.offset(at: second))
        #expect(abs(zone.start(ofLocal: second) / 2 - second / 2) <= 1 << 62)
        #expect(zone.end(ofLocal: second) >= zone.start(ofLocal: second))
      }
    }
  }
}
