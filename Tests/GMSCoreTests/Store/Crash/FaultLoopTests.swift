import Foundation
import GMSCore
import GMSTestSupport
import Testing

/// Each system call of each operation goes wrong, in each way, once and from then on; afterwards the store is
/// exactly as before or exactly as after, as was said, and can be written again.
@Suite(.timeLimit(.minutes(10))) struct FaultLoopTests {
  private static let plans: [FaultPlan] =
    [
      FileSystemFault.fails(.inputOutput), .fails(.noSpace), .failsAfterwards(.inputOutput),
      .tornWrite(.noSpace), .short,
    ].flatMap { [FaultPlan($0, lasting: false), FaultPlan($0, lasting: true)] }
    + [.noPermission, .readOnly, SystemError(number: EDQUOT)].map { FaultPlan(.fails($0), lasting: true) }

  @Test func everyCallGoesWrong() throws {
    var tally = LoopTally("faults")
    for operation in StoreOperation.all {
      let (disk, plan) = (try operation.disk(), try operation.plan())
      for var fault in FaultLoopTests.plans {
        while try run(plan, disk.copy(), fault, operation, &tally) { fault.first += 1 }
      }
      tally.end(operation, atLeast: 40)
    }
    tally.finish(atLeast: 3000)
  }

  /// Runs one case; false when the fault came no more.
  private func run(
    _ plan: StorePlan,
    _ disk: SimulatedDisk,
    _ fault: FaultPlan,
    _ operation: StoreOperation,
    _ tally: inout LoopTally
  ) throws -> Bool {
    var session = StoreSession(on: disk)
    session.process.arm(fault)
    let outcome = plan.run(in: &session)
    let fired = session.process.fired
    guard !fired.isEmpty else {
      tally.check(
        outcome.acknowledged == plan.steps.count,
        "\(operation): \(String(describing: outcome.error))"
      )
      return false
    }
    tally.count()
    func place() -> String {
      "\(operation), \(fault.fault) at call \(fault.first)\(fault.isLasting ? " and on" : ""), "
        + "\(fired.map(\.rawValue).sorted()), told \(outcome.error.map { "\($0)" } ?? "done")"
    }
    // A step that failed is made only when the error says so, or when no store could know.
    let isOpen =
      outcome.error != nil && (outcome.isUncertain || fault.fault.isAfterwards && fired.contains(.rename))
    let allowed = plan.allowed(after: outcome.acknowledged, nextIsOpen: isOpen)
    tally.check(outcome.error == nil || outcome.error is CoreError, "\(place()): no error of the store's")
    if fault.fault == .short { tally.check(outcome.error == nil, "\(place()): a short call is no failure") }
    do {
      let found = try StoreSession.contents(of: disk)
      tally.check(allowed.contains(found), "\(place()): found \(shown(found))")
      // The instance itself is not confused.
      session.process.arm(nil)
      if let store = session.store {
        let seen = try ExactContents(store)
        tally.check(seen == found, "\(place()): the instance shows \(seen)")
      }
      session.close()
      if StoreSession.hasLog || outcome.acknowledged > 0 || plan.states[0] != nil {
        tally.check(session.process.openFileCount == 0, "\(place()): a file was left open")
      }
      // The power fails: what was acknowledged is there; what failed is not there in part.
      let left = try StoreSession.contents(of: disk.crashed())
      let mayBeLeft = plan.allowed(after: outcome.acknowledged, nextIsOpen: outcome.error != nil)
      tally.check(mayBeLeft.contains(left), "\(place()): after a loss of power \(shown(left))")
      try LoopTally.checkWritable(disk, found, &tally, place())
    } catch {
      tally.check(false, "\(place()): then \(error)")
    }
    return true
  }
}
