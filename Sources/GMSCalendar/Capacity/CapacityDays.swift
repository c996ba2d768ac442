/// The days whose capacity is set: weekdays (`Mon`, `Mon-Fri`) or one date (`2025-12-24`).
public enum CapacityDays: Hashable, Sendable {
  /// These days of every week.
  case weekdays(WeekdayRange)
  /// One date, which then differs from its weekday.
  case date(CivilDate)
}

extension CapacityDays: LosslessText {
  /// Reads `Mon`, `Mon-Fri` or `2025-12-24`.
  ///
  /// - Throws: `CalendarError` with code `malformedWeekday`, `malformedDate` or `noSuchDate`.
  public init(_ text: some StringProtocol) throws(CalendarError) {
    if let first = text.utf8.first, first >= 0x30, first <= 0x39 {
      self = .date(try CivilDate(text))
    } else {
      self = .weekdays(try WeekdayRange(text))
    }
  }

  /// The days as `Mon`, `Mon-Fri` or `2025-12-24`.
  public var description: String {
    switch self {
    case .weekdays(let days): days.description
    case .date(let date): date.description
    }
  }
}
