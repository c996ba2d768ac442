import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport

/// A company whose services share virtual queues, with limits that let everything pass.
///
/// `voice` and `vip` wait in VQ, `ask` asks for confirmation first and waits there too, `open` names no virtual queue,
/// `token` leaves it to the request's `lob`.
struct LineCompany {
  let store = MemoryStore()
  let engine: CallbackEngine

  /// Monday 2025-01-06, 14:00 in UTC.
  static let monday = instant("2025-01-06T14:00Z")

  /// So many seconds after ``monday``.
  static func at(_ seconds: Double) -> Date { monday.addingTimeInterval(seconds) }

  private static let common: Options = [
    "_type": "ors", "_service": "callback", "_call_direction": "USERTERMINATED", "_media_type": "voice",
    "_wait_for_agent": "true", "_enable_in_queue_checking": "false",
    "_max_queued_callbacks_per_service": "100000", "_throttle_callbacks_per_service_1": "100000",
    "_throttle_callbacks_per_service_2": "100000", "_throttle_request_parameters_limit": "100000",
  ]

  /// A company, with options of the service `voice` over the usual ones.
  init(_ options: Options = [:], submit: @escaping @Sendable (Callback) -> Bool = { _ in true }) throws {
    engine = CallbackEngine(store: store, submit: submit)
    func service(_ options: Options) -> Options {
      Options(LineCompany.common.dictionary.merging(options.dictionary) { $1 })
    }
    let services: [String: Options] = [
      "voice": service(
        Options(
          ["_urs_virtual_queue": "VQ", "_target": "Agents@Stat.GA"].merging(options.dictionary) { $1 }
        )
      ),
      "vip": service(["_urs_virtual_queue": "VQ", "_urs_priority": "10"]),
      "ask": service(["_urs_virtual_queue": "VQ", "_wait_for_user_confirm": "true"]),
      "open": service([:]),
      "token": service(["_urs_virtual_queue": "VQ_$lob$"]),
    ]
    try engine.changeConfiguration(context(.distantPast)) { configuration in
      var after = configuration
      for (name, options) in services { after.services[name] = options }
      return after
    }
  }

  func context(_ now: Date, seed: UInt64 = 1) -> RequestContext {
    RequestContext(now: now, randomness: .seed(seed), command: "test")
  }

  /// A callback for now, or for a desired time.
  @discardableResult
  func start(
    _ service: String,
    _ number: String,
    at now: Date,
    desired: Date? = nil,
    _ parameters: Options = [:]
  ) throws -> CallbackID {
    try engine.start(
      StartRequest(service, customerNumber: number, at: desired, parameters: parameters),
      context(now)
    ).id
  }

  @discardableResult
  func event(_ name: String, _ parameters: [String: String] = [:], to id: CallbackID, at now: Date) throws
    -> Callback
  {
    try engine.apply(CallbackEvent(name: name, parameters: parameters), to: id.text, context(now)).callback
  }

  /// Reserves an agent and connects both, at one instant.
  func serve(_ id: CallbackID, at now: Date) throws {
    try event("agent-reserved", ["agent": "kate"], to: id, at: now)
    try event("customer-answered", to: id, at: now)
    try event("agent-answered", to: id, at: now)
  }

  /// Changes options of a service; one that is set to "" goes.
  func set(_ service: String, _ options: Options) throws {
    try engine.changeConfiguration(context(.distantPast)) { configuration in
      var after = configuration
      for (name, value) in options.sorted {
        after.services[service]?[name] = value.isEmpty ? nil : value
      }
      return after
    }
  }

  /// The answer of `check-queue-position` as text.
  func position(_ id: CallbackID, at now: Date) throws -> String {
    JSONWriter.compact(try engine.ask(.checkQueuePosition, of: id.text, [:], context(now)).body)
  }
}
