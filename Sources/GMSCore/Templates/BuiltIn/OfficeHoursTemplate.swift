/// The template of office hours: when an office is open.
enum OfficeHoursTemplate {
  static let name = "office-hours"

  static let template = Template(
    name: name,
    type: "builtin",
    service: name,
    summary: "When an office is open: weekly hours, holidays, exceptions, and what other offices lend.",
    options: options
  )

  private static let options: [OptionDefinition] = [
    .init(
      "_type",
      .mandatory,
      .choice(["builtin", "built-in"]),
      category: .general,
      "That the service is one of GMS's own."
    ),
    .init(
      "_service",
      .mandatory,
      .choice([name]),
      category: .general,
      "Which of them it is."
    ),
    .init(
      "_timezone",
      .calendar(.zone),
      default: "UTC",
      category: .general,
      "The time zone in which all hours and dates are meant."
    ),
    .init(
      .numbered("_bh_regular"),
      .optional,
      .calendar(.regularHours),
      category: .hours,
      "Hours of every week. Hours that end before they start end on the next day."
    ),
    .init(
      .numbered("_bh_add"),
      .optional,
      .calendar(.exceptionHours),
      category: .hours,
      "Additional hours on a date, whatever else that day is; without a year, each year."
    ),
    .init(
      .numbered("_holiday"),
      .optional,
      .calendar(.holiday),
      category: .hours,
      "A date without weekly hours; without a year, each year."
    ),
    .init(
      .numbered("_effective_dates"),
      .optional,
      .calendar(.effectiveDates),
      category: .hours,
      "A span of dates that the office works at all. With at least one, it is closed outside all of them."
    ),
    .init(
      .numbered("_import_rules"),
      .optional,
      .service(template: name),
      category: .imports,
      "Office hours whose weekly hours, holidays and exceptions hold here too, in this office's time zone."
    ),
    .init(
      .numbered("_import_schedules"),
      .optional,
      .service(template: name),
      category: .imports,
      "Office hours whose open times, in their own time zone, are open times here too."
    ),
  ]
}
