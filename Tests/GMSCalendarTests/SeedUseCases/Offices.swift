import GMSCalendar

/// The offices of the seed's use cases: shared holidays, a shared event, and one calendar over three zones.
enum Offices {
  /// The federal holidays of the United States in 2025, those with a fixed day for every year.
  static let federalHolidays = [
    "01-01", "2025-01-20", "2025-02-17", "2025-05-26", "06-19", "07-04", "2025-09-01", "2025-10-13", "11-11",
    "2025-11-27", "12-25",
  ]
  /// Every second Wednesday of spring 2025; one of them is made a holiday of Amsterdam below.
  static let specialDeals = [
    "2025-03-26", "2025-04-09", "2025-04-23", "2025-05-07", "2025-05-21", "2025-06-04",
  ]

  static func all() throws -> [String: OfficeHours] {
    [
      "Federal USA Holidays": OfficeHours(holidays: try federalHolidays.map { try Holiday($0) }),
      // Its zone is another one on purpose: a rule import takes no notice of it.
      "Special Deal Events": OfficeHours(
        timeZone: "Asia/Tokyo",
        exceptions: try specialDeals.map { try ExceptionHours("\($0) 18:00-21:00") }
      ),
      "Office New York": OfficeHours(
        timeZone: "America/New_York",
        regularHours: [try RegularHours("Mon-Fri 09:00-17:30")],
        ruleImports: ["Federal USA Holidays", "Special Deal Events"]
      ),
      "Office SFO": OfficeHours(
        timeZone: "America/Los_Angeles",
        regularHours: [try RegularHours("Mon-Fri 08:00-17:00")],
        ruleImports: ["Federal USA Holidays", "Special Deal Events"]
      ),
      "Office Amsterdam": OfficeHours(
        timeZone: "Europe/Amsterdam",
        regularHours: [try RegularHours("Mon-Fri 09:00-18:00")],
        holidays: [try Holiday("04-27"), try Holiday("2025-05-07")],
        ruleImports: ["Special Deal Events"]
      ),
      "All Offices": OfficeHours(
        timeZone: "America/New_York",
        scheduleImports: ["Office SFO", "Office New York", "Office Amsterdam"]
      ),
    ]
  }

  static func calendar(_ name: String) throws -> OfficeHoursCalendar {
    let all = try all()
    return try (all[name] ?? OfficeHours()).compiled(named: name, importing: all)
  }
}
