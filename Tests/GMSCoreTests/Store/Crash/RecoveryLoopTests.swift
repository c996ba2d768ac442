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
  private static let imageCount = 6

  @Test func aSecondFaultWhileAStoreRecovers() throws {
    var tally = LoopTally("recoveries")
    var random = SeededGenerator(seed: 2)
    for operation in StoreOperation.all {
      for start in try sample(operation, &random) { recover(start, &random, &tally) }
      tally.end(operation, atLeast: 60)
    }
    tally.finish(atLeast: 3000)
  }

  /// A disk from which a store has to recover.
  private struct Start {
    let place: String
    let disk: SimulatedDisk
    /// To what a loss of power may lead as long as nothing new is acknowledged; empty where all is synced.
    let former: ArraySlice<ExactContents?>
  }

  /// Images of which no two are alike, at random among those that a crash can leave.
  private func sample(_ operation: StoreOperation, _ random: inout SeededGenerator) throws -> [Start] {
    let plan = try operation.plan()
    var seen: Set<[String: [UInt8]]> = []
    var starts: [Start] = []
    for moment in try operation.moments() {
      let allowed = plan.allowed(after: moment.acknowledged, nextIsOpen: true)
      for image in moment.images(&random, tears: 4, draws: 2) where seen.insert(image.disk.files).inserted {
        starts.append(
          Start(
            place: "\(operation), \(moment), \(image)",
            disk: image.disk,
            former: image.disk.hasUnsynced ? allowed : []
          )
        )
      }
    }
    starts.shuffle(using: &random)
    return Array(starts.prefix(RecoveryLoopTests.imageCount))
  }

  private func recover(_ start: Start, _ random: inout SeededGenerator, _ tally: inout LoopTally) {
    do {
      let plan = try StorePlan(addingTo: StoreSession.contents(of: start.disk.copy()))
      for var fault in RecoveryLoopTests.faults {
        while recover(start, plan, fault, &random, &tally) { fault.first += 1 }
      }
    } catch {
      tally.check(false, "\(start.place): \(error)")
    }
  }

  /// Runs one case; false when the fault came no more.
  private func recover(
    _ start: Start,
    _ plan: StorePlan,
    _ fault: FaultPlan,
    _ random: inout SeededGenerator,
    _ tally: inout LoopTally
  ) -> Bool {
    let disk = start.disk.copy()
    var session = StoreSession(on: disk)
    session.process.arm(fault)
    let outcome = plan.run(in: &session)
    let hasFired = session.process.hasFired
    session.process.arm(nil)
    session.close()
    let place = "\(start.place), then \(fault.fault) at call \(fault.first)"
    tally.check(hasFired || outcome.error == nil, "\(place): \(String(describing: outcome.error))")
    guard hasFired else { return false }
    tally.count()
    var allowed = plan.allowed(after: outcome.acknowledged, nextIsOpen: outcome.error != nil)
    if outcome.acknowledged == 0 { allowed += start.former }
    let moment = CrashMoment(call: fault.first, last: nil, acknowledged: outcome.acknowledged, disk: disk)
    for image in moment.images(&random, tears: 2, draws: 1) {
      do {
        let left = try StoreSession.contents(of: image.disk)
        tally.check(allowed.contains(left), "\(place), \(image): found \(shown(left))")
      } catch {
        tally.check(false, "\(place), \(image): \(error)")
      }
    }
    return true
  }
}
