import Foundation
import GMSCalendar
import GMSTestSupport
import Testing

/// The rules of time, exact to the second: changes of the clock, midnight, holidays, exceptions, edges.
struct TimeRuleTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let zone: String
    let hours: String
    let range: String
    let periods: [String]
    var testDescription: String { "\(zone) \(hours) in \(range)" }
    init(_ zone: String, _ hours: String, _ range: String, _ periods: [String]) {
      self.zone = zone
      self.hours = hours
      self.range = range
      self.periods = periods
    }
  }

  @Test(arguments: [
    // The clock goes forward 02:00 → 03:00: the skipped half hour is the instant of the change.
    Case(
      "America/New_York",
      "Sun 01:30-03:00",
      "2025-03-09T00:00Z/2025-03-10T00:00Z",
      ["2025-03-09T06:30Z/2025-03-09T07:00Z"]
    ),
    Case("America/New_York", "Sun 02:00-02:30", "2025-03-09T00:00Z/2025-03-10T00:00Z", []),
    Case(
      "America/New_York",
      "Sun 02:15-04:00",
      "2025-03-09T00:00Z/2025-03-10T00:00Z",
      ["2025-03-09T07:00Z/2025-03-09T08:00Z"]
    ),
    Case(
      "America/New_York",
      "Sun 00:00-24:00",
      "2025-03-08T00:00Z/2025-03-11T00:00Z",
      ["2025-03-09T05:00Z/2025-03-10T04:00Z"]
    ),
    // The clock goes back 02:00 → 01:00: a start takes the first 01:30, an end the last.
    Case(
      "America/New_York",
      "Sun 01:30-03:00",
      "2025-11-02T00:00Z/2025-11-03T00:00Z",
      ["2025-11-02T05:30Z/2025-11-02T08:00Z"]
    ),
    Case(
      "America/New_York",
      "Sun 00:30-01:30",
      "2025-11-02T00:00Z/2025-11-03T00:00Z",
      ["2025-11-02T04:30Z/2025-11-02T06:30Z"]
    ),
    // An end exactly on the first repeated moment ends at its first occurrence.
    Case(
      "America/New_York",
      "Sun 00:30-01:00",
      "2025-11-02T00:00Z/2025-11-03T00:00Z",
      ["2025-11-02T04:30Z/2025-11-02T05:00Z"]
    ),
    Case(
      "America/Havana",
      "Sat 18:00-24:00",
      "2025-11-01T12:00Z/2025-11-03T00:00Z",
      ["2025-11-01T22:00Z/2025-11-02T04:00Z"]
    ),
    Case(
      "America/Havana",
      "Sun 00:00-02:00",
      "2025-11-01T12:00Z/2025-11-03T00:00Z",
      ["2025-11-02T04:00Z/2025-11-02T07:00Z"]
    ),
    // Half an hour, and whole days.
    Case(
      "Australia/Lord_Howe",
      "Sun 01:30-02:15",
      "2025-10-04T00:00Z/2025-10-06T00:00Z",
      ["2025-10-04T15:00Z/2025-10-04T15:30Z"]
    ),
    Case(
      "Australia/Lord_Howe",
      "Sun 01:30-02:15",
      "2025-04-05T00:00Z/2025-04-07T00:00Z",
      ["2025-04-05T14:30Z/2025-04-05T15:45Z"]
    ),
    Case("Pacific/Apia", "Fri 09:00-17:00", "2011-12-28T00:00Z/2012-01-02T00:00Z", []),
    Case(
      "Pacific/Apia",
      "Thu 22:00-02:00",
      "2011-12-29T00:00Z/2012-01-02T00:00Z",
      ["2011-12-30T08:00Z/2011-12-30T10:00Z"]
    ),
    // Before its first transition a zone has its oldest offset: local mean time.
    Case(
      "America/New_York",
      "Mon 09:00-10:00",
      "1800-01-06T00:00Z/1800-01-07T00:00Z",
      ["1800-01-06T13:56:02Z/1800-01-06T14:56:02Z"]
    ),
    // Years after the last transition of the file.
    Case(
      "Europe/Paris",
      "Mon 09:00-10:00",
      "2098-07-07T00:00Z/2098-07-08T00:00Z",
      ["2098-07-07T07:00Z/2098-07-07T08:00Z"]
    ),
    Case(
      "Europe/Paris",
      "Mon 09:00-10:00",
      "2499-01-05T00:00Z/2499-01-06T00:00Z",
      ["2499-01-05T08:00Z/2499-01-05T09:00Z"]
    ),
    // Over midnight, and merged where they touch.
    Case(
      "UTC",
      "Fri 19:00-7:00",
      "2025-01-03T00:00Z/2025-01-05T00:00Z",
      ["2025-01-03T19:00Z/2025-01-04T07:00Z"]
    ),
    Case(
      "UTC",
      "Mon-Tue 00:00-24:00",
      "2025-01-05T00:00Z/2025-01-09T00:00Z",
      ["2025-01-06T00:00Z/2025-01-08T00:00Z"]
    ),
    Case(
      "UTC",
      "Sat-Mon 10:00-11:00",
      "2025-01-03T00:00Z/2025-01-08T00:00Z",
      [
        "2025-01-04T10:00Z/2025-01-04T11:00Z", "2025-01-05T10:00Z/2025-01-05T11:00Z",
        "2025-01-06T10:00Z/2025-01-06T11:00Z",
      ]
    ),
    // Clipped to the question.
    Case(
      "UTC",
      "Mon 09:00-17:00",
      "2025-01-06T10:00Z/2025-01-06T12:00Z",
      ["2025-01-06T10:00Z/2025-01-06T12:00Z"]
    ),
    Case("UTC", "Mon 09:00-17:00", "2025-01-06T17:00Z/2025-01-06T18:00Z", []),
    Case("UTC", "Mon 09:00-17:00", "2025-01-06T10:00Z/2025-01-06T10:00Z", []),
  ])
  func regularHoursBecomeInstants(_ c: Case) throws {
    let calendar = try OfficeHours(timeZone: c.zone, regularHours: [try RegularHours(c.hours)]).compiled()
    #expect(try calendar.periods(in: span(c.range)).map(text) == c.periods)
  }

  @Test func exceptionOverHolidayOverRegular() throws {
    let calendar = try OfficeHours(
      regularHours: [try RegularHours("Mon-Fri 09:00-17:00")],
      holidays: [try Holiday("2025-01-07"), try Holiday("2025-01-08")],
      exceptions: [
        try ExceptionHours("2025-01-08 20:00-22:00"), try ExceptionHours("2025-01-09 20:00-22:00"),
      ]
    ).compiled()
    #expect(
      try calendar.periods(in: span("2025-01-06T00:00Z/2025-01-10T00:00Z")).map(text) == [
        "2025-01-06T09:00Z/2025-01-06T17:00Z",  // regular
        "2025-01-08T20:00Z/2025-01-08T22:00Z",  // holiday and exception; the 7th is a holiday alone
        "2025-01-09T09:00Z/2025-01-09T17:00Z", "2025-01-09T20:00Z/2025-01-09T22:00Z",  // both
      ]
    )
  }

  @Test func aHolidayCutsNothingThatSpillsIn() throws {
    let calendar = try OfficeHours(
      regularHours: [try RegularHours("Mon-Sun 19:00-7:00")],
      holidays: [try Holiday("2025-01-07")]
    ).compiled()
    #expect(
      try calendar.periods(in: span("2025-01-06T12:00Z/2025-01-09T12:00Z")).map(text) == [
        "2025-01-06T19:00Z/2025-01-07T07:00Z", "2025-01-08T19:00Z/2025-01-09T07:00Z",
      ]
    )
  }

  @Test func anAnnualLeapDayExistsInLeapYearsOnly() throws {
    let calendar = try OfficeHours(exceptions: [try ExceptionHours("02-29 10:00-11:00")]).compiled()
    #expect(
      try calendar.periods(in: span("2023-01-01T00:00Z/2031-01-01T00:00Z")).map(text) == [
        "2024-02-29T10:00Z/2024-02-29T11:00Z", "2028-02-29T10:00Z/2028-02-29T11:00Z",
      ]
    )
    // 2100 is no leap year: eight years without.
    #expect(calendar.nextOpening(after: instant("2096-03-01T00:00Z")) == instant("2104-02-29T10:00Z"))
  }

  @Test func outsideEffectiveDatesExceptionsAreClosedToo() throws {
    let calendar = try OfficeHours(
      regularHours: [try RegularHours("Mon-Sun 20:00-2:00")],
      exceptions: [
        try ExceptionHours("2025-01-09 10:00-11:00"), try ExceptionHours("2025-01-07 10:00-11:00"),
      ],
      effectiveDates: [try EffectiveDates("2025-01-07"), try EffectiveDates("2025-01-06 to 2025-01-07")]
    ).compiled()
    #expect(
      try calendar.periods(in: span("2025-01-01T00:00Z/2025-02-01T00:00Z")).map(text) == [
        "2025-01-06T20:00Z/2025-01-07T02:00Z", "2025-01-07T10:00Z/2025-01-07T11:00Z",
        "2025-01-07T20:00Z/2025-01-08T02:00Z",  // starts on an effective date, so it stays whole
      ]
    )
  }

  @Test func aWholeWeekNeverCloses() throws {
    let calendar = try OfficeHours(
      timeZone: "America/New_York",
      regularHours: [try RegularHours("Mon-Sun 00:00-24:00")]
    ).compiled()
    let now = instant("2025-03-09T06:59:59Z")
    #expect(calendar.status(at: now) == .open(since: nil, until: nil))
    #expect(calendar.status(at: now).openSeconds(from: now) == nil)
    #expect(calendar.nextOpening(after: now) == nil)
    #expect(calendar.period(at: now) == OpenPeriod(start: nil, end: nil))
    #expect(
      try calendar.periods(in: span("2020-01-01T00:00Z/2030-01-01T00:00Z")) == [
        span("2020-01-01T00:00Z/2030-01-01T00:00Z")
      ]
    )
    #expect(
      calendar.date(byAddingOpenSeconds: 86_400 * 3000, to: now) == now.addingTimeInterval(86_400 * 3000)
    )
    #expect(
      calendar.date(byAddingOpenSeconds: -86_400 * 3000, to: now) == now.addingTimeInterval(-86_400 * 3000)
    )
  }

  @Test func anOfficeThatNeverOpensSaysSo() throws {
    let never = [
      OfficeHours(timeZone: "Europe/Paris"),
      OfficeHours(
        regularHours: [try RegularHours("Mon-Sun 09:00-17:00")],
        holidays: try (1...12).flatMap { month in
          try (1...CivilDate.days(inMonth: month, ofYear: 2024)).map {
            Holiday(.annual(try AnnualDay(month: month, day: $0)))
          }
        }
      ),
    ]
    for hours in never {
      let calendar = try hours.compiled()
      let now = instant("2025-06-01T12:00Z")
      #expect(calendar.status(at: now) == .closed(next: nil))
      #expect(calendar.nextPeriod(after: now) == nil)
      #expect(calendar.date(byAddingOpenSeconds: 1, to: now) == nil)
      #expect(calendar.date(byAddingOpenSeconds: -1, to: now) == nil)
      #expect(calendar.date(byAddingOpenSeconds: 0, to: now) == now)
      #expect(try calendar.openSeconds(in: span("2000-01-01T00:00Z/2050-01-01T00:00Z")) == 0)
    }
  }

  @Test func aSingleDateIsFoundFromCenturiesAway() throws {
    let calendar = try OfficeHours(exceptions: [try ExceptionHours("9000-06-01 10:00-11:00")]).compiled()
    #expect(calendar.nextOpening(after: instant("2025-01-01T00:00Z")) == instant("9000-06-01T10:00Z"))
    #expect(calendar.nextOpening(after: instant("9000-06-01T10:00Z")) == nil)
    #expect(
      calendar.date(byAddingOpenSeconds: 1, to: instant("2025-01-01T00:00Z")) == nil,
      "beyond 100 years"
    )
    #expect(
      calendar.date(byAddingOpenSeconds: 1, to: instant("8999-01-01T00:00Z"))
        == instant("9000-06-01T10:00:01Z")
    )
    #expect(
      calendar.date(byAddingOpenSeconds: -3600, to: instant("9050-01-01T00:00Z"))
        == instant("9000-06-01T10:00Z")
    )
  }

  @Test func fourBusinessHoursFromNow() throws {
    let calendar = try OfficeHours(
      timeZone: "America/New_York",
      regularHours: [try RegularHours("Mon-Fri 09:00-17:00")],
      holidays: [try Holiday("07-04")]
    ).compiled()
    let hours = 3600
    // Thursday 15:00; Friday is a holiday: two hours today, two on Monday.
    #expect(
      calendar.date(byAddingOpenSeconds: 4 * hours, to: instant("2025-07-03T19:00Z"))
        == instant("2025-07-07T15:00Z")
    )
    // A deadline that falls on closing time is closing time.
    #expect(
      calendar.date(byAddingOpenSeconds: 2 * hours, to: instant("2025-07-03T19:00Z"))
        == instant("2025-07-03T21:00Z")
    )
    #expect(
      calendar.date(byAddingOpenSeconds: -2 * hours, to: instant("2025-07-07T15:00Z"))
        == instant("2025-07-07T13:00Z")
    )
    #expect(
      calendar.date(byAddingOpenSeconds: -3 * hours, to: instant("2025-07-07T15:00Z"))
        == instant("2025-07-03T20:00Z")
    )
  }

  @Test func longRangesAreRefusedWithTheBound() throws {
    let calendar = try OfficeHours(regularHours: [try RegularHours("Mon 09:00-10:00")]).compiled()
    let error = #expect(throws: CalendarError.self) {
      try calendar.periods(in: span("0001-01-01T00:00Z/9999-01-01T00:00Z"))
    }
    #expect(error?.code == .rangeTooLong)
    #expect(
      error?.description
        == "the range '0001-01-01T00:00:00.000Z to 9999-01-01T00:00:00.000Z' is too long; ask for at most 100 years"
    )
    let outside = #expect(throws: CalendarError.self) {
      try calendar.periods(in: Date(timeIntervalSince1970: -1e15)..<Date(timeIntervalSince1970: 0))
    }
    #expect(outside?.code == .instantOutOfRange)
    #expect(!calendar.isOpen(at: Date(timeIntervalSince1970: .nan)))
    #expect(!calendar.isOpen(at: Date.distantFuture))
  }

  @Test func fractionsOfSecondsAreKeptAtTheEdges() throws {
    let calendar = try OfficeHours(regularHours: [try RegularHours("Mon 09:00-10:00")]).compiled()
    let from = instant("2025-01-06T09:00Z").addingTimeInterval(0.25)
    let to = instant("2025-01-06T09:30Z").addingTimeInterval(0.75)
    #expect(try calendar.periods(in: from..<to) == [from..<to])
    #expect(!calendar.isOpen(at: instant("2025-01-06T09:00Z").addingTimeInterval(-0.001)))
    #expect(calendar.isOpen(at: instant("2025-01-06T10:00Z").addingTimeInterval(-0.001)))
    #expect(!calendar.isOpen(at: instant("2025-01-06T10:00Z")))
  }

  @Test func manyThreadsSeeOneCalendar() async throws {
    let calendar = try OfficeHours(
      timeZone: "Europe/Paris",
      regularHours: [try RegularHours("Mon-Fri 09:00-17:00")]
    ).compiled()
    let expected = try calendar.openSeconds(in: span("1990-01-01T00:00Z/2040-01-01T00:00Z"))
    let shared = try OfficeHours(
      timeZone: "Europe/Paris",
      regularHours: [try RegularHours("Mon-Fri 09:00-17:00")]
    ).compiled()
    try await withThrowingTaskGroup(of: Int.self) { group in
      for _ in 0..<8 {
        group.addTask { try shared.openSeconds(in: span("1990-01-01T00:00Z/2040-01-01T00:00Z")) }
      }
      for try await seconds in group { #expect(seconds == expected) }
    }
  }
}
