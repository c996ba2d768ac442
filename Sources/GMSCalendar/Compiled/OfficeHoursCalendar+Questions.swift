#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension OfficeHoursCalendar {
  /// Whether the office is open at an instant.
  ///
  /// - Complexity: O(log n) in the changes of 18 hours once the year is compiled; no allocation.
  public func isOpen(at date: Date) -> Bool { isOpen(second: date.secondsSince1970) }

  /// Whether the office is open at an instant, and the changes around it.
  public func status(at date: Date) -> OfficeHoursStatus {
    let second = date.secondsSince1970
    guard isOpen(second: second) else {
      return .closed(next: nextOpening(after: second).map(Date.init(secondsSince1970:)))
    }
    return .open(
      since: lastOpening(through: second).map(Date.init(secondsSince1970:)),
      until: nextClosing(after: second).map(Date.init(secondsSince1970:))
    )
  }

  /// The next instant after `date` at which the office opens; nil when it never does again.
  ///
  /// When the office is open at `date` this is the opening after its next closing. The search ends 41 years
  /// after the last dated rule: by then the years have repeated.
  public func nextOpening(after date: Date) -> Date? {
    nextOpening(after: date.secondsSince1970).map(Date.init(secondsSince1970:))
  }

  /// The next period that begins after `date`, whole; nil when there is none.
  public func nextPeriod(after date: Date) -> OpenPeriod? {
    guard let start = nextOpening(after: date.secondsSince1970) else { return nil }
    return OpenPeriod(
      start: Date(secondsSince1970: start),
      end: nextClosing(after: start).map(Date.init(secondsSince1970:))
    )
  }

  /// The period that holds `date`, whole; nil when the office is closed then.
  public func period(at date: Date) -> OpenPeriod? {
    switch status(at: date) {
    case .closed: nil
    case .open(let since, let until): OpenPeriod(start: since, end: until)
    }
  }

  /// The open periods of a range, clipped to it.
  ///
  /// - Throws: `CalendarError` with code `rangeTooLong` for more than 100 years, `instantOutOfRange` outside the
  ///   years 1…9999.
  /// - Complexity: O(n) in the periods answered, once the years are compiled.
  public func periods(in range: Range<Date>) throws(CalendarError) -> [Range<Date>] {
    let seconds = try CalendarLimits.periods.check(range)
    var periods = [Range<Date>](unsafeUninitializedCapacity: changeCount(in: seconds) / 2 + 2) {
      buffer,
      count in
      forEachSpan(in: seconds) { span in
        let ends = (Date(secondsSince1970: span.lowerBound), Date(secondsSince1970: span.upperBound))
        buffer.initializeElement(at: count, to: Range(uncheckedBounds: ends))
        count += 1
      }
    }
    // Whole seconds at the edges become the fractions that were asked for.
    if let first = periods.first, first.lowerBound < range.lowerBound {
      periods[0] = range.lowerBound..<first.upperBound
    }
    if let last = periods.last, last.upperBound > range.upperBound {
      periods[periods.count - 1] = last.lowerBound..<range.upperBound
    }
    return periods
  }

  /// How many seconds of a range the office is open; fractions of a second at the ends are left out.
  ///
  /// - Throws: `CalendarError` as ``periods(in:)``.
  public func openSeconds(in range: Range<Date>) throws(CalendarError) -> Int {
    let seconds = try CalendarLimits.periods.check(range)
    var sum: Int64 = 0
    forEachSpan(in: seconds) { sum += $0.upperBound - $0.lowerBound }
    return Int(sum)
  }
}
