import Foundation
import GMSCore
import Testing
import gmsctl

/// Every command on behalf of one who only reads, of one who looks after another service, and of an
/// Administrator.
struct CommandPermissionTests {
  /// A line, and how it ends for `reader`, `other` and `root`; `{ID}` is a callback of the service `support`.
  struct Row: CustomTestStringConvertible, Sendable {
    let line: String
    let codes: [Int32]
    var testDescription: String { line }

    init(_ line: String, _ reader: Int32, _ other: Int32, _ root: Int32) {
      self.line = line
      codes = [reader, other, root]
    }
  }

  static let people = ["reader", "other", "root"]

  private static let simulate =
    "simulate --from 2025-01-06T14:00Z --to 2025-01-06T14:15Z --agents 1 --aht 60 --arrivals 4/h"

  static let rows: [Row] = [
    // An existing store is refused by its own rule when permission is there; a new one knows no account.
    Row("init", 1, 1, 1),
    Row("init --store {DIR}/new", 3, 3, 3),
    Row("apply -f {DIR}/same.json", 1, 1, 0),
    Row("apply -f {DIR}/more.cfg --dry-run", 1, 1, 10),
    Row("diff -f {DIR}/same.json", 1, 1, 0),
    Row("config export", 1, 1, 0),
    Row("store info", 1, 1, 0),
    Row("store check", 1, 1, 0),
    Row("store repair --yes", 1, 1, 0),
    Row("store compact", 1, 1, 0),
    Row("store log", 1, 1, 0),
    Row("store log --callback {ID}", 1, 1, 0),
    Row("store export", 1, 1, 0),
    Row("store export {DIR}/backup.jsonl", 1, 1, 0),
    Row("store import {DIR}/empty.jsonl", 1, 1, 0),

    Row("service list", 1, 1, 0),
    Row("service show support", 1, 1, 0),
    Row("service show sales", 1, 1, 0),
    Row("service create New --template office-hours", 1, 1, 0),
    Row("service set sales _ttl=100", 1, 1, 0),
    Row("service unset Branch _timezone", 1, 1, 0),
    Row("service rename sales vip", 1, 1, 0),
    Row("service clone sales vip", 1, 1, 0),
    Row("service delete Branch --yes", 1, 1, 0),
    Row("service delete Branch", 1, 1, 2),
    Row("service lint", 1, 1, 0),
    Row("service pause sales", 1, 1, 0),
    Row("service resume support", 1, 1, 0),
    Row("service request Office", 0, 1, 0),
    Row("service request support _customer_number=5116", 1, 1, 0),
    Row("service request sales _customer_number=5116", 1, 0, 0),
    Row("service request nonsense", 3, 1, 3),
    Row("node list", 1, 1, 0),
    Row("node status", 1, 1, 0),
    Row("node set OFFLINE", 1, 1, 0),
    Row("node forget --node 7", 1, 1, 3),
    Row("template list", 1, 1, 0),
    Row("template upload {DIR}/none.json", 1, 1, 2),
    Row("template delete nonsense --yes", 1, 1, 3),
    Row("resource list", 1, 1, 0),
    Row("resource create More", 1, 1, 0),
    Row("resource add More 6504663204", 1, 1, 3),
    Row("resource remove More 6504663299", 1, 1, 3),
    Row("resource delete nonsense --yes", 1, 1, 3),
    Row("resource status", 1, 1, 0),
    Row("resource size --rate 40/h --hold 30s --blocking 0.1%", 1, 1, 0),
    Row("access match --access-number 6504663204", 1, 1, 3),
    Row("access bookings", 1, 1, 0),
    Row("access release nonsense", 1, 1, 1),
    Row("pattern list", 1, 1, 0),
    Row("pattern set blocked premium=1900.*", 1, 1, 0),
    Row("pattern unset nonsense premium", 1, 1, 3),
    Row("pattern delete nonsense --yes", 1, 1, 3),
    Row("pattern test nonsense 5115", 1, 1, 3),
    Row("pattern match number=5115", 1, 1, 0),
    Row("storage put lob=sales", 1, 1, 0),
    Row("storage get 1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10", 1, 1, 3),
    Row("storage update 1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10 lob=sales", 1, 1, 3),
    Row("storage delete 1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10", 1, 1, 3),
    Row("template show callback", 1, 1, 0),

    Row("hours periods Office", 0, 1, 0),
    Row("hours status Office", 0, 1, 0),
    Row("hours next Office", 0, 1, 0),
    Row("hours month Office", 0, 1, 0),
    Row("capacity periods Capacity", 0, 1, 0),
    Row("capacity grid Capacity", 0, 1, 0),
    Row("capacity set Capacity mon 09:00-10:00 5", 1, 1, 0),

    Row("callback availability support", 0, 1, 0),
    Row("callback availability sales", 0, 0, 0),
    Row("callback start support --number 5116", 1, 1, 0),
    Row("callback start sales --number 5116", 1, 0, 0),
    Row("callback start support --number 5116 --fields nonsense", 2, 1, 2),
    Row("callback get {ID}", 0, 1, 0),
    Row("callback get {ID} -o json", 0, 1, 0),
    Row("callback get 1-nonsense", 3, 1, 3),
    Row("callback get {ID} --diagnostics", 0, 1, 0),
    Row("callback history {ID}", 0, 1, 0),
    Row("callback why {ID}", 0, 1, 0),
    // The callback of the table is SCHEDULED and has no position.
    Row("callback queue-position 1-nonsense", 3, 1, 3),
    Row("callback line VQ", 0, 0, 0),
    Row("callback line VQ --next", 0, 0, 0),
    Row("callback list", 0, 0, 0),
    Row("callback list --service sales", 0, 0, 0),
    Row("callback list --service support", 0, 1, 0),
    Row("callback list --service support -o json", 0, 1, 0),
    Row("callback list --service support --service sales", 0, 1, 0),
    Row("callback queues", 0, 0, 0),
    Row("callback queues --service support", 0, 1, 0),
    Row("callback queues --service support -o json", 0, 1, 0),
    Row("callback reschedule {ID} lob=x", 1, 1, 0),
    Row("callback reschedule {ID} lob=x --fields nonsense", 2, 1, 2),
    Row("callback cancel {ID}", 1, 1, 0),
    Row("callback request {ID} connect", 1, 1, 1),
    Row("callback request {ID} ixn/chat", 1, 1, 1),
    Row("callback cancel-many --ids {DIR}/ids.txt --yes", 1, 1, 0),
    Row("callback cancel-many --ids {DIR}/ids.txt --skip-missing --yes", 1, 0, 0),
    Row("callback cancel-many --service support --yes", 1, 1, 0),
    Row("callback cancel-many --service sales --yes", 1, 0, 0),
    Row("callback cancel-many --service support", 1, 1, 2),
    Row("callback export", 0, 0, 0),
    Row("callback export --service support", 0, 1, 0),
    Row("callback export --cancelled --since 2025-01-01 -o jsonl", 0, 0, 0),
    Row("callback ranges", 0, 0, 0),
    Row("callback list --service support --page-size 1", 0, 1, 0),
    Row("callback list --page-size 1 -o json", 0, 0, 0),
    Row("callback event {ID} cancelled", 1, 1, 0),
    Row("callback event --list", 0, 0, 0),
    Row("callback watermarks", 0, 0, 0),
    Row("callback watermarks --service support", 0, 1, 0),
    Row("callback notifications", 1, 1, 0),
    Row("callback notifications {ID} --service support", 1, 1, 0),
    Row("callback diagram", 0, 0, 0),
    Row(simulate, 0, 0, 0),
    Row(simulate + " --service support", 0, 1, 0),
    Row("run", 1, 1, 0),
    Row("run --deliver {DIR}/told.jsonl", 1, 1, 0),
    Row("run --until 2025-01-06T15:00:00Z", 1, 1, 0),

    Row("account list", 1, 1, 0),
    Row("account show root", 1, 1, 0),
    Row("account show reader", 0, 1, 0),
    Row("account show other", 1, 0, 0),
    Row("account set other services=", 1, 1, 0),
    Row("account set reader roles=Administrator", 1, 1, 0),
    Row("account delete spare --yes", 1, 1, 0),
    Row("account delete spare", 1, 1, 2),
    Row("account can reader view", 0, 1, 0),
    Row("account can other view sales", 1, 0, 0),
    Row("account can root configure", 1, 1, 0),

    Row("help account can", 0, 0, 0),
    Row("completion bash", 0, 0, 0),
    Row("reference", 0, 0, 0),
  ]

