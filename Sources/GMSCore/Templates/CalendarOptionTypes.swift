import GMSCalendar

/// The seam to GMSCalendar: which reader checks which kind of text.
enum CalendarOptionTypes {
  /// Reads the text and drops what it says.
  ///
  /// - Throws: the reader's `CalendarError`.
  static func check(_ text: String, as kind: OptionType.CalendarText) throws(CalendarError) {
    switch kind {
    case .regularHours: _ = try RegularHours(text)
    case .holiday: _ = try Holiday(text)
    case .exceptionHours: _ = try ExceptionHours(text)
    case .effectiveDates: _ = try EffectiveDates(text)
    case .zone: _ = try ZoneDatabase.system.rules(named: text)
    }
  }
}
