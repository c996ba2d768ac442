#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar
import GMSCore

/// The rules that decide whether a request for a callback is taken, in the order in which they are asked.
///
/// Each rule either lets the request pass or throws with the option that set it, the value, and what would be
/// accepted. Nothing is written while rules are asked.
struct RequestRules {
  let service: ConfiguredService
  let reader: any StoreReader
  let zones: ZoneDatabase
  let now: Date

  /// Asks every rule about a new callback.
  ///
  /// - Parameters:
  ///   - parameters: All parameters that it will have.
  ///   - given: Those that the request brings; nil when all are its own.
  ///   - desiredTime: When the customer wants to be called; nil for at once.
  /// - Throws: the refusal of the first rule that does not let the request pass.
  func check(_ parameters: Options, given: Options? = nil, desiredTime: Date?) throws {
    try checkParameters(parameters, given: given ?? parameters)
    if let desiredTime {
      try checkDesiredTime(desiredTime, movedFrom: nil)
    } else {
      try checkImmediate()
    }
  }

  /// Asks the rules about parameters alone.
  func checkParameters(_ parameters: Options, given: Options) throws {
    try checkParameterNames(given)
    try checkLookupKeys(parameters)
    try checkNumber(parameters)
    try checkVirtualQueue(parameters)
    try StatusSubscription.check(given)
  }

  /// `_mandatory_customer_lookup_keys`: parameters that every request must bring.
  private func checkLookupKeys(_ parameters: Options) throws {
    for key in try service.names("_mandatory_customer_lookup_keys") where (parameters[key] ?? "").isEmpty {
      throw CallbackError(
        .missingParameter,
        [
          "parameter": key, "option": "_mandatory_customer_lookup_keys",
          "value": service["_mandatory_customer_lookup_keys"] ?? "", "expected": "a value for '\(key)'",
        ]
      )
    }
  }

  /// Parameters the engine itself sets cannot come from outside; names with a line break cannot be kept.
  private func checkParameterNames(_ parameters: Options) throws {
    for (name, value) in parameters.sorted {
      if name.isEmpty || name.utf8.contains(where: { $0 < 0x20 }) {
        throw CallbackError(
          .invalidParameter,
          ["parameter": name, "value": value, "expected": "a name of printable characters"]
        )
      }
      if CallbackEngine.reservedParameters.contains(name) {
        throw CallbackError(
          .invalidParameter,
          ["parameter": name, "value": value, "expected": "no '\(name)': the engine sets it itself"]
        )
      }
    }
  }

  /// `_disallow_impossible_phone_numbers` and `_disallow_premium_phone_numbers`.
  private func checkNumber(_ parameters: Options) throws {
    guard let typed = parameters["_customer_number"] else { return }
    let number = CustomerNumber(typed)
    if try service.boolean("_disallow_impossible_phone_numbers"), !number.isPossible {
      throw CallbackError(
        .impossibleNumber,
        [
          "value": typed, "option": "_disallow_impossible_phone_numbers",
          "expected": "3 to 15 digits, with or without punctuation",
        ]
      )
    }
    if try service.boolean("_disallow_premium_phone_numbers"),
      number.isPremium(inCountry: try service.string("_default_country"))
    {
      throw CallbackError(
        .impossibleNumber,
        [
          "value": typed, "option": "_disallow_premium_phone_numbers",
          "expected": "a number that costs its caller nothing extra",
        ]
      )
    }
  }

  /// `_urs_virtual_queue` may be given by the service or by the request, not by both.
  private func checkVirtualQueue(_ parameters: Options) throws {
    guard let requested = parameters["_urs_virtual_queue"],
      let configured = service.options["_urs_virtual_queue"],
      !configured.isEmpty
    else { return }
    throw CallbackError(
      .invalidParameter,
      [
        "parameter": "_urs_virtual_queue", "value": requested, "option": "_urs_virtual_queue",
        "expected": "no '_urs_virtual_queue', because the service sets '\(configured)'",
      ]
    )
  }

  /// `_enable_reject_out_of_office_hours`: whether a request for now is taken while the office is closed.
  private func checkImmediate() throws {
    guard try service.boolean("_enable_reject_out_of_office_hours") else { return }
    let schedule = try ServiceSchedule(service, reader, zones: zones)
    guard !schedule.slots.hours.isOpen(at: now) else { return }
    throw CallbackError.desiredTime(
      .outsideOfficeHours,
      now,
      rule: "the office is closed now",
      option: "_enable_reject_out_of_office_hours",
      value: "true",
      alternatives: try alternatives(schedule, near: now)
    )
  }

  /// Everything about a desired time: not past, not too far, in office hours, in a slot that is not full.
  ///
  /// - Parameters:
  ///   - desired: The time.
  ///   - current: The time of the callback that is moved, which must not count against itself; nil for a new one.
  /// - Throws: `CallbackError` with the rule, its option and value, and free slots where there are any.
  func checkDesiredTime(_ desired: Date, movedFrom current: Date?) throws {
    guard desired >= now else {
      throw CallbackError.desiredTime(
        .desiredTimeInPast,
        desired,
        rule: "a callback lies at or after now, \(InstantText.print(now))",
        option: "_desired_time",
        value: InstantText.print(desired)
      )
    }
    let horizon = try service.duration("_reject_future_desired_time")
    let latest = horizon.after(now)
    guard desired <= latest else {
      throw CallbackError.desiredTime(
        .desiredTimeTooFar,
        desired,
        rule: "a callback can be scheduled until \(InstantText.print(latest))",
        option: "_reject_future_desired_time",
        value: try service.string("_reject_future_desired_time")
      )
    }
    let schedule = try ServiceSchedule(service, reader, zones: zones)
    let (slot, isOpen) = schedule.slots.slot(containing: desired)
    guard isOpen else {
      throw CallbackError.desiredTime(
        .outsideOfficeHours,
        desired,
        rule: "the office is closed then",
        option: "_business_hours_service",
        value: schedule.officeHoursName,
        alternatives: try alternatives(schedule, near: desired)
      )
    }
    let ownBooking = current.map { slot.start <= $0 && $0 < slot.end } ?? false
    let booked = try schedule.booked(in: slot) - (ownBooking ? 1 : 0)
    guard booked < slot.total else {
      let option = schedule.capacityOption
      throw CallbackError.desiredTime(
        .slotFull,
        desired,
        rule: "its slot takes \(slot.total) and has \(booked) booked",
        option: option.name,
        value: option.value,
        alternatives: try alternatives(schedule, near: desired)
      )
    }
  }

  private func alternatives(
    _ schedule: ServiceSchedule,
    near desired: Date
  ) throws -> [(start: Date, remaining: Int)] {
    try schedule.alternatives(near: desired, now: now).map { ($0.slot.start, $0.remaining) }
  }
}
