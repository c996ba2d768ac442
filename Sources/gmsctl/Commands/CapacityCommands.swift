#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
internal import GMSCalendar
internal import GMSCore

/// Questions about capacity, and setting it.
enum CapacityCommands {
  private static let name = CommandArgument("name", .service, "a capacity service")

  static let capacity = Command(
    "capacity",
    section: HoursCommands.section,
    permission: .action(.view, argument: "name"),
    summary: "how many callbacks each time bucket takes",
    subcommands: [periods, grid, set]
  )

  private static let periods = Command(
    "periods",
    readsPast: true,
    summary: "the capacities of a range",
    arguments: [name],
    options: [
      .value("start", .time, default: "now", "from when"),
      .value("end", .time, excludes: ["days"], "until when, excluded"),
      .value("days", .integer(0...36_525), "how many days from the start; without --end, 1"),
      .timeZone,
    ],
    fields: ["start", "end", "capacity"],
    examples: [CommandExample("gmsctl capacity periods Capacity --start 2025-01-06 --end 2025-01-07")]
  ) { invocation in
    let start = try invocation.instant("start") ?? invocation.context.now
    let range =
      try HoursCommands.range(from: start, invocation)
      ?? (invocation.zone() ?? .utc).range(from: start, days: 1)
    let calendar = try invocation.store().read { try ServiceCalendars($0).capacity(invocation.text("name")) }
    try invocation.answer(
      Answer(
        CapacityAnswer.periods(of: calendar, in: range),
        rows: .member("periods"),
        emptyNote: "no capacity"
      )
    )
    return .done
  }

  private static let grid = Command(
    "grid",
    readsPast: true,
    summary: "the capacities of a week as a grid",
    arguments: [name],
    examples: [CommandExample("gmsctl capacity grid Capacity")]
  ) { invocation in
    let plan = try invocation.store().read {
      try ServiceCalendars($0).service(invocation.text("name")).capacityPlan()
    }
    try invocation.answer(Answer(CapacityAnswer.grid(of: plan), text: plan.grid + plan.overrideLines))
    return .done
  }

  private static let set = Command(
    "set",
    permission: .configure,
    summary: "set the capacity of whole hours",
    discussion: """
      Setting hours of a date makes an override of that date, which begins with the capacities of its weekday.
      """,
    arguments: [
      name, CommandArgument("day", .text, "Mon, Mon-Fri or a date"),
      CommandArgument("hours", .text, "whole hours, such as 09:00-17:00"),
      CommandArgument("capacity", .count, "how many callbacks each bucket takes"),
    ],
    fields: ["hour", "Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
    examples: [
      CommandExample("gmsctl capacity set Capacity mon-fri 09:00-17:00 5"),
      CommandExample("gmsctl capacity set Capacity 2025-12-24 12:00-24:00 0"),
    ]
  ) { invocation in
    let name = invocation.text("name")
    let days = try CapacityDays(invocation.text("day"))
    let hours = try HoursRange(invocation.text("hours"))
    let capacity = invocation.integer("capacity") ?? 0
    var grid = ""
    var value = JSONValue.null
    try invocation.changeConfiguration { configuration in
      var plan = try ConfiguredService(name, in: configuration).capacityPlan()
      try plan.set(capacity, hours: hours, on: days)
      grid = plan.grid + plan.overrideLines
      value = CapacityAnswer.grid(of: plan)
      return try ServiceEditor().setCapacities(plan, of: name, in: configuration)
    }
    try invocation.answer(Answer(value, text: grid))
    return .done
  }
}
