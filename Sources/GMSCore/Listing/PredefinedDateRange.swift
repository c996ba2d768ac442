#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
public import GMSCalendar

/// The ranges that everybody has: a day, a week or a month back from now, or on from now.
///
/// They reach from now to the same time of another date: the past day at 15:00 begins yesterday at 15:00,
/// whether that was 23, 24 or 25 hours ago. A month later is the same day of the next month, or that month's
/// last day where it is shorter. A past range ends just before now, and the next one begins with it, so the
/// two meet. A wall time that does not exist is the instant of the clock's change; of one that comes twice
/// the first is meant.
public enum PredefinedDateRange: String, CaseIterable, Sendable {
  /// From the same time yesterday until now.
  case pastDay = "past-day"
  /// From the same time seven days ago until now.
  case pastWeek = "past-week"
  /// From the same time of the same day of the month before until now.
  case pastMonth = "past-month"
  /// From now until the same time tomorrow.
  case nextDay = "next-day"
  /// From now until the same time in seven days.
  case nextWeek = "next-week"
  /// From now until the same time of the same day of the next month.
  case nextMonth = "next-month"

  /// The instants that are meant at `now`; see ``DateRange/instants(at:in:)``.
  public func instants(at now: Date, in zone: ZoneRules) -> Range<Date> {
    let other =
      switch self {
      case .pastDay: zone.date(byAddingDays: -1, to: now)
      case .pastWeek: zone.date(byAddingDays: -7, to: now)
      case .pastMonth: zone.date(byAddingMonths: -1, to: now)
      case .nextDay: zone.date(byAddingDays: 1, to: now)
      case .nextWeek: zone.date(byAddingDays: 7, to: now)
      case .nextMonth: zone.date(byAddingMonths: 1, to: now)
      }
    return switch self {
    case .pastDay, .pastWeek, .pastMonth: min(other, now)..<now
    case .nextDay, .nextWeek, .nextMonth: now..<max(now, other)
    }
  }
}

extension ZoneRules {
  /// The same time of the same day some months later, or of that month's last day where it has none such.
  ///
  /// Cut at the ends of the calendar, the years 1 and 9999.
  func date(byAddingMonths months: Int, to date: Date) -> Date {
    let moment = local(date)
    let count = moment.date.year * 12 + moment.date.month - 1 + months
    let (year, month) = (count / 12, count % 12 + 1)
    guard year >= CivilDate.earliest.year else { return self.date(byAddingDays: -31, to: date) }
    guard year <= CivilDate.latest.year else { return self.date(byAddingDays: 31, to: date) }
    let day = min(moment.date.day, CivilDate.days(inMonth: month, ofYear: year))
    guard let other = try? CivilDate(year: year, month: month, day: day) else {
      preconditionFailure("\(year)-\(month)-\(day) is no date.")
    }
    // By days, so that what is skipped and what comes twice is decided in one place.
    return self.date(byAddingDays: other.daysSince1970 - moment.date.daysSince1970, to: date)
  }
}
