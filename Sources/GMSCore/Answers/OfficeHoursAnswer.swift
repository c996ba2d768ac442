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

  /// The hours of each date of a month by a zone's clock.
  ///
  ///     [{"date":"2026-11-02","day":"Mon","hours":["09:00-17:30"]}]
  ///
  /// A period that reaches the end of its date ends at 24:00 and goes on at 00:00 of the next.
  ///
  /// - Parameters:
  ///   - calendar: The office.
  ///   - month: Any date of the month.
  ///   - zone: The zone whose dates and clock are meant.
  /// - Returns: An object for each date.
  /// - Throws: `CalendarError` with code `instantOutOfRange` at the very edge of what calendars know.
  public static func month(
    of calendar: OfficeHoursCalendar,
    _ month: CivilDate,
    in zone: ZoneRules
  ) throws(CalendarError) -> JSONValue {
    var rows: [JSONValue] = []
    for number in 1...CivilDate.days(inMonth: month.month, ofYear: month.year) {
      let date = try CivilDate(year: month.year, month: month.month, day: number)
      let day = zone.day(date)
      let hours = try calendar.periods(in: day).map { period -> JSONValue in
        let end =
          period.upperBound == day.upperBound ? TimeOfDay.endOfDay : zone.local(period.upperBound).time
        return .string("\(zone.local(period.lowerBound).time)-\(end)")
      }
      rows.append(
        .object([
          .init("date", .string(date.description)), .init("day", .string(date.weekday.description)),
          .init("hours", .array(hours)),
        ])
      )
    }
    return .array(rows)
  }

  private static func time(_ date: Date?) -> JSONValue {
    date.map { .string(InstantText.print($0)) } ?? .null
  }
}
