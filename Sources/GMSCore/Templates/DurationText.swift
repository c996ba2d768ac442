import GMSCalendar

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A length of time as options write it: a count and a unit, such as `1M` for a month or `30m` for minutes.
public struct DurationText: Hashable, Sendable {
  /// How many units, 1…999999.
  public let count: Int
  /// The unit.
  public let unit: Unit

  /// The units, by the letter that stands for them; `M` is a month and `m` a minute.
  public enum Unit: Character, CaseIterable, Sendable {
    case year = "y"
    case month = "M"
    case week = "w"
    case day = "d"
    case hour = "h"
    case minute = "m"
  }

  /// Reads a count and a unit without anything between them; nil for anything else.
  public init?(_ text: some StringProtocol) {
    guard let letter = text.last, let unit = Unit(rawValue: letter),
      let count = Digits.read(text.dropLast(), count: 1...6), count > 0
    else { return nil }
    self.count = count
    self.unit = unit
  }

  /// The instant that lies this long after another.
  ///
  /// Months and years keep the day of the month and the time of day in UTC; a day that the month does not
  /// have becomes its last: one month after 31 January is the end of February. The other units have a fixed
  /// length. What would lie after the year 9999 is that year's end.
  public func after(_ instant: Date) -> Date {
    switch unit {
    case .year: adding(months: 12 * count, to: instant)
    case .month: adding(months: count, to: instant)
    case .week: adding(seconds: 604_800, to: instant)
    case .day: adding(seconds: 86_400, to: instant)
    case .hour: adding(seconds: 3_600, to: instant)
    case .minute: adding(seconds: 60, to: instant)
    }
  }

  private static let end = Date(millisecondsSince1970: Date.endOfSeconds * 1000 - 1)

  private func adding(seconds: Int64, to instant: Date) -> Date {
    let milliseconds = instant.millisecondsSince1970 + Int64(count) * seconds * 1000
    return min(DurationText.end, Date(millisecondsSince1970: milliseconds))
  }

  private func adding(months: Int, to instant: Date) -> Date {
    let milliseconds = instant.millisecondsSince1970
    let day = milliseconds.flooringDivide(86_400_000)
    let date = CivilDate(daysSince1970: Int(day))
    let month = date.year * 12 + date.month - 1 + months
    let length = CivilDate.days(inMonth: month % 12 + 1, ofYear: month / 12)
    guard
      let target = try? CivilDate(year: month / 12, month: month % 12 + 1, day: min(date.day, length))
    else { return DurationText.end }
    let shift = Int64(target.daysSince1970) - day
    return Date(millisecondsSince1970: milliseconds + shift * 86_400_000)
  }
}

extension DurationText: CustomStringConvertible {
  /// The count and the unit's letter.
  public var description: String { "\(count)\(unit.rawValue)" }
}
