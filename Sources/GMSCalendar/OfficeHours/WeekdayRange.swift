/// Days of the week from one to another, both included; a last day before the first goes round the week.
///
/// Its text form is `Mon-Fri`, or `Sat` for one day; `Sat-Mon` is Saturday, Sunday and Monday.
public struct WeekdayRange: Hashable, Sendable {
  /// The first day.
  public let first: Weekday
  /// The last day; the same as ``first`` for one day.
  public let last: Weekday

  /// Days from the first to the last.
  public init(first: Weekday, last: Weekday) {
    self.first = first
    self.last = last
  }

  /// One day.
  public init(_ day: Weekday) { self.init(first: day, last: day) }

  /// The days, in order from the first; 1 to 7 of them.
  public var days: [Weekday] {
    let count = (last.rawValue - first.rawValue + 7) % 7 + 1
    return (0..<count).map { first.advanced(by: $0) }
  }
}

extension WeekdayRange: LosslessText {
  /// Reads `Mon-Fri` or `Sat`.
  ///
  /// - Throws: `CalendarError` with code `malformedWeekday` that names the wrong day.
  public init(_ text: some StringProtocol) throws(CalendarError) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    do throws(CalendarError) {
      switch parts.count {
      case 1: try self.init(Weekday(parts[0]))
      case 2: try self.init(first: Weekday(parts[0]), last: Weekday(parts[1]))
      default: throw CalendarError(.malformedWeekday, value: String(text))
      }
    } catch {
      throw error.inside(text)
    }
  }

  /// The days as `Mon-Fri` or `Sat`.
  public var description: String { first == last ? "\(first)" : "\(first)-\(last)" }
}
