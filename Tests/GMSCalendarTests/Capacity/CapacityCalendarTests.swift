import Foundation
import GMSCalendar
import GMSTestSupport
import Testing

/// Capacities as questions: at an instant, over a range, on dated overrides and on days with a change of offset.
struct CapacityCalendarTests {
  @Test func periodsJoinEqualHoursAndLeaveOutNone() throws {
    let calendar = try CapacityCalendar(CapacityPlanTests.seedPlan())
    let periods = try calendar.periods(in: span("2025-01-05T00:00Z/2025-01-07T00:00Z"))
    #expect(
      periods == [
        CapacityPeriod(start: instant("2025-01-05T09:00Z"), end: instant("2025-01-05T19:00Z"), capacity: 5),
        CapacityPeriod(start: instant("2025-01-06T09:00Z"), end: instant("2025-01-06T19:00Z"), capacity: 10),
      ]
    )
    #expect(calendar.capacity(at: instant("2025-01-05T18:59:59Z")) == 5)
    #expect(calendar.capacity(at: instant("2025-01-05T19:00Z")) == 0)
  }

  @Test func anOverrideReplacesTheWholeDay() throws {
    var plan = try CapacityPlanTests.seedPlan()
    try plan.set(CapacityPlanTests.independenceDay(), on: CivilDate(year: 2016, month: 7, day: 4))
    let calendar = try CapacityCalendar(plan)
    #expect(
      try calendar.periods(in: span("2016-07-04T00:00Z/2016-07-05T00:00Z")).map(\.capacity) == [1, 2, 1]
    )
    #expect(calendar.capacity(at: instant("2016-07-04T08:30Z")) == 1, "Monday's hours have none at 08:00")
    #expect(calendar.capacity(at: instant("2016-07-11T08:30Z")) == 0, "the Monday after")
    plan.removeOverride(on: try CivilDate("2016-07-04"))
    #expect(try CapacityCalendar(plan).capacity(at: instant("2016-07-04T12:00Z")) == 10)
  }

  @Test func anOverrideWithoutHoursClosesTheDay() throws {
    var plan = try CapacityPlanTests.seedPlan()
    try plan.set(.none, on: CivilDate("2025-01-06"))
    #expect(try CapacityCalendar(plan).periods(in: span("2025-01-06T00:00Z/2025-01-07T00:00Z")).isEmpty)
  }

  @Test func bothPassesOfARepeatedHourHaveItsNumberAndASkippedHourHasNone() throws {
    var day = HourlyCapacity.none
    for hour in 0..<24 { try day.set(hour + 1, hours: hour..<(hour + 1)) }
    let calendar = try CapacityCalendar(CapacityPlan(timeZone: "America/New_York", week: [.sunday: day]))
    let back = try calendar.periods(in: span("2025-11-02T04:00Z/2025-11-02T08:00Z"))
    #expect(back.map(\.capacity) == [1, 2, 3])
    #expect(back[1].start == instant("2025-11-02T05:00Z"))
    #expect(back[1].end == instant("2025-11-02T07:00Z"), "01:00-02:00 twice")
    let forward = try calendar.periods(in: span("2025-03-09T05:00Z/2025-03-09T09:00Z"))
    #expect(forward.map(\.capacity) == [1, 2, 4, 5], "02:00 does not exist")
  }

  @Test func aMinuteByMinuteReferenceAgrees() throws {
    for seed in 0..<150 as Range<UInt64> {
      var random = RandomOfficeHours(seed: seed)
      let year = random.year()
      var generator = SeededGenerator(seed: seed)
      let zoneName = RandomOfficeHours.zones.randomElement(using: &generator) ?? "UTC"
      let zone = try ZoneDatabase.system.rules(named: zoneName)
      var plan = try CapacityPlan(timeZone: zoneName)
      func day() throws -> HourlyCapacity {
        var hours = HourlyCapacity.none
        for hour in 0..<24 where !generator.oneIn(3) {
          try hours.set(Int.random(in: 0...3, using: &generator), hours: hour..<(hour + 1))
        }
        return hours
      }
      for weekday in Weekday.allCases { try plan.set(day(), on: weekday) }
      let first = try CivilDate(year: year, month: 1, day: 1)
      let change = zone.nextTransition(
        after: Date(timeIntervalSince1970: Double(first.daysSince1970) * 86_400)
      )
      let middle = change ?? Date(timeIntervalSince1970: Double(first.daysSince1970) * 86_400)
      try plan.set(day(), on: CivilDate(daysSince1970: Int(middle.timeIntervalSince1970) / 86_400))
      let calendar = try CapacityCalendar(plan)
      let range = middle.addingTimeInterval(-90_000)..<middle.addingTimeInterval(90_000)
      let periods = try calendar.periods(in: range)
      for offset in stride(from: 0.0, to: 180_000, by: 60) {
        let date = range.lowerBound + offset
        let local = Int(date.timeIntervalSince1970) + zone.offset(at: Int64(date.timeIntervalSince1970))
        let localDay = (local - ((local % 86_400) + 86_400) % 86_400) / 86_400
        let expected = plan.capacity(on: CivilDate(daysSince1970: localDay))[
          (local - localDay * 86_400) / 3600
        ]
        #expect(calendar.capacity(at: date) == expected, "seed \(seed)")
        let period = periods.first { $0.start <= date && date < $0.end }
        #expect((period?.capacity ?? 0) == expected, "seed \(seed) \(zoneName) at \(text(date))")
      }
    }
  }
}
