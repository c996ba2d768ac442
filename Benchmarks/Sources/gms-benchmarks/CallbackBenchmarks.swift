import Foundation
import GMSCallback
import GMSCalendar
import GMSCore

/// A callback service that is open day and night, with slots of 5 minutes, and 100,000 callbacks booked in 31 days.
struct BookedService {
  let engine: CallbackEngine
  let now = BookedService.start
  private static let start = Date(timeIntervalSince1970: 1_735_689_600)
  static let count = 100_000

  init() throws {
    let now = BookedService.start
    let store = MemoryStore()
    let editor = ServiceEditor()
    var configuration = try editor.create(
      "Office",
      template: "office-hours",
      options: ["_timezone": "America/New_York", "_bh_regular1": "Mon-Sun 00:00-24:00"],
      in: Configuration()
    )
    configuration = try editor.create(
      "support",
      template: "callback",
      scenario: "user-terminated-scheduled",
      options: ["_business_hours_service": "Office", "_max_request_by_time_bucket": "100"],
      in: configuration
    )
    let made = configuration
    let service = try ConfiguredService("support", in: configuration)
    let policy = try CallbackPolicy(service)
    var random = SplitMix64(seed: 1)
    try store.write(StoreChange(time: now, command: "benchmark")) { writer in
      try writer.setConfiguration(made)
      for number in 0..<BookedService.count {
        let desired = now.addingTimeInterval(Double(Int.random(in: 600..<(31 * 86_400), using: &random)))
        let callback = Callback(
          id: CallbackID(node: 1, using: &random),
          service: "support",
          desired: desired,
          created: now,
          properties: ["_customer_number": "1650\(1_000_000 + number)"],
          policy: policy
        )
        try writer.put(callback.stored)
      }
    }
    engine = CallbackEngine(store: store)
  }
}

func callbackMeasurements() throws -> [Measurement] {
  let booked = try BookedService()
  let month = AvailabilityRequest(start: booked.now, days: 31, reportsBusy: true)
  let slots = try booked.engine.availability(of: "support", month, now: booked.now).slots
  precondition(
    slots.count == 31 * 288,
    "31 days have 8,928 slots of 5 minutes, but \(slots.count) were answered"
  )
  let taken = slots.reduce(0) { $0 + $1.slot.total - $1.remaining }
  precondition(taken == BookedService.count, "\(taken) of \(BookedService.count) bookings were counted")
  return [
    Measurement(
      name: "availability of 31 days in 5-minute slots, 100,000 callbacks booked",
      nanoseconds: nanoseconds(10) { _ in
        (try? booked.engine.availability(of: "support", month, now: booked.now).slots.count) ?? 0
      },
      bound: 1_000_000,
      boundName: "bound"
    )
  ]
}
