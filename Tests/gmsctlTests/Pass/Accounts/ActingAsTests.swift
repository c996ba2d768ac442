import Foundation
import Testing
import gmsctl

/// How a line comes to act on behalf of an account, and together with what.
struct ActingAsTests {
  @Test func theOptionWinsOverTheEnvironment() throws {
    let (harness, _) = try SharedStore.make()
    #expect(harness.run("service list").code == .done)
    harness.account = "reader"
    #expect(harness.run("service list").code == .refused)
    #expect(harness.run("service list --as root").code == .done)
    harness.account = "root"
    #expect(harness.run("service list").code == .done)
    #expect(harness.run("service list --as=reader").code == .refused)
  }

  /// `--as "$UNSET"` must not come out as the administrator.
  @Test(arguments: [["--as", ""], ["--as="]])
  func anEmptyAccountIsRefused(_ words: [String]) throws {
    let (harness, _) = try SharedStore.make()
    let outcome = harness.run(words: ["service", "list"] + words)
    #expect(outcome.code == .usage)
    #expect(outcome.errors == "gmsctl: the option '--as' needs a value; it got an empty one\n")
  }

  @Test func aRefusalAsJSON() throws {
    let (harness, id) = try SharedStore.make()
    let start = harness.run("callback start support --number 5116 --as other -o json")
    #expect(start.code == .refused)
    #expect(
      start.errors == """
        {"error":"not-permitted","exception":"PermissionException","code":403,"phrase":"FORBIDDEN",\
        "message":"account 'other' may not start callbacks of service 'support': that is none of its services",\
        "account":"other","action":"start","service":"support","role":"Supervisor","reason":"service"}

        """
    )
    let cancel = harness.run("callback cancel \(id) --as reader -o json")
    #expect(
      cancel.errors == """
        {"error":"not-permitted","exception":"PermissionException","code":403,"phrase":"FORBIDDEN",\
        "message":"account 'reader' may not cancel callbacks: its role CallbackReadOnly does not include it; give \
        it Supervisor or Administrator",\
        "account":"reader","action":"cancel","role":"CallbackReadOnly","reason":"role",\
        "accepted":"Supervisor or Administrator"}

        """
    )
  }

  @Test func aCallbackOutOfSightIsLikeNone() throws {
    let (harness, id) = try SharedStore.make()
    let none = "1-00000000-0000-0000-0000-000000000000"
    for line in [
      "callback get {ID}", "callback get {ID} -o json", "callback history {ID}", "callback cancel {ID}",
      "callback reschedule {ID} lob=x", "callback reschedule {ID} lob=x --fields x",
      "callback event {ID} cancelled",
    ] {
      let outcomes = [id, none].map { id -> CommandLineHarness.Outcome in
        var outcome = harness.run(line.replacingOccurrences(of: "{ID}", with: id) + " --as other")
        outcome.errors = outcome.errors.replacingOccurrences(of: id, with: "{ID}")
        return outcome
      }
      #expect(outcomes[0] == outcomes[1], "\(line)")
      #expect(outcomes[0].code == .refused)
    }
  }

  @Test func listsShowWhatMayBeSeen() throws {
    let (harness, id) = try SharedStore.make()
    let sales = try harness.answer(
      "callback start sales --number 5116 --seed 9 -o jsonl --fields _id --as other"
    )
    for (account, count) in [
      ("root", 2), ("reader", 2), ("kate", 1), ("other", 1), ("half", 1), ("spare", 1),
    ] {
      for line in [
        "callback list -o jsonl", "callback list -o jsonl --fields _id", "callback queues -o jsonl",
      ] {
        let lines = try harness.answer("\(line) --as \(account)").split(separator: "\n")
        #expect(lines.count == count, "\(account): \(line)")
      }
    }
    #expect(try harness.answer("callback list -o jsonl --fields _id --as other") == sales)
    #expect(
      try harness.answer("callback list -o jsonl --fields _id --as kate") == #"{"_id":"\#(id)"}"# + "\n"
    )
    #expect(
      try harness.answer("callback watermarks --as kate -o json")
        == #"{"services":{"support":0},"total":0}"# + "\n"
    )
  }

  @Test func dryRunsDecideAndWriteNothing() throws {
    let (harness, id) = try SharedStore.make()
    let before = try harness.snapshot()
    #expect(harness.run("callback cancel \(id) --as kate --dry-run").code == .done)
    #expect(harness.run("callback cancel \(id) --as other --dry-run").code == .refused)
    #expect(harness.run("account set other services= --as root --dry-run").code == .done)
    #expect(harness.run("account set other services= --as other --dry-run").code == .refused)
    #expect(try harness.snapshot() == before)
  }

  /// Earlier states are read with the permissions of today, whatever was permitted then.
  @Test func thePastIsReadWithThePermissionsOfNow() throws {
    let (harness, id) = try SharedStore.make()
    let then = "2025-01-06T14:00:00Z"
    harness.now = harness.now.addingTimeInterval(600)
    _ = try harness.answer("account set kate services=sales")
    _ = try harness.answer("account set late roles=Supervisor services=support")
    _ = try harness.answer("account delete spare --yes")

    let taken = harness.run("callback get \(id) --as kate --as-of \(then)")
    #expect(taken.code == .refused)
    #expect(try harness.answer("callback list --as kate --as-of \(then) -o json") == "[]\n")
    #expect(try harness.answer("callback list --as late --as-of \(then) -o jsonl").contains(id))
    #expect(harness.run("hours status Office --as kate --as-of \(then)").code == .refused)
    #expect(harness.run("hours status Office --as reader --as-of \(then)").code == .done)
    #expect(harness.run("callback list --as spare --as-of \(then)").code == .notFound)
    #expect(harness.run("service list --as late --as-of \(then)").code == .refused)
    // Which accounts there were is part of the past; what is asked about them is not.
    #expect(harness.run("account show spare --as root --as-of \(then)").code == .done)
  }

  @Test func theStoreLogNamesTheCommandOnly() throws {
    let (harness, id) = try SharedStore.make()
    _ = try harness.answer("callback cancel \(id) --as kate")
    let log = try harness.answer("store log --callback \(id) -o jsonl --fields command")
    #expect(log == #"{"command":"callback start"}"# + "\n" + #"{"command":"callback cancel"}"# + "\n")
  }
}
