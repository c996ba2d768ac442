import Foundation
import GMSCore
import GMSTestSupport
import Testing
import gmsctl

/// Several processes of the built gmsctl on one store.
@Suite("Processes that share a store", .serialized)
struct ConcurrencyTests {
  @Test("book each acknowledged callback exactly once")
  func starts() throws {
    let (harness, _) = try SmallCompany.booked()
    // Nine find a slot's three places between them: six must be refused, and no place is sold twice.
    let outcome = try Shell.run(
      """
      export GMSCTL_STORE=\(harness.store) GMSCTL_NOW=2025-01-06T14:00:00Z
      for n in 1 2 3 4 5 6 7 8 9; do
        (
          "$GMSCTL" callback start support --number 600$n --at 2025-01-06T15:00:00Z -o jsonl --fields _id \
            > \(harness.directory.path)/full.$n 2>/dev/null; echo "full $?"
        ) &
      done
      for n in 1 2 3 4 5 6 7 8; do
        (
          "$GMSCTL" callback start support --number 500$n -o jsonl --fields _id \
            > \(harness.directory.path)/now.$n; echo "now $?"
        ) &
      done
      wait
      """
    )
    let codes = outcome.output.split(separator: "\n").map(String.init)
    #expect(codes.count { $0 == "now 0" } == 8)
    #expect(codes.count { $0 == "full 0" } == 3)
    #expect(codes.count { $0 == "full 1" } == 6)

    var acknowledged: [String] = []
    for name in try FileManager.default.contentsOfDirectory(atPath: harness.directory.path)
    where name.hasPrefix("now.") || name.hasPrefix("full.") {
      let text = try String(contentsOfFile: harness.directory.path(name), encoding: .utf8)
      if text.hasPrefix("{") { acknowledged.append(text) }
    }
    let list = try harness.answer("callback list -o jsonl --fields _id")
    let kept: [String] = list.split(separator: "\n").map { "\($0)\n" }
    #expect(acknowledged.count == 11)
    #expect(Set(acknowledged).count == 11)
    // The fixture's own callback is the twelfth.
    #expect(kept.count == 12)
    #expect(kept.count == Set(kept).count)
    #expect(Set(acknowledged).isSubset(of: kept))
  }

  @Test("wait for one another, and then name the process that holds the store")
  func busy() throws {
    let (harness, _) = try SmallCompany.booked()
    let before = try harness.snapshot()
    let store = try FileStore(opening: harness.store)
    let line = "\"$GMSCTL\" --store \(harness.store) --now 2025-01-06T14:00:00Z"
    let change = StoreChange(time: harness.now, command: "hold", isDryRun: false)
    let outcomes: [ProcessTests.Outcome] = try store.write(change) { _ in
      [
        try Shell.run("\(line) callback start support --number 5117"),
        try Shell.run("\(line) callback list -o jsonl --fields _customer_number"),
      ]
    }
    let (writer, reader) = (outcomes[0], outcomes[1])
    let pid = ProcessInfo.processInfo.processIdentifier
    #expect(writer.status == 4)
    #expect(writer.output == "")
    #expect(
      writer.errors == """
        gmsctl: the store at '\(harness.store)' is busy, process '\(pid)' holds it; try again when that is done

        """
    )
    // A reader waits for no one.
    #expect(
      reader == ProcessTests.Outcome(status: 0, output: "{\"_customer_number\":\"5115\"}\n", errors: "")
    )
    #expect(try harness.snapshot() == before)
    #expect(harness.run("callback start support --number 5117").code == .done)
  }

  @Test("leave a whole store when they are killed")
  func killed() throws {
    let (harness, _) = try SmallCompany.booked()
    let outcome = try Shell.run(
      """
      export GMSCTL_STORE=\(harness.store) GMSCTL_NOW=2025-01-06T14:00:00Z
      for n in 02 05 08 11 14 17 20 25 30 35 40 60; do
        "$GMSCTL" callback start support --number 50$n -q -o jsonl --fields _id &
        sleep 0.0$n; kill -9 $!; wait $! 2>/dev/null
      done
      """
    )
    let kept = try harness.answer("callback list -o jsonl --fields _id")
    for id in outcome.output.split(separator: "\n") { #expect(kept.contains(id)) }
    #expect(harness.run("callback start support --number 5117").code == .done)
  }
}
