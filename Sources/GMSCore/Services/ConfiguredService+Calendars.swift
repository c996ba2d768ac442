public import GMSCalendar

/// The calendars that office-hours and capacity services describe.
extension ConfiguredService {
  /// The office hours that the options of an office-hours service write.
  ///
  /// - Throws: `CoreError` with code `wrongTemplate` for another kind of service, `invalidOption` for a value
  ///   that does not read.
  public func officeHours() throws(CoreError) -> OfficeHours {
    try require(OfficeHoursTemplate.name)
    var hours = OfficeHours(timeZone: try string("_timezone"))
    hours.regularHours = try read("_bh_regular") { text throws(CalendarError) in try RegularHours(text) }
    hours.exceptions = try read("_bh_add") { text throws(CalendarError) in try ExceptionHours(text) }
    hours.holidays = try read("_holiday") { text throws(CalendarError) in try Holiday(text) }
    hours.effectiveDates = try read("_effective_dates") { text throws(CalendarError) in
      try EffectiveDates(text)
    }
    hours.ruleImports = family("_import_rules").map(\.value)
    hours.scheduleImports = family("_import_schedules").map(\.value)
    return hours
  }

  /// The capacities that the options of a capacity service write.
  ///
  /// - Throws: `CoreError` with code `wrongTemplate` for another kind of service, `invalidOption` or
  ///   `capacityAboveMaximum` for a value that does not read.
  public func capacityPlan() throws(CoreError) -> CapacityPlan {
    try require(CapacityTemplate.name)
    let capacities = try CapacityOptions(self)
    do {
      return try CapacityPlan(
        timeZone: string("_timezone"),
        week: capacities.week.mapValues { try HourlyCapacity($0) },
        overrides: capacities.overrides.mapValues { try HourlyCapacity($0) },
        maximum: integer("_max_capacity")
      )
    } catch let error as CoreError {
      throw error
    } catch {
      // CapacityOptions has checked every number, so this cannot be a user's mistake.
      preconditionFailure("checked capacities of '\(name.text)' do not make a plan: \(error)")
    }
  }

  /// Refuses a service of another template.
  func require(_ template: String) throws(CoreError) {
    guard self.template.name == template else {
      throw CoreError(
        .wrongTemplate,
        ["service": name.text, "template": self.template.name, "accepted": template]
      )
    }
  }

  private func read<Rule>(
    _ prefix: String,
    _ parse: (String) throws(CalendarError) -> Rule
  ) throws(CoreError) -> [Rule] {
    var rules: [Rule] = []
    for (option, text) in family(prefix) {
      do {
        rules.append(try parse(text))
      } catch {
        throw .invalidOption(option, of: name.text, value: text, because: error)
      }
    }
    return rules
  }
}
