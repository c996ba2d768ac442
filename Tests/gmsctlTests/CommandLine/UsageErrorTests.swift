import Testing
import gmsctl

/// What a person reads on stderr.
///
/// Each sentence says what is wrong and what would be right.
@Suite("Messages of wrong lines")
struct UsageErrorTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let line: String
    let text: String
    var testDescription: String { line }

    init(_ line: String, _ text: String) {
      self.line = line
      self.text = text
    }
  }

  static let periods = "gmsctl hours periods SERVICE [--start TIME] [--end TIME | --days N] [-s|--strict]"

  static let cases: [Case] = [
    Case(
      "huors",
      "gmsctl: there is no command 'huors'. Did you mean 'hours'?\n  'gmsctl help' lists the commands\n"
    ),
    Case(
      "hours perids",
      """
      gmsctl: 'gmsctl hours' has no command 'perids'. Did you mean 'periods'?
        'gmsctl help hours' lists the commands

      """
    ),
    Case(
      "hours periods NY --dasy 3",
      "gmsctl: 'gmsctl hours periods' has no option '--dasy'. Did you mean '--days'?\n  usage: \(periods)\n"
    ),
    Case(
      "hours --days 3 periods",
      """
      gmsctl: the option '--days' must stand after the command it belongs to; write 'gmsctl hours periods … --days'

      """
    ),
    Case(
      "hours periods",
      "gmsctl: 'gmsctl hours periods' needs the argument 'SERVICE'\n  usage: \(periods)\n"
    ),
    Case(
      "hours periods a b",
      "gmsctl: 'gmsctl hours periods' takes no further argument 'b'\n  usage: \(periods)\n"
    ),
    Case("reference x", "gmsctl: 'gmsctl reference' takes no argument 'x'\n  usage: gmsctl reference\n"),
    Case("hours periods a --start", "gmsctl: the option '--start' needs a value\n  usage: \(periods)\n"),
    Case(
      "hours periods a --start --strict",
      """
      gmsctl: the option '--start' needs a value; for a value that starts with a dash write --start=--strict
        usage: \(periods)

      """
    ),
    Case(
      "hours periods a --end 1 --days 2",
      "gmsctl: the options '--end' and '--days' exclude each other\n"
    ),
    Case("hours periods a --days 1 --days 2", "gmsctl: the option '--days' is given twice\n"),
    Case(
      "hours periods a --days 400",
      "gmsctl: '400' of '--days' is out of range; write -5 to 366\n"
    ),
    Case("store info --seed -4", "gmsctl: '-4' of '--seed' is out of range; write 0 or more\n"),
    Case("hours periods a --days x", "gmsctl: 'x' of '--days' is not a whole number; write -5 to 366\n"),
    Case("hours periods a -s=1", "gmsctl: the option '-s' takes no value, but got '1'\n"),
    Case("hours periods a --strict=1", "gmsctl: the option '--strict' takes no value, but got '1'\n"),
    Case(
      "apply",
      "gmsctl: 'gmsctl apply' needs the option '--file FILE'\n  usage: gmsctl apply -f|--file FILE [--prune]\n"
    ),
    Case(
      "store info siz",
      "gmsctl: 'siz' of 'TOPIC' is not known; choose size or age. Did you mean 'size'?\n"
    ),
    Case(
      "callback start s 9:00",
      "gmsctl: '9:00' is not key=value; quote a value that holds blanks, as in 'key=two words'\n"
    ),
    Case("callback start s =9", "gmsctl: '=9' has no key before its '='\n"),
    Case("callback start s a=1 a=2", "gmsctl: the key 'a' is given twice\n"),
    Case(
      "callback start s a=@/no/such/file",
      "gmsctl: cannot read '/no/such/file' of 'a': No such file or directory\n"
    ),
    Case("apply -f /", "gmsctl: cannot read '/' of '--file': Is a directory\n"),
    Case(
      "callback start s --at soon",
      """
      gmsctl: the time of '--at' is wrong: 'soon' is not a point in time; write RFC 3339, such as \
      2025-07-04T09:00:00Z

      """
    ),
    Case(
      "callback start s --at 2026-01-01T00:00:00 --timezone Europe/Pari",
      """
      gmsctl: the time zone of '--timezone' is wrong: there is no time zone 'Europe/Pari'. \
      Did you mean 'Europe/Paris'?

      """
    ),
    Case(
      "store info --now then",
      """
      gmsctl: the time of '--now' is wrong: 'then' is not a point in time; write RFC 3339, such as \
      2025-07-04T09:00:00Z

      """
    ),
    Case(
      "hours periods a --fields start,ned",
      "gmsctl: there is no field 'ned'; there are start, end. Did you mean 'end'?\n"
    ),
    Case(
      "hours periods a --fields start,,end",
      "gmsctl: 'start,,end' is not a list of fields; write names with commas between them\n"
    ),
    Case(
      "hours periods a --fields end,end",
      "gmsctl: 'end,end' is not a list of fields; it names 'end' twice\n"
    ),
    Case(
      "service delete s",
      """
      gmsctl: this would delete the service 's', and there is no terminal to ask; write '--yes' to agree

      """
    ),
    Case(
      "help huors",
      "gmsctl: there is no command 'huors'. Did you mean 'hours'?\n  'gmsctl help' lists the commands\n"
    ),
  ]

  @Test("say what is wrong and what would be right, and exit with 2", arguments: cases)
  func message(_ test: Case) {
    let console = TestConsole()
    let code = console.run(test.line.split(separator: " ").map(String.init))
    #expect(code == .usage)
    #expect(console.errors.text == test.text)
    #expect(console.output.text == "")
  }

  @Test("become one JSON object with -o json")
  func json() {
    let console = TestConsole()
    #expect(console.run("store", "info", "siz", "-o", "json") == .usage)
    #expect(
      console.errors.text == """
        {"error":"unknown-choice","exception":"CommandLineException","code":400,"phrase":"BAD_PARAMETER",\
        "message":"'siz' of 'TOPIC' is not known; choose size or age. Did you mean 'size'?",\
        "value":"siz","place":"TOPIC","suggestion":"size"}

        """
    )
  }

  @Test("never let a word of the line reach the terminal as a control sequence")
  func controls() {
    let console = TestConsole()
    #expect(console.run("\u{1B}[2Jx\ny") == .usage)
    #expect(console.errors.text.hasPrefix("gmsctl: there is no command '\\u{1B}[2Jx\\ny'\n"))
  }
}
