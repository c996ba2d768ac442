import GMSCore
import Testing

@Suite struct ConfigurationRefusalTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let text: String
    let value: String
    let reason: String
    let line: Int64?
    let suggestion: String?
    let firstLine: Int64?
    var testDescription: String { text }

    init(
      _ text: String,
      _ value: String,
      _ reason: String,
      line: Int64? = nil,
      suggestion: String? = nil,
      firstLine: Int64? = nil
    ) {
      (self.text, self.value, self.reason) = (text, value, reason)
      (self.line, self.suggestion, self.firstLine) = (line, suggestion, firstLine)
    }
  }

  private static let members =
    "a configuration has options, services, resources, patterns, accounts and templates"
  private static let prefixes = "before the dot a section has service, resource, pattern, account or template"
  private static let heading = "write a section's heading as [name], with nothing but a comment after it"
  private static let section = "a section needs a name"
  private static let object = "write an object with a member for each option"
  private static let numbers = "write the numbers as an array of strings"
  private static let equals = "write an option as name = value"

  static let cases: [Case] = [
    Case("", "", "it has neither an object nor a section; write {} for an empty configuration"),
    Case(" \r\n\t", "", "it has neither an object nor a section; write {} for an empty configuration"),
    // JSON
    Case(#"{"service":{}}"#, "service", members, suggestion: "services"),
    Case(#"{"Services":{}}"#, "Services", members, suggestion: "services"),
    Case(#"{"acounts":{}}"#, "acounts", members, suggestion: "accounts"),
    Case(#"{"something":{}}"#, "something", members),
    Case(#"{"services":[]}"#, "services", "write an object with a member for each section"),
    Case(#"{"services":{"A":"x"}}"#, "services/A", object),
    Case(#"{"resources":{"A":["1"]}}"#, "resources/A", object),
    Case(#"{"services":{"":{}}}"#, "services/", section),
    Case(#"{"services":{"A":{"":"x"}}}"#, "services/A/", "an option needs a name"),
    Case(#"{"services":{"A":{"_ttl":null}}}"#, "services/A/_ttl", "write a string, or leave the option out"),
    Case(#"{"resources":{"A":{"numbers":"1"}}}"#, "resources/A/numbers", numbers),
    Case(#"{"resources":{"A":{"numbers":[["1"]]}}}"#, "resources/A/numbers", numbers),
    Case(#"{"resources":{"A":{"numbers":[1.5]}}}"#, "resources/A/numbers", numbers),
    // Options text
    Case("callback", "callback", equals, line: 1),
    Case("a = b", "a", "an option needs a section's heading before it, such as [service.Support]", line: 1),
    Case("[a]\nb\n", "b", equals, line: 2), Case("[a]\n\n = b", "= b", "an option needs a name", line: 3),
    Case("[a", "[a", heading, line: 1), Case("[a] b", "[a] b", heading, line: 1),
    Case("[a]# b", "[a]# b", heading, line: 1), Case("[a]]", "[a]]", heading, line: 1),
    Case("[]", "[]", section, line: 1), Case("\n[ ]", "[ ]", section, line: 2),
    Case("[service.]", "[service.]", section, line: 1), Case("[.a]", ".a", prefixes, line: 1),
    Case("[servce.A]", "servce.A", prefixes, line: 1, suggestion: "service"),
    Case("[Service.A]", "Service.A", prefixes, line: 1, suggestion: "service"),
    Case("[services.A.b]", "services.A.b", prefixes, line: 1, suggestion: "service"),
    Case("[accounts.x]", "accounts.x", prefixes, line: 1, suggestion: "account"),
    Case("[elsewhere.x]", "elsewhere.x", prefixes, line: 1),
    Case("[a]\n[b]\n# c\n[a]", "a", "this section stands in line 1 already; keep one", line: 4, firstLine: 1),
    Case(
      "[service.A]\nx=1\n[service.A] # again",
      "service.A",
      "this section stands in line 1 already; keep one",
      line: 3,
      firstLine: 1
    ),
    Case(
      "[a]\nx = 1\n y=2\nx=1",
      "x",
      "this option stands in line 2 already; keep one",
      line: 4,
      firstLine: 2
    ),
    Case(
      "[resource.A]\nnumbers = 1\nnumbers = 2",
      "numbers",
      "this option stands in line 2 already; keep one",
      line: 3,
      firstLine: 2
    ),
    Case("[resource.A]\nnumbers = 1,,2", "1,,2", "a number is missing between two commas", line: 2),
    Case("[resource.A]\nnumbers = 1,", "1,", "a number is missing between two commas", line: 2),
  ]

  @Test(arguments: cases) func isRefused(_ test: Case) {
    let error = #expect(throws: CoreError.self) { try ConfigurationReader.read(test.text) }
    func fact(_ name: String) -> JSONValue? { error?.facts.first { $0.name == name }?.value }
    #expect(error?.code == .malformedConfiguration)
    #expect(error?["value"] == test.value)
    #expect(error?["reason"] == test.reason)
    #expect(error?["suggestion"] == test.suggestion)
    #expect(fact("line") == test.line.map { .integer($0) })
    #expect(fact("firstLine") == test.firstLine.map { .integer($0) })
  }

  @Test func brokenJSONHasAPlace() {
    let error = #expect(throws: CoreError.self) {
      try ConfigurationReader.read("\n{\"services\":\n {\"A\":{}},}")
    }
    #expect(error?.code == .malformedJSON)
    #expect(error?.facts.first { $0.name == "line" }?.value == 3)
    #expect(error?.facts.first { $0.name == "column" }?.value == 11)
  }

  @Test func aNameTwiceInJSONIsRefused() {
    let error = #expect(throws: CoreError.self) {
      try ConfigurationReader.read(#"{"services":{"A":{"_ttl":"1"},"A":{}}}"#)
    }
    #expect(error?.code == .malformedJSON)
    #expect(error?["value"] == "A")
  }

  @Test func jsonThatIsNoObjectIsNoConfiguration() {
    for json in [JSONValue.null, [], "x", 1] {
      let error = #expect(throws: CoreError.self) { try Configuration(json: json) }
      #expect(error?["reason"] == "a configuration is a JSON object, or options text")
    }
  }

  struct Inexpressible: CustomTestStringConvertible, Sendable {
    let configuration: Configuration
    let value: String
    let reason: String
    var testDescription: String { value }
  }

  private static func service(_ name: String, _ value: String) -> Configuration {
    Configuration(services: ["S": [name: value]])
  }

  private static let badValue = "options text has no form for this option's value; use JSON"
  private static let badName = "options text has no form for this option's name; use JSON"
  private static let badSection = "options text has no form for this section's name; use JSON"
  private static let badNumbers = "options text has no form for these numbers; use JSON"

  static let inexpressible: [Inexpressible] = [
    Inexpressible(configuration: service("a", "x\ny"), value: "service.S/a", reason: badValue),
    Inexpressible(configuration: service("a", "\r"), value: "service.S/a", reason: badValue),
    Inexpressible(configuration: service("a", " x' # \"y\" # "), value: "service.S/a", reason: badValue),
    Inexpressible(configuration: service("a=b", "x"), value: "service.S/a=b", reason: badName),
    Inexpressible(configuration: service(" a", "x"), value: "service.S/ a", reason: badName),
    Inexpressible(configuration: service("#a", "x"), value: "service.S/#a", reason: badName),
    Inexpressible(configuration: service(";a", "x"), value: "service.S/;a", reason: badName),
    Inexpressible(configuration: service("[a", "x"), value: "service.S/[a", reason: badName),
    Inexpressible(configuration: service("a\nb", "x"), value: "service.S/a\nb", reason: badName),
    Inexpressible(
      configuration: Configuration(services: ["a]": [:]]),
      value: "service.a]",
      reason: badSection
    ),
    Inexpressible(
      configuration: Configuration(services: ["a ": [:]]),
      value: "service.a ",
      reason: badSection
    ),
    Inexpressible(
      configuration: Configuration(options: ["service.a": [:]]),
      value: "service.a",
      reason: badSection
    ),
    Inexpressible(
      configuration: Configuration(options: ["push.x": [:]]),
      value: "push.x",
      reason: badSection
    ),
    Inexpressible(
      configuration: Configuration(resources: ["R": ResourceGroup(numbers: ["1,2"])]),
      value: "resource.R/numbers",
      reason: badNumbers
    ),
    Inexpressible(
      configuration: Configuration(resources: ["R": ResourceGroup(numbers: [" 1"])]),
      value: "resource.R/numbers",
      reason: badNumbers
    ),
  ]

  @Test(arguments: inexpressible) func isNotPrintedAsOptionsText(_ test: Inexpressible) throws {
    let error = #expect(throws: CoreError.self) {
      try ConfigurationWriter.print(test.configuration, as: .options)
    }
    #expect(error == CoreError(.malformedConfiguration, ["value": test.value, "reason": test.reason]))
    // JSON has a form for all of them.
    let json = try ConfigurationWriter.print(test.configuration, as: .json)
    #expect(try ConfigurationReader.read(json) == test.configuration)
  }
}
