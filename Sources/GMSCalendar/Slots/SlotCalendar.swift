#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// The bookable slots of a service: where office hours and capacity meet.
///
/// Slots are aligned to the hours of the capacity's zone (those of 120 minutes to its midnight), and a change of
/// the zone's offset begins a new one. A slot is bookable when its start is open and its hour has capacity.
public struct SlotCalendar: Sendable {
  /// When the office is open.
  public let hours: OfficeHoursCalendar
  /// How many callbacks each slot can take.
  public let capacity: CapacityCalendar
  /// The length of the slots.
  public let bucket: TimeBucket

  /// Slots of a length, in office hours, with capacity.
  public init(hours: OfficeHoursCalendar, capacity: CapacityCalendar, bucket: TimeBucket) {
    self.hours = hours
    self.capacity = capacity
    self.bucket = bucket
  }

  /// The slot in which `date` lies, bookable or not: when it begins and ends, its capacity, whether it is open.
  public func slot(containing date: Date) -> (slot: Slot, isOpen: Bool) {
    let second = date.secondsSince1970
    var found = (start: second, end: second, total: 0)
    capacity.forEachSlot(of: bucket.seconds, in: second..<(second + 1)) { start, end, total in
      found = (start, end, total)
    }
    let slot = Slot(
      start: Date(secondsSince1970: found.start),
      end: Date(secondsSince1970: found.end),
      total: found.total
    )
    return (slot, hours.isOpen(second: found.start))
  }

  /// The bookable slots whose start lies in `range`, in order; an empty range asks for the slot that holds it.
  ///
  /// - Throws: `CalendarError` with code `rangeTooLong` for more than 5 years, or `instantOutOfRange`.
  /// - Complexity: O(n) in the slots of the range, closed ones included.
  public func slots(in range: Range<Date>) throws(CalendarError) -> [Slot] {
    let seconds = try CalendarLimits.slots.check(range)
    guard !range.isEmpty else {
      let (slot, isOpen) = slot(containing: range.lowerBound)
      return isOpen && slot.total > 0 ? [slot] : []
    }
    var slots: [Slot] = []
    for open in openSpans(in: seconds) {
      capacity.forEachSlot(of: bucket.seconds, in: open) { start, end, total in
        // A slot that began before the office opened is not bookable; the next one is.
        guard total > 0, start >= open.lowerBound, start >= seconds.lowerBound else { return }
        slots.append(
          Slot(start: Date(secondsSince1970: start), end: Date(secondsSince1970: end), total: total)
        )
      }
    }
    if let first = slots.first, first.start < range.lowerBound { slots.removeFirst() }
    return slots
  }

  private func openSpans(in seconds: Range<Int64>) -> [Range<Int64>] {
    var spans: [Range<Int64>] = []
    hours.forEachSpan(in: seconds) { spans.append($0) }
    return spans
  }
}
