import Foundation
import GMSCallback
import GMSCore
import Testing

/// What a status event says, to whom, and for which options anything is said at all.
struct StatusMessageTests {
  /// The message of the first event of a callback, and its address.
  private func first(
    _ options: Options,
    _ parameters: Options = [:]
  ) throws -> (id: String, message: String, address: NotificationAddress?)? {
    let company = try NotifyingCompany(options, delivers: false)
    let id = try company.start("5115", parameters)
    let told = try company.engine.notifications(of: id.text)
    guard let first = told.first else { return nil }
    #expect(first.id == "\(id)-0.0")
    #expect(first.subject == .status(.serviceCreated))
    #expect(first.created == NotifyingCompany.start)
    #expect(first.expires == NotifyingCompany.at(86_400))
    return (id.text, JSONWriter.compact(first.message), first.address)
  }

  @Test func defaultParameters() throws {
    let (id, message, address) = try #require(try first([:]))
    #expect(
      message == """
        {"id":"\(id)-0.0","message":{"_event":"_cbe_on_service_create","_time":"2025-01-06T14:00:00.000Z",\
        "_service_id":"\(id)","_service_name":"support","_desired_time":"2025-01-06T14:00:00.000Z",\
        "_callback_state":"SCHEDULED"},"tag":"callback.status.\(id)"}
        """
    )
    #expect(address == NotificationAddress(.http, target: NotifyingCompany.target))
  }

  @Test func listedParameters() throws {
    let (id, message, address) = try #require(
      try first(
        [
          "notify_params": "lob, _customer_number,_service_id,missing,_event,lob2",
          "_status_notification_type": "orscb",
          "_status_notification_target": "session-1", "_status_notification_provider": "acme",
          "_status_notification_debug": "true",
        ],
        ["lob": "sales", "lob2": "a \"b\""]
      )
    )
    #expect(
      message == """
        {"id":"\(id)-0.0","message":{"_event":"_cbe_on_service_create","_time":"2025-01-06T14:00:00.000Z",\
        "_service_id":"\(id)","_service_name":"support","lob":"sales","_customer_number":"5115",\
        "lob2":"a \\"b\\""},"tag":"callback.status.\(id)"}
        """
    )
    #expect(
      address
        == NotificationAddress(.orchestration, target: "session-1", provider: "acme", isDebug: true)
    )
  }

  @Test func theEndSaysItsReason() throws {
    let company = try NotifyingCompany()
    let id = try company.start()
    try company.event(.cancelled, id, 5)
    try company.run(5)
    let last = try #require(company.transport.delivered.last)
    #expect(last.id == "\(id)-3.2", "the third action of the third step")
    #expect(last.message["message"]?["_callback_state"] == "COMPLETED")
    #expect(last.message["message"]?["_callback_reason"] == "CANCELLED")
    #expect(last.message["message"]?["_time"] == "2025-01-06T14:00:05.000Z")
  }

  /// Who is told, by the options of the service and the parameters of the request.
  struct Audience: CustomTestStringConvertible, Sendable {
    let options: Options
    var parameters: Options = [:]
    /// The address, or nil when nobody is told.
    let target: String?
    /// The events of a start, without `_cbe_on_`.
    var events = ["service_create", "callback_queued", "virtual_ixn_create"]
    var kind = NotificationAddress.Kind.http
    var testDescription: String { "\(options.sorted) \(parameters.sorted)" }
  }

  static let subscribes = "subscribe_notify"
  static let audiences = [
    Audience(options: ["_enable_status_notification": "false"], target: nil),
    Audience(options: ["_enable_status_notification": ""], target: nil),
    Audience(options: ["_status_notification_target": ""], target: nil),
    Audience(
      options: ["_status_notification_target": ""],
      parameters: ["_status_notification_target": "https://mine"],
      target: nil
    ),
    Audience(
      options: [:],
      parameters: ["_status_notification_events": "_cbe_on_service_exit"],
      target: NotifyingCompany.target
    ),
    Audience(options: ["_enable_status_notification": subscribes], target: NotifyingCompany.target),
    Audience(
      options: ["_enable_status_notification": subscribes],
      parameters: ["_status_notification_target": "https://mine", "_status_notification_type": "orscb"],
      target: NotifyingCompany.target
    ),
    Audience(
      options: ["_enable_status_notification": subscribes, "_status_notification_target": ""],
      parameters: ["_status_notification_target": "session-7", "_status_notification_type": "orscb"],
      target: "session-7",
      kind: .orchestration
    ),
    Audience(
      options: ["_enable_status_notification": subscribes, "_status_notification_target": ""],
      parameters: ["_status_notification_target": "https://mine"],
      target: "https://mine"
    ),
    Audience(
      options: ["_enable_status_notification": subscribes, "_status_notification_target": ""],
      target: nil
    ),
    Audience(
      options: ["_enable_status_notification": subscribes],
      parameters: ["_status_notification_events": " _cbe_on_callback_queued , _cbe_on_service_exit"],
      target: NotifyingCompany.target,
      events: ["callback_queued"]
    ),
    Audience(
      options: ["_enable_status_notification": subscribes],
      parameters: ["_status_notification_events": ""],
      target: NotifyingCompany.target
    ),
    Audience(
      options: ["_status_notification_target": "https://$region$.example"],
      parameters: ["region": "eu"],
      target: "https://eu.example"
    ),
  ]

  @Test(arguments: audiences)
  func audience(_ expected: Audience) throws {
    let company = try NotifyingCompany(expected.options, delivers: false)
    try company.start("5115", expected.parameters)
    let told = try company.engine.notifications()
    #expect(
      Set(told.map(\.address))
        == Set(expected.target.map { [NotificationAddress(expected.kind, target: $0)] } ?? [])
    )
    let names = told.sorted { $0.order < $1.order }.map(\.subject.name)
    #expect(names == (expected.target == nil ? [] : expected.events.map { "_cbe_on_\($0)" }))
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    let parameters: Options
    let sentence: String
    var testDescription: String { "\(parameters.sorted)" }
  }

  static let refusals = [
    Refusal(
      parameters: ["_status_notification_events": "_cbe_on_dial_done,_cbe_on_dail_init"],
      sentence: """
        '_cbe_on_dail_init' cannot be the parameter '_status_notification_events'; give names of events with commas \
        between, such as _cbe_on_service_create. Did you mean '_cbe_on_dial_init'?
        """
    ),
    Refusal(
      parameters: ["_status_notification_events": "_cbe_on_dial_done,"],
      sentence: """
        '' cannot be the parameter '_status_notification_events'; give names of events with commas between, such as \
        _cbe_on_service_create
        """
    ),
    Refusal(
      parameters: ["_status_notification_type": "httpbc"],
      sentence: """
        'httpbc' cannot be the parameter '_status_notification_type'; give httpcb or orscb. Did you mean 'httpcb'?
        """
    ),
    Refusal(
      parameters: ["_status_notification_type": "device"],
      sentence: "'device' cannot be the parameter '_status_notification_type'; give httpcb or orscb"
    ),
  ]

  @Test(arguments: refusals)
  func refusedSubscriptions(_ expected: Refusal) throws {
    let company = try NotifyingCompany(scenario: "user-terminated-scheduled")
    let error = #expect(throws: CallbackError.self) { try company.start("5115", expected.parameters) }
    #expect(error?.description == expected.sentence)
    #expect(error?.code == .invalidParameter)
    #expect(try company.callbacks() == [] && company.outbox() == [])

    let id = try company.start(at: 3600)
    let before = try company.callbacks()
    let moved = #expect(throws: CallbackError.self) {
      try company.engine.reschedule(id.text, parameters: expected.parameters, company.context(1))
    }
    #expect(moved?.description == expected.sentence)
    #expect(try company.callbacks() == before)
  }

  /// What a record says is read leniently: a driver must not stand still over a word.
  @Test func aRecordWithAnOddListGoesOn() throws {
    let company = try NotifyingCompany(
      ["_enable_status_notification": "subscribe_notify"],
      scenario: "user-terminated-scheduled"
    )
    let id = try company.start(at: 3600)
    var callback = try company.engine.callback(id.text)
    callback.merge(["_status_notification_events": ",,_cbe_on_nothing", "_status_notification_type": "x"])
    let odd = callback
    try company.store.write(StoreChange(time: .distantPast, command: "test")) { try $0.put(odd.stored) }
    try company.run(10_000)
    #expect(try company.engine.callback(id.text).state.name == .queued)
    #expect(company.transport.delivered.map(\.subject) == [.status(.serviceCreated)])
  }
}
