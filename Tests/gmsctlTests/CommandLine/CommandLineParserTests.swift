import Testing
import gmsctl

/// Lines and what they mean, as one text: the command, its values by name, its flags; or the error's code and
/// value.
@Suite("Lines of arguments")
struct CommandLineParserTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let words: [String]
    let meaning: String
    var testDescription: String { "gmsctl \(words.joined(separator: " "))" }

    init(_ line: String, _ meaning: String) {
      self.init(line.split(separator: " ").map(String.init), meaning)
    }

    init(_ words: [String], _ meaning: String) {
      self.words = words
      self.meaning = meaning
    }
  }

  static let understood: [Case] = [
    Case("store info", "store info"),
    Case("store info size", "store info topic=size"),
    Case("hours periods NY", "hours periods service=NY"),
    Case("hours periods NY --days 3", "hours periods days=3 service=NY"),
    Case("hours periods NY --days=3", "hours periods days=3 service=NY"),
    Case("hours periods --days 3 NY", "hours periods days=3 service=NY"),
    Case("hours periods NY --days -3", "hours periods days=-3 service=NY"),
    Case("hours periods NY --days=-3", "hours periods days=-3 service=NY"),
    Case("hours periods -5", "hours periods service=-5"),
    Case("hours periods -.5", "hours periods service=-.5"),
    Case("hours periods -", "hours periods service=-"),
    Case("hours periods -- --days", "hours periods service=--days"),
    Case("hours periods NY -s", "hours periods service=NY +strict"),
    Case("hours periods NY -sq", "hours periods service=NY +quiet +strict"),
    Case("hours periods NY -sojson", "hours periods output=json service=NY +strict"),
    Case("hours -o json periods NY", "hours periods output=json service=NY"),
    Case("-ojson hours periods NY", "hours periods output=json service=NY"),
    Case("-o=json hours periods NY", "hours periods output=json service=NY"),
    Case("--output=csv hours periods NY", "hours periods output=csv service=NY"),
    Case("--store /x hours --dry-run periods NY --yes", "hours periods service=NY store=/x +dry-run +yes"),
    Case("hours periods NY --store a=b", "hours periods service=NY store=a=b"),
    Case("hours periods NY --store=a=b", "hours periods service=NY store=a=b"),
    Case("hours periods NY --now=", "hours periods now= service=NY"),
    Case(["hours", "periods", ""], "hours periods service="),
    Case("apply -f -", "apply file=-"),
    Case("apply -fx", "apply file=x"),
    Case("apply --file x --prune --prune", "apply file=x +prune"),
    Case("-- store info", "store info"),
    Case("callback start s a=1 b=2=3 c=", "callback start parameters=a=1,b=2=3,c= service=s"),
    Case("callback start s -- -a=1", "callback start parameters=-a=1 service=s"),
    Case("callback start s a=@f b=-", "callback start parameters=a=@f,b=- service=s"),
    Case("callback list --service a --service b", "callback list service=a,b"),
    Case("callback list --where a=1 --where a=2", "callback list where=a=1,a=2"),
    Case("callback list --max 500 --match any", "callback list match=any max=500"),
    Case("callback event 1-a answered", "callback event event=answered id=1-a"),
    Case("callback event --list", "callback event +list"),
    Case("service unset s a b c", "service unset keys=a,b,c service=s"),
    Case("pattern set g a=@x b=(a|b)=", "pattern set group=g patterns=a=@x,b=(a|b)="),
    Case("help hours periods", "help command=hours,periods"),
    Case("reference", "reference"),
    Case("--help", "help for gmsctl"),
    Case("hours --help", "help for gmsctl hours"),
    Case("--help hours periods", "help for gmsctl hours periods"),
    Case("hours periods -h --bogus a b c", "help for gmsctl hours periods"),
    Case("--version", "version"),
    Case("hours --version", "version"),
  ]

  static let refused: [Case] = [
    Case("", "missing-command gmsctl"),
    Case("hours", "missing-command hours"),
    Case("huors periods NY", "unknown-command huors ~hours"),
    Case("hours period NY", "unknown-command period ~periods"),
    Case("zzzzzz", "unknown-command zzzzzz"),
    Case("refer", "unknown-command refer"),
    Case("huors --help", "unknown-command huors ~hours"),
    Case("--bogus huors", "unknown-command huors ~hours"),
    Case("- info", "unknown-command -"),
    Case("hours periods NY --dyas 3", "unknown-option --dyas ~--days"),
    Case("hours periods NY --stor x", "unknown-option --stor ~--store"),
    Case("hours periods NY -x", "unknown-option -x"),
    Case("hours periods NY -sx", "unknown-option -x"),
    Case("hours periods NY --Days 3", "unknown-option --Days ~--days"),
    Case("hours --days 3 periods NY", "misplaced-option --days"),
    Case("hours -s periods NY", "misplaced-option -s"),
    Case("hours periods NY --days", "missing-value --days"),
    Case("hours periods NY --days --strict", "missing-value --days"),
    Case("store info -o", "missing-value -o"),
    Case(["store", "info", "--store", ""], "missing-value --store"),
    Case(["apply", "-f", ""], "missing-value -f"),
    Case("hours periods NY --strict=yes", "unexpected-value yes @--strict"),
    Case("hours periods NY --days 1 --days 2", "repeated-option --days"),
    Case("store info -o json --output csv", "repeated-option --output"),
    Case("hours periods NY --end x --days 2", "conflicting-options --end @--days"),
    Case("hours periods NY --days 2 --end x", "conflicting-options --end @--days"),
    Case("apply", "missing-option --file FILE"),
    Case("hours periods", "missing-argument SERVICE"),
    Case("callback event 1-a", "missing-argument EVENT"),
    Case("service unset s", "missing-argument KEYS"),
    Case("pattern set g", "missing-argument NAME=VALUE"),
    Case("hours periods NY LA", "extra-argument LA"),
    Case("reference x", "extra-argument x"),
    Case("store info siez", "unknown-choice siez @TOPIC ~size"),
    Case("callback list --match al", "unknown-choice al @--match ~all"),
    Case("store info -o jsno", "unknown-choice jsno @-o ~json"),
    Case("callback list --max ten", "malformed-integer ten @--max"),
    Case("callback list --max 1.5", "malformed-integer 1.5 @--max"),
    Case("callback list --max=", "malformed-integer  @--max"),
    Case("callback list --max +5", "malformed-integer +5 @--max"),
    Case("callback list --max 0", "integer-out-of-range 0 @--max"),
    Case("callback list --max 501", "integer-out-of-range 501 @--max"),
    Case("callback list --max 99999999999999999999", "integer-out-of-range 99999999999999999999 @--max"),
    Case("store info --seed -1", "integer-out-of-range -1 @--seed"),
    Case("callback start s 09:00-17:00", "malformed-pair 09:00-17:00 @key=value"),
    Case("pattern set g x", "malformed-pair x @NAME=VALUE"),
    Case("callback list --where x", "malformed-pair x @NAME=VALUE"),
    Case("callback start s =1", "empty-key =1"),
    Case("callback start s a=1 b=2 a=3", "repeated-key a"),
    Case("pattern set g a=1 a=1", "repeated-key a"),
    // Of several faults the first is told.
    Case("hours periods --bogus --days x", "unknown-option --bogus"),
  ]

  @Test("are understood", arguments: understood)
  func understands(_ test: Case) {
    #expect(Self.meaning(of: test.words) == test.meaning)
  }

  @Test("are refused with what is wrong", arguments: refused)
  func refuses(_ test: Case) {
    #expect(Self.meaning(of: test.words) == test.meaning)
  }

  @Test("keep the format that was asked for, wherever the fault lies")
  func keepsFormat() {
    for line in ["huors -o json", "-ojson huors", "hours periods --bogus -o json", "hours -o json"] {
      let words = line.split(separator: " ").map(String.init)
      let parsed = CommandLineParser.parse(words, root: SampleTree.root)
      #expect(parsed.values.format == .json, "\(line)")
    }
  }

  @Test("never crash and are always judged, whatever they hold")
  func survivesAnything() {
    let pieces = [
      "hours", "periods", "callback", "start", "--", "-", "--=", "--days", "--days=", "=", "-o", "-oo", "-h=",
      "a=", "-1", "", "é", "--é", "-é", "--store", "help", "\u{0}", "--where", "-=-",
    ]
    var state: UInt64 = 88_172_645_463_325_252
    var runs = 0
    for _ in 0..<20_000 {
      var words: [String] = []
      for _ in 0..<(state % 6) {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        words.append(pieces[Int(state % UInt64(pieces.count))])
      }
      state = state &* 6_364_136_223_846_793_005 &+ 1
      let parsed = CommandLineParser.parse(words, root: SampleTree.root)
      if case .run = parsed.outcome { runs += 1 }
      if case .failed(let error) = parsed.outcome { #expect(!error.description.isEmpty) }
    }
    #expect(runs > 0)
  }

  private static func meaning(of words: [String]) -> String {
    let line = CommandLineParser.parse(words, root: SampleTree.root)
    switch line.outcome {
    case .help: return "help for \(line.words.joined(separator: " "))"
    case .version: return "version"
    case .failed(let error):
      return "\(error.code.rawValue) \(error.value)" + (error.place.map { " @\($0)" } ?? "")
        + (error.suggestion.map { " ~\($0)" } ?? "")
    case .run:
      let texts = line.values.texts.sorted { $0.key < $1.key }
        .map { "\($0.key)=\($0.value.joined(separator: ","))" }
      let flags = line.values.flags.sorted().map { "+\($0)" }
      return (line.words.dropFirst() + texts + flags).joined(separator: " ")
    }
  }
}
