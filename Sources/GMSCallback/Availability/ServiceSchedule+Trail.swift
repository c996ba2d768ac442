#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar

extension ServiceSchedule {
  /// What is to be said about every slot that begins in a range, bookable or not; an empty range asks for the
  /// slot that holds it.
  ///
  /// - Complexity: O(n + m log m) for n slots, closed ones included, and m bookings of the range.
  func trail(in range: Range<Date>) throws -> SlotTrail {
    let free = Dictionary(
      try availableSlots(in: range).map { ($0.slot.start, $0.remaining) },
      uniquingKeysWith: { first, _ in first }
    )
    func entry(_ found: (slot: Slot, isOpen: Bool)) throws -> SlotTrail.Entry {
      try self.entry(found.slot, isOpen: found.isOpen, remaining: free[found.slot.start])
    }
    var found = slots.slot(containing: range.lowerBound)
    guard !range.isEmpty else { return SlotTrail([try entry(found)]) }
    var entries: [SlotTrail.Entry] = []
    if found.slot.start >= range.lowerBound { entries.append(try entry(found)) }
    while found.slot.end < range.upperBound {
      found = slots.slot(containing: found.slot.end)
      entries.append(try entry(found))
    }
    return SlotTrail(entries)
  }

  private func entry(_ slot: Slot, isOpen: Bool, remaining: Int?) throws -> SlotTrail.Entry {
    guard isOpen else {
      return SlotTrail.Entry(
        start: slot.start,
        end: slot.end,
        answer: .closed,
        option: "_business_hours_service",
        value: officeHoursName,
        total: 0,
        booked: 0
      )
    }
    let capacity = capacityOption
    let answer: SlotTrail.Answer = remaining == nil ? .noCapacity : remaining == 0 ? .full : .free
    return SlotTrail.Entry(
      start: slot.start,
      end: slot.end,
      answer: answer,
      option: capacity.name,
      value: capacity.value,
      total: slot.total,
      // What remains of a full slot does not say how many are in it: a capacity can have become smaller
      // since.
      booked: answer == .free ? slot.total - (remaining ?? 0) : try booked(in: slot)
    )
  }
}
