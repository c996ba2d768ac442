import GMSCalendar

/// What a reader of times throws.
enum CalendarErrors {
  static func unknownZone(_ name: String) -> CalendarError {
    CalendarError(.unknownZone, value: name, suggestion: "Europe/Paris")
  }

  static func malformed(_ text: String) -> CalendarError {
    CalendarError(.malformedInstant, value: text)
  }
}
