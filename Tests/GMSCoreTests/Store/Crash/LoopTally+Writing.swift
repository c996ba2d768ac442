import GMSTestSupport

/// Contents in words, for failures.
func shown(_ contents: ExactContents?) -> String { contents?.description ?? "no store" }

extension LoopTally {
  /// Checks that a store can be written by a process that comes anew, that this is durable, and that nothing is
  /// left of those who died.
  static func checkWritable(
    _ disk: SimulatedDisk,
    _ contents: ExactContents?,
    _ tally: inout LoopTally,
    _ place: @autoclosure () -> String
  ) throws {
    let plan = try StorePlan(addingTo: contents)
    var session = StoreSession(on: disk)
    let outcome = plan.run(in: &session)
    session.close()
    if let error = outcome.error { return tally.check(false, "\(place()): it cannot be written: \(error)") }
    let written = try StoreSession.contents(of: disk)
    tally.check(written == plan.end, "\(place()): after the next change \(shown(written))")
    let left = try StoreSession.contents(of: disk.crashed())
    tally.check(left == plan.end, "\(place()): after the next change and a loss of power \(shown(left))")
    let files = disk.files.keys.filter { $0.contains(".new-") }
    tally.check(files.isEmpty, "\(place()): the next writer leaves \(files)")
  }
}
