/// The hours from one wall-clock time to another, half-open; an end at or before the start is on the next date.
///
/// Its text form is `HH:mm-HH:mm`: `9:00-17:00`, `00:00-24:00` for a whole day, `19:00-7:00` over midnight.
public struct HoursRange: Hashable, Sendable {
  /// When the hours begin, 00:00…23:59.
  public let start: TimeOfDay
  /// When the hours end, up to 24:00; before ``start`` it means the next date.
  public let end: TimeOfDay

  /// The whole day, 00:00-24:00.
  public static let wholeDay = HoursRange(unchecked: .midnight, .endOfDay)

  /// Hours from their ends.
  ///
  /// - Throws: `CalendarError` with code `emptyHours` when both are the same time, `noSuchTime` when the start
  ///   is 24:00, which belongs to the next date.
  public init(start: TimeOfDay, end: TimeOfDay) throws(CalendarError) {
    guard start != .endOfDay else {
      throw CalendarError(.hoursStartAtEndOfDay, value: "\(start)-\(end)")
    }
    guard start != end else { throw CalendarError(.emptyHours, value: "\(start)-\(end)") }
    self.init(unchecked: start, end)
  }

  private init(unchecked start: TimeOfDay, _ end: TimeOfDay) {
    self.start = start
    self.end = end
  }

  /// Whether the hours end on the date after the one on which they start.
  public var crossesMidnight: Bool { end < start }

  /// Seconds from the midnight that begins the start's date to the start and to the end.
  var seconds: Range<Int> {
    start.seconds..<(crossesMidnight ? end.seconds + 86_400 : end.seconds)
  }
}

extension HoursRange: LosslessText {
  /// Reads `HH:mm-HH:mm`.
  ///
  /// - Throws: `CalendarError` that names the wrong part.
  public init(_ text: some StringProtocol) throws(CalendarError) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      throw CalendarError(.malformedHours, value: String(text), detail: "HH:mm-HH:mm, such as 09:00-17:00")
    }
    do throws(CalendarError) {
      try self.init(start: TimeOfDay(parts[0]), end: TimeOfDay(parts[1]))
    } catch {
      throw error.inside(text)
    }
  }

  /// The hours as `HH:mm-HH:mm`.
  public var description: String { "\(start)-\(end)" }
}
