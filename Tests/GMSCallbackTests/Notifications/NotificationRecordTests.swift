import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport
import Testing

/// Notifications as records: written, read, and refused.
struct NotificationRecordTests {
  static let id = "1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10"
  static let text = """
    {"_id":"\(id)-3.0","callback":"\(id)","_service_name":"support","subject":"_cbe_on_target_found","step":3,\
    "index":0,"created":"2025-01-06T14:00:00.000Z","next":"2025-01-06T14:00:10.000Z",\
    "expires":"2025-01-07T14:00:10.000Z","attempts":1,"max_attempts":3,"error":"down",\
    "address":{"type":"httpcb","target":"https://a","provider":"acme","debug":true},\
    "message":{"id":"x","message":{"a":1}}}
    """

  @Test func aRecordReadsBack() throws {
    let record = try RecordCodec.notification.read(Self.text)
    #expect(record.body == Self.text)
    #expect(record.id == "\(Self.id)-3.0")
    #expect(record.kind == .notification)
    #expect(
      record.keys
        == RecordKeys(
          service: "support",
          state: "STATUS",
          time: instant("2025-01-06T14:00:10Z"),
          created: instant("2025-01-06T14:00Z"),
          due: instant("2025-01-07T14:00:10Z"),
          customer: Self.id
        )
    )
    let notification = try CallbackNotification(stored: record)
    #expect(notification.stored == record)
    #expect(notification.subject == .status(.targetFound))
    #expect(notification.lastFailure == "down")
    #expect(RecordCodec.notification.serviceTemplate(record) == nil, "it may outlive its service")
  }

  /// What companies of every kind make reads back, in any order of members and layout.
  @Test(arguments: 0..<10 as Range<UInt64>)
  func whateverIsMadeReadsBack(seed: UInt64) throws {
    var draw = RandomJSON(seed: seed)
    let options: [Options] = [
      [:], ["_status_notification_type": "orscb", "_status_notification_provider": "p"],
      ["_status_notification_debug": "true", "notify_params": "lob,_url"],
    ]
    let company = try NotifyingCompany(
      options[Int(seed) % 3],
      scenario: "user-originated-delayed",
      transport: RecordingTransport(failures: Int(seed) % 2)
    )
    let device: Options = seed % 2 == 0 ? [:] : ["_device_notification_id": "d", "_device_os": "ios"]
    let id = try company.start("5115", device)
    try company.run(0)
    try company.event(.agentReserved(agent: "kate"), id, 1)
    _ = try company.ask(.internalNotification, id.text, ["_display_message": "é\u{1}\"\\"], 2)
    _ = try company.ask(.agentNotification, id.text, ["_application_message": "{}"], 3)
    let records = try company.outbox()
    #expect(records.count >= 4)
    for record in records {
      #expect(try RecordCodec.notification.read(record.body) == record)
      let members = try JSONReader.read(record.body).members ?? []
      let loose = draw.looseText(.object(members.shuffled(using: &draw.random)))
      let read = try RecordCodec.notification.read(loose)
      #expect(read.keys == record.keys && read.id == record.id)
    }
  }

  struct Edit: CustomTestStringConvertible, Sendable {
    let from: String
    let to: String
    let sentence: String
    var testDescription: String { "\(from) → \(to)" }
  }

  static func damaged(_ member: String, _ rest: String) -> String {
    "the record is damaged at '\(member)'\(rest)"
  }

  static let edits = [
    Edit(
      from: "\"_id\":\"\(id)-3.0\"",
      to: "\"_id\":\"x\"",
      sentence: damaged("_id", ": 'x'; give an id that begins with '\(id)-'")
    ),
    Edit(
      from: "\"_id\":\"\(id)-3.0\"",
      to: "\"_id\":\"\(id)-\"",
      sentence: damaged("_id", ": '\(id)-'; give an id that begins with '\(id)-'")
    ),
    Edit(
      from: "\"callback\":\"\(id)\"",
      to: "\"callback\":\"7\"",
      sentence: damaged("callback", ": '7'; give <number>-<uuid>")
    ),
    Edit(from: "\"callback\":\"\(id)\",", to: "", sentence: damaged("callback", "; give <number>-<uuid>")),
    Edit(
      from: "\"support\"",
      to: "\"\"",
      sentence: damaged("_service_name", ": ''; give the name of a service")
    ),
    Edit(
      from: "_cbe_on_target_found",
      to: "_cbe_on_lunch",
      sentence: damaged(
        "subject",
        """
        : '_cbe_on_lunch'; give one of _cbe_on_service_create, _cbe_on_callback_reminder, _cbe_on_callback_queued, \
        _cbe_on_virtual_ixn_create, _cbe_on_target_found, _cbe_on_dial_init, _cbe_on_dial_done, \
        _cbe_on_connect_treatment_start, _cbe_on_customer_queued, _cbe_on_route_to_agent, \
        _cbe_on_callback_cancelled, _cbe_on_service_exit, agent-available, device-message, agent-message
        """
      )
    ),
    Edit(
      from: "\"step\":3",
      to: "\"step\":-1",
      sentence: damaged("step", ": '-1'; give a whole number from 0")
    ),
    Edit(
      from: "\"index\":0",
      to: "\"index\":0.5",
      sentence: damaged("index", ": '0.5'; give a whole number from 0")
    ),
    Edit(
      from: "\"attempts\":1",
      to: "\"attempts\":4",
      sentence: damaged("attempts", ": '4'; give a whole number from 0 to 3")
    ),
    Edit(
      from: "\"max_attempts\":3",
      to: "\"max_attempts\":0",
      sentence: damaged("max_attempts", ": '0'; give a whole number from 1 to 1000")
    ),
    Edit(
      from: "\"created\":\"2025-01-06T14:00:00.000Z\"",
      to: "\"created\":\"today\"",
      sentence: damaged("created", ": 'today'; give a time as yyyy-MM-ddTHH:mm:ss.SSSZ")
    ),
    Edit(
      from: "\"expires\":\"2025-01-07T14:00:10.000Z\",",
      to: "",
      sentence: damaged("expires", "; give a time as yyyy-MM-ddTHH:mm:ss.SSSZ")
    ),
    Edit(
      from: "\"type\":\"httpcb\"",
      to: "\"type\":\"http\"",
      sentence: damaged("address.type", ": 'http'; give one of httpcb, orscb, device")
    ),
    Edit(
      from: "\"type\":\"httpcb\"",
      to: "\"type\":\"device\"",
      sentence: damaged("address", ": 'device'; give the address of another system")
    ),
    Edit(from: "https://a", to: "", sentence: damaged("address.target", ": ''; give text")),
    Edit(
      from: "\"debug\":true",
      to: "\"debug\":\"yes\"",
      sentence: damaged("address.debug", ": 'yes'; give true or false")
    ),
    Edit(
      from: "\"provider\"",
      to: "\"provder\"",
      sentence: damaged("address.provder", "; give 'provider'")
    ),
    Edit(
      from: "_cbe_on_target_found",
      to: "agent-message",
      sentence: damaged("address", ": 'httpcb'; give no address: the agent asks for it")
    ),
    Edit(
      from: "_cbe_on_target_found",
      to: "device-message",
      sentence: damaged("address", ": 'httpcb'; give the address of a device, or none")
    ),
    Edit(
      from: "{\"id\":\"x\",\"message\":{\"a\":1}}",
      to: "\"x\"",
      sentence: damaged("message", ": 'x'; give an object")
    ),
    Edit(from: "\"error\":\"down\"", to: "\"error\":7", sentence: damaged("error", ": '7'; give text")),
    Edit(from: "\"attempts\":1,", to: "\"attemps\":1,", sentence: damaged("attemps", "; give 'attempts'")),
  ]

  @Test(arguments: edits)
  func damageIsNamed(_ edit: Edit) throws {
    #expect(Self.text.contains(edit.from))
    let text = Self.text.replacingOccurrences(of: edit.from, with: edit.to)
    let error = #expect(throws: CallbackError.self) { try RecordCodec.notification.read(text) }
    #expect(error?.description == edit.sentence)
    #expect(error?.code == .malformedRecord)
    var record = try RecordCodec.notification.read(Self.text)
    record.body = text
    let kept = #expect(throws: CallbackError.self) { try CallbackNotification(stored: record) }
    #expect(
      kept?.description
        == edit.sentence.replacingOccurrences(
          of: "the record",
          with: "the record of notification '\(Self.id)-3.0'"
        )
    )
    #expect(kept?.code == .damagedRecord)
  }

  @Test(arguments: ["", "x", "[]", "{}", "{\"_id\":\"1\"}", "{\"_id\":\"1\",\"_id\":\"1\"}"])
  func otherTextIsRefused(_ text: String) {
    #expect(throws: (any Error).self) { try RecordCodec.notification.read(text) }
  }

  @Test func aRecordUnderAnotherNameIsDamaged() throws {
    var record = try RecordCodec.notification.read(Self.text)
    record.id = "other"
    let error = #expect(throws: CallbackError.self) { try CallbackNotification(stored: record) }
    #expect(
      error?.description
        == "the record of notification 'other' is damaged at '_id': '\(Self.id)-3.0'; give 'other'"
    )
  }

  /// A backup tells what it owes: the same ids, to whoever delivers for the copy.
  @Test func theOutboxIsExportedAndImported() throws {
    let company = try NotifyingCompany(delivers: false)
    try company.start()
    var lines: [UInt8] = []
    _ = try company.store.read { reader in
      try StoreExport([.callback, .notification]).write(reader) { block, _ in lines += block }
    }
    let copy = MemoryStore()
    let job = StoreImport([.callback, .notification])
    _ = try job.run(in: copy, StoreChange(time: NotifyingCompany.start, command: "test")) { try $0(lines) }
    let kept = try copy.read { try $0.records(RecordQuery(.notification)) }.sorted { $0.id < $1.id }
    #expect(kept == (try company.outbox()))
    let engine = CallbackEngine(store: copy, notifications: company.transport)
    try engine.run(company.context(0))
    #expect(company.transport.delivered.map(\.order.index) == [0, 0, 0])
    #expect(company.transport.delivered.map(\.order.step) == [0, 1, 2])
  }
}
