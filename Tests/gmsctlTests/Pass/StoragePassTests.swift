import Foundation
import GMSTestSupport
import Testing
import gmsctl

/// The storage, through the command line.
struct StoragePassTests {
  private func harness() throws -> CommandLineHarness {
    let harness = try CommandLineHarness()
    #expect(harness.run("init").code == .done)
    return harness
  }

  private func put(_ harness: CommandLineHarness, _ words: String) throws -> String {
    let answer = try harness.answer("storage put \(words) -o json --seed 1")
    #expect(answer.hasPrefix(#"{"id":"1-"#) && answer.hasSuffix("\"}\n"))
    return String(answer.dropFirst(7).dropLast(3))
  }

  @Test
  func keepsUpdatesAndTakesAway() throws {
    let harness = try harness()
    let id = try put(harness, "--ttl 3600 b=2 'a=x y'")
    #expect(try harness.answer("storage get \(id) -o json") == #"{"a":"x y","b":"2"}"# + "\n")
    #expect(try harness.answer("storage get \(id) a") == "x y\n")
    #expect(try harness.answer("storage get \(id) a -o json") == "\"x y\"\n")
    #expect(try harness.answer("storage get \(id) --fields b -o json") == #"{"b":"2"}"# + "\n")
    #expect(try harness.answer("storage update \(id) b=3 c= -o json") == #"{"id":"\#(id)"}"# + "\n")
    #expect(try harness.answer("storage get \(id) -o json") == #"{"a":"x y","b":"3","c":""}"# + "\n")
    #expect(try harness.answer("storage delete \(id) a -o json") == #"{"id":"\#(id)"}"# + "\n")
    #expect(try harness.answer("storage get \(id) -o json") == #"{"b":"3","c":""}"# + "\n")
    #expect(try harness.answer("storage delete \(id)") == "deleted what was stored under '\(id)'\n")
    #expect(harness.run("storage get \(id)").code == .notFound)
  }

  @Test
  func bytesGoInAndComeOutAsTheyAre() throws {
    let harness = try harness()
    let file = harness.directory.path("photo")
    let bytes = Data([0xFF, 0xD8, 0x00, 0x0A, 0x0D, 0x0A])
    try bytes.write(to: URL(fileURLWithPath: file))
    try harness.write("two\nlines\n", to: "text")
    let id = try put(harness, "photo=@{DIR}/photo text=@{DIR}/text at=@@here")
    #expect(
      try harness.answer("storage get \(id) -o json")
        == #"{"at":"@here","photo":{"base64":"/9gACg0K"},"text":"two\nlines"}"# + "\n"
    )
    #expect(try harness.answer("storage get \(id) text") == "two\nlines\n")
    #expect(try harness.answer("storage get \(id) photo -o json") == #"{"base64":"/9gACg0K"}"# + "\n")
    // A pipe of its own process: what the value's bytes are is not decoded on the way.
    let out = try Shell.run(
      "GMSCTL_STORE='\(harness.store)' GMSCTL_NOW=2025-01-06T14:00:00Z \"$GMSCTL\" storage get \(id) photo | od -An -tx1"
    )
    #expect(out.output.split(whereSeparator: \.isWhitespace).joined() == "ffd8000a0d0a")
  }

  @Test(arguments: [
    ("", "14:00:30"), ("--ttl 60", "14:01:00"), ("--ttl 0", "14:00:30"), ("--ttl -5", "14:00:30"),
    ("--ttl abc", "14:00:30"), ("--ttl 1.5", "14:00:30"), ("--ttl 2147483648", "14:00:30"),
  ])
  func endsWithItsTimeToLive(_ option: String, _ end: String) throws {
    let harness = try harness()
    let made = harness.run("storage put \(option) a=1 -o json")
    #expect(made.errors == "kept until 2025-01-06T\(end).000Z\n")
    let id = String(made.output.dropFirst(7).dropLast(3))
    let last = instant("2025-01-06T\(end)Z")
    harness.now = last - 0.001
    #expect(harness.run("storage get \(id)").code == .done)
    harness.now = last
    let gone = harness.run("storage get \(id)")
    #expect(gone.code == .notFound)
    #expect(
      gone.errors
        == "gmsctl: nothing is stored under '\(id)'; its time to live ended at '2025-01-06T\(end).000Z'\n"
    )
    #expect(harness.run("run").errors.contains("1 record was over and is gone"))
  }

  @Test(arguments: [
    (
      "storage get 1-x", 3,
      "nothing is stored under '1-x'; it was never there, was taken away, or is long over"
    ),
    (
      "storage get 1-x --service", 3,
      "there is no running service '1-x'; it was never there, was taken away, or is long over"
    ),
    (
      "storage delete 1-x", 3,
      "nothing is stored under '1-x'; it was never there, was taken away, or is long over"
    ),
    (
      "storage update 1-x a=1", 3,
      "nothing is stored under '1-x'; it was never there, was taken away, or is long over"
    ),
    ("storage update 1-x", 2, "'gmsctl storage update' needs the argument 'key=value'"),
    (
      "storage put a/b=1", 1,
      "'a/b' cannot be a key of stored data; write 1 to 200 bytes of text without / and control characters"
    ),
    ("storage put a=1 a=2", 2, "the key 'a' is given twice"),
    ("storage put =1", 2, "'=1' has no key before its '='"),
    ("storage put a", 2, "'a' is not key=value; quote a value that holds blanks, as in 'key=two words'"),
    ("storage put a=- b=-", 2, "standard input is asked for twice, the second time by 'b'"),
    ("storage put a=@{DIR}/none", 2, "cannot read '{DIR}/none' of 'a': No such file or directory"),
    ("storage update 1-x a=1 --ttl 5 --service", 2, "the options '--service' and '--ttl' exclude each other"),
  ])
  func isRefusedAndWritesNothing(_ line: String, _ code: Int32, _ message: String) throws {
    let harness = try harness()
    let before = try harness.snapshot()
    let outcome = harness.run(line)
    #expect(outcome.code.rawValue == code)
    #expect(outcome.output == "")
    #expect(outcome.errors.split(separator: "\n").first.map(String.init) == "gmsctl: \(message)")
    #expect(try harness.snapshot() == before)
  }
}
