/// A day of every year, by month and day; 02-29 exists in leap years only.
///
/// Its text form is `MM-dd`.
public struct AnnualDay: Hashable, Sendable {
  /// The month, 1…12.
  public let month: Int
  /// The day of the month, 1…31.
  public let day: Int

  /// A day of every year.
  ///
  /// - Throws: `CalendarError` with code `noSuchDate` for a day that no year has, such as 02-30.
  public init(month: Int, day: Int) throws(CalendarError) {
    guard (1...12).contains(month), (1...CivilDate.days(inMonth: month, ofYear: 2000)).contains(day) else {
      throw CalendarError(
        .noSuchDate,
        value: "\(Digits.padded(month, 2))-\(Digits.padded(day, 2))",
        detail: CivilDate.bound(month: month, year: nil)
      )
    }
    self.month = month
    self.day = day
  }
}

extension AnnualDay: LosslessText {
  /// Reads `MM-dd`, with exactly two digits each.
  ///
  /// - Throws: `CalendarError` with code `malformedDate` or `noSuchDate`.
  public init(_ text: some StringProtocol) throws(CalendarError) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, let month = Digits.read(parts[0], count: 2...2),
      let day = Digits.read(parts[1], count: 2...2)
    else { throw CalendarError(.malformedDate, value: String(text), detail: "MM-dd, such as 12-25") }
    try self.init(month: month, day: day)
  }

  /// The day as `MM-dd`.
  public var description: String { "\(Digits.padded(month, 2))-\(Digits.padded(day, 2))" }
}
