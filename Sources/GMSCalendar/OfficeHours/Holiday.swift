/// A day on which the regular hours do not apply: GMS's `_holiday<n>`.
///
/// A holiday removes, whole, the regular hours that start on its date; it cuts nothing that spills in from the
/// day before, and it removes no exception. Its text form is `yyyy-MM-dd`, or `MM-dd` for every year.
public struct Holiday: Hashable, Sendable {
  /// The day.
  public let day: CalendarDay

  /// A holiday on a day.
  public init(_ day: CalendarDay) { self.day = day }
}

extension Holiday: LosslessText {
  /// Reads `yyyy-MM-dd` or `MM-dd`.
  ///
  /// - Throws: `CalendarError` with code `malformedDate` or `noSuchDate`.
  public init(_ text: some StringProtocol) throws(CalendarError) { day = try CalendarDay(text) }

  /// The holiday as `yyyy-MM-dd` or `MM-dd`.
  public var description: String { day.description }
}
