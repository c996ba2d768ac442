#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
internal import GMSCalendar
internal import GMSCore

/// A month of office hours: a line a day, weeks apart, with the hours by a zone's clock.
struct MonthPage {
  private let calendar: OfficeHoursCalendar
  private let zone: ZoneRules
  private let month: CivilDate

  init(_ calendar: OfficeHoursCalendar, zone: ZoneRules, month: CivilDate) {
    self.calendar = calendar
    self.zone = zone
    self.month = month
  }

  /// The first day of the month that `yyyy-MM` names.
  ///
  /// - Throws: `UsageError` with code `malformedTime`.
  static func firstDay(_ text: String, place: String) throws(UsageError) -> CivilDate {
    do {
      return try CivilDate(text + "-01")
    } catch {
      throw UsageError(
        .malformedTime,
        value: text,
        place: place,
        detail: "'\(text)' is not a month; write yyyy-MM, such as 2026-11"
      )
    }
  }

  func answer() throws -> Answer {
    var rows: [JSONValue] = []
    var lines = ["\(month.description.dropLast(3)), times in \(zone.name)"]
    for number in 1...CivilDate.days(inMonth: month.month, ofYear: month.year) {
      let date = try CivilDate(year: month.year, month: month.month, day: number)
      // Calendars know no instant after the year 9999, in UTC: west of it the last day is cut there.
      let next = min(
        zone.start(of: date.adding(days: 1), at: .midnight),
        Date(secondsSince1970: Date.endOfSeconds)
      )
      let day = zone.start(of: date, at: .midnight)..<next
      let hours = try calendar.periods(in: day).map { text($0, in: day) }
      rows.append([
        "date": .string(date.description), "day": .string(date.weekday.description),
        "hours": .array(hours.map(JSONValue.string)),
      ])
      if date.weekday == .monday || number == 1 { lines.append("") }
      lines.append("\(date.weekday) \(date.description.suffix(2))  \(hours.joined(separator: "  "))".trimmed)
    }
    return Answer(.array(rows), text: lines.joined(separator: "\n") + "\n")
  }

  /// A period by the clock; one that reaches the end of the day ends at 24:00.
  private func text(_ period: Range<Date>, in day: Range<Date>) -> String {
    let end = period.upperBound == day.upperBound ? "24:00" : clock(period.upperBound)
    return "\(clock(period.lowerBound))-\(end)"
  }

  private func clock(_ date: Date) -> String { zone.local(date).time.description }
}

extension String {
  /// The text without blanks at its end.
  fileprivate var trimmed: String { String(reversed().drop { $0 == " " }.reversed()) }
}
