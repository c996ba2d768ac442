import Foundation
import GMSCore
import GMSTestSupport
import Testing
import gmsctl

/// `--explain`: what each rule said, on stdout, beside what happens without it.
@Suite("--explain through gmsctl")
struct ExplainPassTests {
  private static let rules = [
    "parameters", "mandatory-keys", "possible-number", "premium-number", "number-exceptions", "virtual-queue",
    "not-past", "not-too-far", "in-queue", "max-queued", "throttle-1", "throttle-2", "throttled-values",
    "office-hours", "capacity", "open-now",
  ]

  @Test("starts the callback and answers it with the rules")
  func taken() throws {
    let (harness, _) = try SmallCompany.booked()
    let line = "callback start support --number 5116 --at 2025-01-06T14:40:00Z --seed 2 --explain -o json"
    let planned = harness.run(line + " --dry-run")
    let outcome = harness.run(line)
    #expect(outcome.code == .done)
    #expect(planned.output == outcome.output, "a dry run tells the same")
    let answer = try JSONReader.read(outcome.output.trimmingCharacters(in: .newlines))
    #expect(answer.members?.map(\.name) == ["callback", "rules"])
    let id = try #require(answer["callback"]?["_id"]?.stringValue)
    #expect(outcome.errors == "callback \(id) is SCHEDULED\n")
    #expect(
      try harness.answer("callback get \(id) -o json") == JSONWriter.compact(answer["callback"] ?? .null)
        + "\n"
    )
    #expect(answer["rules"]?.arrayValue?.map { $0["rule"]?.stringValue ?? "" } == Self.rules)
    #expect(answer["rules"]?.arrayValue?.contains { $0["answer"] == "refuses" } == false)
  }

  @Test("tells which rule refused, and then the error as without it")
  func refused() throws {
    let (harness, _) = try SmallCompany.booked()
    let line = "callback start support --number 5116 --at 2025-01-06T14:32:00Z -o json"
    let before = try harness.snapshot()
    let plain = harness.run(line)
    let explained = harness.run(line + " --explain")
    #expect(explained.code == .refused && plain.code == .refused)
    #expect(explained.errors == plain.errors)
    #expect(plain.output == "")
    let answer = try JSONReader.read(explained.output.trimmingCharacters(in: .newlines))
    #expect(answer["callback"] == .null)
    let refusing = try #require(answer["rules"]?.arrayValue?.first { $0["answer"] == "refuses" })
    #expect(
      JSONWriter.compact(refusing) == """
        {"rule":"capacity","option":"_capacity_service","value":"Capacity","limit":null,"found":"1 booked in the slot",\
        "answer":"refuses","because":"no capacity is left at '2025-01-06T14:32:00.000Z': its slot takes 1 and has 1 \
        booked (option '_capacity_service' = 'Capacity')"}
        """
    )
    #expect(try harness.snapshot() == before)
  }

  @Test("is a table of rules for a person")
  func table() throws {
    let (harness, _) = try SmallCompany.booked()
    let outcome = harness.run(
      "callback start support --number 5116 --explain --dry-run --seed 2 -o csv --fields rule,answer,because"
    )
    #expect(
      outcome.output
        == """
        rule,answer,because
        parameters,passes,
        mandatory-keys,passes,
        possible-number,passes,
        premium-number,passes,
        number-exceptions,not-asked,the option is not set
        virtual-queue,passes,
        not-past,not-asked,the callback is for at once
        not-too-far,not-asked,the callback is for at once
        in-queue,passes,
        max-queued,passes,
        throttle-1,passes,
        throttle-2,passes,
        throttled-values,passes,
        office-hours,not-asked,the callback is for at once
        capacity,not-asked,the callback is for at once
        open-now,not-asked,the option turns the rule off

        """.replacingOccurrences(of: "\n", with: outcome.output.contains("\r\n") ? "\r\n" : "\n")
    )
  }

  @Test(
    "refuses an unknown field, and a request that comes to no rule, before anything is written",
    arguments: [
      ("callback start support --number 5116 --explain --fields rule,anser", ExitCode.usage),
      ("callback start suport --number 5116 --explain", .notFound),
      ("callback start Office --number 5116 --explain -o json", .refused),
      ("callback availability suport --explain", .notFound),
      ("callback availability support --explain --fields answr", .usage),
      (
        "callback availability support --explain --start 2025-01-07T00:00:00Z --end 2025-01-06T00:00:00Z",
        .refused
      ),
    ]
  )
  func usage(_ line: String, _ code: ExitCode) throws {
    let (harness, _) = try SmallCompany.booked()
    let before = try harness.snapshot()
    let outcome = harness.run(line)
    #expect(outcome.code == code)
    #expect(outcome.output == "")
    #expect(outcome.errors != "")
    #expect(try harness.snapshot() == before)
  }

  @Test("says which service closed or filled a slot")
  func availability() throws {
    let (harness, _) = try SmallCompany.booked()
    let line =
      "callback availability support --start 2025-01-06T13:00:00Z --end 2025-01-06T14:35:00Z --explain"
    let answer = try JSONReader.read(try harness.answer(line + " -o json").trimmingCharacters(in: .newlines))
    #expect(answer.members?.map(\.name) == ["availability", "rules"])
    let plain =
      "callback availability support --start 2025-01-06T13:00:00Z --end 2025-01-06T14:35:00Z -o json"
    #expect(JSONWriter.compact(answer["availability"] ?? .null) + "\n" == (try harness.answer(plain)))
    let rules = try #require(answer["rules"]?.arrayValue)
    #expect(
      rules.first.map { JSONWriter.compact($0) } == """
        {"start":"2025-01-06T13:00:00.000Z","end":"2025-01-06T14:00:00.000Z","answer":"closed",\
        "option":"_business_hours_service","value":"Office","total":0,"booked":0,"capacity":0}
        """
    )
    #expect(
      rules.last.map { JSONWriter.compact($0) } == """
        {"start":"2025-01-06T14:30:00.000Z","end":"2025-01-06T14:35:00.000Z","answer":"full",\
        "option":"_capacity_service","value":"Capacity","total":1,"booked":1,"capacity":0}
        """
    )
    #expect(rules.count == 8)
    let version1 = try JSONReader.read(
      try harness.answer(line + " --v1 -o json").trimmingCharacters(in: .newlines)
    )
    #expect(version1["availability"]?["2025-01-06T14:00:00.000Z"] == 1)
    #expect(version1["rules"] == answer["rules"])
  }
}
