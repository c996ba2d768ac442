/// What an option's text must be.
///
/// ``accepted`` says it in words. A reference is checked for its form here; that its target exists is
/// ``ConfigurationValidator``'s part.
public enum OptionType: Hashable, Sendable {
  /// Any text.
  case text
  /// `true` or `false`.
  case boolean
  /// A whole number in a range.
  case integer(ClosedRange<Int>)
  /// A whole number of seconds in a range.
  case seconds(ClosedRange<Int>)
  /// One of these whole numbers.
  case integers([Int])
  /// One of these words, in this spelling.
  case choice([String])
  /// A length of time such as `1M`; ``DurationText`` reads it.
  case duration
  /// Names with commas between them.
  case names
  /// Names with commas between them, each one of these.
  case namesAmong([String])
  /// A country by its two capital letters.
  case country
  /// A routing target, or a JSON array of 1 to 15 of them.
  case target
  /// Any JSON text.
  case json
  /// The name of a configured service of that template.
  case service(template: String)
  /// The name of a resource group.
  case resourceGroup
  /// The name of a pattern group.
  case patternGroup
  /// The name of an account.
  case account
  /// A text that GMSCalendar reads.
  case calendar(CalendarText)
  /// Capacities by hour of weekdays, as JSON.
  case capacityDay
  /// Capacities by hour of dates, as JSON.
  case capacityOverride

  /// The texts that GMSCalendar reads; `CalendarOptionTypes` names the reader of each.
  public enum CalendarText: Hashable, Sendable, CaseIterable {
    /// Weekly hours, `Mon-Fri 09:00-17:00`.
    case regularHours
    /// A closed day, `2026-12-25` or `12-25`.
    case holiday
    /// Hours of one date, `12-24 09:00-12:00`.
    case exceptionHours
    /// A date or a span of dates, `2026-07-01 to 2026-08-31`.
    case effectiveDates
    /// A time zone of the tz database.
    case zone
  }

  /// The upper bound that stands for "no bound": what a signed 32-bit counter holds.
  static let unbounded = 2_147_483_647

  /// A count of 0 or more.
  static let count = OptionType.integer(0...unbounded)
  /// Seconds, 0 or more.
  static let anySeconds = OptionType.seconds(0...unbounded)
  /// Seconds, 1 or more.
  static let someSeconds = OptionType.seconds(1...unbounded)
}
