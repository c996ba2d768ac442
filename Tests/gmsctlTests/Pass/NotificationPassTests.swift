import Foundation
import GMSTestSupport
import Testing
import gmsctl

/// The outbox, its delivery into a file, and pausing, from the command line.
@Suite("Notifications and pausing through gmsctl")
struct NotificationPassTests {
  private func harness() throws -> (harness: CommandLineHarness, id: String) {
    let (harness, id) = try SmallCompany.booked()
    _ = try harness.answer(
      "service set support _enable_status_notification=notify _status_notification_target=https://crm.example/e"
    )
    _ = try harness.answer("callback event \(id) cancelled")
    return (harness, id)
  }

  private func line(_ id: String, _ place: String, _ event: String) -> String {
    """
    {"id":"\(id)-1.\(place)","callback":"\(id)","service":"support","subject":"\(event)",\
    "created":"2025-01-06T14:00:00.000Z","next":"2025-01-06T14:00:00.000Z","attempts":0,"max_attempts":3,\
    "type":"httpcb","target":"https://crm.example/e","provider":null,"debug":false,"error":null,\
    "message":{"id":"\(id)-1.\(place)","message":{"_event":"\(event)","_time":"2025-01-06T14:00:00.000Z",\
    "_service_id":"\(id)","_service_name":"support","_desired_time":"2025-01-06T14:30:00.000Z",\
    "_callback_state":"COMPLETED","_callback_reason":"CANCELLED"},"tag":"callback.status.\(id)"}}
    """
  }

  @Test("list what waits, and deliver it into a file once")
  func outbox() throws {
    let (harness, id) = try harness()
    let lines = [line(id, "0", "_cbe_on_callback_cancelled"), line(id, "1", "_cbe_on_service_exit")]
    #expect(try harness.answer("callback notifications -o json") == "[\(lines.joined(separator: ","))]\n")
    #expect(try harness.answer("callback notifications \(id) -o jsonl") == lines.map { $0 + "\n" }.joined())
    #expect(
      try harness.answer("callback notifications --max 1 -o jsonl --fields subject").split(separator: "\n")
        .count == 1
    )
    #expect(
      try harness.answer("callback notifications --service support -o csv --fields id,attempts")
        == "id,attempts\r\n\(id)-1.0,0\r\n\(id)-1.1,0\r\n"
    )

    let dry = harness.run("run --deliver {DIR}/told.jsonl --dry-run")
    #expect(dry.code == .done)
    #expect(try harness.answer("callback notifications -o jsonl").split(separator: "\n").count == 2)

    let run = harness.run("run --deliver {DIR}/told.jsonl -o json")
    #expect(run.output == "[]\n")
    #expect(
      run.errors == """
        2 notifications were delivered
        next due at 2025-01-07T14:30:00.000Z

        """
    )
    let told = try String(contentsOfFile: harness.directory.path("told.jsonl"), encoding: .utf8)
    #expect(told == lines.map { $0 + "\n" }.joined())
    let rest = harness.run("callback notifications")
    #expect(rest.output == "" && rest.errors == "nobody has to be told anything\n")
    #expect(harness.run("run --deliver {DIR}/told.jsonl").errors.hasPrefix("nothing was due\n"))
    #expect(try String(contentsOfFile: harness.directory.path("told.jsonl"), encoding: .utf8) == told)
  }

  @Test("refuse a file that cannot be written before anything is moved on")
  func unwritable() throws {
    let (harness, _) = try harness()
    let before = try harness.snapshot()
    let outcome = harness.run("run --until 2025-01-09T00:00:00Z --deliver {DIR}/nowhere/told.jsonl")
    #expect(outcome.code == .unusableStore)
    #expect(outcome.errors.contains("{DIR}/nowhere/told.jsonl: No such file or directory"))
    #expect(outcome.output == "")
    #expect(try harness.snapshot() == before)
  }

  @Test("are part of an export, and read back")
  func export() throws {
    let (harness, id) = try harness()
    let lines = try harness.answer("store export")
    #expect(lines.contains("{\"kind\":\"notification\",\"_id\":\"\(id)-1.0\""))
    try harness.write(lines, to: "all.jsonl")
    #expect(try harness.answer("store import {DIR}/all.jsonl --replace -o json").contains("\"notification\""))
    #expect(try harness.answer("store export") == lines)
  }

  @Test("pause a service and resume it")
  func pausing() throws {
    let (harness, id) = try SmallCompany.booked()
    _ = try harness.answer("run --until 2025-01-06T14:28:00Z")
    harness.now = instant("2025-01-06T14:29:00Z")
    #expect(
      try harness.answer("service pause support -o json") == """
        {"service":"support","paused":true,"changed":true,"count":1,"callbacks":["\(id)"]}

        """
    )
    #expect(try harness.answer("callback get \(id) --fields _callback_state -o csv").contains("PAUSED"))
    #expect(try harness.answer("config export").contains("\"_paused_services_list\": \"support\""))
    let again = harness.run("service pause support -o json")
    #expect(
      again.output
        == "{\"service\":\"support\",\"paused\":true,\"changed\":false,\"count\":0,\"callbacks\":[]}\n"
    )
    #expect(again.errors == "the service 'support' was paused already\n")
    harness.now = instant("2025-01-06T14:39:00Z")
    #expect(
      try harness.answer("service resume support -o json") == """
        {"service":"support","paused":false,"changed":true,"count":1,"callbacks":["\(id)"]}

        """
    )
    #expect(harness.run("service resume support").errors == "the service 'support' was not paused\n")
    #expect(try harness.answer("callback get \(id) --fields _callback_state -o csv").contains("QUEUED"))
    // The queue's limit of four hours stood still for ten minutes.
    #expect(harness.run("run").errors.contains("next due at 2025-01-06T18:38:00.000Z"))
  }

  @Test("pause what is applied, and what is imported at the next run")
  func otherWays() throws {
    let (harness, id) = try SmallCompany.booked()
    _ = try harness.answer("run --until 2025-01-06T14:28:00Z")
    _ = try harness.answer("apply -f -", input: "[callback]\n_paused_services_list = support\n")
    #expect(try harness.answer("callback list --state PAUSED -o jsonl").contains(id))
    let line = #"{"kind":"section","name":"callback","options":{"returned-keys":"lob"}}"#
    _ = try harness.answer("store import - --replace", input: line + "\n")
    #expect(try harness.answer("callback list --state PAUSED -o jsonl").contains(id))
    #expect(try harness.answer("run -o jsonl --fields event") == "{\"event\":\"service-resumed\"}\n")
    #expect(try harness.answer("callback list --state QUEUED -o jsonl").contains(id))
  }

  static let refusals: [(line: String, code: ExitCode, sentence: String)] = [
    ("service pause suport", .notFound, "there is no service 'suport'; did you mean 'support'?"),
    (
      "service pause Office", .refused,
      "service 'Office' is of template 'office-hours'; this takes one of template 'callback'"
    ),
    ("service resume", .usage, "NAME"),
    ("callback notifications --max 0", .usage, "0"),
  ]

  @Test("refuse", arguments: refusals)
  func refused(_ line: String, _ code: ExitCode, _ sentence: String) throws {
    let (harness, _) = try SmallCompany.booked()
    let before = try harness.snapshot()
    let outcome = harness.run(line)
    #expect(outcome.code == code)
    #expect(outcome.errors.contains(sentence), "\(outcome.errors)")
    #expect(try harness.snapshot() == before)
  }
}
