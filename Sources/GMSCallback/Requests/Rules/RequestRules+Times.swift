#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar
import GMSCore

/// The rules about times: not past, not too far, in office hours, in a slot that is not full.
extension RequestRules {
  func checkNotPast(_ request: JudgedRequest) throws(CallbackError) -> RuleVerdict {
    guard let desired = request.desired else { return .notAsked(noTime(request)) }
    guard desired < now else { return .passes(.time(desired)) }
    throw CallbackError.desiredTime(
      .desiredTimeInPast,
      desired,
      detail: "a callback lies at or after now, \(InstantText.print(now))",
      option: nil,
      value: InstantText.print(desired),
      expected: "a time at or after \(InstantText.print(now))"
    )
  }

  func checkNotTooFar(_ request: JudgedRequest) throws(CallbackError) -> RuleVerdict {
    guard let desired = request.desired else { return .notAsked(noTime(request)) }
    let latest = limits.horizon.after(now)
    guard desired > latest else { return .passes(.time(desired)) }
    throw CallbackError.desiredTime(
      .desiredTimeTooFar,
      desired,
      detail: "a callback can be scheduled until \(InstantText.print(latest))",
      option: "_reject_future_desired_time",
      value: limits.horizon.description,
      expected: "a time at or before \(InstantText.print(latest))"
    )
  }

  mutating func checkOfficeHours(_ request: JudgedRequest) throws -> RuleVerdict {
    guard let desired = request.desired else { return .notAsked(noTime(request)) }
    let schedule = try schedule()
    let (slot, isOpen) = schedule.slots.slot(containing: desired)
    guard !isOpen else { return .passes(.time(slot.start)) }
    throw CallbackError.desiredTime(
      .outsideOfficeHours,
      desired,
      detail: "the office is closed then",
      option: "_business_hours_service",
      value: schedule.officeHoursName,
      expected: "a time in a slot that begins in the office hours '\(schedule.officeHoursName)'",
      alternatives: try alternatives(schedule, near: desired)
    )
  }

  /// - Complexity: O(log n).
  mutating func checkCapacity(_ request: JudgedRequest) throws -> RuleVerdict {
    guard let desired = request.desired else { return .notAsked(noTime(request)) }
    let schedule = try schedule()
    let (slot, _) = schedule.slots.slot(containing: desired)
    // A callback that moves inside its slot keeps its own place there.
    let ownBooking = request.changed.map { slot.start <= $0.desired && $0.desired < slot.end } ?? false
    let booked = try schedule.booked(in: slot) - (ownBooking ? 1 : 0)
    guard booked >= slot.total else { return .passes(.booked(booked)) }
    let option = schedule.capacityOption
    throw CallbackError.desiredTime(
      .slotFull,
      desired,
      detail: "its slot takes \(slot.total) and has \(booked) booked",
      option: option.name,
      value: option.value,
      expected: "a time in a slot with a place left",
      limit: slot.total,
      found: booked,
      alternatives: try alternatives(schedule, near: desired)
    )
  }

  /// `_enable_reject_out_of_office_hours`: whether a request for at once is taken while the office is closed.
  mutating func checkOpenNow(_ request: JudgedRequest) throws -> RuleVerdict {
    guard request.changed == nil else { return .notAsked(.change) }
    guard request.desired == nil else { return .notAsked(.forLater) }
    guard limits.refusesClosedOffice else { return .notAsked(.off) }
    let schedule = try schedule()
    guard !schedule.slots.hours.isOpen(at: now) else { return .passes(.untilClosing) }
    throw CallbackError.desiredTime(
      .outsideOfficeHours,
      now,
      detail: "the office is closed now",
      option: "_enable_reject_out_of_office_hours",
      value: "true",
      expected: "a request in the office hours '\(schedule.officeHoursName)', or one for a desired time",
      alternatives: try alternatives(schedule, near: now)
    )
  }

  private func noTime(_ request: JudgedRequest) -> RuleExemption {
    request.changed == nil ? .forNow : .unchanged
  }

  private func alternatives(
    _ schedule: ServiceSchedule,
    near desired: Date
  ) throws -> [(start: Date, remaining: Int)] {
    try schedule.alternatives(near: desired, now: now, until: limits.horizon.after(now)).map {
      ($0.slot.start, $0.remaining)
    }
  }
}
