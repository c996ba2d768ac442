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
    let rows = try OfficeHoursAnswer.month(of: calendar, month, in: zone)
    var lines = ["\(month.description.dropLast(3)), times in \(zone.name)"]
    for row in rows.arrayValue ?? [] {
      let (date, day) = (row["date"]?.stringValue ?? "", row["day"]?.stringValue ?? "")
      let hours = (row["hours"]?.arrayValue ?? []).compactMap(\.stringValue)
      if day == "Mon" || date.hasSuffix("-01") { lines.append("") }
      lines.append("\(day) \(date.suffix(2))  \(hours.joined(separator: "  "))".trimmed)
    }
    return Answer(rows, text: lines.joined(separator: "\n") + "\n")
  }
}

extension String {
  /// The text without blanks at its end.
  fileprivate var trimmed: String { String(reversed().drop { $0 == " " }.reversed()) }
}
