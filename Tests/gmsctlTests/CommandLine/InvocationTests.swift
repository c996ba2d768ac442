import Foundation
import Testing
import gmsctl

@Suite("Runs of commands")
struct InvocationTests {
  @Test("take the store from the option, the environment or the default")
  func storePath() {
    for (words, environment, path) in [
      ([], [:], "./gms-store"),
      ([], ["GMSCTL_STORE": "/e"], "/e"),
      ([], ["GMSCTL_STORE": ""], "./gms-store"),
      (["--store", "/o"], ["GMSCTL_STORE": "/e"], "/o"),
    ] as [([String], [String: String], String)] {
      let console = TestConsole()
      console.environment = environment
      #expect(console.run(["store", "info", "--fields", "path", "-o", "jsonl"] + words) == .done)
      #expect(console.output.text == "{\"path\":\"\(path)\"}\n")
    }
  }

  @Test("take now from the option, the environment or the clock")
  func now() {
    for (words, environment, answer) in [
      ([], [:], "1000,false"),
      ([], ["GMSCTL_NOW": "1970-01-01T00:00:07Z"], "7,true"),
      (["--now", "1970-01-01T00:00:09Z"], ["GMSCTL_NOW": "nonsense"], "9,true"),
    ] as [([String], [String: String], String)] {
      let console = TestConsole()
      console.environment = environment
      #expect(console.run(["store", "info", "--fields", "now,given", "-ocsv"] + words) == .done)
      #expect(console.output.text == "now,given\r\n\(answer)\r\n")
    }
  }

  @Test("name the variable when the environment's time is wrong")
  func wrongNow() {
    let console = TestConsole()
    console.environment = ["GMSCTL_NOW": "nonsense"]
    #expect(console.run("store", "info") == .usage)
    #expect(console.errors.text.hasPrefix("gmsctl: the time of '$GMSCTL_NOW' is wrong: 'nonsense' is"))
  }

  @Test("read a time without zone in --timezone")
  func timeZone() {
    let console = TestConsole()
    #expect(
      console.run(
        "callback",
        "start",
        "s",
        "--at",
        "1970-01-01T02:00:00",
        "--timezone",
        "Etc/GMT-1",
        "-o",
        "json"
      )
        == .done
    )
    #expect(console.output.text == "{\"service\":\"s\",\"at\":3600}\n")
  }

  @Test("read values from files and standard input, without the newline at the end")
  func keyValues() throws {
    let directory = URL(fileURLWithPath: NSTemporaryDirectory())
      .appendingPathComponent("gmsctl-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let file = directory.appendingPathComponent("value")
    for (content, value) in [
      ("a=b\n", "a=b"), ("x\r\n", "x"), ("x\n\n", "x\\n"), ("", ""), ("no newline", "no newline"), ("é", "é"),
    ] {
      try Data(content.utf8).write(to: file)
      let console = TestConsole()
      #expect(console.run("callback", "start", "s", "k=@\(file.path)", "-o", "json") == .done)
      #expect(console.output.text == "{\"service\":\"s\",\"k\":\"\(value)\"}\n")
    }
    for word in ["k=-", "k=@-"] {
      let console = TestConsole()
      console.input.bytes = Array("from stdin\n".utf8)
      #expect(console.run("callback", "start", "s", word, "l=@@at", "m=a-", "-o", "json") == .done)
      #expect(console.output.text == "{\"service\":\"s\",\"k\":\"from stdin\",\"l\":\"@at\",\"m\":\"a-\"}\n")
    }
    try Data([0x66, 0xFF]).write(to: file)
    let console = TestConsole()
    #expect(console.run("callback", "start", "s", "k=@\(file.path)") == .usage)
    #expect(console.errors.text == "gmsctl: '\(file.path)' of 'k' is not UTF-8 text\n")
  }

  @Test("take pairs of the other kind as they are written")
  func pairs() {
    let console = TestConsole()
    #expect(console.run("pattern", "set", "g", "a=@x", "b=-", "c=a=b") == .done)
    #expect(console.errors.text == "a is @x\nb is -\nc is a=b\n")
  }

  @Test("read standard input once")
  func inputTwice() {
    let console = TestConsole()
    #expect(console.run("callback", "start", "s", "a=-", "b=-") == .usage)
    #expect(console.errors.text == "gmsctl: standard input is asked for twice, the second time by 'b'\n")
  }

  @Test("answer the command's own exit code")
  func exitCode() {
    let console = TestConsole()
    console.input.bytes = Array("12345".utf8)
    #expect(console.run("apply", "-f", "-", "--prune", "-o", "json") == .differences)
    #expect(console.output.text == "{\"length\":5}\n")
  }

  @Test("keep notes to themselves with --quiet, and errors never")
  func quiet() {
    let loud = TestConsole()
    #expect(loud.run("callback", "list") == .done)
    #expect(loud.errors.text == "no callbacks\n")
    #expect(loud.output.text == "")
    let quiet = TestConsole()
    #expect(quiet.run("callback", "list", "-q") == .done)
    #expect(quiet.errors.text == "")
    #expect(quiet.run("callback", "list", "-q", "--max", "0") == .usage)
    #expect(!quiet.errors.text.isEmpty)
  }

  @Test(
    "ask a person before something is destroyed",
    arguments: ["y\n", "YES\n", "n\n", "\n", "", "yesterday\n"]
  )
  func confirmation(answer: String) {
    let console = TestConsole()
    console.input = TestConsole.Source(isTerminal: true, bytes: Array(answer.utf8))
    console.errors.isTerminal = true
    let agreed = answer == "y\n" || answer == "YES\n"
    #expect(console.run("service", "delete", "s") == (agreed ? .done : .refused))
    let question = "This will delete the service 's'. Go on? [y/N] "
    #expect(
      console.errors.text == question
        + (agreed ? "deleted\n" : "gmsctl: not confirmed; nothing was written\n")
    )
  }

  @Test("do not ask with --yes or --dry-run, and cannot ask when only one side is a terminal")
  func noQuestion() {
    for word in ["--yes", "--dry-run"] {
      let console = TestConsole()
      #expect(console.run("service", "delete", "s", word) == .done)
      #expect(console.errors.text == "deleted\n")
    }
    let console = TestConsole()
    console.input.isTerminal = true
    #expect(console.run("service", "delete", "s") == .usage)
  }

  @Test("end the program with a sentence when a command asks for what it does not declare")
  func undeclared() async {
    await #expect(processExitsWith: .failure) {
      let wrong = Command("wrong", summary: "ask for the wrong thing") { invocation in
        _ = invocation.optional("nothing")
        return .done
      }
      let console = TestConsole()
      _ = GMSCtl.run(
        ["wrong"],
        in: .init(
          environment: [:],
          console: Console(input: console.input, output: console.output, errors: console.errors)
        ),
        tree: CommandTree.root(holding: [wrong])
      )
    }
  }
}
