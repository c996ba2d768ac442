import Foundation
import GMSCallback

/// Monday 2026-11-23, nine o'clock in UTC: the time that the tests' callbacks are desired for.
let nine = Date(timeIntervalSince1970: 1_795_424_400)

/// Nine o'clock and so many seconds.
func nine(_ seconds: Int) -> Date { nine.addingTimeInterval(Double(seconds)) }

/// A callback for nine o'clock that was asked for at eight.
func newCallback(
  _ policy: CallbackPolicy,
  desired: Date = nine,
  created: Date = nine(-3600),
  priority: Int = 0,
  properties: [String: String] = ["_customer_number": "+1 (650) 466-3204", "name": "Ann"]
) throws -> Callback {
  Callback(
    id: try CallbackID("1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10"),
    service: "support",
    desired: desired,
    created: created,
    priority: priority,
    properties: properties,
    policy: policy
  )
}
