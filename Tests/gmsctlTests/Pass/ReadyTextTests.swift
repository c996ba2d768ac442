import Foundation
import GMSCallback
import GMSCore
import Testing
import gmsctl

/// Lists, queues and single callbacks as JSON are cut out of records; what they say is what decoding says.
@Suite("Answers from records' text")
struct ReadyTextTests {
  /// Two services whose names and customers' data look like the text around them.
  private func company() throws -> CommandLineHarness {
    let harness = try CommandLineHarness(
      configuration: #"""
        {"options": {"callback": {"returned-keys": "lob, _media_type,na\"me"}},
         "services": {
          "Office": {"_type": "builtin", "_service": "office-hours", "_timezone": "America/New_York",
            "_bh_regular1": "Mon-Sun 00:00-24:00"},
          "b10": {"_type": "ors", "_service": "callback", "_business_hours_service": "Office",
            "_customer_lookup_keys": "_customer_number,vip"},
          "b9": {"_type": "ors", "_service": "callback", "_business_hours_service": "Office"}}}
        """#
    )
    for number in 1...6 {
      let service = number.isMultiple(of: 3) ? "b10" : "b9"
      _ = try harness.answer(
        "callback start \(service) --number '+1 650-\(1000 + number)' --at 2025-01-06T1\(9 - number):30:00Z "
          + "'lob=a\",\"created\":\\\(number)' vip=é 'na\"me=K{}[]' --seed \(number) --now 2025-01-06T12:00:00Z"
      )
    }
    return harness
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let line: String
    /// The fields that the records' services answer besides those of every record.
    var fields = #",vip,lob,_media_type,na"me"#
    var testDescription: String { line }
  }

  @Test(
    "are the same",
    arguments: [
      Case(line: "list"), Case(line: "list --state SCHEDULED --max 1"), Case(line: "list --service b10"),
      Case(line: "list --where vip=é"), Case(line: "list --where vip=no", fields: ""), Case(line: "queues"),
      Case(line: "queues --service b9", fields: #",lob,_media_type,na"me"#),
      Case(line: "queues --where lob=x --match any", fields: ""),
    ]
  )
  func lists(_ test: Case) throws {
    let harness = try company()
    let line = test.line
    // With all fields named, records are decoded and printed as values.
    let fields =
      "_id,_desired_time,_service_name,_callback_state,_expiration_time,_customer_number,_url,_callback_reason"
      + test.fields
    for format in ["json", "jsonl"] {
      let ready = try harness.answer("callback \(line) -o \(format)")
      if line.hasPrefix("queues"), format == "json" {
        let queues = try #require(JSONReader.read(ready).members)
        #expect(queues.map(\.name) == queues.map(\.name).sorted { $0.utf8.count < $1.utf8.count })
      }
      #expect(try ready == harness.answer("callback \(line) -o \(format) --fields \(fields)"))
    }
  }

  @Test("of one callback are the same, as a document and as a line")
  func single() throws {
    let harness = try company()
    let list = try harness.answer("callback list -o jsonl").split(separator: "\n")
    #expect(list.count == 6)
    for line in list {
      let id = try #require(JSONReader.read(String(line))["_id"]?.stringValue)
      #expect(try harness.answer("callback get \(id) -o json") == line + "\n")
      #expect(try harness.answer("callback get \(id) -o jsonl") == line + "\n")
    }
    let unknown = harness.run("callback get 1-00000000-0000-4000-8000-000000000000 -o json")
    #expect(unknown.code == .notFound)
    #expect(unknown.output.isEmpty)
  }

  @Test("are refused for a service of another kind, and then nothing is written")
  func otherKind() throws {
    let harness = try company()
    let outcome = harness.run("callback list --service Office -o json")
    #expect(outcome.code == .usage || outcome.code == .refused)
    #expect(outcome.output.isEmpty)
    #expect(outcome == harness.run("callback list --service Office -o json --fields _id"))
  }
}
