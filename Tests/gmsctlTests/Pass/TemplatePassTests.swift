import GMSCore
import GMSTestSupport
import Testing
import gmsctl

@Suite("Templates through gmsctl")
struct TemplatePassTests {
  static let weather = """
    {"name":"weather","type":"ors","service":"sky","summary":"What the sky is like.","categories":["General"],"options":[
    {"id":"_type","kind":"mandatory","type":"choice","values":["ors"],"category":"General","summary":"Its type."},
    {"id":"_service","kind":"mandatory","type":"text","category":"General","summary":"Its service."},
    {"id":"_ttl","kind":"advanced","type":"seconds","minimum":1,"maximum":60,"default":"5","category":"General","summary":"How long it holds."}]}
    """

  /// A store with that template, and a service of it.
  static func harness() throws -> CommandLineHarness {
    let harness = try CommandLineHarness(configuration: SmallCompany.configuration)
    _ = try harness.answer("template upload -", input: weather)
    _ = try harness.answer("service create rain --template weather _ttl=50")
    return harness
  }

  @Test("are listed with what is one's own and how many services use them")
  func list() throws {
    let harness = try Self.harness()
    let answer = try harness.answer("template list -o json --fields name,own,services")
    #expect(
      answer == """
        [{"name":"office-hours","own":false,"services":2},{"name":"capacity","own":false,"services":1},\
        {"name":"callback","own":false,"services":1},{"name":"request-interaction","own":false,"services":0},\
        {"name":"request-access","own":false,"services":0},{"name":"match-interaction","own":false,"services":0},\
        {"name":"request-chat","own":false,"services":0},{"name":"get","own":false,"services":0},\
        {"name":"basic_get","own":false,"services":0},{"name":"urs-stat","own":false,"services":0},\
        {"name":"samples","own":false,"services":0},{"name":"weather","own":true,"services":1}]

        """
    )
    #expect(
      try harness.answer("template list --search SKY -o json") == """
        [{"name":"weather","own":true,"services":1,"summary":"What the sky is like.","scenarios":[]}]

        """
    )
    #expect(harness.run("template list --search nonsense").errors == "no templates\n")
    #expect(
      try harness.answer("service list --template weather -o json")
        == #"[{"name":"rain","template":"weather"}]"# + "\n"
    )
  }

  @Test("need no store where they ship")
  func withoutStore() throws {
    let harness = try CommandLineHarness()
    let list = harness.run("template list -o jsonl --fields name")
    #expect(list.code == .done)
    #expect(list.output.split(separator: "\n").count == TemplateCatalog.builtIn.names.count)
    #expect(list.errors == "there is no store, so these are the templates that ship\n")
    let show = harness.run("template show samples -o json --fields option")
    #expect(show.output == #"[{"option":"_type"},{"option":"_service"}]"# + "\n")
    #expect(show.errors == "")
  }

  @Test("show advanced options when they are asked for, and to programs always")
  func show() throws {
    let harness = try Self.harness()
    let table = harness.run("template show weather")
    #expect(!table.output.contains("_ttl"))
    #expect(table.errors == "--advanced shows 1 more\n")
    #expect(harness.run("template show weather --advanced").output.contains("_ttl"))
    #expect(
      try harness.answer("template show weather --search holds -o json") == """
        [{"option":"_ttl","default":"5","category":"General","kind":"advanced",\
        "accepted":"a whole number of seconds from 1 to 60","summary":"How long it holds."}]

        """
    )
    #expect(
      harness.run("template show callback --category limits --search nonsense").errors == "no such options\n"
    )
    #expect(
      try harness.answer(
        "template show callback --category limits --search requests -o jsonl --fields option,default"
      )
        == #"{"option":"_throttle_request_parameters","default":"_customer_number"}"# + "\n"
        + #"{"option":"_throttle_request_parameters_limit","default":"6"}"# + "\n"
    )
  }

  @Test("are printed in the form in which they are uploaded")
  func definition() throws {
    let harness = try Self.harness()
    let before = try harness.snapshot()
    let text = try harness.answer("template show weather --definition")
    #expect(try TemplateReader.read(text) == TemplateReader.read(Self.weather))
    #expect(
      try harness.answer("template upload - -o json", input: text)
        == #"{"name":"weather","change":"unchanged"}"# + "\n"
    )
    #expect(try harness.snapshot() == before)
    let json = try harness.answer("template show callback --definition -o json")
    #expect(try TemplateReader.read(json) == ShippedTemplate.callback.template)
    #expect(
      try harness.answer("template show callback --definition")
        == TemplateWriter.print(ShippedTemplate.callback.template)
    )
  }

  @Test("are added, replaced and taken away")
  func change() throws {
    let harness = try Self.harness()
    let wider = Self.weather.replacing("\"maximum\":60", with: "\"maximum\":90")
    try harness.write(wider, to: "weather.json")
    #expect(
      try harness.answer("template upload {DIR}/weather.json") == "replaced the template 'weather'\n"
    )
    #expect(try harness.answer("service set rain _ttl=90 -o json").contains(#""_ttl":"90""#))
    #expect(try harness.answer("service lint --strict rain") == "")
    #expect(try harness.answer("service delete rain --yes") == "deleted the service 'rain'\n")
    let dry = harness.run("template delete weather --dry-run --yes")
    #expect(dry.code == .done)
    #expect(try harness.answer("template delete weather --yes -o json") == #"{"name":"weather"}"# + "\n")
    #expect(harness.run("template show weather").code == .notFound)
  }

  @Test("go with the configuration wherever it goes")
  func transfers() throws {
    let harness = try Self.harness()
    let exported = try harness.answer("config export")
    for format in ["json", "options"] {
      let text = try harness.answer("config export --format \(format)")
      #expect(harness.run("apply -f - --prune -o json", input: text).output == "[]\n")
      let copy = try CommandLineHarness(configuration: text)
      #expect(try copy.answer("config export") == exported)
    }
    let lines = try harness.answer("store export")
    #expect(lines.contains(#"{"kind":"template","name":"weather","options":{"definition":"{\"name\":"#))
    let copy = try CommandLineHarness()
    _ = try copy.answer("init")
    #expect(
      try copy.answer("store import - -o json", input: lines)
        .contains(#"{"kind":"template","added":1,"replaced":0,"unchanged":0}"#)
    )
    #expect(try copy.answer("store export") == lines)
    #expect(try harness.answer("store log -o json").contains("template.weather"))
    // Pruning it away while a service needs it is refused.
    let pruned = harness.run(
      "apply -f - --prune",
      input: #"{"services":{"rain":{"_type":"ors","_service":"sky"}}}"#
    )
    #expect(pruned.code == .refused)
    #expect(pruned.errors == "gmsctl: option '_service' of service 'rain' is 'sky'; write callback\n")
    #expect(try harness.answer("config export") == exported)
  }

  @Test("of the past are those of then")
  func asOf() throws {
    let harness = try CommandLineHarness(configuration: SmallCompany.configuration)
    harness.now = instant("2025-01-06T14:01:00Z")
    _ = try harness.answer("template upload -", input: Self.weather)
    #expect(try harness.answer("template list -o json").contains("weather"))
    #expect(try !harness.answer("template list -o json --as-of 2025-01-06T14:00:30Z").contains("weather"))
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    let line: String
    var input = ""
    let code: ExitCode
    let message: String

    var testDescription: String { "\(line) \(message)" }
  }

  static let refusals: [Refusal] = [
    Refusal(
      line: "template upload -",
      input: weather.replacing("\"maximum\":60", with: "\"maximum\":49"),
      code: .refused,
      message: "option '_ttl' of service 'rain' is '50'; write a whole number of seconds from 1 to 49"
    ),
    Refusal(
      line: "template upload -",
      input: weather.replacing("\"seconds\"", with: "\"secs\""),
      code: .refused,
      message: """
        options[2].type is 'secs': write text, boolean, integer, seconds, choice, duration, names, country, target, \
        json, service, resource-group, pattern-group, account, regular-hours, holiday, exception-hours, \
        effective-dates, time-zone, capacity-week, capacity-dates
        """
    ),
    Refusal(
      line: "template upload -",
      input: "{",
      code: .refused,
      message: """
        this is not JSON at line 1, column 2: a name in double quotes is missing here, found 'the end of the text'
        """
    ),
    Refusal(
      line: "template upload {DIR}/none.json",
      code: .usage,
      message: "cannot read '{DIR}/none.json' of 'FILE': No such file or directory"
    ),
    Refusal(
      line: "template upload -",
      input: weather.replacing("\"weather\"", with: "\"get\""),
      code: .refused,
      message: """
        template 'get' ships with the library and can neither be replaced nor deleted; give one of your own \
        another name
        """
    ),
    Refusal(
      line: "template delete weather --yes",
      code: .refused,
      message: "template 'weather' is used by 'rain'; change or delete what uses it first"
    ),
    Refusal(
      line: "template delete samples --yes",
      code: .refused,
      message: """
        template 'samples' ships with the library and can neither be replaced nor deleted; give one of your own \
        another name
        """
    ),
    Refusal(
      line: "template show wether",
      code: .notFound,
      message: """
        there is no template 'wether'; known are office-hours, capacity, callback, request-interaction, \
        request-access, match-interaction, request-chat, get, basic_get, urs-stat, samples, weather; did you mean \
        'weather'?
        """
    ),
    Refusal(
      line: "template show get --category Anser",
      code: .notFound,
      message: "template 'get' has no category 'Anser'; it has 'General', 'Answer'; did you mean 'Answer'?"
    ),
    Refusal(
      line: "service create snow --template weather _ttl=61",
      code: .refused,
      message: "option '_ttl' of service 'snow' is '61'; write a whole number of seconds from 1 to 60"
    ),
  ]

  @Test("are refused with what would be right, and nothing is written", arguments: refusals)
  func refuses(_ refusal: Refusal) throws {
    let harness = try Self.harness()
    let before = try harness.snapshot()
    let outcome = harness.run(refusal.line, input: refusal.input)
    #expect(outcome.code == refusal.code)
    #expect(outcome.output == "")
    #expect(outcome.errors.hasPrefix("gmsctl: \(refusal.message)\n"), "\(outcome.errors)")
    #expect(try harness.snapshot() == before)
  }
}
