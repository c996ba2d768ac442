#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
public import GMSCalendar

/// The answers of the office-hours service, as JSON.
public enum OfficeHoursAnswer {
  /// Open periods of a range, clipped to it.
  ///
  ///     {"error":null,"timezone":"America/New_York","periods":[{"start":"…Z","end":"…Z"}]}
  ///
  /// - Throws: `CalendarError` with code `rangeTooLong` or `instantOutOfRange`.
  public static func periods(
    of calendar: OfficeHoursCalendar,
    in range: Range<Date>
  ) throws(CalendarError) -> JSONValue {
    let periods = try calendar.periods(in: range)
    return answer(calendar, periods.map { OpenPeriod(start: $0.lowerBound, end: $0.upperBound) })
  }

  /// The period that holds an instant, whole, or none: the question "open now?".
  ///
  /// An end that does not exist, because the office always was or will be open, is null.
  public static func period(of calendar: OfficeHoursCalendar, at date: Date) -> JSONValue {
    answer(calendar, calendar.period(at: date).map { [$0] } ?? [])
  }

  private static func answer(_ calendar: OfficeHoursCalendar, _ periods: [OpenPeriod]) -> JSONValue {
    .object([
      .init("error", .null),
      .init("timezone", .string(calendar.zone.name)),
      .init("periods", .array(periods.map(period))),
    ])
  }

  /// One period: `{"start":"…Z","end":"…Z"}`.
  public static func period(_ period: OpenPeriod) -> JSONValue {
    .object([.init("start", time(period.start)), .init("end", time(period.end))])
  }

  /// Whether the office is open, and the changes around it.
  ///
  ///     {"open":true,"openFor":12600,"since":"…Z","until":"…Z"}
  ///     {"open":false,"openFor":0,"next":"…Z"}
  ///
  /// `openFor` counts seconds; it is null when the office never closes, as are ends that do not exist.
  public static func status(of calendar: OfficeHoursCalendar, at date: Date) -> JSONValue {
    let status = calendar.status(at: date)
    let openFor: JSONValue = status.openSeconds(from: date).map { .integer(Int64($0)) } ?? .null
    let head = [JSONValue.Member("open", .bool(status.isOpen)), .init("openFor", openFor)]
    return switch status {
    case .open(let since, let until):
      .object(head + [.init("since", time(since)), .init("until", time(until))])
    case .closed(let next): .object(head + [.init("next", time(next))])
    }
  }

  /// The next period after an instant, or null.
  public static func next(of calendar: OfficeHoursCalendar, after date: Date) -> JSONValue {
    calendar.nextPeriod(after: date).map(period) ?? .null
  }

  private static func time(_ date: Date?) -> JSONValue {
    date.map { .string(InstantText.print($0)) } ?? .null
  }
}
