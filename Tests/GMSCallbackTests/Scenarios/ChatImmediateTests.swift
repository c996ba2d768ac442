import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport
import Testing

/// The customer is told at once where to chat.
struct ChatImmediateTests {
  private let scenario = "chat-immediate"
  private let device: Options = ["_device_notification_id": ScenarioCompany.device, "_device_os": "comet"]
  private let opening: Options = [
    "notify_by": "comet", "firstName": "John", "lastName": "Harry", "subject": "testing",
    "email": "j.h@gmail.com", "_verbose": "false",
  ]

  @Test func itsStages() throws {
    let company = try ScenarioCompany(scenario)
    // Start: the address of the chat, at once. No number is needed.
    let (id, answer) = try company.start(device)
    #expect(answer == ScenarioCompany.chat(id))
    #expect(try company.place(id) == "QUEUED/waiting-for-customer")
    #expect(try company.live(0).isEmpty)
    #expect(try company.ask(.connect, id, at: 3) == ScenarioCompany.chat(id))

    // The device opens the chat.
    #expect(try company.ask(.chat, id, opening, at: 5) == #"{"_id":"\#(id)","comet_channel":"/_genesys"}"#)
    #expect(try company.place(id) == "QUEUED/waiting-on-call")
    let session = try #require(company.chat.sessions.first)
    #expect(company.chat.sessions.count == 1)
    #expect(session.id == id.text && session.service == "line" && session.mode == .push)
    #expect(session.endpoint == "gms_builtin")
    #expect(session.created == company.at(5) && session.expires == company.at(86_400))
    let data: [String: String] = [
      "firstName": "John", "lastName": "Harry", "subject": "testing", "email": "j.h@gmail.com",
    ]
    #expect(session.userData.dictionary == data)
    #expect(try company.callback(id).userData == data, "what was given is kept for the agent")

    // An agent takes it.
    try company.event("agent-reserved", id, ["agent": "kate"], at: 8)
    try company.event("agent-answered", id, at: 9)
    try company.event("call-ended", id, at: 100)
    #expect(
      try company.history(id) == [
        "submission-fell-due → QUEUED/submitting", "submitted → QUEUED/waiting-for-customer",
        "customer-called → QUEUED/waiting-on-call", "agent-reserved → ROUTING/agent-joins-customer",
        "agent-answered → PROCESSING", "call-ended → COMPLETED",
      ]
    )
    #expect(try company.callback(id).completionReason == .agentConnected)
  }

  @Test func askingAgainChangesNothing() throws {
    let company = try ScenarioCompany(scenario)
    let (id, _) = try company.start(device)
    let answer = try company.ask(.chat, id, opening, at: 5)
    let before = try company.everything()
    #expect(try company.ask(.chat, id, opening, at: 6) == answer)
    #expect(try company.ask(.chat, id, ["subject": "other"], at: 7) == #"{"_id":"\#(id)"}"#)
    #expect(try company.everything() == before)
    #expect(company.chat.sessions.count == 1, "the chat server is asked once")
  }

  @Test func aPollingDeviceGetsNoChannelAndDetailsWhenItAsks() throws {
    let company = try ScenarioCompany(scenario)
    let (id, _) = try company.start()
    #expect(
      try company.ask(.chat, id, ["_verbose": "true", "subject": "bill"], at: 5) == """
        {"_id":"\(id)","_chat_endpoint":"gms_builtin","_chat_mode":"poll",\
        "_expiration_time":"2025-01-07T14:00:00.000Z","user_data":{"subject":"bill"}}
        """
    )
  }

  struct Server: CustomTestStringConvertible, Sendable {
    let configured: String?
    let expected: String
    var testDescription: String { configured ?? "nothing" }
  }

  static let servers = [
    Server(configured: nil, expected: "http://localhost:8080"),
    Server(configured: "", expected: "http://localhost:8080"),
    Server(configured: "https://gms.example.com", expected: "https://gms.example.com"),
    Server(configured: "https://gms.example.com/", expected: "https://gms.example.com"),
    Server(configured: "http://10.0.0.1:80/gms//", expected: "http://10.0.0.1:80/gms"),
  ]

  @Test(arguments: servers)
  func addressesBeginWithTheServers(_ server: Server) throws {
    let section = server.configured.map { ["server": ["external_url_base": $0] as Options] } ?? [:]
    let company = try ScenarioCompany(scenario, sections: section)
    let (id, answer) = try company.start()
    #expect(answer == ScenarioCompany.chat(id, device: "", server: server.expected))
  }

  @Test func aChatServerThatRefusesLeavesEverythingAsItWas() throws {
    let company = try ScenarioCompany(scenario, chat: .refused(reason: "too many sessions"))
    let (id, _) = try company.start()
    let refusal = try company.refusal(.chat, id, ["subject": "bill"], at: 5)
    #expect(refusal.hasPrefix("503 ") && refusal.contains("too many sessions"), "\(refusal)")
    #expect(try company.place(id) == "QUEUED/waiting-for-customer")
    #expect(try company.callback(id).userData.isEmpty)
  }

  @Test func aDryRunOpensNothing() throws {
    let company = try ScenarioCompany(scenario)
    let (id, _) = try company.start()
    let response = try company.engine.ask(.chat, of: id.text, opening, company.context(5, dryRun: true))
    #expect(JSONWriter.compact(response.body) == #"{"_id":"\#(id)","comet_channel":"/_genesys"}"#)
    #expect(company.chat.sessions.isEmpty)
    #expect(try company.place(id) == "QUEUED/waiting-for-customer")
  }

  @Test func aChatThatIsNotOpenedIsOfferedAgainAndGivenUp() throws {
    let company = try ScenarioCompany(scenario)
    let (id, _) = try company.start()
    #expect(
      try company.run(500) == [
        "booking-expired → QUEUED/waiting-for-customer", "booking-expired → QUEUED/waiting-for-customer",
        "booking-expired → COMPLETED",
      ]
    )
    #expect(
      try company.refusal(.chat, id, at: 501) == """
        409 the callback is COMPLETED, which does not take the request 'ixn/chat'; it is taken until the chat is over
        """
    )
  }

  @Test func aCallIsNoChat() throws {
    let company = try ScenarioCompany(scenario)
    let (id, _) = try company.start()
    let access = try company.engine.request(
      "request-access",
      ["_id": id.text, "_resource_group": "DNIS"],
      company.context(1)
    ).body
    let number = try #require(access["_access_number"]?.stringValue)
    #expect(try company.call(number, at: 2) == #"{"_id":"\#(id)"}"#)
    #expect(try company.place(id) == "QUEUED/waiting-for-customer", "the chat is still awaited")
  }
}
