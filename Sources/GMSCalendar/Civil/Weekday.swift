/// A day of the week, numbered as in ISO 8601 from 1 (Monday) to 7 (Sunday).
///
/// Its text form is the three-letter English name that GMS writes in office hours (`Mon` … `Sun`).
public enum Weekday: Int, CaseIterable, Codable, Hashable, Sendable {
  case monday = 1
  case tuesday, wednesday, thursday, friday, saturday, sunday

  /// The three-letter names, Monday first.
  static let names = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  /// Reads a three-letter English name in any case.
  ///
  /// - Parameter text: `Mon`, `tue`, `WED` …
  /// - Throws: `CalendarError` with code `malformedWeekday`, with the nearest name where there is one.
  public init(_ text: some StringProtocol) throws(CalendarError) {
    let wanted = text.lowercased()
    guard let index = Weekday.names.firstIndex(where: { $0.lowercased() == wanted }) else {
      throw CalendarError(
        .malformedWeekday,
        value: String(text),
        suggestion: NearestName.find(String(text), in: Weekday.names)
      )
    }
    self = Weekday.allCases[index]
  }

  /// The day `count` days later, around the week; `count` may be negative.
  func advanced(by count: Int) -> Weekday {
    let index = (rawValue - 1 + count) % 7
    return Weekday.allCases[index < 0 ? index + 7 : index]
  }
}

extension Weekday: CustomStringConvertible {
  /// The three-letter English name, such as `Mon`.
  public var description: String { Weekday.names[rawValue - 1] }
}

extension Weekday: Comparable {
  /// Orders by ISO number, Monday first.
  public static func < (lhs: Weekday, rhs: Weekday) -> Bool { lhs.rawValue < rhs.rawValue }
}
