import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport
import Testing

/// Random days of a small pool: no live booking without a live callback, whatever customers and time do.
struct AccessWalkTests {
  @Test(arguments: Array(UInt64(0)..<24))
  func noBookingOutlivesItsCallback(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let scenario = seed.isMultiple(of: 2) ? "user-originated-immediate" : "user-originated-delayed"
    let company = try ScenarioCompany(
      scenario,
      ["_provide_code": seed.isMultiple(of: 3) ? "true" : "false", "_enable_in_queue_checking": "false"],
      numbers: ["6504663204", "6504663205"]
    )
    var ids: [CallbackID] = []
    var second = 0.0
    var offered = 0
    for step in 0..<120 {
      second += Double(Int.random(in: 0...12, using: &random))
      let id = ids.isEmpty ? nil : ids[Int.random(in: ids.indices, using: &random)]
      switch Int.random(in: 0..<11, using: &random) {
      case 0, 1:
        if let started = try? company.start(number: String(50_000 + step), at: second) {
          ids.append(started.id)
        }
      case 2: if let id { _ = try? company.event("agent-reserved", id, ["agent": "a\(step)"], at: second) }
      case 3, 4: if let id { _ = try? company.ask(.connect, id, at: second) }
      case 5:
        if let booking = try company.live(second).first {
          _ = try? company.call(
            booking.number.written,
            booking.code.map { ["_access_code": $0.text] } ?? [:],
            at: second
          )
        }
      case 6:
        if let id {
          _ = try? company.engine.request(
            "request-access",
            ["_id": id.text, "_resource_group": "DNIS", "_booking_expiration_timeout": "120"],
            company.context(second)
          )
        }
      case 7: if let id { _ = try? company.engine.cancel(id.text, company.context(second)) }
      case 8: if let id { _ = try? company.event("call-ended", id, at: second) }
      case 9: if let id { _ = try? company.event("customer-called", id, at: second) }
      default: try company.run(second)
      }
      offered += try Self.check(company, second)
    }
    // In the end everything ends, and nothing stays booked.
    try company.run(second + 200_000)
    #expect(try company.live(second).isEmpty)
    #expect(try company.everything().isEmpty)
    #expect(offered > 0, "numbers were offered")
  }

  /// Looks at everything, slowly; answers how many bookings live.
  private static func check(_ company: ScenarioCompany, _ second: Double) throws -> Int {
    let live = try company.live(second)
    for booking in live {
      let callback = try company.engine.callback(booking.service)
      #expect(callback.state.name != .completed, "a live booking of a callback that is over")
      #expect(callback.bookings.contains(booking.id), "a booking that its callback does not know")
    }
    // A number without a code is one callback's alone; with codes each pair of number and code is.
    let places = live.map { "\($0.number.dialled) \($0.code?.text ?? "")" }
    #expect(Set(places).count == places.count, "one number for two")
    for callback in try company.engine.callbacks(CallbackFilter()) {
      #expect(Set(callback.bookings).count == callback.bookings.count)
      if callback.state.name == .completed { #expect(callback.bookings.isEmpty) }
    }
    return live.count
  }
}
