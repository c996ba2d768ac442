import Foundation
import GMSCallback
import GMSCore

/// What a service's limits say about a request, counted the slow and obvious way: over all callbacks, one by one.
///
/// It shares no query, key or index with what is tested. Its office never closes.
struct LimitModel {
  var inQueue = 2
  var maxQueued = 1_000
  var throttle1 = 500
  var throttle2 = 1_000
  var perValue = 6
  var parameters = ["_customer_number"]
  var perSlot = 100
  var horizonDays = 31

  var options: Options {
    [
      "_enable_in_queue_checking": inQueue == 1 ? "strict" : inQueue == 2 ? "true" : "false",
      "_max_queued_callbacks_per_service": "\(maxQueued)",
      "_throttle_callbacks_per_service_1": "\(throttle1)",
      "_throttle_callbacks_per_service_2": "\(throttle2)",
      "_throttle_request_parameters_limit": "\(perValue)",
      "_throttle_request_parameters": parameters.joined(separator: ","),
      "_max_request_by_time_bucket": "\(perSlot)", "_reject_future_desired_time": "\(horizonDays)d",
      "_request_time_bucket": "15",
    ]
  }

  /// Which rule refuses a new callback; nil when none does.
  func refusal(
    _ parameters: [String: String],
    desired: Date?,
    now: Date,
    among all: [Callback]
  ) -> RequestRule? {
    let mine = all.filter { $0.service == "support" }
    if let desired, desired < now { return .notPast }
    if let desired, desired > now.addingTimeInterval(Double(horizonDays) * 86_400) { return .notTooFar }
    let digits = plain(parameters["_customer_number"])
    let waiting = mine.filter { ["QUEUED", "ROUTING", "PAUSED"].contains($0.state.name.rawValue) }
    if inQueue < 3, waiting.count(where: { plain($0.properties["_customer_number"]) == digits }) >= inQueue {
      return .inQueue
    }
    if desired == nil, waiting.count >= maxQueued { return .maxQueued }
    func since(_ seconds: Double) -> [Callback] {
      mine.filter { now.timeIntervalSince($0.created) < seconds - 0.000_5 }
    }
    if since(300).count >= throttle1 { return .throttle1 }
    if since(3_600).count >= throttle2 { return .throttle2 }
    for name in self.parameters {
      guard let value = parameters[name] else { continue }
      let same = since(86_400).count {
        name == "_customer_number" ? plain($0.properties[name]) == plain(value) : $0.properties[name] == value
      }
      if same >= perValue { return .throttledValues }
    }
    if let desired {
      let slot = (desired.timeIntervalSince1970 / 900).rounded(.down)
      let booked = mine.count {
        $0.state.name == .scheduled && ($0.desired.timeIntervalSince1970 / 900).rounded(.down) == slot
      }
      if booked >= perSlot { return .capacity }
    }
    return nil
  }

  private func plain(_ number: String?) -> String { (number ?? "").filter { $0.isNumber } }
}

extension LimitModel {
  /// Limits that a few dozen requests run into; some are wide, so that those that are asked later are met too.
  init(using random: inout some RandomNumberGenerator) {
    func draw(_ narrow: ClosedRange<Int>) -> Int {
      Bool.random(using: &random) ? 1_000 : Int.random(in: narrow, using: &random)
    }
    inQueue = Int.random(in: 1...3, using: &random)
    maxQueued = draw(0...8)
    throttle1 = draw(1...4)
    throttle2 = draw(2...8)
    perValue = draw(1...5)
    let names = [["_customer_number"], ["account"], ["_customer_number", "account"]]
    parameters = names.randomElement(using: &random) ?? []
    perSlot = Int.random(in: 1...2, using: &random)
    horizonDays = Int.random(in: 1...3, using: &random)
  }
}
