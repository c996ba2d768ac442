import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport
import Testing

/// The customer is told when an agent is there, and then where to chat.
struct ChatDelayedTests {
  private let scenario = "chat-delayed"
  private let device: Options = [
    "_device_notification_id": ScenarioCompany.device, "_device_os": "comet",
    "usr_customer_name": "Bob Markel",
    "usr_reason": "billing question",
  ]

  @Test func itsStages() throws {
    let company = try ScenarioCompany(scenario)
    // Start: the session's id, and that there will be a notification.
    let (id, answer) = try company.start(device, number: "4082652649")
    #expect(answer == ScenarioCompany.notified(id))

    // Too early for the chat.
    #expect(
      try company.refusal(.chat, id, at: 1)
        == "503 the callback is QUEUED/waiting-for-agent, and no agent has been announced yet; open the chat once one has"
    )

    // An agent is there: the device is told.
    #expect(try company.pushed(id) == [])
    #expect(
      try company.event("agent-reserved", id, ["agent": "kate"], at: 10) == [
        "deliver-status event=_cbe_on_target_found", "ask-for-confirmation attempt=1",
      ]
    )
    #expect(try company.pushed(id) == [ScenarioCompany.announcement(id)])
    #expect(try company.ask(.confirmationDialog, id, at: 11) == ScenarioCompany.question(id, media: "1"))

    // Connect: the address of the chat.
    #expect(try company.ask(.connect, id, at: 12) == ScenarioCompany.chat(id))
    #expect(try company.ask(.connect, id, at: 13) == ScenarioCompany.chat(id))

    // The device opens the chat, and the agent who waits is asked to take it.
    #expect(
      try company.ask(.chat, id, ["notify_by": "comet", "subject": "testing"], at: 14)
        == #"{"_id":"\#(id)","comet_channel":"/_genesys"}"#
    )
    #expect(try company.place(id) == "ROUTING/agent-joins-customer")
    try company.event("agent-answered", id, at: 15)
    try company.event("call-ended", id, at: 100)
    #expect(
      try company.history(id) == [
        "submission-fell-due → QUEUED/submitting", "submitted → QUEUED/waiting-for-agent",
        "agent-reserved → QUEUED/waiting-for-confirmation",
        "customer-confirmed → QUEUED/agent-waits-for-customer",
        "customer-called → ROUTING/agent-joins-customer", "agent-answered → PROCESSING",
        "call-ended → COMPLETED",
      ]
    )
    let data = try company.callback(id).userData
    #expect(
      data == [
        "usr_customer_name": "Bob Markel", "usr_reason": "billing question", "subject": "testing",
      ]
    )
  }

  @Test func openingTheChatConfirms() throws {
    let company = try ScenarioCompany(scenario)
    let (id, _) = try company.start(device)
    try company.event("agent-reserved", id, ["agent": "kate"], at: 10)
    #expect(try company.ask(.chat, id, at: 12) == #"{"_id":"\#(id)"}"#)
    #expect(
      try company.history(id).suffix(2) == [
        "customer-confirmed → QUEUED/agent-waits-for-customer",
        "customer-called → ROUTING/agent-joins-customer",
      ]
    )
    #expect(company.chat.sessions.count == 1)
  }

  @Test func whileSnoozedThereIsNoChat() throws {
    let company = try ScenarioCompany(scenario)
    let (id, _) = try company.start()
    try company.event("agent-reserved", id, ["agent": "kate"], at: 10)
    _ = try company.ask(.connect, id, ["_snooze": "true"], at: 11)
    #expect(
      try company.refusal(.chat, id, at: 12)
        == "503 the callback is QUEUED/snoozed, and no agent has been announced yet; open the chat once one has"
    )
  }

  @Test func aDeviceThatIsNamedLaterIsTheOneInTheDialog() throws {
    let company = try ScenarioCompany(scenario)
    let (id, _) = try company.start()
    try company.event("agent-reserved", id, ["agent": "kate"], at: 10)
    let answer = try company.ask(.connect, id, ["_device_notification_id": "d2"], at: 11)
    #expect(answer == ScenarioCompany.chat(id, device: "d2"))
  }
}
