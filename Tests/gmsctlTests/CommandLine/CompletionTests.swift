import Foundation
import Testing
import gmsctl

@Suite("Completion scripts")
struct CompletionTests {
  struct Case: CustomTestStringConvertible, Sendable {
    /// The words behind `gmsctl` as bash splits them; the last one is being typed.
    let words: [String]
    let replies: [String]
    var testDescription: String { words.joined(separator: "⎵") }

    init(_ words: [String], _ replies: [String]) {
      self.words = words
      self.replies = replies
    }
  }

  static let formats = ["table", "json", "jsonl", "csv"]

  static let cases: [Case] = [
    Case([""], ["apply", "callback", "hours", "service", "pattern", "store", "help", "completion"]),
    Case(["s"], ["service", "store"]),
    Case(["hours", ""], ["periods"]),
    Case(["hours", "periods", "--st"], ["--start", "--strict", "--store"]),
    Case(["hours", "periods", "NY", "--d"], ["--days", "--dry-run"]),
    Case(["hours", "periods", ""], []),
    Case(["hours", "periods", "NY", "--", "--d"], []),
    Case(["-o", ""], formats),
    Case(["-o", "js"], ["json", "jsonl"]),
    Case(["hours", "periods", "--output", "c"], ["csv"]),
    Case(["hours", "periods", "--output", "=", "c"], ["csv"]),
    Case(["hours", "periods", "--output", "="], formats),
    Case(["hours", "periods", "--output=c"], ["--output=csv"]),
    Case(["-o", "json", "hours", ""], ["periods"]),
    Case(["--output", "=", "json", "hours", ""], ["periods"]),
    Case(["--store", "hours", "h"], ["hours", "help"]),
    Case(["callback", "event", "1-a", ""], ["agent-ready", "answered", "hung-up"]),
    Case(["callback", "event", "1-a", "an"], ["answered"]),
    Case(["callback", "event", "a", ":", "b", "an"], ["answered"]),
    Case(["callback", "event", "an"], []),
    Case(["callback", "event", "1-a", "answered", ""], []),
    Case(["callback", "list", "--match", ""], ["all", "any"]),
    Case(["callback", "list", "--where", "a", "=", "b", "--match", "an"], ["any"]),
    Case(["store", "info", ""], ["size", "age"]),
    Case(["completion", ""], ["bash", "zsh", "fish"]),
    Case(["help", "c"], ["callback", "completion"]),
    Case(["help", "callback", ""], ["start", "event", "list"]),
    Case(["help", "callback", "start", ""], []),
    Case(["help", "nonsense", ""], []),
    Case(["apply", "-f", "on"], ["one file.json", "one.txt"]),
    Case(["apply", "--file", "=", "sub"], ["sub"]),
    Case(["apply", "--file", "sub/"], ["sub/two.json"]),
    Case(["--store", ""], ["sub"]),
    Case(["callback", "start", "s", "k", "=@", "one."], ["one.txt"]),
    Case(["callback", "start", "s", "k=@one."], ["k=@one.txt"]),
    Case(["callback", "start", "s", "k", "=", "o"], []),
    Case(
      ["nonsense", ""],
      ["apply", "callback", "hours", "service", "pattern", "store", "help", "completion"]
    ),
  ]

  @Test("for bash offer what can stand there", arguments: cases)
  func bash(_ test: Case) throws {
    let script = CompletionShell.bash.script(for: SampleTree.root)
    let words = (["gmsctl"] + test.words).map { "'\($0)'" }.joined(separator: " ")
    let outcome = try Shell.run(
      """
      set -u
      directory=$(mktemp -d) && cd "$directory" && mkdir sub && : > 'one file.json' && : > one.txt && : > sub/two.json
      \(script)
      COMP_WORDS=(\(words)) COMP_CWORD=\(test.words.count)
      _gmsctl
      for reply in ${COMPREPLY[@]+"${COMPREPLY[@]}"}; do printf '%s\\n' "$reply"; done
      rm -r "$directory"
      """
    )
    #expect(outcome.output.split(separator: "\n").map(String.init).sorted() == test.replies.sorted())
    #expect(outcome.errors == "")
  }

  @Test("for bash load without a word and pass its own check")
  func bashSyntax() throws {
    for root in [SampleTree.root, CommandTree.root] {
      let script = CompletionShell.bash.script(for: root)
      #expect(try Shell.run("bash -n", input: script) == .init(status: 0, output: "", errors: ""))
      let loaded = try Shell.run("source /dev/stdin && complete -p gmsctl", input: script)
      #expect(loaded == .init(status: 0, output: "complete -F _gmsctl gmsctl\n", errors: ""))
    }
  }

  @Test("for zsh pass its own check", .enabled(if: Shell.has("zsh"), "zsh is not installed"))
  func zshSyntax() throws {
    let script = CompletionShell.zsh.script(for: SampleTree.root)
    #expect(try Shell.run("zsh -n", input: script) == .init(status: 0, output: "", errors: ""))
  }

  @Test("for fish offer what can stand there", .enabled(if: Shell.has("fish"), "fish is not installed"))
  func fish() throws {
    let script = CompletionShell.fish.script(for: SampleTree.root)
    #expect(try Shell.run("fish -n", input: script) == .init(status: 0, output: "", errors: ""))
    for (line, replies) in [
      ("gmsctl hours ", ["periods"]), ("gmsctl -o js", ["json", "jsonl"]),
      ("gmsctl callback event 1-a an", ["answered"]), ("gmsctl help callback s", ["start"]),
      ("gmsctl --store hours hours per", ["periods"]), ("gmsctl hours periods --da", ["--days"]),
    ] {
      let outcome = try Shell.run("source; complete -C '\(line)'", in: "fish", input: script)
      let words = outcome.output.split(separator: "\n").compactMap {
        $0.split(separator: "\t").first.map(String.init)
      }
      #expect(words.sorted() == replies, "\(line)")
    }
  }

  @Test("name every command and option", arguments: CompletionShell.allCases)
  func complete(shell: CompletionShell) {
    let script = shell.script(for: SampleTree.root)
    for (path, command) in SampleTree.root.walk(["gmsctl"]) {
      #expect(script.contains(path.dropFirst().last ?? "gmsctl"))
      for option in command.options { #expect(script.contains(option.name)) }
    }
    #expect(!script.contains("reference"))
  }

  @Test("quote a text whatever it holds", arguments: CompletionShell.allCases)
  func quoting(shell: CompletionShell) throws {
    for text in ["it's", "\\", "$HOME `x` \"y\"", "a\\'b", "!", "[x]:y"] {
      let tree = Command(
        "gmsctl",
        summary: "g",
        subcommands: [Command("x", summary: text, options: [.flag("f", text)]) { _ in .done }]
      )
      let script = shell.script(for: tree)
      guard Shell.has(shell.rawValue) else { continue }
      let outcome = try Shell.run("\(shell.rawValue) -n", input: script)
      #expect(outcome == .init(status: 0, output: "", errors: ""), "\(text)")
    }
  }
}
