/// A wall-clock time from 00:00 to 24:00, to the minute; 24:00 is the midnight that ends the date.
///
/// Its text form is `HH:mm`; a one-digit hour is read too (`9:00`), as GMS does.
public struct TimeOfDay: Hashable, Sendable {
  /// Minutes since the midnight that begins the date, 0…1440.
  public let minutes: Int

  /// The midnight that begins a date.
  public static let midnight = TimeOfDay(unchecked: 0)
  /// The midnight that ends a date, 24:00.
  public static let endOfDay = TimeOfDay(unchecked: 1440)

  /// A time from its minutes since midnight.
  ///
  /// - Throws: `CalendarError` with code `noSuchTime` outside 0…1440.
  public init(minutes: Int) throws(CalendarError) {
    guard (0...1440).contains(minutes) else {
      throw CalendarError(.noSuchTime, value: "\(minutes) minutes")
    }
    self.minutes = minutes
  }

  /// A time from hour and minute.
  ///
  /// - Throws: `CalendarError` with code `noSuchTime` for 24:01 and later, or a minute over 59.
  public init(hour: Int, minute: Int = 0) throws(CalendarError) {
    guard (0...24).contains(hour), (0...59).contains(minute), hour * 60 + minute <= 1440 else {
      throw CalendarError(.noSuchTime, value: "\(Digits.padded(hour, 2)):\(Digits.padded(minute, 2))")
    }
    minutes = hour * 60 + minute
  }

  init(unchecked minutes: Int) { self.minutes = minutes }

  /// Seconds since the midnight that begins the date, 0…86400.
  var seconds: Int { minutes * 60 }
}

extension TimeOfDay: Comparable {
  /// Orders by time.
  public static func < (lhs: TimeOfDay, rhs: TimeOfDay) -> Bool { lhs.minutes < rhs.minutes }
}

extension TimeOfDay: LosslessText {
  /// Reads `HH:mm` or `H:mm`, up to `24:00`.
  ///
  /// - Throws: `CalendarError` with code `malformedTime` for another form, `noSuchTime` for `25:00`.
  public init(_ text: some StringProtocol) throws(CalendarError) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2,
      let hour = Digits.read(parts[0], count: 1...2),
      let minute = Digits.read(parts[1], count: 2...2)
    else { throw CalendarError(.malformedTime, value: String(text)) }
    try self.init(hour: hour, minute: minute)
  }

  /// The time as `HH:mm`.
  public var description: String { "\(Digits.padded(minutes / 60, 2)):\(Digits.padded(minutes % 60, 2))" }
}
