#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
import GMSCalendar
import GMSCore

extension CallbackEngine {
  /// The slots that a callback service can still take.
  ///
  /// - Throws: `CallbackError` with code `rangeInvalid` or `missingOfficeHours`, `CalendarError` with code
  ///   `rangeTooLong` for more than 5 years, `CoreError` about a service.
  /// - Complexity: O(n + m) for n slots and m bookings of the range.
  public func availability(
    of service: String,
    _ request: AvailabilityRequest = AvailabilityRequest(),
    now: Date
  ) throws -> Availability {
    try store.read { reader in
      try authority.require(.view, on: service, reader)
      let range = try request.range(now: now)
      let schedule = try ServiceSchedule(self.service(service, reader), reader, zones: zones)
      var slots = try schedule.availableSlots(in: range)
      if let limit = request.maxSlots { slots.keep(open: limit) }
      if !request.reportsBusy { slots.removeAll { $0.remaining == 0 } }
      return Availability(bucket: schedule.slots.bucket, timeZone: request.timeZone, slots: slots)
    }
  }
}

extension [AvailableSlot] {
  /// Keeps the slots up to the n-th that has something left, with the full ones between them.
  fileprivate mutating func keep(open limit: Int) {
    var open = 0
    guard
      let last = firstIndex(where: { slot in
        if slot.remaining > 0 { open += 1 }
        return open == limit
      })
    else { return }
    removeSubrange((last + 1)...)
  }
}
