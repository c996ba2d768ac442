import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport
import Testing

/// Messages between the agent's desktop and the customer's device.
struct MessageTests {
  static let both: Options = [
    "_display_message": "Message to be displayed", "_application_message": "MESSAGE_FOR_INTERNAL_USE",
  ]
  static let sent = #"{"message":"Notification Sent"}"#

  private func company(_ transport: RecordingTransport = .init()) throws -> NotifyingCompany {
    try NotifyingCompany(
      ["_enable_status_notification": "false"],
      scenario: "chat-delayed",
      transport: transport
    )
  }

  @Test(arguments: EveryStore.allCases)
  func toTheDeviceThatAsks(_ kind: EveryStore) throws {
    try kind.run { store in
      let company = try NotifyingCompany(
        ["_enable_status_notification": "false"],
        scenario: "chat-delayed",
        store: store
      )
      let id = try company.start().text
      #expect(try company.ask(.retrieveNotifications, id, [:], 1) == "[]")
      #expect(try company.ask(.internalNotification, id, Self.both, 2) == Self.sent)
      #expect(try company.ask(.internalNotification, id, ["_display_message": "2"], 3) == Self.sent)
      #expect(try company.ask(.internalNotification, id, ["_application_message": "3"], 3) == Self.sent)
      try company.run(4)
      #expect(company.transport.attempts == [])
      #expect(try company.ask(.retrieveAgentNotifications, id, [:], 4) == "[]")
      #expect(
        try company.ask(.retrieveNotifications, id, [:], 5) == """
          [{"_internal_message":"MESSAGE_FOR_INTERNAL_USE","_id":"\(id)","_display_message":"Message to be displayed"},\
          {"_internal_message":"","_id":"\(id)","_display_message":"2"},\
          {"_internal_message":"3","_id":"\(id)","_display_message":""}]
          """
      )
      #expect(try company.ask(.retrieveNotifications, id, [:], 6) == "[]")
    }
  }

  @Test func toTheDeviceByPush() throws {
    let company = try company()
    let id = try company.start("5115", AgentAvailableTests.device).text
    #expect(try company.ask(.internalNotification, id, Self.both, 2) == Self.sent)
    try company.run(2)
    let push = try #require(company.transport.delivered.first)
    #expect(
      JSONWriter.compact(push.message) == """
        {"_internal_message":"MESSAGE_FOR_INTERNAL_USE","_id":"\(id)","_display_message":"Message to be displayed"}
        """
    )
    #expect(push.subject == .deviceMessage)
    #expect(push.id.hasPrefix("\(id)-"))
    #expect(try company.ask(.retrieveNotifications, id, [:], 5) == "[]")

    // Asked for before it was pushed, it is not pushed any more.
    #expect(try company.ask(.internalNotification, id, Self.both, 6) == Self.sent)
    #expect(try company.ask(.retrieveNotifications, id, [:], 7) != "[]")
    try company.run(8)
    #expect(company.transport.attempts.count == 1)
  }

  @Test func messagesAndAnAgentComeInOrder() throws {
    let company = try company()
    let id = try company.start()
    for text in ["1", "2"] {
      _ = try company.ask(.internalNotification, id.text, ["_display_message": text], 1)
    }
    try company.event(.agentReserved(agent: "kate"), id, 2)
    for text in ["3", "4"] {
      _ = try company.ask(.internalNotification, id.text, ["_display_message": text], 2)
    }
    let answer = try JSONReader.read(company.ask(.retrieveNotifications, id.text, [:], 3))
    #expect(
      answer.arrayValue?.map { $0["_display_message"] ?? $0["tag"] } == [
        "1", "2", .string("service.agentavailable.\(id)"), "3", "4",
      ]
    )
  }

  @Test func toTheAgent() throws {
    let company = try company()
    let id = try company.start("5115", AgentAvailableTests.device).text
    #expect(try company.ask(.retrieveAgentNotifications, id, [:], 1) == "[]")
    #expect(try company.ask(.agentNotification, id, Self.both, 2) == Self.sent)
    #expect(
      try company.ask(.agentNotification, id, ["_display_message": "quote \" and \\ and é"], 2) == Self.sent
    )
    try company.run(3)
    #expect(company.transport.attempts == [], "a desktop has to ask")
    let answer = try company.ask(.retrieveAgentNotifications, id, [:], 4)
    #expect(
      answer == """
        [{"message":"{\\"_id\\":\\"\(id)\\",\\"_internal_message\\":\\"MESSAGE_FOR_INTERNAL_USE\\",\
        \\"_display_message\\":\\"Message to be displayed\\"}","tag":"agent.message.\(id)"},\
        {"message":"{\\"_id\\":\\"\(id)\\",\\"_internal_message\\":\\"\\",\
        \\"_display_message\\":\\"quote \\\\\\" and \\\\\\\\ and é\\"}","tag":"agent.message.\(id)"}]
        """
    )
    #expect(try company.ask(.retrieveAgentNotifications, id, [:], 5) == "[]")
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    let request: RunningRequest
    var parameters: Options = ["_display_message": "x"]
    var id: String?
    let code: CallbackError.Code
    let sentence: String
    var testDescription: String { "\(request.rawValue) \(sentence.prefix(60))" }
  }

  static let unknown = "1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10"
  static let senders = [RunningRequest.internalNotification, .agentNotification]
  static let askers = [RunningRequest.retrieveNotifications, .retrieveAgentNotifications]

  static let refusals: [Refusal] =
    senders.flatMap { request in
      [
        Refusal(
          request: request,
          parameters: [:],
          code: .missingParameter,
          sentence: """
            the parameter '_display_message' is missing; give a text for '_display_message', or for \
            '_application_message' (request '\(request.rawValue)')
            """
        ),
        Refusal(
          request: request,
          parameters: ["_display_message": "", "_application_message": ""],
          code: .missingParameter,
          sentence: """
            the parameter '_display_message' is missing; give a text for '_display_message', or for \
            '_application_message' (request '\(request.rawValue)')
            """
        ),
        Refusal(
          request: request,
          parameters: ["_display_mesage": "x"],
          code: .unknownParameter,
          sentence: """
            there is no parameter '_display_mesage' (request '\(request.rawValue)'). Did you mean \
            '_display_message'?; there is '_display_message', '_application_message'
            """
        ),
        Refusal(
          request: request,
          parameters: ["_display_message": String(repeating: "é", count: 2049)],
          code: .messageTooLong,
          sentence: "the parameter '_display_message' has 4098 bytes; give at most 4096"
        ),
        Refusal(
          request: request,
          parameters: ["_application_message": String(repeating: "x", count: 10_000_000)],
          code: .messageTooLong,
          sentence: "the parameter '_application_message' has 10000000 bytes; give at most 4096"
        ),
        Refusal(
          request: request,
          id: unknown,
          code: .unknownCallback,
          sentence: "there is no callback '\(unknown)'"
        ),
        Refusal(request: request, id: "", code: .unknownCallback, sentence: "there is no callback ''"),
      ]
    }
    + askers.flatMap { request in
      [
        Refusal(
          request: request,
          parameters: ["max": "1"],
          code: .unknownParameter,
          sentence: "there is no parameter 'max' (request '\(request.rawValue)'); it takes none"
        ),
        Refusal(
          request: request,
          parameters: [:],
          id: unknown,
          code: .unknownCallback,
          sentence: "there is no callback '\(unknown)'"
        ),
      ]
    }

  @Test(arguments: refusals)
  func isRefused(_ expected: Refusal) throws {
    let company = try company()
    let id = try company.start().text
    let error = #expect(throws: CallbackError.self) {
      try company.ask(expected.request, expected.id ?? id, expected.parameters, 1)
    }
    #expect(error?.code == expected.code)
    #expect(error?.description == expected.sentence)
    #expect(try company.outbox() == [])
  }

  @Test(arguments: senders)
  func theLongestMessageIsTaken(_ request: RunningRequest) throws {
    let company = try company()
    let id = try company.start().text
    let longest = String(repeating: "é", count: 2048)
    let parameters: Options = ["_display_message": longest, "_application_message": longest]
    #expect(try company.ask(request, id, parameters, 1) == Self.sent)
  }

  @Test(arguments: zip(senders, askers))
  func aHundredMessagesWait(_ send: RunningRequest, _ ask: RunningRequest) throws {
    let company = try company()
    let id = try company.start().text
    for number in 1...100 {
      _ = try company.ask(send, id, ["_display_message": "\(number)"], number)
    }
    let before = try company.outbox()
    let error = #expect(throws: CallbackError.self) { try company.ask(send, id, Self.both, 101) }
    let receiver = send == .agentNotification ? "agent" : "device"
    #expect(
      error?.description
        == """
        100 messages wait for the \(receiver) already; they must be retrieved before a further one is taken
        """
    )
    #expect(error?.code == .tooManyMessages && error?.status == 409)
    #expect(try company.outbox() == before)
    let answer = try JSONReader.read(company.ask(ask, id, [:], 102)).arrayValue ?? []
    #expect(answer.count == 100)
    if send == .internalNotification {
      #expect(answer.map { $0["_display_message"] } == (1...100).map { .string("\($0)") })
    }
    #expect(try company.ask(send, id, Self.both, 103) == Self.sent)
  }

  @Test(arguments: zip(senders, askers))
  func aCompletedCallbackTakesNoMoreButGivesTheLast(_ send: RunningRequest, _ ask: RunningRequest) throws {
    let company = try company()
    let id = try company.start()
    _ = try company.ask(send, id.text, Self.both, 1)
    try company.event(.cancelled, id, 2)
    let error = #expect(throws: CallbackError.self) { try company.ask(send, id.text, Self.both, 3) }
    #expect(
      error?.description
        == "the callback '\(id)' is COMPLETED; it takes no '\(send.rawValue)' any more"
    )
    #expect(error?.code == .callbackOver && error?.status == 409)
    #expect(try company.ask(ask, id.text, [:], 4) != "[]")
    #expect(try company.ask(ask, id.text, [:], 5) == "[]")
  }

  @Test func messagesGoWithTheRecord() throws {
    let company = try company()
    let id = try company.start("5115", AgentAvailableTests.device)
    for request in Self.senders { _ = try company.ask(request, id.text, Self.both, 1) }
    try company.event(.cancelled, id, 2)
    let silent = CallbackEngine(store: company.store)
    try silent.run(company.context(86_400))
    #expect(try company.callbacks() == [])
    #expect(try company.outbox() == [])
    #expect(try company.engine.nextDue() == nil)
  }

  @Test func onlyWhoConfiguresMayAskAndSend() throws {
    let company = try company()
    try company.engine.changeConfiguration(company.context(0)) { configuration in
      var result = configuration
      result.accounts = ["kate": ["roles": "Supervisor"], "root": ["roles": "Administrator"]]
      return result
    }
    let id = try company.start().text
    for request in Self.senders + Self.askers {
      let parameters = Self.senders.contains(request) ? Self.both : [:]
      let error = #expect(throws: CoreError.self) {
        try company.engine.acting(as: "kate").ask(request, of: id, parameters, company.context(1))
      }
      #expect(error?.code == .notPermitted)
      _ = try company.engine.acting(as: "root").ask(request, of: id, parameters, company.context(1))
    }
  }

  @Test func aDryRunSendsAndTakesNothing() throws {
    let company = try company()
    let id = try company.start().text
    _ = try company.ask(.agentNotification, id, Self.both, 1)
    let before = try company.outbox()
    let dry = company.context(2, dryRun: true)
    _ = try company.engine.ask(.agentNotification, of: id, Self.both, dry)
    #expect(try company.engine.ask(.retrieveAgentNotifications, of: id, [:], dry).body != [])
    #expect(try company.outbox() == before)
  }
}
