import Testing
import gmsctl

@Suite("Patterns through gmsctl")
struct PatternPassTests {
  private static let configuration = #"""
    {"services": {"support": {"_type": "ors", "_service": "callback", "_call_direction": "USERTERMINATED",
      "_media_type": "voice", "_exceptions": "blocked"}},
     "patterns": {"blocked": {"premium": "\\+1900.*", "any": "\\+\\d+"}, "names": {}}}
    """#

  struct Step: CustomTestStringConvertible, Sendable {
    let line: String
    let output: String
    let errors: String

    init(_ line: String, _ output: String, errors: String = "") {
      self.line = line
      self.output = output
      self.errors = errors
    }

    var testDescription: String { line }
  }

  static let reads: [Step] = [
    Step(
      "pattern list -o json",
      #"[{"group":"blocked","patterns":{"any":"\\+\\d+","premium":"\\+1900.*"},"users":["support"]},{"group":"names","patterns":{},"users":[]}]"#
        + "\n"
    ),
    Step("pattern list", "blocked (used by support)\n  any      \\+\\d+\n  premium  \\+1900.*\nnames\n"),
    Step("pattern list --fields group -o csv", "group\r\nblocked\r\nnames\r\n"),
    Step(
      "pattern test blocked +1650 -o json",
      #"[{"pattern":"any","expression":"\\+\\d+","matches":true},{"pattern":"premium","expression":"\\+1900.*","matches":false}]"#
        + "\n"
    ),
    Step(
      "pattern test blocked nothing",
      "PATTERN  EXPRESSION  MATCHES\nany      \\+\\d+       false\npremium  \\+1900.*    false\n"
    ),
    Step("pattern test names x -o json", "[]\n"),
    Step("pattern test names x", "", errors: "no patterns\n"),
    Step("pattern match phone=+19005 word=x other=+1 -o json", #"{"other":"any","phone":"any"}"# + "\n"),
    Step(
      "pattern match --group blocked phone=+19005",
      "PARAMETER  GROUP    PATTERN\nphone      blocked  any\n"
    ),
    Step("pattern match --group names phone=+19005 -o json", "[]\n"),
    Step("pattern match word=x", "", errors: "no parameter matches a pattern\n"),
  ]

  @Test("are listed, tested and matched", arguments: reads)
  func read(_ step: Step) throws {
    let harness = try CommandLineHarness(configuration: Self.configuration)
    let before = try harness.snapshot()
    let outcome = harness.run(step.line)
    #expect(outcome == .init(code: .done, output: step.output, errors: step.errors))
    #expect(try harness.snapshot() == before)
  }

  @Test("are set, unset and deleted")
  func changes() throws {
    let harness = try CommandLineHarness(configuration: Self.configuration)
    #expect(
      try harness.answer(#"pattern set new 'a=(a+)+$' 'at=@x=y' -o json"#)
        == #"{"group":"new","patterns":{"a":"(a+)+$","at":"@x=y"},"users":[]}"# + "\n"
    )
    let long = String(repeating: "a", count: 50_000)
    #expect(try harness.answer("pattern match word=\(long) -o json") == #"{"word":"a"}"# + "\n")
    #expect(try harness.answer("pattern match word=\(long)b -o json") == "[]\n")
    #expect(try harness.answer("pattern unset new a") == "new\n  at  @x=y\n")
    #expect(try harness.answer("pattern delete new --yes -o json") == #"{"group":"new"}"# + "\n")
    #expect(try harness.answer("pattern delete names --yes") == "deleted the pattern group 'names'\n")
    #expect(try harness.answer("pattern list -o jsonl --fields group") == #"{"group":"blocked"}"# + "\n")
    let full = try harness.snapshot()
    #expect(try harness.answer("pattern set blocked any=x --dry-run -o json").contains(#""any":"x""#))
    #expect(try harness.snapshot() == full)
    // Nothing of an export is lost.
    for format in ["json", "options"] {
      let text = try harness.answer("config export --format \(format)")
      #expect(harness.run("apply -f -", input: text).errors == "no difference\n")
    }
  }

  struct Refused: CustomTestStringConvertible, Sendable {
    let line: String
    let input: String
    let code: ExitCode
    let message: String

    init(_ line: String, input: String = "", _ code: ExitCode, _ message: String) {
      self.line = line
      self.input = input
      self.code = code
      self.message = message
    }

    var testDescription: String { line }
  }

  private static let open =
    "the expression 'a(' is refused at character 2: this group is not closed; write ')' where it ends, or '\\(' for the character itself"

  static let refusals: [Refused] = [
    Refused("pattern set blocked 'x=a('", .refused, "pattern 'x' of pattern group 'blocked': \(open)"),
    Refused(
      "pattern set blocked x",
      .usage,
      "'x' is not NAME=VALUE; quote a value that holds blanks, as in 'key=two words'"
    ),
    Refused("pattern set blocked x=1 x=2", .usage, "the key 'x' is given twice"),
    Refused("pattern unset blocked x", .notFound, "pattern group 'blocked' has no pattern 'x'"),
    Refused(
      "pattern unset block any",
      .notFound,
      "there is no pattern group 'block'; did you mean 'blocked'?"
    ),
    Refused(
      "pattern test block any",
      .notFound,
      "there is no pattern group 'block'; did you mean 'blocked'?"
    ),
    Refused(
      "pattern match --group block a=b",
      .notFound,
      "there is no pattern group 'block'; did you mean 'blocked'?"
    ),
    Refused("pattern delete x --yes", .notFound, "there is no pattern group 'x'; create it first"),
    Refused(
      "pattern delete blocked --yes",
      .refused,
      "pattern group 'blocked' is used by 'support'; change or delete what uses it first"
    ),
    Refused(
      "apply -f -",
      input: #"{"patterns":{"g":{"x":"a("}}}"#,
      .refused,
      "pattern 'x' of pattern group 'g': \(open)"
    ),
    Refused(
      "diff -f -",
      input: "[pattern.g]\nx = a(\n",
      .refused,
      "pattern 'x' of pattern group 'g': \(open)"
    ),
    Refused(
      "service set support _exceptions=block",
      .refused,
      "option '_exceptions' of service 'support' names pattern group 'block', which does not exist; did you mean 'blocked'?"
    ),
  ]

  @Test("that cannot be used are refused, and nothing is written", arguments: refusals)
  func refusal(_ refused: Refused) throws {
    let harness = try CommandLineHarness(configuration: Self.configuration)
    let before = try harness.snapshot()
    let outcome = harness.run(refused.line, input: refused.input)
    #expect(outcome == .init(code: refused.code, output: "", errors: "gmsctl: \(refused.message)\n"))
    #expect(try harness.snapshot() == before)
  }

  @Test("that are imported and cannot be used are refused with the line")
  func importRefusal() throws {
    let harness = try CommandLineHarness(configuration: Self.configuration)
    let export = try harness.answer("store export")
    let broken = export.replacing(#"\\+1900.*"#, with: "a(")
    #expect(broken != export)
    let other = try CommandLineHarness()
    #expect(other.run("init").code == .done)
    let outcome = other.run("store import -", input: broken)
    #expect(outcome.code == .refused)
    #expect(outcome.errors.hasPrefix("gmsctl: line "))
    #expect(
      outcome.errors.hasSuffix(
        "cannot be imported: pattern 'premium' of pattern group 'blocked': \(Self.open)\n"
      )
    )
  }
}
