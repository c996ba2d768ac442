import GMSCore
import GMSTestSupport
import Testing

/// What is done to a store while its disk fails.
struct StoreOperation: CustomTestStringConvertible, CustomStringConvertible, Sendable {
  let testDescription: String
  /// What was done before, without faults.
  private let before: [StoreStep]
  /// Whether a writer had died in the middle of a transaction.
  private let isTorn: Bool
  private let steps: [StoreStep]

  var description: String { testDescription }

  init(_ name: String, after before: [StoreStep], isTorn: Bool = false, _ steps: StoreStep...) {
    testDescription = name
    self.before = before
    self.isTorn = isTorn
    self.steps = steps
  }

  /// What is to come of it.
  func plan() throws -> StorePlan { try StorePlan(steps, after: before) }

  /// The same with all that was done before, on an empty disk.
  func planFromNothing() throws -> StorePlan { try StorePlan(before + steps, after: []) }

  /// A disk on which it can begin; not everything on it need be synced.
  func disk() throws -> SimulatedDisk {
    let disk = SimulatedDisk()
    var session = StoreSession(on: disk)
    for step in before { try step.onDisk(&session) }
    session.close()
    if isTorn {
      if let log = disk.files[StoreSession.log] {
        try disk.place(log + Array(log.suffix(200)), at: StoreSession.log)
      } else {
        try disk.place(Array("{\"format\":\"gms-st".utf8), at: "\(StoreSession.document).new-7-7")
      }
    }
    return disk.copy()
  }
}
