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
    let range = try request.range(now: now)
    return try store.read { reader in
      let schedule = try ServiceSchedule(self.service(service, reader), reader, zones: zones)
      var slots = try schedule.availableSlots(in: range)
      if let limit = request.maxSlots {
        // The limit counts slots with something left; full ones between them come along when asked for.
        var open = 0
        slots = Array(slots.prefix { if $0.remaining > 0 { open += 1 }; return open <= limit })
        if open >= limit { while let last = slots.last, last.remaining == 0 { slots.removeLast() } }
      }
      if !request.reportsBusy { slots.removeAll { $0.remaining == 0 } }
      return Availability(bucket: schedule.slots.bucket, timeZone: request.timeZone, slots: slots)
    }
  }
}
