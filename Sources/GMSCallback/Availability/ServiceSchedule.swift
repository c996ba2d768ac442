#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar
import GMSCore

/// When one callback service can be booked, and what is booked: office hours, capacity and live records.
///
/// Booked are the service's SCHEDULED callbacks, counted from the records themselves: nothing is stored twice,
/// so nothing can disagree. Two callback services that name one capacity service count apart.
struct ServiceSchedule {
  let service: ConfiguredService
  /// The name of the office-hours service.
  let officeHoursName: String
  let slots: SlotCalendar
  private let reader: any StoreReader

  /// The schedule of a callback service.
  ///
  /// - Throws: `CallbackError` with code `missingOfficeHours` when it names no office hours, `CoreError` or
  ///   `CalendarError` about a service or an option.
  init(_ service: ConfiguredService, _ reader: any StoreReader, zones: ZoneDatabase) throws {
    let calendars = ServiceCalendars(reader, zones: zones)
    let compiled = try calendars.kept(of: service) { try Compiled(service, calendars) }
    self.service = service
    self.reader = reader
    officeHoursName = compiled.officeHoursName
    slots = compiled.slots
  }

  /// What follows from the configuration alone.
  private struct Compiled {
    let officeHoursName: String
    let slots: SlotCalendar

    init(_ service: ConfiguredService, _ calendars: ServiceCalendars) throws {
      guard let officeHoursName = try service.string(ifSet: "_business_hours_service") else {
        throw CallbackError.missingOfficeHours(service: service.name.text)
      }
      let hours = try calendars.officeHours(officeHoursName)
      let capacity =
        if let name = try service.string(ifSet: "_capacity_service") {
          try calendars.capacity(name)
        } else {
          CapacityCalendar(constant: try service.integer("_max_request_by_time_bucket"), zone: hours.zone)
        }
      self.officeHoursName = officeHoursName
      slots = SlotCalendar(
        hours: hours,
        capacity: capacity,
        bucket: try TimeBucket(minutes: service.integer("_request_time_bucket"))
      )
    }
  }

  /// Which option says how many callbacks a slot can take, and its value.
  var capacityOption: (name: String, value: String) {
    if let name = service["_capacity_service"] { return ("_capacity_service", name) }
    return ("_max_request_by_time_bucket", service["_max_request_by_time_bucket"] ?? "")
  }

  /// The bookable slots that start in a range, with what is left of each.
  ///
  /// - Complexity: O(n + m) for n slots and m bookings of the range.
  func availableSlots(in range: Range<Date>) throws -> [AvailableSlot] {
    let slots = try slots.slots(in: range)
    guard let first = slots.first, let last = slots.last else { return [] }
    let bookings = try bookedTimes(from: first.start, to: last.end)
    var position = 0
    return slots.map { slot in
      let (start, end) = (slot.start.millisecondsSince1970, slot.end.millisecondsSince1970)
      while position < bookings.count, bookings[position] < start { position += 1 }
      let before = position
      while position < bookings.count, bookings[position] < end { position += 1 }
      return AvailableSlot(slot: slot, remaining: max(0, slot.total - (position - before)))
    }
  }

  /// How many callbacks are booked in a slot.
  func booked(in slot: Slot) throws -> Int {
    try reader.count(bookings(from: slot.start, to: slot.end))
  }

  private func bookedTimes(from: Date, to: Date) throws -> [Int64] {
    try reader.times(bookings(from: from, to: to))
  }

  private func bookings(from: Date, to: Date) -> RecordQuery {
    RecordQuery(
      .callback,
      services: [service.name.text],
      states: [CallbackState.Name.scheduled.rawValue],
      from: from,
      to: to
    )
  }

  /// Free slots near a time: up to two before it (not before now) and up to three from it on.
  ///
  /// The search looks a day back, and ahead until enough are found, at most 31 days, and never beyond the
  /// years of the calendar.
  ///
  /// - Parameters:
  ///   - desired: The time.
  ///   - now: What time it is.
  ///   - latest: The latest time at which a slot that is offered may begin.
  /// - Returns: The slots with what is left of each, in order of time.
  /// - Throws: `CalendarError` about the calendar; errors of the store.
  func alternatives(near desired: Date, now: Date, until latest: Date) throws -> [AvailableSlot] {
    let day: TimeInterval = 86_400
    // A slot that began before now can no longer be taken from its start, so the first offer begins after now.
    let earliest = max(now, desired.addingTimeInterval(-day))
    let before =
      earliest < desired ? try availableSlots(in: earliest..<desired).filter { $0.remaining > 0 } : []
    var after: [AvailableSlot] = []
    var from = max(now, desired)
    // What begins at the latest time itself can still be taken. Sums here end with the year 9999.
    let limit = min(from.adding(seconds: 31 * 86_400), latest.adding(milliseconds: 1))
    while after.count < 3, from < limit {
      let to = min(limit, from.addingTimeInterval(day))
      after += try availableSlots(in: from..<to).filter { $0.remaining > 0 }
      from = to
      if after.isEmpty, let opening = slots.hours.nextOpening(after: from), opening > from,
        !slots.hours.isOpen(at: from)
      {
        from = opening
      }
    }
    return before.filter { $0.slot.start <= latest }.suffix(2) + after.prefix(3)
  }
}
