internal import GMSCalendar
internal import GMSCallback
internal import GMSCore

/// The options that choose callbacks, and the filter that they make.
enum CallbackFilterOptions {
  /// The names of the options that choose, without those that only say how others are read.
  static let choosing = ["service", "state", "from", "to", "range", "where"]

  /// The options that choose callbacks; `except` names other options that cannot stand beside them.
  static func options(except excluded: [String] = []) -> [CommandOption] {
    [
      .value("service", .service, repeating: true, excludes: excluded, "only this service; may be repeated"),
      .value(
        "state",
        .choice(CallbackState.Name.allCases.map(\.rawValue)),
        named: "STATE",
        repeating: true,
        excludes: excluded,
        "only this state; may be repeated"
      ),
      .value("from", .time, excludes: excluded, "only desired times at or after this"),
      .value("to", .time, excludes: excluded, "only desired times before this"),
      .value(
        "range",
        .text,
        named: "NAME",
        excludes: ["from", "to"] + excluded,
        "only desired times in this range, such as past-week; 'callback ranges' names them"
      ),
      .value(
        "where",
        .pair,
        named: "KEY=VALUE",
        repeating: true,
        excludes: excluded,
        "only this property, by its name or its alias; a value with ! in front negates"
      ),
      .value(
        "match",
        .choice(CallbackFilter.Match.allCases.map(\.rawValue)),
        default: "all",
        "which conditions must hold"
      ),
      .timeZone,
    ]
  }

  /// The paragraph that help has about them.
  static let discussion = """
    Times are desired times. --where takes every property, or where the configuration's option 'filter-keys' lists \
    some, those and what every record has. A range is meant from now, by the wall clock of --timezone.
    """

  /// The filter that a line makes, without bounds.
  static func filter(_ invocation: Invocation, _ engine: CallbackEngine) throws -> CallbackFilter {
    var filter = CallbackFilter(
      services: Set(invocation.texts("service")),
      states: Set(invocation.texts("state").compactMap(CallbackState.Name.init(rawValue:))),
      from: try invocation.instant("from"),
      to: try invocation.instant("to"),
      conditions: try invocation.keyValues("where").map { PropertyCondition(key: $0.key, value: $0.value) },
      match: invocation.choice("match") ?? .all,
      maxPerService: .max
    )
    if let name = invocation.optional("range") {
      let range = try engine.dateRanges().range(named: name)
        .instants(at: invocation.context.now, in: invocation.zone() ?? .utc)
      (filter.from, filter.to) = (range.lowerBound, range.upperBound)
    }
    return filter
  }
}
