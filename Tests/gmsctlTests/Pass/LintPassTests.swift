import Testing
import gmsctl

/// `service list` and `service lint`, from the store and from a file.
@Suite("Lists and reports of services")
struct LintPassTests {
  private func company() throws -> CommandLineHarness {
    let harness = try CommandLineHarness(configuration: SmallCompany.configuration)
    #expect(
      harness.run("service set support '_service_groups=help, night' _urs_virtual_queue=VQ _target=a@S.GA")
        .code
        == .done
    )
    return harness
  }

  @Test(
    "are of a group, a template, a text",
    arguments: [
      ("", ["Branch", "Capacity", "Office", "support"]), ("--group help", ["support"]),
      ("--group nobody", []),
      ("--template office-hours", ["Branch", "Office"]), ("--search NEW_YORK", ["Capacity", "Office"]),
      ("--search _holiday1", ["Office"]), ("--group help --template capacity", []),
      ("--template callback --search office", ["support"]),
    ]
  )
  func list(options: String, names: [String]) throws {
    let harness = try company()
    let line = "service list " + options
    let expected = names.isEmpty ? "" : (["name"] + names).map { $0 + "\r\n" }.joined()
    let outcome = harness.run(line + " --fields name -o csv")
    #expect(outcome.code == .done)
    #expect(outcome.output == expected || names.isEmpty && outcome.output == "name\r\n")
    if names.isEmpty {
      #expect(harness.run(line + " -o json").output == "[]\n")
      #expect(harness.run(line).errors == "no services\n")
    }
  }

  @Test("tell what deserves attention, and with --all everything")
  func lint() throws {
    let harness = try company()
    #expect(
      harness.run("service lint --strict") == .init(code: .done, output: "", errors: "nothing to report\n")
    )
    #expect(try harness.answer("service lint -o json") == "[]\n")
    let all = try harness.answer("service lint Office --all")
    #expect(
      all == """
        service.Office: '_bh_regular1' is 'Mon-Fri 09:00-17:30'
        service.Office: '_holiday1' is '07-04'
        service.Office: '_service' is 'office-hours'
        service.Office: '_timezone' is 'America/New_York'
        service.Office: '_type' is 'builtin'

        """
    )
    let branch = try harness.answer("service lint Branch --all -o json --fields option,verdict")
    #expect(branch.contains(#"{"option":"_timezone","verdict":"used"}"#))
    let support = try harness.answer("service lint support --all -o jsonl --fields option,verdict")
    #expect(support.contains(#"{"option":"_ttl","verdict":"default"}"#))

    #expect(harness.run("service set support _agent_preview=true _colour=blue").code == .done)
    let expected = """
      service.support: '_colour' is not an option of template 'callback'; it is kept
      service.support: '_agent_preview' is 'true', which contradicts '_userterminated_first_connect_party'

      """
    #expect(harness.run("service lint") == .init(code: .done, output: expected, errors: ""))
    #expect(
      harness.run("service lint support --strict") == .init(code: .refused, output: expected, errors: "")
    )
    #expect(harness.run("service lint Office --strict").code == .done)
    #expect(
      try harness.answer("service lint -o jsonl").split(separator: "\n").first.map(String.init)
        == #"{"place":"service.support","option":"_colour","value":"blue","verdict":"unknown","finding":"service.support: '_colour' is not an option of template 'callback'; it is kept"}"#
    )
  }

  private static let file = """
    [service.support]
    _type = ors
    _service = callback
    _business_hours_service = Office
    _ttl = soon
    nonsense
    """

  @Test("judge a file line by line and write nothing")
  func lintFile() throws {
    let harness = try company()
    let before = try harness.snapshot()
    let expected = """
      1: service.support: '_target' is not set; 'support' stands in for it
      """
    let refused = """
      5: service.support: option '_ttl' of service 'support' is 'soon'; write a whole number of seconds of 1 or more
      6: service.support: 'nonsense' is not part of a configuration: write an option as name = value

      """
    let outcome = harness.run("service lint -f - --strict", input: Self.file)
    #expect(outcome.code == .refused)
    #expect(outcome.output == refused, "while a value is refused, contradictions are not looked for")
    #expect(outcome.errors == "")
    #expect(harness.run("service lint -f -", input: Self.file).code == .done)
    let all = try harness.answer("service lint support --all -f - -o jsonl", input: Self.file)
    #expect(
      all.split(separator: "\n").map(String.init) == [
        #"{"line":2,"place":"service.support","option":"_type","value":"ors","verdict":"used","finding":"'_type' is 'ors'"}"#,
        #"{"line":3,"place":"service.support","option":"_service","value":"callback","verdict":"used","finding":"'_service' is 'callback'"}"#,
        #"{"line":4,"place":"service.support","option":"_business_hours_service","value":"Office","verdict":"used","finding":"'_business_hours_service' is 'Office'"}"#,
        #"{"line":5,"place":"service.support","option":"_ttl","value":"soon","verdict":"refused","finding":"option '_ttl' of service 'support' is 'soon'; write a whole number of seconds of 1 or more"}"#,
        #"{"line":6,"place":"service.support","option":"","value":null,"verdict":"refused","finding":"'nonsense' is not part of a configuration: write an option as name = value"}"#,
      ]
    )
    let sound = String(Self.file.split(separator: "\n").prefix(4).joined(separator: "\n"))
    #expect(try harness.answer("service lint -f -", input: sound).hasPrefix(expected))
    let nobody = harness.run("service lint suport -f -", input: Self.file)
    #expect(nobody.code == .notFound)
    #expect(nobody.errors == "gmsctl: there is no service 'suport'; did you mean 'support'?\n")
    #expect(try harness.snapshot() == before)
  }

  @Test("judge a file by itself where there is no store")
  func lintFileWithoutStore() throws {
    let harness = try CommandLineHarness()
    let outcome = harness.run("service lint -f -", input: Self.file)
    #expect(outcome.code == .done)
    #expect(outcome.output.contains("names service 'Office', which does not exist; create it first\n5: "))
    #expect(harness.run("service lint").code == .unusableStore, "without a file there is nothing to judge")
    #expect(try harness.snapshot() == [:])
  }
}
