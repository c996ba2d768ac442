import Testing
import gmsctl

/// Configurations that `apply` refuses: the whole message, the exit code, and that nothing changes.
@Suite("A refused configuration")
struct RefusedConfigurationTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let file: String
    let options: String
    let message: String

    init(_ file: String, _ message: String) { self.init(file, "", message) }

    init(_ file: String, _ options: String, _ message: String) {
      (self.file, self.options, self.message) = (file, options, message)
    }

    var testDescription: String { message }
  }

  private static func service(_ options: String) -> String {
    "[service.X]\n_type = ors\n_service = callback\n" + options
  }

  private static let fifteenAndOne =
    "[" + (0...15).map { #"{"target":"t\#($0)@S.GA","timeout":"1"}"# }.joined(separator: ",") + "]"

  static let cases: [Case] = [
    Case(
      "[service.X]\n_service = callback\n",
      "option '_type' of service 'X' is mandatory and cannot be missing; it takes builtin or ors"
    ),
    Case(
      "[service.X]\n_type = ors\n",
      """
      option '_service' of service 'X' is mandatory and cannot be missing; it takes office-hours, capacity, callback, \
      request-interaction, request-access, match-interaction, request-chat, get, basic_get, urs-stat or samples
      """
    ),
    Case(
      service("_call_direction = USERORIGINATED\n"),
      """
      option '_resource_group' of service 'X' is mandatory and cannot be missing; it takes the name of a resource \
      group
      """
    ),
    Case(
      "[service.X]\n_type = ors\n_service = calback\n",
      "option '_service' of service 'X' is 'calback'; write callback; did you mean 'callback'?"
    ),
    Case(
      "[service.X]\n_type = builtin\n_service = lottery\n",
      "option '_service' of service 'X' is 'lottery'; write office-hours, capacity, "
        + "request-interaction, request-access, match-interaction, request-chat, get, basic_get, urs-stat or samples"
    ),
    Case(
      service("") + "[service.X]\n",
      "line 4: 'service.X' is not part of a configuration: this section stands in line 1 already; keep one"
    ),
    Case(
      #"{"services":{"X":{"_type":"ors"},"X":{"_type":"ors"}}}"#,
      "this is not JSON at line 1, column 34: a name may stand only once in an object, found 'X'"
    ),
    Case(
      service("foo.foo = 1\n"),
      """
      'foo.foo' cannot name an option of service 'X'; write letters, digits, _ and $, no digit first, and no word \
      that ECMAScript reserves
      """
    ),
    Case(
      service("foo-foo = 1\n"),
      """
      'foo-foo' cannot name an option of service 'X'; write letters, digits, _ and $, no digit first, and no word \
      that ECMAScript reserves
      """
    ),
    Case(
      service("_target = \(fifteenAndOne)\n"),
      "option '_target' of service 'X' is refused: a list has 1 to 15 targets, and this one has 16"
    ),
    Case(
      service("_target = ?:English=20&@S.GA\n"),
      """
      option '_target' of service 'X' is refused: '?:English=20&@S.GA' is not a target, from character 14 on: a \
      skill's name must stand here, as in English=20
      """
    ),
    Case(
      "[resource.A]\nnumbers = 5115, 5116, 51-15\n",
      "access number '51-15' of resource group 'A' stands in this group already; keep it once"
    ),
    Case(
      "[resource.A]\nnumbers = 5115\n[resource.B]\nnumbers = 5116,5115\n",
      "access number '5115' of resource group 'B' stands in resource group 'A' already; keep it once"
    ),
    Case(
      "[resource.A]\nnumbers = 5115, no\n",
      """
      'no' of resource group 'A' is not an access number; write digits, with + ( ) . - * # or spaces between them
      """
    ),
    Case(
      "[callback]\n_paused_services_list = Office\n",
      """
      option '_paused_services_list' of section 'callback' names 'Office', a service of template 'office-hours'; \
      name one of template 'callback'
      """
    ),
    Case(
      "[callback]\n_paused_services_list = suport\n",
      """
      option '_paused_services_list' of section 'callback' names service 'suport', which does not exist; did you \
      mean 'support'?
      """
    ),
    Case(
      service("_exceptions = premium\n"),
      """
      option '_exceptions' of service 'X' names pattern group 'premium', which does not exist; create it first
      """
    ),
    // The store's other services still use what such a file would take away.
    Case(
      "[service.support]\n_type = ors\n_service = callback\n_business_hours_service = Office\n",
      "--prune",
      "service 'Office' is used by 'support'; change or delete what uses it first"
    ),
    Case(
      "[service.Branch]\n_type = builtin\n_service = office-hours\n_import_rules1 = Office\n",
      "--prune",
      "service 'Office' is used by 'Branch'; change or delete what uses it first"
    ),
    Case(
      "[service.inbound]\n_type = ors\n_service = callback\n_resource_group = DNIS\n",
      "--prune",
      "resource group 'DNIS' is used by 'inbound'; change or delete what uses it first"
    ),
    Case(
      "[service.inbound]\n_type = ors\n_service = callback\n_exceptions = blocked\n",
      "--prune",
      "pattern group 'blocked' is used by 'inbound'; change or delete what uses it first"
    ),
    Case(
      "[callback]\n_paused_services_list = support\n",
      "--prune",
      "service 'support' is used by '[callback]'; change or delete what uses it first"
    ),
  ]

  private static let groups = "[resource.DNIS]\nnumbers = 7001\n[pattern.blocked]\npremium = 1900.*\n"

  @Test("changes nothing and says why", arguments: cases)
  func refusal(_ test: Case) throws {
    let harness = try CommandLineHarness(configuration: SmallCompany.configuration)
    #expect(harness.run("apply -f -", input: Self.groups).code == .done)
    let before = try harness.snapshot()
    let options = test.options.isEmpty ? "" : " " + test.options
    for verb in ["apply", "diff", "apply --dry-run"] {
      let outcome = harness.run("\(verb) -f -\(options)", input: test.file)
      #expect(outcome == .init(code: .refused, output: "", errors: "gmsctl: \(test.message)\n"))
    }
    #expect(try harness.snapshot() == before)
    // The report of the file finds it too, unless only taking away is at fault.
    if options.isEmpty {
      #expect(harness.run("service lint -f - --strict", input: test.file).code == .refused)
    }
  }

  @Test("is not half applied")
  func nothingIsHalfApplied() throws {
    let harness = try CommandLineHarness(configuration: SmallCompany.configuration)
    let before = try harness.snapshot()
    let file = """
      [service.Another]
      _type = builtin
      _service = office-hours
      [service.Office]
      _type = builtin
      _service = office-hours
      _timezone = Atlantis/Capital
      """
    #expect(harness.run("apply -f -", input: file).code == .refused)
    #expect(try harness.snapshot() == before)
    #expect(harness.run("service show Another").code == .notFound)
  }

  @Test("has no renames onto a service that exists")
  func rename() throws {
    let harness = try CommandLineHarness(configuration: SmallCompany.configuration)
    let before = try harness.snapshot()
    for line in [
      "service rename Branch Office", "service clone Branch Office", "service rename Office Office",
      "service create Office --template office-hours",
    ] {
      let outcome = harness.run(line)
      #expect(
        outcome
          == .init(
            code: .refused,
            output: "",
            errors: "gmsctl: there is a service 'Office' already; take another name, or change that one\n"
          )
      )
    }
    #expect(try harness.snapshot() == before)
  }

  @Test("differs from what prune may take away together with its users")
  func prune() throws {
    let harness = try CommandLineHarness(configuration: SmallCompany.configuration)
    #expect(harness.run("apply -f -", input: Self.groups).code == .done)
    let file = "[callback]\nfilter-keys = lob\n"
    let dry = harness.run("apply -f - --prune --dry-run", input: file)
    #expect(dry.code == .differences)
    let applied = harness.run("apply -f - --prune", input: file)
    #expect(applied.code == .done)
    #expect(applied.output == dry.output)
    #expect(
      try harness.answer("config export")
        == "{\n  \"options\": {\n    \"callback\": {\n      \"filter-keys\": \"lob\"\n    }\n  }\n}\n"
    )
    #expect(harness.run("apply -f - --prune --dry-run", input: file).code == .done)
  }
}
