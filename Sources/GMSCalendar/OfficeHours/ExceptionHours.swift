/// Additional hours on one day, open whatever else the day is: GMS's `_bh_add<n>`.
///
/// Its text form is `[yyyy-]MM-dd HH:mm-HH:mm`; without a year the hours are added every year.
public struct ExceptionHours: Hashable, Sendable {
  /// The day on which the hours start.
  public let day: CalendarDay
  /// The hours.
  public let hours: HoursRange

  /// Exception hours from day and hours.
  public init(day: CalendarDay, hours: HoursRange) {
    self.day = day
    self.hours = hours
  }
}

extension ExceptionHours: LosslessText {
  /// Reads `2025-11-30 10:00-14:00` or `11-30 10:00-14:00`.
  ///
  /// - Throws: `CalendarError` that names the wrong part.
  public init(_ text: some StringProtocol) throws(CalendarError) {
    let parts = text.split(separator: " ")
    guard parts.count == 2 else {
      throw CalendarError(
        .malformedHours,
        value: String(text),
        detail: "a day and hours, such as 2025-11-30 10:00-14:00"
      )
    }
    do throws(CalendarError) {
      try self.init(day: CalendarDay(parts[0]), hours: HoursRange(parts[1]))
    } catch {
      throw error.inside(text)
    }
  }

  /// The hours as `2025-11-30 10:00-14:00` or `11-30 10:00-14:00`.
  public var description: String { "\(day) \(hours)" }
}
