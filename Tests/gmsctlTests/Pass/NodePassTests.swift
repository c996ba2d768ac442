import GMSCore
import GMSTestSupport
import Testing
import gmsctl

@Suite("Nodes at the command line")
struct NodePassTests {
  private func harness() throws -> CommandLineHarness {
    let harness = try CommandLineHarness()
    _ = try harness.answer("init")
    return harness
  }

  private static let time = #""2025-01-06T14:00:00.000Z""#

  @Test("without any, each is ONLINE and none is listed")
  func none() throws {
    let harness = try harness()
    #expect(try harness.answer("node list -o json") == "[]\n")
    #expect(harness.run("node list").errors == "no node was ever set; each is ONLINE\n")
    #expect(
      try harness.answer("node status -o json")
        == #"{"number":1,"host":null,"status":"ONLINE","created":null,"last_seen":null,"silent":false}"#
        + "\n"
    )
  }

  @Test("two nodes: each is set, shown, silent after three minutes, alive again by run, and forgotten")
  func two() throws {
    let harness = try harness()
    let time = NodePassTests.time
    #expect(
      try harness.answer("node set OFFLINE --host gms-1 -o json")
        == #"{"number":1,"host":"gms-1","status":"OFFLINE","created":\#(time),"last_seen":\#(time),"silent":false}"#
        + "\n"
    )
    _ = try harness.answer("node set ONLINE --node 2")
    _ = try harness.answer("node set ONLINE")
    #expect(
      try harness.answer("node list --fields number,host,status -o csv")
        == "number,host,status\r\n1,gms-1,ONLINE\r\n2,,ONLINE\r\n"
    )
    harness.now = instant("2025-01-06T14:02:59Z")
    #expect(
      try harness.answer("node list --fields silent -o jsonl") == "{\"silent\":false}\n{\"silent\":false}\n"
    )
    harness.now = instant("2025-01-06T14:03:00Z")
    #expect(
      try harness.answer("node list --fields silent -o jsonl") == "{\"silent\":true}\n{\"silent\":true}\n"
    )
    _ = try harness.answer("run --node 2")
    #expect(
      try harness.answer("node list --fields silent -o jsonl") == "{\"silent\":true}\n{\"silent\":false}\n"
    )
    #expect(try harness.answer("node forget --node 1 --fields number -o jsonl") == "{\"number\":1}\n")
    #expect(try harness.answer("node list --fields number -o jsonl") == "{\"number\":2}\n")
    #expect(
      try harness.answer("node list --fields number -o jsonl --as-of 2025-01-06T14:02:00Z")
        == "{\"number\":1}\n{\"number\":2}\n"
    )
  }

  @Test("a dry run changes nothing, and run writes nothing for a node that was not set")
  func nothing() throws {
    let harness = try harness()
    let before = try harness.snapshot()
    #expect(
      try harness.answer("node set SHUTDOWN --dry-run --fields status -o jsonl")
        == "{\"status\":\"SHUTDOWN\"}\n"
    )
    _ = try harness.answer("run")
    _ = try harness.answer("run --node 7")
    #expect(try harness.snapshot() == before)
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    let line: String
    let code: ExitCode
    let errors: String

    var testDescription: String { line }
  }

  @Test(
    "refuse what they cannot be",
    arguments: [
      Refusal(
        line: "node set OFLINE",
        code: .usage,
        errors:
          "gmsctl: 'OFLINE' of 'STATUS' is not known; choose ONLINE, OFFLINE or SHUTDOWN. Did you mean 'ONLINE'?\n"
      ),
      Refusal(
        line: "node set ONLINE --host 'two words'",
        code: .refused,
        errors:
          "gmsctl: 'two words' cannot be the host of a node; write 1 to 253 printable ASCII characters without spaces\n"
      ),
      Refusal(
        line: "node status --node -1",
        code: .usage,
        errors: "gmsctl: '-1' of '--node' is out of range; write 0 to 999999999\n"
      ),
      Refusal(
        line: "node forget --node 7",
        code: .notFound,
        errors: "gmsctl: nothing was ever said about node '7'; set its status first\n"
      ),
      Refusal(
        line: "node list --fields name",
        code: .usage,
        errors:
          "gmsctl: there is no field 'name'; there are number, host, status, created, last_seen, silent\n"
      ),
    ]
  )
  func refuses(_ refusal: Refusal) throws {
    let harness = try harness()
    let before = try harness.snapshot()
    let outcome = harness.run(refusal.line)
    #expect(outcome.errors == refusal.errors)
    #expect(outcome.code == refusal.code)
    #expect(outcome.output == "")
    #expect(try harness.snapshot() == before)
  }

  @Test("a line of a node that does not read is refused by its place")
  func malformedImport() throws {
    let harness = try harness()
    let outcome = harness.run("store import -", input: #"{"kind":"node","number":1,"status":"UP"}"#)
    #expect(outcome.code == .refused)
    #expect(
      outcome.errors
        == "gmsctl: line 1 cannot be imported: the node record is damaged at 'status': 'UP'; give ONLINE, OFFLINE or "
        + "SHUTDOWN\n"
    )
  }
}
