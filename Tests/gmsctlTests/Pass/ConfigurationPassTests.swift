import Foundation
import Testing
import gmsctl

@Suite("Configuration through gmsctl")
struct ConfigurationPassTests {
  @Test("is applied once, and then nothing is left to do")
  func apply() throws {
    let harness = try CommandLineHarness()
    #expect(try harness.answer("init -o json") == "{\"store\":\"{DIR}/store\"}\n")
    try harness.write(SmallCompany.configuration, to: "company.json")
    let empty = try harness.snapshot()

    let difference = harness.run("diff -f {DIR}/company.json -o json")
    #expect(difference.code == .differences)
    let dry = harness.run("apply -f {DIR}/company.json --dry-run -o json")
    #expect(dry == difference)
    #expect(try harness.snapshot() == empty)

    let applied = harness.run("apply -f {DIR}/company.json -o json")
    #expect(applied.code == .done)
    #expect(applied.output == difference.output)
    #expect(
      applied.output.hasPrefix(
        #"[{"change":"added","path":"service.Branch","old":null,"new":null},{"change":"added","path":"service.Branch/_import_rules1","old":null,"new":"Office"},"#
      )
    )
    let full = try harness.snapshot()
    #expect(full != empty)

    for line in [
      "apply -f {DIR}/company.json", "diff -f {DIR}/company.json", "apply -f {DIR}/company.json --dry-run",
    ] {
      let again = harness.run(line + " -o json")
      #expect(again.code == .done)
      #expect(again.output == "[]\n")
      #expect(again.errors == "")
      #expect(harness.run(line).errors == "no difference\n", "a person is told so")
    }
    #expect(try harness.snapshot() == full)
  }

  @Test("tells what apply changes, line by line, and prunes only when told to")
  func changes() throws {
    let harness = try CommandLineHarness(configuration: SmallCompany.configuration)
    let file = """
      [service.Office]
      _type = builtin
      _service = office-hours
      _timezone = America/New_York
      _bh_regular1 = Mon-Fri 09:00-18:00

      [callback]
      filter-keys = lob
      """
    let outcome = harness.run("diff -f -", input: file)
    #expect(outcome.code == .differences)
    #expect(
      outcome.output == """
        + callback
        + callback/filter-keys = 'lob'
        ~ service.Office/_bh_regular1: 'Mon-Fri 09:00-17:30' → 'Mon-Fri 09:00-18:00'
        - service.Office/_holiday1 = '07-04'

        """
    )
    #expect(harness.run("apply -f -", input: file).output == outcome.output)
    #expect(try harness.answer("service list -o jsonl --fields name").split(separator: "\n").count == 4)
    // What others use may go together with them.
    #expect(harness.run("apply -f - --prune", input: file).code == .done)
    #expect(
      try harness.answer("service list -o json") == #"[{"name":"Office","template":"office-hours"}]"# + "\n"
    )
  }

  @Test("comes back from an export as it was", arguments: ["json", "options"])
  func export(format: String) throws {
    let (harness, _) = try SmallCompany.booked()
    // Values that need quotes, escapes or neither.
    let awkward = [
      "a=#b", "b= c ", "c='d'", "d=\"e\"", "e=", "f=x;y # z", "g=[h]", "i=ü→😀", "j=a=b", "k=\\", "l=\\u0041",
    ]
    #expect(harness.run(words: ["service", "set", "support"] + awkward).code == .done)
    let before = try harness.snapshot()
    let text = try harness.answer("config export --format \(format)")
    for line in ["apply -f -", "apply -f - --prune", "diff -f -", "apply -f - --dry-run"] {
      let outcome = harness.run(line, input: text)
      #expect(outcome == .init(code: .done, output: "", errors: "no difference\n"))
    }
    #expect(try harness.snapshot() == before)

    let other = try CommandLineHarness(configuration: text)
    #expect(try other.answer("config export --format \(format)") == text)
  }

  @Test("stays as it is in a dry run, which answers as the run itself does")
  func dryRun() throws {
    for line in [
      "service create New --template office-hours", "service set Office _holiday2=12-25",
      "service unset Office _holiday1", "service rename Branch Annex", "service clone Office Copy",
      "service delete Branch --yes -o json", "capacity set Capacity tue 09:00-10:00 2",
      "callback start support --number 5117 --at 2025-01-06T15:00:00Z --seed 1 -o json",
      "callback start support --number 5117 --seed 1 -o json",
      "callback reschedule {ID} --at 2025-01-06T15:00:00Z -o json", "callback cancel {ID} -o json",
      "callback event {ID} cancelled -o json", "run --until 2025-01-08 -o json",
    ] {
      let (harness, id) = try SmallCompany.booked()
      let before = try harness.snapshot()
      let line = line.replacingOccurrences(of: "{ID}", with: id)
      let dry = harness.run(line + " --dry-run")
      #expect(dry.code == .done, "\(line): \(dry.errors)")
      #expect(try harness.snapshot() == before, "\(line)")
      let real = harness.run(line)
      #expect(real == dry)
      #expect(try harness.snapshot() != before, "\(line)")
    }
    let harness = try CommandLineHarness()
    #expect(harness.run("init --dry-run").code == .done)
    #expect(try harness.snapshot() == [:])
  }

  @Test("and callbacks are the same bytes for the same seed")
  func seed() throws {
    let lines = [
      "callback start support --number 5116 --at 2025-01-06T15:00:00Z --seed 7",
      "callback start support --number 5117 --seed 7", "run --until 2025-01-06T16:00:00Z --seed 7",
    ]
    let harnesses = [try SmallCompany.booked().harness, try SmallCompany.booked().harness]
    let outcome = harnesses[0].run(lines[0])
    #expect(harnesses[1].run(lines[0]) == outcome)
    for line in lines.dropFirst() {
      #expect(harnesses[0].run(line) == harnesses[1].run(line))
    }
    #expect(try harnesses[0].snapshot() == harnesses[1].snapshot())
    // Two commands of one seed do not make one id.
    #expect(
      Set(try harnesses[0].answer("callback list -o jsonl --fields _id").split(separator: "\n")).count == 3
    )
    let other = try SmallCompany.booked().harness.run(lines[0].replacing("--seed 7", with: "--seed 8"))
    #expect(other.code == .done)
    #expect(other != outcome)
  }
}
