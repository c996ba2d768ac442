#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
internal import GMSCalendar
internal import GMSCore

/// Questions about office hours.
enum HoursCommands {
  static let section = "Calendars"
  private static let name = CommandArgument("name", .service, "an office-hours service")

  static let hours = Command(
    "hours",
    section: section,
    permission: .action(.view, argument: "name"),
    summary: "when an office is open",
    subcommands: [periods, status, next, month]
  )

  private static let periods = Command(
    "periods",
    readsPast: true,
    summary: "the open periods of a range",
    discussion: "Without --start, --end and --days: the period that holds now, whole, or none.",
    arguments: [name],
    options: [
      .value("start", .time, default: "now", "from when"),
      .value("end", .time, excludes: ["days"], "until when, excluded"),
      .value("days", .integer(0...36_525), "how many days from the start"),
      .timeZone,
    ],
    fields: ["start", "end"],
    examples: [
      CommandExample("gmsctl hours periods Office --start 2025-01-06 --days 7"),
      CommandExample("gmsctl hours periods Office -o json", "The period that holds now."),
    ]
  ) { invocation in
    let calendar = try HoursCommands.calendar(invocation)
    let start = try invocation.instant("start") ?? invocation.context.now
    let answer: JSONValue
    if let range = try range(from: start, invocation) {
      answer = try OfficeHoursAnswer.periods(of: calendar, in: range)
    } else {
      answer = OfficeHoursAnswer.period(of: calendar, at: start)
    }
    try invocation.answer(Answer(answer, rows: .member("periods"), emptyNote: "closed"))
    return .done
  }

  private static let status = Command(
    "status",
    readsPast: true,
    summary: "whether an office is open, since when and until when",
    arguments: [name],
    options: [.value("at", .time, default: "now", "when"), .timeZone],
    fields: ["open", "openFor", "since", "until", "next"],
    examples: [CommandExample("gmsctl hours status Office --at 2025-07-04T15:00:00Z")]
  ) { invocation in
    let date = try invocation.instant("at") ?? invocation.context.now
    try invocation.answer(OfficeHoursAnswer.status(of: calendar(invocation), at: date))
    return .done
  }

  private static let next = Command(
    "next",
    readsPast: true,
    summary: "the next open period",
    arguments: [name],
    options: [.value("after", .time, default: "now", "after when it begins"), .timeZone],
    fields: ["start", "end"],
    examples: [CommandExample("gmsctl hours next Office")]
  ) { invocation in
    let date = try invocation.instant("after") ?? invocation.context.now
    let answer = OfficeHoursAnswer.next(of: try calendar(invocation), after: date)
    try invocation.answer(Answer(answer, emptyNote: "it never opens again"))
    return .done
  }

  private static let month = Command(
    "month",
    readsPast: true,
    summary: "a month of office hours, as a person reads it",
    arguments: [name],
    options: [
      .value("month", .text, named: "yyyy-MM", default: "the month of now", "the month"),
      .value("timezone", .timeZone, default: "the office's own", "the zone in which times are shown"),
    ],
    fields: ["date", "day", "hours"],
    examples: [CommandExample("gmsctl hours month Office --month 2026-11")]
  ) { invocation in
    let calendar = try HoursCommands.calendar(invocation)
    let zone = try invocation.zone() ?? calendar.zone
    let month =
      try invocation.optional("month").map { try MonthPage.firstDay($0, place: "--month") }
      ?? zone.local(invocation.context.now).date
    try invocation.answer(MonthPage(calendar, zone: zone, month: month).answer())
    return .done
  }

  /// The range that `--end` or `--days` names; nil when the line names neither.
  static func range(from start: Date, _ invocation: Invocation) throws -> Range<Date>? {
    if let end = try invocation.instant("end") {
      guard start <= end else {
        throw CalendarError(.endBeforeStart, value: InstantText.print(end), detail: InstantText.print(start))
      }
      return start..<end
    }
    guard let days = invocation.integer("days") else { return nil }
    return try (invocation.zone() ?? .utc).range(from: start, days: days)
  }

  private static func calendar(_ invocation: Invocation) throws -> OfficeHoursCalendar {
    try invocation.store().read { try ServiceCalendars($0).officeHours(invocation.text("name")) }
  }
}
