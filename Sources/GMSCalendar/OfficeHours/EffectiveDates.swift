/// The dates on which office hours are in force, both ends included: GMS's `_effective_dates<n>`.
///
/// Its text form is `yyyy-MM-dd`, or `yyyy-MM-dd to yyyy-MM-dd`.
public struct EffectiveDates: Hashable, Sendable {
  /// The first date in force.
  public let first: CivilDate
  /// The last date in force.
  public let last: CivilDate

  /// Dates from the first to the last.
  ///
  /// - Throws: `CalendarError` with code `endBeforeStart` when the last lies before the first.
  public init(first: CivilDate, last: CivilDate) throws(CalendarError) {
    guard first <= last else {
      throw CalendarError(.endBeforeStart, value: last.description, detail: first.description)
    }
    self.first = first
    self.last = last
  }
}

extension EffectiveDates: LosslessText {
  /// Reads `2025-01-01` or `2025-01-01 to 2025-12-31`.
  ///
  /// - Throws: `CalendarError` that names the wrong part.
  public init(_ text: some StringProtocol) throws(CalendarError) {
    let parts = text.split(separator: " ")
    do throws(CalendarError) {
      switch parts.count {
      case 1:
        let date = try CivilDate(parts[0])
        try self.init(first: date, last: date)
      case 3 where parts[1] == "to":
        try self.init(first: CivilDate(parts[0]), last: CivilDate(parts[2]))
      default: throw CalendarError(.malformedEffectiveDates, value: String(text))
      }
    } catch {
      throw error.inside(text)
    }
  }

  /// The dates as `2025-01-01` or `2025-01-01 to 2025-12-31`.
  public var description: String { first == last ? "\(first)" : "\(first) to \(last)" }
}
