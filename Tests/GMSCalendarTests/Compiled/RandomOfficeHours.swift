import GMSCalendar
import GMSTestSupport

/// Random office hours, with imports, that touch every rule; the same for the same seed.
struct RandomOfficeHours {
  private(set) var random: SeededGenerator
  /// Zones with every kind of trouble: half hours, midnight changes, skipped days, negative DST.
  static let zones = [
    "America/New_York", "America/Los_Angeles", "Europe/Amsterdam", "Europe/Dublin", "America/Havana",
    "Australia/Lord_Howe", "Pacific/Apia", "Asia/Kolkata", "Asia/Tehran", "Africa/Casablanca", "UTC",
    "America/Sao_Paulo", "Antarctica/Troll", "Pacific/Chatham", "Asia/Gaza", "America/St_Johns",
  ]

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// A year in which all offsets of those zones are whole minutes.
  mutating func year() -> Int { Int.random(in: 1973...2099, using: &random) }

  mutating func hours(year: Int, imports: [String] = []) throws -> OfficeHours {
    var hours = OfficeHours(timeZone: RandomOfficeHours.zones.randomElement(using: &random) ?? "UTC")
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      hours.regularHours.append(RegularHours(days: days(), hours: try range()))
    }
    for _ in 0..<Int.random(in: 0...5, using: &random) { hours.holidays.append(Holiday(try day(year))) }
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      hours.exceptions.append(ExceptionHours(day: try day(year), hours: try range()))
    }
    if random.oneIn(5) {
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let first = try date(year)
        hours.effectiveDates.append(
          try EffectiveDates(first: first, last: first.adding(days: Int.random(in: 0...200, using: &random)))
        )
      }
    }
    for name in imports where random.oneIn(2) {
      if random.oneIn(2) { hours.ruleImports.append(name) } else { hours.scheduleImports.append(name) }
    }
    return hours
  }

  private mutating func days() -> WeekdayRange {
    let all = Weekday.allCases
    return WeekdayRange(
      first: all.randomElement(using: &random) ?? .monday,
      last: all.randomElement(using: &random) ?? .friday
    )
  }

  private mutating func time(through last: Int) throws -> TimeOfDay {
    // Times around the usual hours of change are the interesting ones.
    let minutes =
      random.oneIn(2)
      ? Int.random(in: 0...16, using: &random) * 15 : Int.random(in: 0...(last / 5), using: &random) * 5
    return try TimeOfDay(minutes: min(minutes, last))
  }

  private mutating func range() throws -> HoursRange {
    if random.oneIn(12) { return .wholeDay }
    let start = try time(through: 1435)
    var end = try random.oneIn(6) ? TimeOfDay.endOfDay : time(through: 1440)
    if start == end { end = try TimeOfDay(minutes: start.minutes + 5) }
    return try HoursRange(start: start, end: end)
  }

  private mutating func date(_ year: Int) throws -> CivilDate {
    try CivilDate(year: year, month: 1, day: 1).adding(days: Int.random(in: 0...364, using: &random))
  }

  private mutating func day(_ year: Int) throws -> CalendarDay {
    let date = try date(year)
    return random.oneIn(2) ? .dated(date) : .annual(try AnnualDay(month: date.month, day: date.day))
  }
}
