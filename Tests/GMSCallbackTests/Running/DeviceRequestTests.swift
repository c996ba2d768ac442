import Foundation
import GMSCallback
import GMSCore
import Testing

/// What devices ask wrongly: each refusal by its whole sentence, and nothing written.
struct DeviceRequestTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let request: RunningRequest
    let parameters: Options
    let message: String
    var testDescription: String { "\(request.rawValue) \(parameters.sorted)" }

    init(_ request: RunningRequest, _ parameters: Options, _ message: String) {
      self.request = request
      self.parameters = parameters
      self.message = message
    }
  }

  static let cases = [
    Case(
      .connect,
      ["_snoze": "true"],
      "400 there is no parameter '_snoze' (request 'connect'). Did you mean '_snooze'?; there is '_snooze', "
        + "'_device_notification_id', '_device_os'"
    ),
    Case(
      .connect,
      ["_customer_number": "5116"],
      "400 there is no parameter '_customer_number' (request 'connect'); there is '_snooze', "
        + "'_device_notification_id', '_device_os'"
    ),
    Case(
      .connect,
      ["_snooze": "yes"],
      "400 'yes' cannot be the parameter '_snooze'; give 'true' or 'false' (request 'connect')"
    ),
    Case(
      .connect,
      ["_snooze": "ture"],
      "400 'ture' cannot be the parameter '_snooze'; give 'true' or 'false'. Did you mean 'true'? (request 'connect')"
    ),
    Case(
      .connect,
      ["": "x"],
      "400 'x' cannot be the parameter ''; give a name of printable characters"
    ),
    Case(
      .connect,
      ["a\nb": "x"],
      "400 'x' cannot be the parameter 'a\nb'; give a name of printable characters"
    ),
    Case(
      .chat,
      ["_verbos": "true"],
      "400 there is no parameter '_verbos' (request 'ixn/chat'). Did you mean '_verbose'?; there is '_verbose', "
        + "'_device_notification_id', '_device_os'"
    ),
    Case(
      .chat,
      ["_verbose": "1"],
      "400 '1' cannot be the parameter '_verbose'; give 'true' or 'false' (request 'ixn/chat')"
    ),
    Case(
      .chat,
      ["notify_by": "commet"],
      "400 'commet' cannot be the parameter 'notify_by'; give 'poll' or 'comet'. Did you mean 'comet'? "
        + "(request 'ixn/chat')"
    ),
    Case(
      .chat,
      ["_id": "1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10"],
      "400 there is no parameter '_id' (request 'ixn/chat'); there is '_verbose', '_device_notification_id', "
        + "'_device_os'"
    ),
    Case(
      .confirmationDialog,
      ["_snooze": "true"],
      "400 there is no parameter '_snooze' (request 'get-dialog-user-confirmation-provide_code-false'); there is "
        + "'_device_notification_id', '_device_os'"
    ),
  ]

  @Test(arguments: cases)
  func isRefused(_ test: Case) throws {
    let company = try ScenarioCompany("chat-delayed")
    let (id, _) = try company.start()
    try company.event("agent-reserved", id, ["agent": "kate"], at: 10)
    #expect(try company.refusal(test.request, id, test.parameters, at: 11) == test.message)
  }

  @Test func anUnknownCallbackIsRefused() throws {
    let company = try ScenarioCompany("chat-delayed")
    for request in [
      RunningRequest.connect, .chat, .confirmationDialog, .confirmationDialogWithCode,
    ] {
      for id in ["1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10", "", "nonsense"] {
        #expect(
          try company.refusal { _ = try company.engine.ask(request, of: id, [:], company.context(0)) }
            == "404 there is no callback '\(id)'"
        )
      }
    }
  }

  @Test func whatADeviceBringsWithConnectIsKept() throws {
    let company = try ScenarioCompany("user-originated-immediate")
    let (id, _) = try company.start()
    _ = try company.ask(.connect, id, ["where": "Paris", "empty": ""], at: 1)
    #expect(try company.callback(id).userData == ["where": "Paris"])
    #expect(try company.callback(id).bookings.count == 1, "the booking stays")
  }

  /// A table of states and requests, each answered or refused, and never a stuck or half-written callback.
  @Test func everyRequestInEveryState() throws {
    var answered = 0
    var refused = 0
    for scenario in [
      "user-originated-immediate", "user-originated-delayed", "chat-immediate", "chat-delayed",
      "user-terminated-immediate", "user-terminated-delayed", "user-terminated-delayed-agent-preview",
    ] {
      let script = [
        "agent-reserved", "agent-accepted", "customer-confirmed", "customer-called",
        "customer-answered", "agent-answered", "call-ended",
      ]
      for depth in 0...script.count {
        for request in [
          RunningRequest.connect, .chat, .confirmationDialog, .confirmationDialogWithCode,
        ] {
          let company = try ScenarioCompany(scenario)
          let (id, _) = try company.start()
          for name in script.prefix(depth) {
            let event = try? CallbackEvent(
              name: name,
              parameters: name == "agent-reserved" ? ["agent": "kate"] : [:]
            )
            guard let event else { continue }
            _ = try? company.engine.apply(event, to: id.text, company.context(1))
          }
          let before = try company.everything()
          do {
            _ = try company.engine.ask(request, of: id.text, [:], company.context(2))
            answered += 1
          } catch let error as CallbackError {
            refused += 1
            #expect([.requestRefused, .noAgentYet, .wrongMedium, .otherDialog].contains(error.code))
            #expect(try company.everything() == before)
          }
        }
      }
    }
    #expect(answered > 20 && refused > 100, "\(answered) answered, \(refused) refused")
  }
}
