import GMSCore
import GMSTestSupport

/// Steps, and what a store holds before the first and after each of them; nil for no store.
struct StorePlan {
  let steps: [StoreStep]
  let states: [ExactContents?]

  /// What the last step leaves.
  var end: ExactContents? { states[steps.count] }

  /// Steps on what others leave; a store in memory tells what is to come.
  init(_ steps: [StoreStep], after before: [StoreStep]) throws {
    var store: MemoryStore?
    for step in before { try step.inMemory(&store) }
    var states = [try store.map { try ExactContents($0) }]
    for step in steps {
      try step.inMemory(&store)
      states.append(try store.map { try ExactContents($0) })
    }
    self.steps = steps
    self.states = states
  }

  /// One more record for a store with these contents; where there is no store, one is made first.
  init(addingTo contents: ExactContents?) throws {
    let create = StoreStep.create(StoreOperation.configuration)
    let put = StoreStep.put(StorePlan.added)
    if let contents {
      steps = [put]
      states = [contents, contents.adding(StorePlan.added)]
    } else {
      self = try StorePlan([create, put], after: [])
    }
  }

  /// A record that no operation has, and that is younger than all that they have.
  private static let added = StoredRecord.test("9-added", created: 1_000_000, body: #"{"added":"e\#u{301}"}"#)

  /// What came of the steps.
  struct Outcome {
    /// How many were acknowledged.
    var acknowledged = 0
    /// What ended them.
    var error: (any Error)?

    /// Whether the error says that the change is made, but may be lost.
    var isUncertain: Bool {
      (error as? CoreError)?["reason"]?.contains("is made, but may be lost") == true
    }
  }

  /// Does the steps, up to the first that fails.
  func run(in session: inout StoreSession) -> Outcome {
    var outcome = Outcome()
    do {
      for step in steps {
        try step.onDisk(&session)
        outcome.acknowledged += 1
      }
    } catch {
      outcome.error = error
    }
    return outcome
  }

  /// The states in which the store may be when so many steps were acknowledged; with `isOpen` also the one after
  /// the next step, which may have been made.
  func allowed(after acknowledged: Int, nextIsOpen isOpen: Bool) -> ArraySlice<ExactContents?> {
    states[acknowledged...min(acknowledged + (isOpen ? 1 : 0), steps.count)]
  }
}
