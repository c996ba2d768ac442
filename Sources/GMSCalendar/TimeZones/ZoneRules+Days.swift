#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension ZoneRules {
  /// The instant some days later by the wall clock: the same time of another date.
  ///
  /// A day on which the clock changes has more or fewer than 24 hours. A time that the other date skips is the
  /// instant of the change; one that it repeats is the first of the two.
  public func date(byAddingDays days: Int, to date: Date) -> Date {
    let second = date.secondsSince1970
    let local = second + Int64(offset(at: second)) + Int64(days) * 86_400
    let fraction = date.timeIntervalSince1970 - Double(second)
    return Date(secondsSince1970: start(ofLocal: local)).addingTimeInterval(fraction)
  }

  /// The range from an instant over some days of the wall clock; empty for none.
  ///
  /// - Precondition: the number of days is not negative.
  public func range(from date: Date, days: Int) -> Range<Date> {
    precondition(days >= 0, "a range has 0 or more days, but \(days) were given")
    return date..<max(date, self.date(byAddingDays: days, to: date))
  }

  /// The instants of a date: from its midnight to the next, cut where calendars end, after the year 9999.
  package func day(_ date: CivilDate) -> Range<Date> {
    let first = start(of: date, at: .midnight)
    let next = min(start(of: date.adding(days: 1), at: .midnight), Date(secondsSince1970: Date.endOfSeconds))
    return first..<max(first, next)
  }
}
