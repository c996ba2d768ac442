#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif

/// The longest ranges that questions may span, so that every question ends in a bounded time.
package struct CalendarLimits: Sendable {
  /// The longest range in days.
  let days: Int
  /// The bound as a person reads it.
  let description: String

  /// Open periods and open seconds, and periods of capacity: 100 years.
  package static let periods = CalendarLimits(days: 36_525, description: "100 years")
  /// Slots: 5 years, which are 525,960 slots of 5 minutes.
  package static let slots = CalendarLimits(days: 1_827, description: "5 years")

  /// The whole seconds of a range.
  ///
  /// - Throws: `CalendarError` with code `rangeTooLong` or `instantOutOfRange`.
  package func check(_ range: Range<Date>) throws(CalendarError) -> Range<Int64> {
    guard CalendarLimits.isKnown(range.lowerBound), CalendarLimits.isKnown(range.upperBound) else {
      throw CalendarError(.instantOutOfRange, value: CalendarLimits.text(range))
    }
    let lower = range.lowerBound.secondsSince1970
    let upper = Int64(range.upperBound.timeIntervalSince1970.rounded(.up))
    guard upper - lower <= Int64(days) * 86_400 else {
      throw CalendarError(.rangeTooLong, value: CalendarLimits.text(range), detail: description)
    }
    return lower..<upper
  }

  private static func isKnown(_ date: Date) -> Bool {
    let seconds = date.timeIntervalSince1970
    return seconds >= Double(Date.earliestSecond) && seconds <= Double(Date.endOfSeconds)
  }

  private static func text(_ range: Range<Date>) -> String {
    "\(InstantText.print(range.lowerBound)) to \(InstantText.print(range.upperBound))"
  }
}
