import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport

/// A company that is always open, and whose callbacks tell another system what becomes of them.
struct NotifyingCompany {
  let store: any Store
  let transport: RecordingTransport
  let engine: CallbackEngine

  /// Monday 2025-01-06, 14:00 UTC.
  static let start = instant("2025-01-06T14:00Z")
  static let target = "https://crm.example/events"

  init(
    _ options: Options = [:],
    scenario: String = "user-terminated-delayed",
    transport: RecordingTransport = RecordingTransport(),
    delivers: Bool = true,
    store: any Store = MemoryStore(),
    submit: @escaping @Sendable (Callback) -> Bool = { _ in true }
  ) throws {
    self.store = store
    self.transport = transport
    engine = CallbackEngine(store: store, notifications: delivers ? transport : nil, submit: submit)
    var values: Options = [
      "_enable_status_notification": "notify", "_status_notification_target": Self.target,
      "_business_hours_service": "Always", "_resource_group": "DNIS", "_enable_in_queue_checking": "false",
      "_throttle_request_parameters_limit": "1000",
    ]
    for (name, value) in options.sorted { values[name] = value.isEmpty ? nil : value }
    var configuration = Configuration()
    configuration.resources["DNIS"] = ResourceGroup(
      numbers: ["6504663204", "6504663205"],
      options: ["strategy": "local"]
    )
    let editor = ServiceEditor()
    configuration = try editor.create(
      "Always",
      template: "office-hours",
      options: ["_bh_regular1": "Mon-Sun 00:00-24:00"],
      in: configuration
    )
    configuration = try editor.create(
      "support",
      template: "callback",
      scenario: scenario,
      options: values,
      in: configuration
    )
    let made = configuration
    try store.write(StoreChange(time: Self.start, command: "test")) { try $0.setConfiguration(made) }
  }

  /// So many seconds after the start.
  static func at(_ seconds: Int) -> Date { start.addingTimeInterval(Double(seconds)) }

  func context(_ seconds: Int, dryRun: Bool = false) -> RequestContext {
    RequestContext(
      now: Self.at(seconds),
      randomness: .seed(UInt64(seconds)),
      command: "test",
      isDryRun: dryRun
    )
  }

  @discardableResult
  func start(
    _ number: String = "5115",
    at desired: Int? = nil,
    now: Int = 0,
    _ parameters: Options = [:]
  ) throws -> CallbackID {
    try engine.start(
      StartRequest("support", customerNumber: number, at: desired.map(Self.at), parameters: parameters),
      context(now)
    ).id
  }

  @discardableResult
  func run(_ seconds: Int) throws -> DriverReport { try engine.run(context(seconds)) }

  @discardableResult
  func event(_ event: CallbackEvent, _ id: CallbackID, _ seconds: Int) throws -> Callback {
    try engine.apply(event, to: id.text, context(seconds)).callback
  }

  func ask(_ request: RunningRequest, _ id: String, _ parameters: Options = [:], _ seconds: Int) throws
    -> String
  {
    let response = try engine.ask(request, of: id, parameters, context(seconds))
    precondition(response.status == 200, "the status is \(response.status)")
    return JSONWriter.compact(response.body)
  }

  /// What waits, by id.
  func outbox() throws -> [StoredRecord] {
    try store.read { try $0.records(RecordQuery(.notification)) }.sorted { $0.id < $1.id }
  }

  func callbacks() throws -> [StoredRecord] { try store.read { try $0.records(RecordQuery(.callback)) } }
}
