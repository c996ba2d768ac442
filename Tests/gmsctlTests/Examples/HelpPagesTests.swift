import Foundation
import GMSTestSupport
import Testing
import gmsctl

/// Every configuration example of GMS's help pages, in one file: applied, exported, and each service requested once as
/// the pages request it.
@Suite("The examples of the help pages")
struct HelpPagesTests {
  private static func configuration() throws -> String {
    let package = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    return try String(
      contentsOf: package.appending(path: "Docs/Examples/help-pages.options"),
      encoding: .utf8
    )
  }

  private static func harness() throws -> CommandLineHarness {
    let harness = try CommandLineHarness(configuration: configuration())
    // A Thursday, while the office is open.
    harness.now = instant("2026-05-07T14:00:00Z")
    return harness
  }

  @Test("are applied, exported, and applied again with no difference", arguments: ["json", "options"])
  func roundTrip(format: String) throws {
    let harness = try Self.harness()
    let before = try harness.snapshot()
    let text = try harness.answer("config export --format \(format)")
    for line in ["apply -f -", "apply -f - --prune", "diff -f -"] {
      #expect(
        harness.run(line, input: text) == .init(code: .done, output: "", errors: "no difference\n"),
        "\(line)"
      )
      let original = try Self.configuration()
      #expect(harness.run(line, input: original) == .init(code: .done, output: "", errors: "no difference\n"))
    }
    #expect(try harness.snapshot() == before)
    let other = try CommandLineHarness(configuration: text)
    #expect(try other.answer("config export --format \(format)") == text)
  }

  @Test("have no option that is unknown, and no reference that leads nowhere")
  func lint() throws {
    let harness = try Self.harness()
    #expect(try harness.answer("service list -o jsonl --fields name").split(separator: "\n").count == 15)
    let findings = try harness.answer("service lint -o jsonl --fields finding")
    for wrong in ["unknown", "refused"] { #expect(!findings.contains(wrong), "\(findings)") }
  }

  /// A request and what it answers; `{number}`, `{id}` and the like stand for what differs.
  struct Case: CustomTestStringConvertible, Sendable {
    let request: String
    var code = ExitCode.done
    /// The answer as a pattern: Swift's regular expressions.
    let answer: String
    var note = ""

    var testDescription: String { request }
  }

  private static let uuid = #"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"#

  static let cases: [Case] = [
    Case(
      request: "iPhoneService _phone_number=6504669999 current_location_latitude=48.8583 "
        + "current_location_longitude=2.2944",
      answer: #"\{"_id":"1-\#(uuid)","_access_number":"650466320[456]","_expiration_time":"30"\}"#
    ),
    // The service's own value wins over the request's.
    Case(
      request: "iPhoneService _phone_number=6504669999 _provide_code=true",
      answer: #"\{"_id":"1-\#(uuid)","_access_number":"650466320[456]","_expiration_time":"30"\}"#
    ),
    Case(
      request: "request-interaction _resource_group=DNIS _provide_code=true",
      answer:
        #"\{"_id":"1-\#(uuid)","_access_number":"650466413[67]","_access_code":"[0-9]{6}","_expiration_time":"30"\}"#
    ),
    Case(
      request: "LoadBalancer-checker",
      answer: #"\{"custom_parameter_1":"value1","custom_parameter_2":"value2"\}"#
    ),
    Case(
      request: "basicget",
      code: .notFound,
      answer: #"\{"exception":"[A-Za-z]+","message":"404 Not Found","code":404,"phrase":"NOT_FOUND"\}"#,
      note: "404"
    ),
    Case(request: "basic_get", answer: #"\{"result":"200","error_code":"200 OK"\}"#),
    Case(request: "my-urs-stat", answer: #"\{\}"#),
    Case(request: "urs-stat name=MyCallbackVQ", answer: #"\{\}"#),
    Case(
      request: "request-chat _verbose=true",
      answer: #"\{"_chatIxnAPI-CREATE-URL":"/genesys/1/service/(\#(uuid))/ixn/chat","_id":"\1",.*\}"#
    ),
    Case(
      request: "match-interaction _access_number=6504663204",
      code: .notFound,
      answer: ".*",
      note: "404"
    ),
    Case(
      request: "Business-hours",
      answer:
        #"\{"error":null,"timezone":"America/New_York","periods":\[\{"start":"2026-05-07T13:00:00.000Z","end":"2026-05-07T21:00:00.000Z"\}\]\}"#
    ),
    Case(
      request: "Capacity start=2016-05-08T13:00:00Z end=2016-05-08T14:00:00Z",
      answer:
        #"\{"timezone":"America/Toronto","periods":\[\{"start":"2016-05-08T13:00:00.000Z","end":"2016-05-08T14:00:00.000Z","capacity":5\}\]\}"#
    ),
    Case(
      request: "callback-support _customer_number=5115 lob=billing",
      answer: #"\{"_id":"1-\#(uuid)",.*"_callback_state":"QUEUED".*"_customer_number":"5115".*\}"#
    ),
    Case(
      request: "callback-blackfriday-support _customer_number=5115",
      answer: #"\{"_id":"1-\#(uuid)",.*"_service_name":"callback-blackfriday-support".*\}"#
    ),
    Case(
      request: "callback-sales _customer_number=80808080",
      answer: #"\{"_dialog_id":"0","_label":"Connecting ...","_action":"DialNumber","#
        + #""_tel_url":"tel:650466413([67])","_access_code":"n/a","_access_number":"650466413\1","#
        + #""_expiration_time":"30","_id":"1-\#(uuid)"\}"#
    ),
  ]

  @Test("are answered in the pages' shape", arguments: cases)
  func request(_ test: Case) throws {
    let harness = try Self.harness()
    let outcome = harness.run("service request \(test.request) -o json")
    #expect(outcome.code == test.code, "\(outcome.errors)")
    let pattern = try Regex(test.answer + "\n?")
    #expect(try pattern.wholeMatch(in: outcome.output) != nil, "\(outcome.output)")
    #expect(
      test.note.isEmpty ? outcome.errors.isEmpty : outcome.errors.contains(test.note),
      "\(outcome.errors)"
    )
  }

  @Test("book a number for a running service, and tell whose call it is")
  func access() throws {
    let harness = try Self.harness()
    let made = try harness.answer(
      "service request request-interaction _resource_group=DNIS _phone_number=6504669999 name=Bob -o json"
    )
    let id = try #require(made.firstMatch(of: /"_id":"([^"]+)"/)).1
    let access = try harness.answer(
      "service request request-access _id=\(id) _resource_group=DNIS _phone_number=6504669999 -o json"
    )
    let found = try #require(
      access.wholeMatch(
        of: /\{"_id":"([^"]+)","_access_number":"(650466413[67])","_expiration_time":"30"\}\n/
      )
    )
    #expect(found.1 == id)
    let call = "service request match-interaction _access_number=\(found.2) _phone_number=6504669999 -o json"
    let match = try harness.answer(call)
    #expect(match.contains("\"_id\":\"\(id)\",\"_data_id\":\""))
    let again = harness.run(call)
    #expect(again.code == .notFound, "the match freed the number: \(again.errors)")
  }

  @Test("show each account the services of its group")
  func accounts() throws {
    let harness = try Self.harness()
    for (account, service, action, code) in [
      ("kate", "callback-support", "cancel", ExitCode.done),
      ("kate", "callback-blackfriday-support", "start", .done),
      ("kate", "callback-sales", "view", .refused),
      ("omar", "callback-sales", "reschedule", .done),
      ("omar", "callback-sales", "configure", .refused),
      ("ruth", "callback-sales", "configure", .done),
      ("sam", "callback-support", "view", .done),
      ("sam", "callback-support", "start", .refused),
      ("sam", "callback-sales", "view", .refused),
    ] {
      let outcome = harness.run("account can \(account) \(action) \(service)")
      #expect(outcome.code == code, "\(account) \(action) \(service): \(outcome)")
    }
  }
}
