/// A day in one year or in every year: what holidays and exceptions are fixed to.
///
/// Its text form is `yyyy-MM-dd`, or `MM-dd` for every year. 02-29 of every year exists in leap years only.
public enum CalendarDay: Hashable, Sendable {
  /// One date.
  case dated(CivilDate)
  /// The same day of every year.
  case annual(AnnualDay)

  /// Whether the day falls on `date`.
  public func matches(_ date: CivilDate) -> Bool {
    switch self {
    case .dated(let day): day == date
    case .annual(let day): day.month == date.month && day.day == date.day
    }
  }
}

extension CalendarDay: LosslessText {
  /// Reads `yyyy-MM-dd` or `MM-dd`.
  ///
  /// - Throws: `CalendarError` with code `malformedDate` or `noSuchDate`.
  public init(_ text: some StringProtocol) throws(CalendarError) {
    let dashes = text.utf8.count { $0 == UInt8(ascii: "-") }
    do throws(CalendarError) {
      self = dashes == 1 ? .annual(try AnnualDay(text)) : .dated(try CivilDate(text))
    } catch {
      guard error.code == .malformedDate else { throw error }
      throw CalendarError(
        .malformedDate,
        value: String(text),
        detail: "yyyy-MM-dd, or MM-dd for every year, such as 12-25"
      )
    }
  }

  /// The day as `yyyy-MM-dd` or `MM-dd`.
  public var description: String {
    switch self {
    case .dated(let date): date.description
    case .annual(let day): day.description
    }
  }
}
