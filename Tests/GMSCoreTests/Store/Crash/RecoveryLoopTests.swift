import GMSCore
import GMSTestSupport
import Testing

/// The store that a crash has left is opened and written, and that fails, or dies, at each of its calls.
@Suite(.timeLimit(.minutes(10))) struct RecoveryLoopTests {
  private static let faults: [FaultPlan] = [
    FaultPlan(.crash, lasting: false), FaultPlan(.fails(.inputOutput), lasting: false),
    FaultPlan(.tornWrite(.noSpace), lasting: true),
  ]
  /// How many images of each operation are recovered from.
  private static let imageCount = 8

  @Test func aSecondFaultWhileAStoreRecovers() throws {
    var tally = LoopTally("recoveries")
    var random = SeededGenerator(seed: 2)
    for operation in StoreOperation.all {
      for (place, disk) in try sample(operation, &random) {
        let base = try StoreSession.contents(of: disk.copy())
        try recover(operation, place, disk, base, &random, &tally)
      }
      tally.end(operation, atLeast: 100)
    }
    tally.finish(atLeast: 3000)
  }

  /// Images of which no two are alike, at random among those that a crash can leave.
  private func sample(_ operation: StoreOperation, _ random: inout SeededGenerator) throws
    -> [(String, SimulatedDisk)]
  {
    var seen: Set<[String: [UInt8]]> = []
    var images: [(String, SimulatedDisk)] = []
    for moment in try operation.moments() {
      for image in moment.images(&random, tears: 4, draws: 2) where seen.insert(image.disk.files).inserted {
        images.append(("\(operation), \(moment), \(image)", image.disk))
      }
    }
    images.shuffle(using: &random)
    return Array(images.prefix(RecoveryLoopTests.imageCount))
  }

  private func recover(
    _ operation: StoreOperation,
    _ place: String,
    _ image: SimulatedDisk,
    _ base: ExactContents?,
    _ random: inout SeededGenerator,
    _ tally: inout LoopTally
  ) throws {
    let plan = try StorePlan(addingTo: base)
    for var fault in RecoveryLoopTests.faults {
      while true {
        let disk = image.copy()
        var session = StoreSession(on: disk)
        session.process.arm(fault)
        let outcome = plan.run(in: &session)
        let hasFired = session.process.hasFired
        session.process.arm(nil)
        session.close()
        tally.count()
        let found = CrashMoment(
          call: fault.first,
          last: nil,
          acknowledged: outcome.acknowledged,
          disk: disk.copy()
        )
        for next in found.images(&random, tears: 3, draws: 1) {
          let place = "\(place), then \(fault.fault) at call \(fault.first), \(next)"
          check(next.disk, plan, outcome, place, &tally)
        }
        if !hasFired {
          tally.check(outcome.error == nil, "\(place): \(String(describing: outcome.error))")
          break
        }
        fault.first += 1
      }
    }
  }

  private func check(
    _ disk: SimulatedDisk,
    _ plan: StorePlan,
    _ outcome: StorePlan.Outcome,
    _ place: @autoclosure () -> String,
    _ tally: inout LoopTally
  ) {
    do {
      let left = try StoreSession.contents(of: disk)
      let allowed = plan.allowed(after: outcome.acknowledged, nextIsOpen: outcome.error != nil)
      tally.check(allowed.contains(left), "\(place()): found \(shown(left))")
    } catch {
      tally.check(false, "\(place()): \(error)")
    }
  }
}
