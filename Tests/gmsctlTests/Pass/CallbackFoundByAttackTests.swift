import Foundation
import GMSTestSupport
import Testing
import gmsctl

/// Faults of the commands for callbacks that an attack found.
@Suite("gmsctl callback: faults that an attack found")
struct CallbackFoundByAttackTests {
  private func desired(_ answer: String) -> Substring? { answer.split(whereSeparator: \.isNewline).last }

  @Test("a body's time without a zone is read in --timezone, as --at is")
  func zoneOfBody() throws {
    let (harness, _) = try SmallCompany.booked()
    let line = "callback start support --number 5116 -o csv --fields _desired_time --dry-run"
    let expected = "2025-01-06T15:00:00.000Z"
    let zone = "--timezone America/New_York"
    let body = #"{"_desired_time":"2025-01-06T10:00"}"#
    #expect(desired(try harness.answer("\(line) -f - \(zone)", input: body)).map(String.init) == expected)
    #expect(desired(try harness.answer("\(line) --at 2025-01-06T10:00 \(zone)")).map(String.init) == expected)
    let utc = #"{"_desired_time":"2025-01-06T15:00"}"#
    #expect(desired(try harness.answer("\(line) -f -", input: utc)).map(String.init) == expected)
  }

  @Test(
    "an empty '_desired_time' is for at once, on the line as in a body and in a service's request",
    arguments: [
      ("callback start support _customer_number=5116 _desired_time=", ""),
      ("callback start support --number 5116 -f -", #"{"_desired_time":""}"#),
      ("callback start support --number 5116 _desired_time= -f -", #"{"lob":"sales"}"#),
      ("service request support _customer_number=5116 _desired_time=", ""),
    ]
  )
  func emptyTime(_ line: String, _ body: String) throws {
    let (harness, _) = try SmallCompany.booked()
    let answer = try harness.answer("\(line) -o csv --fields _desired_time,_callback_state", input: body)
    #expect(desired(answer) == "2025-01-06T14:00:00.000Z,QUEUED")
  }

  @Test(
    "two times are one too many, an empty one too",
    arguments: [
      (
        "callback start support --number 5116 --at 2025-01-06T15:00:00Z _desired_time=", "",
        "the options '--at' and '_desired_time' exclude each other"
      ),
      (
        "callback start support --number 5116 _desired_time= -f -",
        #"{"_desired_time":"2025-01-06T15:00:00Z"}"#, "the key '_desired_time' is given twice"
      ),
    ]
  )
  func twoTimes(_ line: String, _ body: String, _ message: String) throws {
    let (harness, _) = try SmallCompany.booked()
    let before = try harness.snapshot()
    let outcome = harness.run(line, input: body)
    #expect(outcome.code == .usage)
    #expect(outcome.errors.split(separator: "\n").first.map(String.init) == "gmsctl: \(message)")
    #expect(try harness.snapshot() == before)
  }

  @Test("--explain shows the rules where what comes after them refuses")
  func explained() throws {
    let harness = try ScenarioHarness.make()
    _ = try harness.answer("callback start now --number 5115")
    let plain = harness.run("callback start now --number 5116")
    let explained = harness.run("callback start now --number 5116 --explain -o json")
    #expect(explained.code == plain.code && plain.code == .refused)
    #expect(plain.output == "")
    #expect(explained.output.hasPrefix(#"{"callback":null,"rules":[{"rule":"parameters","#))
    #expect(explained.output.contains(#""answer":"passes""#))
    #expect(!explained.output.contains(#""answer":"refuses""#))
    #expect(explained.errors.contains(#""error":"numbers-exhausted""#))
  }

  @Test("what fails before the rules shows none")
  func nothingToExplain() throws {
    let harness = try ScenarioHarness.make()
    let outcome = harness.run("callback start nobody --number 5116 --explain -o json")
    #expect(outcome.code == .notFound)
    #expect(outcome.output == "")
  }

  @Test("notes of cancellations are not longer than 4096 bytes and steer no terminal")
  func notes() throws {
    let (harness, id) = try SmallCompany.booked()
    try harness.write(String(repeating: "x", count: 1_000_000), to: "long")
    let before = try harness.snapshot()
    let tooLong = "gmsctl: the value of the parameter 'note' has 1000000 bytes; 4096 are taken\n"
    let controls = """
      gmsctl: 'a\\u{1b}[2J' cannot be the parameter 'note'; give text without control characters other than line \
      breaks and tabs

      """
    for (words, message) in [
      (["callback", "event", id, "cancelled-by-administrator", "note=@{DIR}/long"], tooLong),
      (["callback", "event", id, "cancelled-by-administrator", "note=a\u{1B}[2J"], controls),
      (["callback", "cancel-many", "--service", "support", "--yes", "--reason", "a\u{1B}[2J"], controls),
      (["callback", "cancel-many", "--ids", "-", "--yes", "--reason", "a\u{1B}[2J"], controls),
    ] {
      let outcome = harness.run(words: words, input: id)
      #expect(outcome.code == .refused)
      #expect(outcome.output == "")
      #expect(outcome.errors == message)
      #expect(try harness.snapshot() == before)
    }
    _ = try harness.answer("callback cancel-many --ids - --yes --reason storm", input: id)
    #expect(try harness.answer("callback history \(id) -o json").contains(#""note":"storm""#))
  }

  @Test("at the end of the calendar a closed office is what refuses")
  func endOfCalendar() throws {
    let (harness, _) = try SmallCompany.booked()
    _ = try harness.answer("service set support _enable_reject_out_of_office_hours=true")
    let outcome = harness.run("callback start support --number 5116 --now 9999-12-31T23:59:59.999Z -o json")
    #expect(outcome.code == .refused)
    #expect(outcome.errors.contains(#""error":"outside-office-hours""#))
    #expect(outcome.errors.contains(#""availability":{}"#))
  }

  @Test("a patience that is too long is told the bound")
  func patience() throws {
    let harness = try CommandLineHarness()
    let line = "simulate --from 2026-11-23T09:00Z --to 2026-11-23T10:00Z --agents 3 --aht 120"
    let outcome = harness.run("\(line) --patience 9999999999")
    #expect(outcome.code != .done)
    #expect(
      outcome.errors
        == "gmsctl: '9999999999.0' cannot be the simulation's 'patience'; give seconds of 0.001 to 1000000000\n"
    )
  }
}
