import Foundation
import GMSTestSupport
import Testing
import gmsctl

/// Scenarios whose customers come themselves, as a person drives them from the command line.
@Suite("Scenarios through gmsctl")
struct ScenarioPassTests {
  private static let accepted = """
    it is taken while an agent waits for the customer's confirmation, and while a number or a chat is offered
    """

  @Test("where the customer calls in, from the request to the end of the call")
  func callIn() throws {
    let harness = try ScenarioHarness.make()
    let started = try harness.answer("callback start dial-in --number 5115 topic=loans --seed 1 -o json")
    let id = try ScenarioHarness.id(started)
    #expect(
      started == #"{"_id":"\#(id)","_text":"We will notify you when an agent is available."}"# + "\n"
    )
    let early = harness.run("callback request \(id) connect")
    #expect(early.code == .refused)
    #expect(
      early.errors == """
        gmsctl: the callback is QUEUED/waiting-for-agent, which does not take the request 'connect'; \
        \(Self.accepted)

        """
    )
    _ = try harness.answer("callback event \(id) agent-reserved agent=kate")
    #expect(
      try harness.answer(
        "callback request \(id) get-dialog-user-confirmation-provide_code-false -o json --fields _action,_ok_title"
      ) == #"{"_action":"ConfirmationDialog","_ok_title":"Connect"}"# + "\n"
    )
    let dial = """
      {"_dialog_id":"0","_label":"Connecting ...","_action":"DialNumber","_tel_url":"tel:6504663204",\
      "_access_code":"n/a","_access_number":"6504663204","_expiration_time":"30","_id":"\(id)"}

      """
    #expect(try harness.answer("callback request \(id) connect -o json") == dial)
    #expect(try harness.answer("callback request \(id) connect -o json") == dial)
    #expect(
      try harness.answer("access match --access-number 6504663204 --phone-number 5115 --with-data -o json")
        == #"{"_id":"\#(id)","user_data":{"topic":"loans"}}"# + "\n"
    )
    #expect(
      try harness.answer("callback event \(id) agent-answered -o json").contains(#""to":"PROCESSING""#)
    )
    _ = try harness.answer("callback event \(id) call-ended")
    #expect(
      try harness.answer("callback history \(id) -o jsonl --fields event").split(separator: "\n").map {
        String($0.dropFirst(10).dropLast(2))
      } == [
        "submission-fell-due", "submitted", "agent-reserved", "customer-confirmed", "customer-called",
        "agent-answered", "call-ended",
      ]
    )
    #expect(try harness.answer("access bookings -o json") == "[]\n")
  }

  @Test("where the customer chats")
  func chat() throws {
    let harness = try ScenarioHarness.make()
    let started = try harness.answer("service request chat _customer_number=5115 --seed 1 -o json")
    let id = try ScenarioHarness.id(started)
    #expect(
      started == """
        {"_dialog_id":"1","_action":"StartChat","_label":"Start Chat",\
        "_start_chat_url":"https://gms.example.com/genesys/1/service/\(id)/ixn/chat",\
        "_comet_url":"https://gms.example.com/genesys/cometd","_user_header":"","_id_to_jump_before":"exit://",\
        "_chat_parameters":{"subject":"None"},"_id":"\(id)"}

        """
    )
    #expect(
      try harness.answer("callback request \(id) ixn/chat notify_by=comet firstName=John -o json")
        == #"{"_id":"\#(id)","comet_channel":"/_genesys"}"# + "\n"
    )
    #expect(
      try harness.answer("callback event \(id) agent-reserved agent=kate -o json").hasSuffix(
        #""dial-agent agent=kate"],"attached_data":{"GMS_UserData":"{\"firstName\":\"John\"}"}}"# + "\n"
      )
    )
  }

  @Test("tell of a number that could not be had, and go on")
  func shortage() throws {
    let harness = try ScenarioHarness.make()
    let first = try ScenarioHarness.id(
      harness.answer("callback start now --number 5115 --seed 1 -o json --fields _id")
    )
    harness.now = instant("2025-01-06T14:00:35Z")
    _ = try harness.answer("callback start now --number 5116 --seed 2")
    harness.now = instant("2025-01-06T14:00:36Z")
    let run = harness.run("run -o json")
    #expect(run.code == .done)
    let why =
      "all 1 numbers of resource group 'DNIS' are taken; one is free by '2025-01-06T14:01:05.000Z'"
    #expect(run.errors.contains("no access number for callback '\(first)': \(why)\n"), "\(run.errors)")
    let before = try harness.snapshot()
    let refused = harness.run("callback request \(first) connect -o json")
    #expect(refused.code == .refused)
    #expect(refused.errors.contains(#""code":503"#) && refused.errors.contains(why), "\(refused.errors)")
    #expect(try harness.snapshot() == before)
    let third = harness.run("callback start now --number 5117")
    #expect(third.code == .refused)
    #expect(third.errors.hasPrefix("gmsctl: \(why)\n"), "\(third.errors)")
    #expect(try harness.snapshot() == before)
  }

  struct Line: CustomTestStringConvertible, Sendable {
    let line: String
    let code: ExitCode
    let says: String
    var testDescription: String { line }
  }

  static let wrong = [
    Line(line: "callback request {ID} conect", code: .usage, says: "'connect'"),
    Line(line: "callback request {ID} ixn/caht", code: .usage, says: "'ixn/chat'"),
    Line(line: "callback request {ID}", code: .usage, says: "NAME"),
    Line(line: "callback request", code: .usage, says: "ID"),
    Line(
      line: "callback request nonsense connect",
      code: .notFound,
      says: "there is no callback 'nonsense'"
    ),
    Line(line: "callback request {ID} connect _snoze=true", code: .refused, says: "'_snooze'"),
    Line(line: "callback request {ID} ixn/chat", code: .refused, says: "the callback is for voice"),
    Line(line: "callback request {ID} connect --fields colour", code: .usage, says: "'colour'"),
    Line(line: "callback start now --number 5116 --fields _callback_state", code: .usage, says: "_tel_url"),
    Line(line: "callback start now --number 5116 --fields _tel_ulr", code: .usage, says: "'_tel_url'"),
  ]

  @Test("refuse what cannot be asked, and write nothing", arguments: wrong)
  func refusals(_ test: Line) throws {
    let harness = try ScenarioHarness.make()
    let id = try ScenarioHarness.id(
      harness.answer("callback start now --number 5115 --seed 1 -o json --fields _id")
    )
    let before = try harness.snapshot()
    let outcome = harness.run(test.line.replacingOccurrences(of: "{ID}", with: id))
    #expect(outcome.code == test.code, "\(outcome)")
    #expect(outcome.output == "")
    #expect(outcome.errors.contains(test.says), "\(outcome.errors)")
    #expect(try harness.snapshot() == before)
  }

  @Test("write nothing in a dry run", arguments: ["connect", "connect where=Paris"])
  func dryRun(_ request: String) throws {
    let harness = try ScenarioHarness.make()
    let id = try ScenarioHarness.id(
      harness.answer("callback start now --number 5115 --seed 1 -o json --fields _id")
    )
    let before = try harness.snapshot()
    #expect(
      try harness.answer("callback request \(id) \(request) --dry-run -o json").contains("DialNumber")
    )
    #expect(try harness.snapshot() == before)
  }
}
