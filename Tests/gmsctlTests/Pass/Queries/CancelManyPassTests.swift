import Foundation
import GMSCore
import Testing
import gmsctl

/// Cancelling many callbacks, through the whole program.
struct CancelManyPassTests {
  static let nobody = "9-00000000-0000-4000-8000-000000000000"

  private func states(_ harness: CommandLineHarness) throws -> String {
    try harness.answer("callback list --fields _callback_state,_callback_reason -o csv")
      .split(separator: "\r\n").dropFirst().joined(separator: " ")
  }

  @Test func byIDs() throws {
    let (harness, ids) = try QueryCompany.make()
    try harness.write("\u{FEFF}_id\r\n \(ids[0]) \r\n\r\n\(ids[2])\r\n\(ids[0])", to: "ids.txt")
    let before = try harness.snapshot()
    let dry = harness.run("callback cancel-many --ids {DIR}/ids.txt --reason storm --dry-run -o json")
    #expect(try harness.snapshot() == before)
    let outcome = harness.run("callback cancel-many --ids {DIR}/ids.txt --reason storm --yes -o json")
    #expect(dry == outcome)
    #expect(outcome.code == .done)
    #expect(outcome.errors.isEmpty)
    let actions =
      #"["deliver-status event=_cbe_on_callback_cancelled","deliver-status event=_cbe_on_service_exit"]"#
    let entries = [ids[0], ids[2]].map {
      #"{"_id":"\#($0)","_service_name":"support","state":"SCHEDULED","result":"cancelled","#
        + #""reason":"CANCELLED_BY_ADMIN","note":"storm","actions":\#(actions)}"#
    }
    #expect(
      outcome.output
        == #"{"cancelled":2,"already-completed":0,"not-cancellable":0,"unknown":0,"callbacks":[\#(entries.joined(separator: ","))]}"#
        + "\n"
    )
    #expect(try states(harness) == "COMPLETED,CANCELLED_BY_ADMIN SCHEDULED, COMPLETED,CANCELLED_BY_ADMIN")
    #expect(try harness.answer("callback history \(ids[0]) -o csv --fields event,note").contains("storm"))
  }

  @Test func byFilter() throws {
    let (harness, ids) = try QueryCompany.make()
    _ = try harness.answer("callback cancel \(ids[0])")
    let outcome = harness.run("callback cancel-many --range next-day --yes")
    #expect(outcome.errors == "1 cancelled, 1 already completed, 0 not cancellable, 0 unknown\n")
    let rows = outcome.output.split(separator: "\n")
    #expect(rows.count == 3)
    #expect(
      rows[1].contains("already-completed") && rows[1].contains(ids[0]) && rows[1].contains("CANCELLED")
    )
    #expect(rows[2].contains("cancelled") && rows[2].contains(ids[1]))
    #expect(try states(harness) == "COMPLETED,CANCELLED COMPLETED,CANCELLED_BY_ADMIN SCHEDULED,")
    #expect(
      try harness.answer("callback cancel-many --range next-day --fields _id,result -o csv")
        == "_id,result\r\n\(ids[0]),already-completed\r\n\(ids[1]),already-completed\r\n",
      "nothing would be cancelled, so nobody is asked"
    )
    let cancelled = try harness.answer("callback export --cancelled --fields _id -q")
    #expect(cancelled == "_id\r\n\(ids[0])\r\n\(ids[1])\r\n")
    #expect(
      try harness.answer("callback export --cancelled --since 2025-01-06T14:00:01Z --fields _id -q")
        == "_id\r\n"
    )
  }

  @Test func oneUnknownRefusesAll() throws {
    let (harness, ids) = try QueryCompany.make()
    let input = "\(ids[0])\n\(Self.nobody)\n\(ids[1])\n"
    let before = try harness.snapshot()
    let outcome = harness.run("callback cancel-many --ids - --yes", input: input)
    #expect(outcome.code == .notFound)
    #expect(
      outcome.errors == """
        gmsctl: nothing was cancelled: there is no callback '\(Self.nobody)'
          '--skip-missing' leaves out what cannot be cancelled

        """
    )
    #expect(try harness.snapshot() == before)
    let json = harness.run("callback cancel-many --ids - --yes -o json", input: input)
    #expect(
      json.errors
        == #"{"error":"cannot-cancel-all","exception":"CallbackException","code":404,"phrase":"NOT_FOUND","#
        + #""message":"nothing was cancelled: there is no callback '\#(Self.nobody)'","unknown":["\#(Self.nobody)"],"#
        + #""unknownCount":1,"completed":[],"completedCount":0,"notCancellable":[],"notCancellableCount":0}"#
        + "\n"
    )
    let skipped = harness.run(
      "callback cancel-many --ids - --yes --skip-missing -o csv --fields _id,result",
      input: input
    )
    #expect(
      skipped.output
        == "_id,result\r\n\(ids[0]),cancelled\r\n\(Self.nobody),unknown\r\n\(ids[1]),cancelled\r\n"
    )
  }

  @Test func aCompletedOneRefusesAll() throws {
    let (harness, ids) = try QueryCompany.make()
    _ = try harness.answer("callback cancel \(ids[0])")
    let outcome = harness.run("callback cancel-many --ids - --yes", input: ids.joined(separator: "\n"))
    #expect(outcome.code == .refused)
    #expect(
      outcome.errors.hasPrefix("gmsctl: nothing was cancelled: callback '\(ids[0])' is COMPLETED already\n")
    )
    #expect(try states(harness) == "COMPLETED,CANCELLED SCHEDULED, SCHEDULED,")
  }

  @Test func aFileOfSomethingElse() throws {
    let (harness, ids) = try QueryCompany.make()
    let outcome = harness.run(
      "callback cancel-many --ids - --yes --skip-missing",
      input: "\(ids[0])\n+1 650 466 3204\n"
    )
    #expect(outcome.code == .refused)
    #expect(outcome.errors.hasPrefix("gmsctl: line 2 is not the id of a callback; give "))
    #expect(!outcome.errors.contains("650"))
    let empty = harness.run("callback cancel-many --ids - --yes", input: "\n")
    #expect(empty == .init(code: .done, output: "", errors: "there was no callback to cancel\n"))
    #expect(try states(harness) == "SCHEDULED, SCHEDULED, SCHEDULED,")
  }

  @Test func whatAListWritesIsRead() throws {
    let (harness, ids) = try QueryCompany.make()
    let list = try harness.answer("callback list --service support --fields _id -o csv")
    let outcome = harness.run("callback cancel-many --ids - --yes -o csv --fields _id", input: list)
    #expect(outcome.output == "_id\r\n\(ids[0])\r\n\(ids[2])\r\n")
  }

  /// A person is asked how many, and no is no.
  @Test(arguments: ["y": 0, "n": 1, "": 1])
  func aPersonIsAsked(answer: String, code: Int32) throws {
    let (harness, _) = try QueryCompany.make()
    let console = TestConsole()
    console.environment = ["GMSCTL_STORE": harness.store]
    console.input = TestConsole.Source(isTerminal: true, bytes: Array("\(answer)\n".utf8))
    console.errors.isTerminal = true
    let outcome = console.run(
      ["callback", "cancel-many", "--service", "support", "--now", "2025-01-06T14:00:00Z"],
      tree: CommandTree.root
    )
    #expect(outcome.rawValue == code)
    #expect(console.errors.text.hasPrefix("This will cancel 2 callbacks. Go on? [y/N] "))
    #expect(try states(harness).contains("CANCELLED_BY_ADMIN") == (code == 0))
  }
}
