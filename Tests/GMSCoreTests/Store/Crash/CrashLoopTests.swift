import GMSCore
import GMSTestSupport
import Testing

/// The machine or the process dies at each system call of each operation; afterwards the store is exactly as
/// before or exactly as after, has all that was acknowledged, and can be written.
@Suite(.timeLimit(.minutes(10))) struct CrashLoopTests {
  @Test func theMachineDiesAtEveryCall() throws {
    var tally = LoopTally("crashes")
    var random = SeededGenerator(seed: 1)
    for operation in StoreOperation.all {
      let plan = try operation.plan()
      var seen: Set<Scene> = []
      for moment in try operation.moments() {
        for image in moment.images(&random) {
          // Much that differs before the crash is the same afterwards.
          guard seen.insert(Scene(acknowledged: moment.acknowledged, disk: image.disk)).inserted else {
            continue
          }
          tally.count()
          let allowed = plan.allowed(after: moment.acknowledged, nextIsOpen: true)
          func place() -> String { "\(operation), \(moment), \(image)" }
          do {
            let found = try StoreSession.contents(of: image.disk)
            tally.check(allowed.contains(found), "\(place()): found \(shown(found))")
            try LoopTally.checkWritable(image.disk, found, &tally, place())
          } catch {
            tally.check(false, "\(place()): \(error)")
          }
        }
      }
      tally.end(operation, atLeast: 3)
    }
    tally.finish(atLeast: 1000)
  }

  /// What tells images apart.
  private struct Scene: Hashable {
    let acknowledged: Int
    let files: [String: [UInt8]]
    let hasUnsynced: Bool

    init(acknowledged: Int, disk: SimulatedDisk) {
      self.acknowledged = acknowledged
      files = disk.files
      hasUnsynced = disk.hasUnsynced
    }
  }
}
