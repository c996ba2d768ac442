extension CapacityPlan {
  /// The same capacity in whole hours of some weekdays or of one date; other hours stay.
  ///
  /// Setting hours of a date that has no override begins with the capacities of its weekday.
  ///
  /// - Parameters:
  ///   - capacity: How many callbacks each bucket takes.
  ///   - hours: Whole hours of one day, such as 09:00-17:00.
  ///   - days: The weekdays or the date.
  /// - Throws: `CalendarError` with code `malformedCapacityHour` for hours that are not whole or cross midnight,
  ///   `malformedCapacity` or `capacityAboveMaximum`; the plan is then as before.
  public mutating func set(_ capacity: Int, hours: HoursRange, on days: CapacityDays) throws(CalendarError) {
    guard !hours.crossesMidnight, hours.start.minutes % 60 == 0, hours.end.minutes % 60 == 0 else {
      throw CalendarError(
        .malformedCapacityHour,
        value: hours.description,
        detail: "whole hours of one day, such as 09:00-17:00"
      )
    }
    let range = hours.start.minutes / 60..<hours.end.minutes / 60
    var changed = self
    switch days {
    case .weekdays(let weekdays):
      for day in weekdays.days {
        var day24 = changed.week[day] ?? .none
        try day24.set(capacity, hours: range)
        try changed.set(day24, on: day)
      }
    case .date(let date):
      var day24 = changed.capacity(on: date)
      try day24.set(capacity, hours: range)
      try changed.set(day24, on: date)
    }
    self = changed
  }
}
