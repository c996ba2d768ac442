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
    try store.read { try availability(of: service, request, now: now, $0).availability }
  }

  /// The slots that a callback service can still take, and why each slot of the range can be booked or not.
  ///
  /// The trail has every slot of the range, whatever the request leaves out of its answer.
  ///
  /// - Throws: as ``availability(of:_:now:)``.
  /// - Complexity: O(n + m log m) for n slots, closed ones included, and m bookings of the range.
  public func explainAvailability(
    of service: String,
    _ request: AvailabilityRequest = AvailabilityRequest(),
    now: Date
  ) throws -> (availability: Availability, trail: SlotTrail) {
    try store.read { reader in
      let (availability, schedule) = try availability(of: service, request, now: now, reader)
      return (availability, try schedule.trail(in: request.range(now: now)))
    }
  }

  private func availability(
    of service: String,
    _ request: AvailabilityRequest,
    now: Date,
    _ reader: any StoreReader
  ) throws -> (availability: Availability, schedule: ServiceSchedule) {
    try authority.require(.view, on: service, reader)
    let range = try request.range(now: now)
    let schedule = try ServiceSchedule(self.service(service, reader), reader, zones: zones)
    var slots = try schedule.availableSlots(in: range)
    if let limit = request.maxSlots { slots.keep(open: limit) }
    if !request.reportsBusy { slots.removeAll { $0.remaining == 0 } }
    return (Availability(bucket: schedule.slots.bucket, timeZone: request.timeZone, slots: slots), schedule)
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
