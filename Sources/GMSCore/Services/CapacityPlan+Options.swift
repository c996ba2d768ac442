public import GMSCalendar

extension CapacityPlan {
  /// The plan as options of a capacity service: one `_capacity_<1…7>` a weekday, one `_capacity_add_<yyyyMMdd>` a date.
  ///
  /// Reading these options gives an equal plan.
  public var options: Options {
    var options: Options = ["_timezone": timeZone]
    if maximum != CapacityPlan.defaultMaximum { options["_max_capacity"] = "\(maximum)" }
    for (day, hours) in week {
      options["_capacity_\(day.rawValue)"] = CapacityPlan.json("\(day.rawValue)", hours)
    }
    for (date, hours) in overrides {
      let key = date.description.filter { $0 != "-" }
      options["_capacity_add_\(key)"] = CapacityPlan.json(key, hours)
    }
    return options
  }

  private static func json(_ key: String, _ hours: HourlyCapacity) -> String {
    let entries = hours.entries.map { JSONValue.Member($0.key, .integer(Int64($0.capacity))) }
    return JSONWriter.compact(.object([.init(key, .object(entries))]))
  }
}

extension ServiceEditor {
  /// Replaces the capacities of a capacity service by those of a plan; its other options stay.
  ///
  /// - Throws: `CoreError` with code `unknownService` or `wrongTemplate`, or as the validator.
  public func setCapacities(
    _ plan: CapacityPlan,
    of name: String,
    in configuration: Configuration
  ) throws(CoreError) -> Configuration {
    let service = try ConfiguredService(name, in: configuration, catalog: catalog)
    try service.require(CapacityTemplate.name)
    var result = configuration
    for (option, _) in service.family("_capacity_") + service.family("_capacity_add_") {
      result.services[name]?[option] = nil
    }
    return try set(plan.options, of: name, in: result)
  }
}
