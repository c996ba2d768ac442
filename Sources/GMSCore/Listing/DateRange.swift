#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
public import GMSCalendar

/// A stretch of time that is meant from now, such as the past week: what lists of callbacks are limited to by
/// a name.
///
/// Days are those of the wall clock, so the day on which a clock is changed has 23 or 25 hours. GMS names the
/// six predefined ranges and lets people save ranges of days; where exactly they begin and end it does not
/// document.
public enum DateRange: Hashable, Sendable {
  /// One that everybody has.
  case predefined(PredefinedDateRange)
  /// One that the configuration keeps.
  case saved(SavedDateRange)

  /// The name by which it is asked for.
  public var name: String {
    switch self {
    case .predefined(let range): range.rawValue
    case .saved(let range): range.name
    }
  }

  /// Whether the configuration keeps it.
  public var isSaved: Bool {
    switch self {
    case .predefined: false
    case .saved: true
    }
  }

  /// The instants that are meant at `now`, from the first up to, but not with, the last.
  ///
  /// - Parameters:
  ///   - now: The instant that is taken as now.
  ///   - zone: Whose days are meant.
  /// - Returns: The range; it can be empty where a zone leaves out a whole day.
  /// - Complexity: O(1) but for the zone's own search.
  public func instants(at now: Date, in zone: ZoneRules) -> Range<Date> {
    switch self {
    case .predefined(let range): range.instants(at: now, in: zone)
    case .saved(let range): range.instants(at: now, in: zone)
    }
  }
}
