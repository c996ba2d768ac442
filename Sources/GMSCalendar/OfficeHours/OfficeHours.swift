/// When an office is open, as a person writes it: weekly hours, holidays, exceptions, and imports of others.
///
/// The rules, in order of strength (source: the service-management seed, "Add Holidays and Exceptions"):
/// - An **exception** adds hours, whatever else the day is.
/// - A **holiday** removes the regular hours that start on its date.
/// - **Regular hours** hold each week.
/// - With **effective dates**, the office is closed on all other dates, exceptions included.
///
/// A **rule import** takes the regular hours, holidays and exceptions of other office hours as if they were
/// written here, in this zone; imports of imports come along, effective dates do not. A **schedule import**
/// joins the finished schedule of other office hours to this one, each in its own zone; this schedule's own
/// effective dates bound it.
///
/// Compile office hours into an ``OfficeHoursCalendar`` to ask questions.
public struct OfficeHours: Codable, Hashable, Sendable {
  /// The tz database name of the zone in which dates and times are meant.
  public var timeZone: String
  /// The weekly hours.
  public var regularHours: [RegularHours]
  /// Days without regular hours.
  public var holidays: [Holiday]
  /// Additional hours on certain days.
  public var exceptions: [ExceptionHours]
  /// The only dates in force; empty for all.
  public var effectiveDates: [EffectiveDates]
  /// Names of the office hours whose rules are taken over.
  public var ruleImports: [String]
  /// Names of the office hours whose schedules are joined.
  public var scheduleImports: [String]

  /// Office hours from their parts; without any, an office that never opens, in UTC.
  public init(
    timeZone: String = "UTC",
    regularHours: [RegularHours] = [],
    holidays: [Holiday] = [],
    exceptions: [ExceptionHours] = [],
    effectiveDates: [EffectiveDates] = [],
    ruleImports: [String] = [],
    scheduleImports: [String] = []
  ) {
    self.timeZone = timeZone
    self.regularHours = regularHours
    self.holidays = holidays
    self.exceptions = exceptions
    self.effectiveDates = effectiveDates
    self.ruleImports = ruleImports
    self.scheduleImports = scheduleImports
  }

  /// The names of all office hours that these import, rules first.
  public var imports: [String] { ruleImports + scheduleImports }
}
