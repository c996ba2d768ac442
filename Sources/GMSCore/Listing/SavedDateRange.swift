#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
public import GMSCalendar

/// A range of days that the configuration keeps under a name, counted from today.
///
/// Whole days are meant: from the midnight that begins the day `start` days from today to the midnight that
/// ends the day `end` days from today. Today alone is 0 and 0, the seven days before it are -7 and -1.
public struct SavedDateRange: Hashable, Sendable {
  /// The name by which it is asked for.
  public let name: String
  /// The first day, in days from today; negative for days that are over.
  public let start: Int
  /// The last day, in days from today; not before ``start``.
  public let end: Int

  /// How far from today a day may be: a hundred years.
  public static let farthestDay = 36_525

  /// A range from its parts.
  ///
  /// - Precondition: `start <= end`, and both are within ``farthestDay`` of today.
  public init(_ name: String, start: Int, end: Int) {
    precondition(
      start <= end && start >= -SavedDateRange.farthestDay && end <= SavedDateRange.farthestDay,
      "A range of days from \(start) to \(end) cannot be."
    )
    (self.name, self.start, self.end) = (name, start, end)
  }

  /// The instants that are meant at `now`; see ``DateRange/instants(at:in:)``.
  public func instants(at now: Date, in zone: ZoneRules) -> Range<Date> {
    let today = zone.local(now).date
    let (first, last) = (zone.day(today.clamped(adding: start)), zone.day(today.clamped(adding: end)))
    return first.lowerBound..<max(first.lowerBound, last.upperBound)
  }
}

extension CivilDate {
  /// The date so many days later, or the calendar's first or last.
  fileprivate func clamped(adding days: Int) -> CivilDate {
    let day = daysSince1970 + days
    if day <= CivilDate.earliest.daysSince1970 { return .earliest }
    return day >= CivilDate.latest.daysSince1970 ? .latest : CivilDate(daysSince1970: day)
  }
}