  @Test("end as the table says, and what is refused writes nothing", arguments: rows)
  func commands(_ row: Row) throws {
    let (harness, id) = try SharedStore.make()
    for (person, code) in zip(Self.people, row.codes) {
      let line = row.line.replacingOccurrences(of: "{ID}", with: id)
      let before = try harness.snapshot()
      let dry = harness.run("\(line) --as \(person) --dry-run")
      // What is permitted in a dry run may end otherwise than in earnest, what is not, ends the same.
      if code == 1 { #expect(dry.code == .refused, "\(person), dry: \(dry.errors)") }
      #expect(try harness.snapshot() == before, "\(person), dry")

      let outcome = harness.run("\(line) --as \(person)")
      #expect(outcome.code.rawValue == code, "\(person): \(outcome.errors)")
      guard code == 1, person != "root" else { continue }
      #expect(outcome.errors.contains("account '\(person)' may not "), "\(outcome.errors)")
      #expect(outcome.output == "")
      #expect(try harness.snapshot() == before, "\(person)")
    }
  }

  @Test("are all in the table")
  func everyCommandIsInTheTable() {
    // A demonstration needs a new directory each time, and has a test of its own.
    let lines = Self.rows.map(\.line) + ["demo"]
    for path in Self.runnable(CommandTree.root, []) {
      let words = path.joined(separator: " ")
      #expect(lines.contains { $0 == words || $0.hasPrefix(words + " ") }, "no row runs '\(words)'")
    }
  }

  @Test("demonstrate on a store of their own, whoever asks")
  func demonstration() throws {
    let (harness, _) = try SharedStore.make()
    for person in Self.people {
      #expect(harness.run("demo --store {DIR}/\(person) --as \(person)").code == .done)
    }
  }

  /// The words of all commands that run, hidden ones included.
  static func runnable(_ command: Command, _ path: [String]) -> [[String]] {
    (command.action == nil ? [] : [path])
      + command.subcommands.flatMap { runnable($0, path + [$0.name]) }
  }

  @Test("each say what they need, and name an argument that they have")
  func everyCommandHasADecision() {
    func walk(_ path: [Command]) {
      guard let command = path.last else { return }
      for next in command.subcommands { walk(path + [next]) }
      guard command.action != nil else { return }
      let words = path.map(\.name).joined(separator: " ")
      switch Command.permission(along: path) {
      case nil: Issue.record("'\(words)' does not say what an account needs to run it")
      case .nothing, .askedByLibrary, .newStore, .action(_, nil): break
      case .action(_, let argument?), .configureOrBeing(let argument):
        let found = command.argument(argument)
        #expect(found?.isRequired == true, "'\(words)' has no argument '\(argument)' that is always there")
      }
    }
    walk([CommandTree.root])
  }

  @Test("that say nothing need to configure")
  func silenceIsNotConsent() throws {
    let (harness, _) = try SharedStore.make()
    let tree = CommandTree.root(holding: [Command("silent", summary: "says nothing") { _ in .done }])
    for (account, code) in [("reader", ExitCode.refused), ("root", .done)] {
      let console = TestConsole()
      console.environment = ["GMSCTL_STORE": harness.store, "GMSCTL_ACCOUNT": account]
      #expect(console.run(["silent"], tree: tree) == code)
    }
  }

  @Test("refuse an account that does not exist", arguments: rows)
  func unknownAccount(_ row: Row) throws {
    // What needs no permission has no reason to look the account up.
    guard
      row.codes != [0, 0, 0]
        || ["callback availability", "callback list", "callback queues", "callback watermarks"]
          .contains(where: row.line.hasPrefix)
    else { return }
    let (harness, id) = try SharedStore.make()
    let before = try harness.snapshot()
    let outcome = harness.run(row.line.replacingOccurrences(of: "{ID}", with: id) + " --as raeder")
    #expect(outcome.code == .notFound)
    let hint = row.line.contains("/new") ? "; create it first" : "; did you mean 'reader'?"
    #expect(outcome.errors.contains("there is no account 'raeder'\(hint)"))
    #expect(try harness.snapshot() == before)
  }
}
