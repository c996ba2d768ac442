import Foundation
import GMSCore
import Testing
import gmsctl

/// Lists with aliases, ranges, filter keys and pages, through the whole program.
struct ListPassTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let line: String
    let output: String
    var errors = ""
    var testDescription: String { line }
    init(_ line: String, _ output: String, errors: String = "") {
      (self.line, self.output, self.errors) = (line, output, errors)
    }
  }

  /// Ids are shown as their numbers in order of desired time.
  static func anonymous(_ text: String, _ ids: [String]) -> String {
    ids.enumerated().reduce(text) { $0.replacingOccurrences(of: $1.element, with: "#\($1.offset + 1)") }
  }

  @Test(arguments: [
    Case(
      "list --fields 'Line Of Business,_customer_number' -o csv",
      "Line Of Business,_customer_number\r\nsales,+1 650 466 3204\r\n=1+1,5116\r\nservice,5117\r\n"
    ),
    Case("list --fields lob,vip -o csv", "Line Of Business,vip\r\nsales,yes\r\n=1+1,\r\nservice,\r\n"),
    Case("list --fields lob", "LINE OF BUSINESS\nsales\n=1+1\nservice\n"),
    Case(
      "list --fields 'Line Of Business' -o jsonl",
      "{\"lob\":\"sales\"}\n{\"lob\":\"=1+1\"}\n{\"lob\":\"service\"}\n"
    ),
    Case("list --where 'Line Of Business=sales' --fields _id -o jsonl", "{\"_id\":\"#1\"}\n"),
    Case("list --where 'Line Of Business=!sales' --fields _id -o csv", "_id\r\n#2\r\n#3\r\n"),
    Case("list --where lob=sales --where lob=service --match any --fields _id -o csv", "_id\r\n#1\r\n#3\r\n"),
    Case("list --range next-day --fields _id -o csv", "_id\r\n#1\r\n#2\r\n"),
    Case("list --range past-week --fields _id -o csv", "_id\r\n"),
    Case("list --range Today --fields _id -o csv", "_id\r\n#1\r\n#2\r\n"),
    // It is still Sunday in Honolulu at 09:00Z.
    Case(
      "list --range Today --timezone Pacific/Honolulu --now 2025-01-06T09:00:00Z --fields _id -o csv",
      "_id\r\n"
    ),
    Case(
      "queues --range next-week --fields _id -o json",
      ##"{"sales":[{"_id":"#2"}],"support":[{"_id":"#1"},{"_id":"#3"}]}"## + "\n"
    ),
    Case(
      "list --page-size 2 --fields _id -o csv",
      "_id\r\n#1\r\n#2\r\n",
      errors: "there are more: --after 2025-01-06T16:00:00.000Z/#2\n"
    ),
    Case("list --page-size 2 --fields _id -o csv -q", "_id\r\n#1\r\n#2\r\n"),
    Case("list --after 2025-01-06T16:00:00.000Z/#2 --fields _id -o csv", "_id\r\n#3\r\n"),
    Case(
      "list --after 2025-01-06T17:00:00+01:00/#2 --page-size 1 --fields _id -o jsonl",
      "{\"_id\":\"#3\"}\n"
    ),
    Case("list --page-size 3 --fields _id -o csv", "_id\r\n#1\r\n#2\r\n#3\r\n"),
    Case("get #1 -o csv --fields 'Line Of Business'", "Line Of Business\r\nsales\r\n"),
    Case("get #1 --fields lob,_callback_state", "Line Of Business  sales\n_callback_state   SCHEDULED\n"),
    Case(
      "export --service sales --fields _id,lob",
      "_id,Line Of Business\r\n#2,=1+1\r\n",
      errors: "1 callback\n"
    ),
    Case("export --service sales --fields lob --safe-cells -q", "Line Of Business\r\n'=1+1\r\n"),
    Case("export --range next-day --fields _id --format jsonl -q", "{\"_id\":\"#1\"}\n{\"_id\":\"#2\"}\n"),
    Case(
      "export --fields _id -o json",
      ##"[{"_id":"#1"},{"_id":"#2"},{"_id":"#3"}]"## + "\n",
      errors: "3 callbacks\n"
    ),
    Case("export --cancelled --fields _id", "_id\r\n", errors: "0 callbacks\n"),
    Case("export --where lob=service --fields _id --as kate -q", "_id\r\n"),
  ])
  func answers(_ expected: Case) throws {
    let (harness, ids) = try QueryCompany.make()
    let line = ids.enumerated().reduce(expected.line) {
      $0.replacingOccurrences(of: "#\($1.offset + 1)", with: $1.element)
    }
    let outcome = harness.run("callback " + line)
    #expect(outcome.code == .done)
    #expect(Self.anonymous(outcome.output, ids) == expected.output)
    #expect(Self.anonymous(outcome.errors, ids) == expected.errors)
  }

  @Test func pagesOfQueues() throws {
    let (harness, ids) = try QueryCompany.make()
    let outcome = harness.run("callback queues --page-size 2 -o json")
    let queues = try JSONReader.read(outcome.output)
    #expect(queues.members?.map(\.name) == ["sales", "support"])
    #expect(queues["sales"]?.arrayValue?.map { $0["_id"]?.stringValue } == [ids[1]])
    #expect(queues["support"]?.arrayValue?.map { $0["_id"]?.stringValue } == [ids[0]])
    #expect(outcome.errors == "there are more: --after 2025-01-06T16:00:00.000Z/\(ids[1])\n")
  }

  @Test func additionalColumnsCanBeKeptOut() throws {
    let configuration = QueryCompany.configuration.replacingOccurrences(
      of: "\"filter-keys\"",
      with: "\"disable-additional-columns-from-callbacks\": \"true\", \"filter-keys\""
    )
    let (harness, ids) = try QueryCompany.make(configuration)
    let own =
      "_id,_desired_time,_service_name,_callback_state,_expiration_time,_customer_number,_url,_callback_reason\r\n"
    for line in ["list --service sales -o csv", "get \(ids[1]) -o csv", "export --service sales -q"] {
      let csv = try harness.answer("callback \(line)")
      let header = line.hasPrefix("get") ? own : own
      #expect(csv.hasPrefix(header), "\(line): \(csv)")
      #expect(!csv.contains("=1+1"))
    }
    #expect(try harness.answer("callback list --service sales -o json").contains(#""lob":"=1+1""#))
    #expect(
      try harness.answer("callback list --service sales -o csv --fields lob")
        == "Line Of Business\r\n=1+1\r\n"
    )
  }

  @Test func rangesAreListed() throws {
    let (harness, _) = try QueryCompany.make()
    let lines = try harness.answer("callback ranges --timezone America/New_York -o csv").split(
      separator: "\r\n"
    )
    #expect(lines.count == 8)
    #expect(lines[0] == "name,saved,from,to")
    #expect(lines[1] == "past-day,false,2025-01-05T14:00:00.000Z,2025-01-06T14:00:00.000Z")
    #expect(lines[7] == "Today,true,2025-01-06T05:00:00.000Z,2025-01-07T05:00:00.000Z")
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    let line: String
    let code: ExitCode
    let errors: String
    var testDescription: String { line }
    init(_ line: String, _ code: ExitCode, _ errors: String) {
      (self.line, self.code, self.errors) = (line, code, errors)
    }
  }

  @Test(arguments: [
    Refusal(
      "list --range past-day --from 2025-01-06",
      .usage,
      "the options '--from' and '--range' exclude each other"
    ),
    Refusal(
      "queues --to 2025-01-06 --range Today",
      .usage,
      "the options '--to' and '--range' exclude each other"
    ),
    Refusal("list --max 5 --page-size 5", .usage, "the options '--max' and '--page-size' exclude each other"),
    Refusal("list --page-size 0", .usage, "'0' of '--page-size' is out of range; "),
    Refusal(
      "list --after x",
      .refused,
      "'x' is no place in a list of callbacks; give the desired time and the id of a callback with '/' between them"
    ),
    Refusal(
      "list --range past-weak",
      .notFound,
      "there is no range of dates 'past-weak'; there are 'past-day', 'past-week', 'past-month', 'next-day', 'next-week', 'next-month', 'Today'; did you mean 'past-week'?"
    ),
    Refusal(
      "list --where vip=yes",
      .refused,
      "callbacks cannot be filtered by 'vip'; option 'filter-keys' of section 'callback' lists 'lob', and what every record has can be used too"
    ),
    Refusal(
      "list --where 'Line of business=x' -o csv",
      .refused,
      "callbacks cannot be filtered by 'Line of business'; option 'filter-keys' of section 'callback' lists 'lob', and what every record has can be used too. Did you mean 'Line Of Business'?"
    ),
    Refusal(
      "list --fields 'lob,Line Of Business'",
      .usage,
      "'lob,Line Of Business' is not a list of fields; it names 'lob' twice, once as 'Line Of Business'"
    ),
    Refusal("list --fields Nonsense", .usage, "there is no field 'Nonsense'; there are _id, "),
    Refusal("list --range Today --timezone Mars", .usage, "the time zone of '--timezone' is wrong: "),
    Refusal(
      "export --safe-cells --format jsonl",
      .usage,
      "the options '--safe-cells' and '--format jsonl' exclude each other"
    ),
    Refusal(
      "export --cancelled --state QUEUED",
      .usage,
      "the options '--state' and '--cancelled' exclude each other"
    ),
    Refusal("export --fields nonsense", .refused, "there is no column 'nonsense'; there are '_id', "),
    Refusal("export --format xml", .usage, "'xml' of '--format' is not known; choose csv, jsonl or json"),
    Refusal("export --service suport", .notFound, "there is no service 'suport'; did you mean 'support'?"),
    Refusal("export --max 5", .usage, "'gmsctl callback export' has no option '--max'"),
    Refusal("export --service support --as kate", .refused, "account 'kate' may not "),
    Refusal(
      "cancel-many",
      .usage,
      "'gmsctl callback cancel-many' needs the option '--ids'; without it, give a filter such as '--service'"
    ),
    Refusal(
      "cancel-many --match any --yes",
      .usage,
      "'gmsctl callback cancel-many' needs the option '--ids'; without it, give a filter such as '--service'"
    ),
    Refusal("cancel-many --ids {DIR}/none", .usage, "cannot read '{DIR}/none' of '--ids': "),
    Refusal(
      "cancel-many --ids - --service support",
      .usage,
      "the options '--service' and '--ids' exclude each other"
    ),
    Refusal(
      "cancel-many --service support --skip-missing",
      .usage,
      "the options '--service' and '--skip-missing' exclude each other"
    ),
    Refusal(
      "cancel-many --service support",
      .usage,
      "this would cancel 2 callbacks, and there is no terminal to ask; write '--yes' to agree"
    ),
    Refusal(
      "cancel-many --service sales",
      .usage,
      "this would cancel 1 callback, and there is no terminal to ask; write '--yes' to agree"
    ),
    Refusal(
      "cancel-many --service sales --fields nonsense --yes",
      .usage,
      "there is no field 'nonsense'; there are _id, _service_name, state, result, reason, note, actions"
    ),
    Refusal(
      "cancel-many --service sales --as-of 2025-01-06 --yes",
      .usage,
      "the option '--as-of' is for commands that only read the store's state"
    ),
    Refusal("cancel-many --where vip=x --yes", .refused, "callbacks cannot be filtered by 'vip'; "),
  ])
  func refusals(_ expected: Refusal) throws {
    let (harness, _) = try QueryCompany.make()
    let before = try harness.snapshot()
    let outcome = harness.run("callback " + expected.line)
    #expect(outcome.code == expected.code)
    #expect(outcome.errors.hasPrefix("gmsctl: \(expected.errors)"), "\(outcome.errors)")
    #expect(outcome.output.isEmpty)
    #expect(try harness.snapshot() == before)
  }
}
