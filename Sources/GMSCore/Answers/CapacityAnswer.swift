#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
public import GMSCalendar

/// The answers of the capacity service, as JSON.
public enum CapacityAnswer {
  /// Capacities of a range.
  ///
  ///     {"timezone":"Europe/Paris","periods":[{"start":"…Z","end":"…Z","capacity":5}]}
  ///
  /// - Throws: `CalendarError` with code `rangeTooLong` or `instantOutOfRange`.
  public static func periods(
    of calendar: CapacityCalendar,
    in range: Range<Date>
  ) throws(CalendarError) -> JSONValue {
    let periods = try calendar.periods(in: range).map { period -> JSONValue in
      .object([
        .init("start", .string(InstantText.print(period.start))),
        .init("end", .string(InstantText.print(period.end))),
        .init("capacity", .integer(Int64(period.capacity))),
      ])
    }
    return .object([
      .init("timezone", .string(calendar.zone.name)), .init("periods", .array(periods)),
    ])
  }

  /// The week as a grid: a row for each hour, with the capacity of each day from Sunday.
  ///
  ///     [{"hour":"00:00","Sun":0,"Mon":0,…}]
  public static func grid(of plan: CapacityPlan) -> JSONValue {
    let days: [Weekday] = [.sunday, .monday, .tuesday, .wednesday, .thursday, .friday, .saturday]
    return .array(
      (0..<24).map { hour in
        let cells = days.map { day in
          JSONValue.Member(day.description, .integer(Int64((plan.week[day] ?? .none)[hour])))
        }
        return .object([.init("hour", .string(Digits.padded(hour, 2) + ":00"))] + cells)
      }
    )
  }
}
