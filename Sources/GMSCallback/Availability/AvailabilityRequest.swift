#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
public import GMSCalendar

/// Which slots are asked for: GMS's parameters of an availability query.
///
/// With none of ``end`` and ``days`` the slot that holds the start is answered. Slots in the past are answered as
/// they stand; only a booking is refused there.
public struct AvailabilityRequest: Hashable, Sendable {
  /// From when; nil for now.
  public var start: Date?
  /// Until when, excluded.
  public var end: Date?
  /// How many days from the start, by the clock of ``timeZone``; not together with ``end``.
  public var days: Int?
  /// At most so many slots that are open and not full; nil for all.
  public var maxSlots: Int?
  /// The zone in which local times are answered; nil for none.
  public var timeZone: ZoneRules?
  /// Whether open slots that are full are answered too.
  public var reportsBusy: Bool

  /// A request from its parts.
  public init(
    start: Date? = nil,
    end: Date? = nil,
    days: Int? = nil,
    maxSlots: Int? = nil,
    timeZone: ZoneRules? = nil,
    reportsBusy: Bool = false
  ) {
    self.start = start
    self.end = end
    self.days = days
    self.maxSlots = maxSlots
    self.timeZone = timeZone
    self.reportsBusy = reportsBusy
  }

  /// The instants that the request spans.
  ///
  /// - Throws: `CallbackError` with code `rangeInvalid`.
  func range(now: Date) throws(CallbackError) -> Range<Date> {
    let start = start ?? now
    if let maxSlots, maxSlots < 1 { throw invalid("max-time-slots", "\(maxSlots)", "a number of 1 or more") }
    if let days {
      guard end == nil else {
        throw invalid("number-of-days", "\(days)", "either an end or a number of days, not both")
      }
      guard (0...36_525).contains(days) else {
        throw invalid("number-of-days", "\(days)", "a number of 0 to 36525")
      }
      // Days of the wall clock: a day on which the clock changes has 23 or 25 hours.
      return (timeZone ?? .utc).range(from: start, days: days)
    }
    let end = end ?? start
    guard start <= end else {
      throw invalid("end", InstantText.print(end), "an end at or after the start \(InstantText.print(start))")
    }
    return start..<end
  }

  private func invalid(_ parameter: String, _ value: String, _ expected: String) -> CallbackError {
    CallbackError(.rangeInvalid, ["parameter": parameter, "value": value, "expected": expected])
  }
}
