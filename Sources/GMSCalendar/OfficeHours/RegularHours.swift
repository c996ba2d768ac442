/// Hours that an office is open each week, on one or more days: GMS's `_bh_regular<n>`.
///
/// Its text form is `DDD-DDD HH:mm-HH:mm`, such as `Mon-Fri 9:00-17:00`, or `Sat 9:00-12:00` for one day.
/// Hours over midnight belong to the date on which they start.
public struct RegularHours: Hashable, Sendable {
  /// The days on which the hours start.
  public let days: WeekdayRange
  /// The hours of each of those days.
  public let hours: HoursRange

  /// Regular hours from days and hours.
  public init(days: WeekdayRange, hours: HoursRange) {
    self.days = days
    self.hours = hours
  }
}

extension RegularHours: LosslessText {
  /// Reads `Mon-Fri 9:00-17:00`.
  ///
  /// - Throws: `CalendarError` that names the wrong part.
  public init(_ text: some StringProtocol) throws(CalendarError) {
    let parts = text.split(separator: " ")
    guard parts.count == 2 else {
      throw CalendarError(
        .malformedHours,
        value: String(text),
        detail: "days and hours, such as Mon-Fri 09:00-17:00"
      )
    }
    do throws(CalendarError) {
      try self.init(days: WeekdayRange(parts[0]), hours: HoursRange(parts[1]))
    } catch {
      throw error.inside(text)
    }
  }

  /// The hours as `Mon-Fri 09:00-17:00`.
  public var description: String { "\(days) \(hours)" }
}
