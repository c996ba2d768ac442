/// The template of capacity: how many scheduled callbacks fit into the hours of a week.
enum CapacityTemplate {
  static let name = "capacity"

  static let template = Template(
    name: name,
    type: "builtin",
    service: name,
    summary: "How many scheduled callbacks each time bucket takes, by weekday and hour, and on single dates.",
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
      "The time zone in which weekdays, dates and hours are meant."
    ),
    .init(
      "_max_capacity",
      .integer(0...1_000_000),
      default: "1000",
      category: .capacity,
      "The largest capacity that any hour may have."
    ),
    .init(
      .suffixed("_capacity_"),
      .optional,
      .capacityDay,
      category: .capacity,
      "What each time bucket takes in the hours of weekdays; an hour that is not named takes nothing."
    ),
    .init(
      .suffixed("_capacity_add_"),
      .optional,
      .capacityOverride,
      category: .capacity,
      "What each time bucket takes in the hours of a date, in place of that day's weekly capacities."
    ),
  ]
}
