import GMSTestSupport

/// A disk at the moment when a process that was at work on it dies.
struct CrashMoment: CustomStringConvertible {
  /// The call that it did not come to make, counted from 1.
  let call: Int
  /// The call before.
  let last: FileSystemCall?
  /// How many steps were acknowledged.
  let acknowledged: Int
  /// The disk as the system shows it; not all of it is synced.
  let disk: SimulatedDisk

  var description: String { "dead at call \(call) after \(last?.rawValue ?? "nothing")" }

  /// How the disk may be found afterwards.
  struct Image: CustomStringConvertible {
    let description: String
    let disk: SimulatedDisk
  }

  /// The disk as it is, when only the process died, and as it may be when the power failed.
  func images(_ random: inout SeededGenerator, tears: Int = 16, draws: Int = 6) -> [Image] {
    [Image(description: "killed", disk: disk.copy())]
      + disk.crashImages(&random, tears: tears, draws: draws).map {
        Image(description: $0.description, disk: $0.disk)
      }
  }
}

extension StoreOperation {
  /// All moments at which the operation can be cut off, and the one after it.
  func moments() throws -> [CrashMoment] {
    let (disk, plan) = (try disk(), try plan())
    var moments: [CrashMoment] = []
    while true {
      let call = moments.count + 1
      let copy = disk.copy()
      var session = StoreSession(on: copy)
      session.process.arm(FaultPlan(.crash, at: call, lasting: false))
      let outcome = plan.run(in: &session)
      let calls = session.process.calls
      let isLast = !session.process.hasFired
      moments.append(
        CrashMoment(
          call: call,
          last: isLast ? calls.last : calls.dropLast().last,
          acknowledged: outcome.acknowledged,
          disk: copy.copy()
        )
      )
      if isLast { return moments }
    }
  }
}
