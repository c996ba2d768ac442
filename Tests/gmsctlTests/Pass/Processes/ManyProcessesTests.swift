import Foundation
import GMSCore
import GMSTestSupport
import Testing
import gmsctl

/// Real processes, some of which die at any moment: what was acknowledged is there, exactly once, and nothing else
/// but at most what a process that died had under way.
@Suite("Processes that die", .serialized)
struct ManyProcessesTests {
  private static let writers = 8
  private static let readers = 2
  private static let seconds = 4.0

  /// One office that never closes, and a service whose callbacks wait for their time.
  private static let configuration = #"""
    {"services": {
      "Always": {"_type": "builtin", "_service": "office-hours", "_bh_regular1": "Mon-Sun 00:00-24:00"},
      "support": {"_type": "ors", "_service": "callback", "_call_direction": "USERTERMINATED",
        "_media_type": "voice", "_wait_for_agent": "true", "_business_hours_service": "Always",
        "_max_request_by_time_bucket": "1000000"}
    }}
    """#

  @Test("lose nothing that was acknowledged, and leave nothing that was not asked for")
  func writing() throws {
    let harness = try CommandLineHarness(configuration: Self.configuration)
    let seen = SeenCallbacks()
    let end = ContinuousClock.now + .seconds(Self.seconds)
    let writers = (1...Self.writers).map { WritingProcess($0, store: harness.store, seen: seen, until: end) }
    let readers = (1...Self.readers).map { _ in ReadingProcess(store: harness.store, seen: seen, until: end) }
    var jobs: [@Sendable () -> Void] = []
    for writer in writers { jobs.append { writer.run() } }
    for reader in readers { jobs.append { reader.run() } }
    Self.atOnce(jobs)

    for fault in writers.flatMap(\.result.faults) + readers.flatMap(\.result.faults) {
      Issue.record("\(fault)")
    }
    #expect(writers.allSatisfy { $0.result.acknowledged > 0 })
    #expect(readers.allSatisfy { $0.result.reads > 0 })
    let killed = writers.map(\.result.killed).reduce(0, +)
    #expect(killed > 0)

    let kept = try KeptCallback.all(in: harness.answer("store export"))
    let (faults, survived) = Self.compare(kept, with: writers.flatMap(\.result.expected))
    for fault in faults { Issue.record("\(fault)") }
    let check = harness.run("store check")
    #expect(check.code == .done, "\(check.output)\(check.errors)")
    #expect(harness.run("callback start support --number 5115").code == .done)

    let acknowledged = writers.map(\.result.acknowledged).reduce(0, +)
    let busy = writers.map(\.result.busy).reduce(0, +)
    let reads = readers.map(\.result.reads).reduce(0, +)
    print(
      """
      \(Self.writers) writers and \(Self.readers) readers for \(Self.seconds) s: \(acknowledged) changes acknowledged \
      and kept, \(killed) processes killed of which \(survived) changes are there, \(busy) told that the store is \
      busy, \(reads) reads, \(kept.count) callbacks in the end
      """
    )
  }

  /// What is wrong with what the store kept, and how many changes of killed processes it has.
  private static func compare(
    _ kept: [KeptCallback],
    with expected: [ExpectedCallback]
  ) -> (faults: [String], survived: Int) {
    var faults: [String] = []
    var survived = 0
    let byNumber = Dictionary(grouping: kept, by: \.number)
    if Set(kept.map(\.id)).count != kept.count { faults.append("an id is there twice") }
    for (number, callbacks) in byNumber where callbacks.count > 1 {
      faults.append("the callback of \(number) is there \(callbacks.count) times")
    }
    let known = Set(expected.map(\.number))
    for callback in kept where !known.contains(callback.number) {
      faults.append("nobody asked for the callback of \(callback.number)")
    }
    for wanted in expected {
      guard let callback = byNumber[wanted.number]?.first else {
        if wanted.id != nil { faults.append("the acknowledged callback \(wanted.number) is lost") }
        continue
      }
      guard let id = wanted.id else {
        survived += 1
        if !callback.changes.isEmpty { faults.append("\(wanted.number) has changes that nobody asked for") }
        continue
      }
      if callback.id != id { faults.append("\(wanted.number) has the id \(callback.id) instead of \(id)") }
      let withUnsure = wanted.changes + (wanted.unsure.map { [$0] } ?? [])
      if callback.changes == wanted.changes { continue }
      if callback.changes == withUnsure {
        survived += 1
      } else {
        faults.append("\(wanted.number) has \(callback.changes), acknowledged was \(wanted.changes)")
      }
    }
    return (faults, survived)
  }

  /// Runs each job in a thread of its own, and waits for all of them.
  private static func atOnce(_ jobs: [@Sendable () -> Void]) {
    let group = DispatchGroup()
    for job in jobs {
      group.enter()
      let thread = Thread {
        job()
        group.leave()
      }
      thread.start()
    }
    group.wait()
  }

  @Test(
    "give the lock back when they are dead, and hold it while they live",
    .enabled(if: Shell.has("flock"))
  )
  func lock() throws {
    let (harness, _) = try SmallCompany.booked()
    let start = "\"$GMSCTL\" callback start support -q -o jsonl --fields _id --number"
    let outcome = try Shell.run(
      """
      export GMSCTL_STORE=\(harness.store) GMSCTL_NOW=2025-01-06T14:00:00Z
      lock="$GMSCTL_STORE/lock"
      (exec 9<>"$lock"; flock 9; echo $BASHPID >&9; exec sleep 60) & holder=$!
      until [ -s "$lock" ]; do sleep 0.01; done
      \(start) 5001 2>&1 | sed "s/$holder/HOLDER/g"; echo "living ${PIPESTATUS[0]}"
      "$GMSCTL" callback list -o jsonl --fields _customer_number; echo "reading $?"
      kill -9 $holder; wait $holder 2>/dev/null
      [ -s "$lock" ] && echo "the lock still names the dead"
      \(start) 5002 > /dev/null; echo "dead $?"
      """
    )
    #expect(
      outcome.output == """
        {"error":"store-busy","exception":"StoreException","code":503,"phrase":"SERVICE_UNAVAILABLE",\
        "message":"the store at '\(harness.store)' is busy, process 'HOLDER' holds it; try again when that is done",\
        "path":"\(harness.store)","pid":"HOLDER"}
        living 4
        {"_customer_number":"5115"}
        reading 0
        the lock still names the dead
        dead 0

        """
    )
  }
}
