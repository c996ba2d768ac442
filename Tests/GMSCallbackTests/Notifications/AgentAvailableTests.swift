import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport
import Testing

/// The message to the customer's device that an agent is there.
struct AgentAvailableTests {
  static let device: Options = ["_device_notification_id": "b16416334828b1d2", "_device_os": "comet"]

  private func company(_ options: Options = [:], _ transport: RecordingTransport = .init()) throws
    -> NotifyingCompany
  {
    var values: Options = ["_enable_status_notification": "false"]
    for (name, value) in options.sorted { values[name] = value }
    return try NotifyingCompany(values, scenario: "user-originated-delayed", transport: transport)
  }

  @Test(arguments: [false, true])
  func isPushedToTheDevice(_ providesCode: Bool) throws {
    let company = try company(["_provide_code": "\(providesCode)", "_use_debug_push_certificate": "true"])
    let id = try company.start("5115", Self.device)
    try company.event(.agentReserved(agent: "kate"), id, 5)
    try company.run(5)
    let push = try #require(company.transport.delivered.first)
    #expect(company.transport.delivered.count == 1)
    #expect(
      JSONWriter.compact(push.message) == """
        {"id":"\(push.id)","message":{"_action":"get-dialog-user-confirmation-provide_code-\(providesCode)",\
        "_id":"\(id)"},"tag":"service.agentavailable.\(id)"}
        """
    )
    #expect(
      push.address
        == NotificationAddress(.device, target: "b16416334828b1d2", provider: "comet", isDebug: true)
    )
    #expect(push.subject == .agentAvailable)
    #expect(try company.ask(.retrieveNotifications, id.text, [:], 6) == "[]", "once it was pushed")
  }

  static let withoutDevice: [Options] = [
    [:], ["_device_notification_id": "b164"], ["_device_os": "ios"],
    ["_device_notification_id": "", "_device_os": "ios"],
  ]

  @Test(arguments: withoutDevice)
  func elseTheDeviceAsks(_ parameters: Options) throws {
    let company = try company()
    let id = try company.start("5115", parameters)
    #expect(try company.ask(.retrieveNotifications, id.text, [:], 1) == "[]")
    try company.event(.agentReserved(agent: "kate"), id, 5)
    try company.run(5)
    #expect(company.transport.attempts == [])
    #expect(
      try company.ask(.retrieveNotifications, id.text, [:], 6) == """
        [{"id":"\(id)-3.1","message":{"_action":"get-dialog-user-confirmation-provide_code-false","_id":"\(id)"},\
        "tag":"service.agentavailable.\(id)"}]
        """
    )
    #expect(try company.ask(.retrieveNotifications, id.text, [:], 7) == "[]", "asking takes it away")
  }

  @Test func aPushThatIsRefusedCanBeAskedFor() throws {
    let transport = RecordingTransport { _, _ in .refused(reason: "no such device") }
    let company = try company([:], transport)
    let id = try company.start("5115", Self.device)
    try company.event(.agentReserved(agent: "kate"), id, 5)
    let report = try company.run(5)
    #expect(report.deliveries.map(\.result) == [.givenUp(reason: "no such device")])
    #expect(try company.outbox().map(\.keys.state) == ["DEVICE"])
    #expect(try company.run(6).deliveries == [])
    #expect(try company.ask(.retrieveNotifications, id.text, [:], 7).hasPrefix("[{\"id\":\"\(id)-3.1\""))
  }

  /// Whatever ends the question, a device is not told of an agent who is not held for it any more.
  @Test(arguments: [CallbackEvent.customerConfirmed, .customerSnoozed, .agentUnavailable, .cancelled])
  func isNotTrueForLong(_ event: CallbackEvent) throws {
    for parameters in [Self.device, [:]] {
      let company = try company()
      let id = try company.start("5115", parameters)
      try company.event(.agentReserved(agent: "kate"), id, 5)
      try company.event(event, id, 6)
      try company.run(6)
      #expect(company.transport.attempts == [])
      #expect(try company.ask(.retrieveNotifications, id.text, [:], 7) == "[]")
      #expect(try company.outbox() == [])
    }
  }

  @Test func eachQuestionIsAMessageOfItsOwn() throws {
    let company = try company(["_on_user_confirm_timeout": "END"])
    let id = try company.start("5115", Self.device)
    try company.event(.agentReserved(agent: "kate"), id, 5)
    try company.event(.customerSnoozed, id, 6)
    try company.run(306)
    try company.event(.agentReserved(agent: "joe"), id, 310)
    #expect(try company.outbox().count == 1, "the older question is gone")
    try company.run(310)
    #expect(company.transport.delivered.map(\.id) == ["\(id)-6.1"])
  }

  @Test func twoChannelsDoNotWaitForEachOther() throws {
    let transport = RecordingTransport { notification, _ in
      notification.address?.kind == .http ? .failed(reason: "down") : .delivered
    }
    let company = try company(["_enable_status_notification": "notify"], transport)
    let id = try company.start("5115", Self.device)
    try company.run(0)
    try company.event(.agentReserved(agent: "kate"), id, 5)
    try company.run(5)
    #expect(transport.delivered.map(\.subject) == [.agentAvailable])
  }

  @Test func itGoesWithTheRecord() throws {
    let company = try company(["_ttl": "100", "_user_confirm_timeout": "1000"])
    let id = try company.start()
    try company.event(.agentReserved(agent: "kate"), id, 5)
    #expect(try company.outbox().count == 1)
    try company.run(200)
    #expect(try company.callbacks() == [])
    #expect(try company.outbox() == [])
  }
}
