import Testing
import gmsctl

@Suite("Help and the reference page")
struct HelpTests {
  @Test("show a command's arguments, options and examples")
  func page() {
    let console = TestConsole()
    #expect(console.run("help", "callback", "start") == .done)
    #expect(
      console.output.text
        == """
        Usage: gmsctl callback start SERVICE [key=value…] [--at TIME] [--timezone ZONE]

        Start a callback.

        Arguments:
          SERVICE        the service
          [key=value…]   its parameters

        Options:
          --at TIME        the desired time
          --timezone ZONE  the zone of times that name none (default: UTC)

        Examples:
          Start one.
          $ gmsctl callback start support _customer_number=5115

        'gmsctl help' lists the options that every command takes.

        """.replacing("SERVICE        the", with: "SERVICE       the").replacing("…]   its", with: "…]  its")
    )
    #expect(console.errors.text == "")
  }

  @Test("are the same by every way of asking")
  func ways() {
    for (path, lines) in [
      (
        ["hours", "periods"],
        [["help", "hours", "periods"], ["hours", "periods", "--help"], ["-h", "hours", "periods"]]
      ),
      (["hours"], [["help", "hours"], ["hours", "-h"]]),
      ([], [["help"], ["--help"], ["help", "--output", "table"]]),
    ] as [([String], [[String]])] {
      var command = SampleTree.root
      for word in path { command = command.subcommand(word) ?? command }
      let text = HelpPage.text(command, path: ["gmsctl"] + path)
      for line in lines {
        let console = TestConsole()
        #expect(console.run(line) == .done)
        #expect(console.output.text == text)
      }
    }
  }

  @Test("go to stderr with exit code 2 when a noun stands alone", arguments: [["hours"], []])
  func nounAlone(words: [String]) {
    let console = TestConsole()
    #expect(console.run(words) == .usage)
    #expect(console.output.text == "")
    #expect(console.errors.text.hasPrefix("Usage: gmsctl \(words.isEmpty ? "[global" : "hours VERB")"))
    let json = TestConsole()
    #expect(json.run(words + ["-o", "json"]) == .usage)
    #expect(json.errors.text.hasPrefix("{\"error\":\"missing-command\""))
  }

  @Test("fit 80 columns and leave no blanks at line ends")
  func width() {
    for (path, command) in SampleTree.root.walk(["gmsctl"]) {
      for line in HelpPage.text(command, path: path).split(separator: "\n") where !line.hasPrefix("Usage") {
        #expect(line.count <= 80 || line.hasPrefix("  $"), "\(line)")
        #expect(line.last != " ")
      }
    }
  }

  @Test("name every command, argument and option in the reference page")
  func reference() {
    let console = TestConsole()
    #expect(console.run("reference") == .done)
    let page = console.output.text
    for (path, command) in SampleTree.root.walk(["gmsctl"]).dropFirst() {
      #expect(page.contains("# \(path.joined(separator: " "))\n"))
      for option in command.options { #expect(page.contains("\(option.usage)`: ")) }
    }
    for option in GlobalOptions.all { #expect(page.contains("\(option.usage)`: ")) }
    for code in ExitCode.allCases { #expect(page.contains("- `\(code.rawValue)`: ")) }
    #expect(!page.contains("gmsctl reference\n"))
    #expect(!page.contains("\n\n\n"))
    #expect(page.hasSuffix("\n") && !page.hasSuffix("\n\n"))
  }

  @Test("find the shipped tree and the sample without fault")
  func faults() {
    #expect(CommandTree.root.faults() == [])
    #expect(SampleTree.root.faults() == [])
  }

  @Test("find faults where there are some")
  func findsFaults() {
    let wrong = Command(
      "wrong",
      summary: "Ends with a stop.",
      arguments: [
        CommandArgument("a", .text, presence: .zeroOrMore, "a"), CommandArgument("b", .text, "b"),
        CommandArgument("b", .text, "b"),
      ],
      options: [
        .flag("store", "clashes"), .value("x", short: "o", .text, excludes: ["y"], "clashes"),
        .flag("p", short: "5", "number"),
      ]
    ) { _ in .done }
    let tree = Command(
      "t",
      summary: "t",
      subcommands: [wrong, wrong, Command("empty", summary: "e", subcommands: [])]
    )
    let faults = Set(tree.faults())
    #expect(
      faults == [
        "'t' holds 'wrong' twice", "'t wrong' needs a summary without a full stop",
        "'t wrong' takes more after the repeating 'a'",
        "'t wrong' requires 'b' after an argument that may be absent", "'t wrong' has 'b' twice",
        "'t wrong' has 'store' twice", "'t wrong' has '-o' twice",
        "'t wrong' has no '--y' for '--x' to exclude",
        "'t wrong' has '-5', which could be a number", "'t empty' must either run or hold commands",
      ]
    )
  }

  @Test("tell the version")
  func version() {
    let console = TestConsole()
    #expect(console.run("--version") == .done)
    #expect(console.output.text == "gmsctl \(GMSCtl.version)\n")
  }
}
