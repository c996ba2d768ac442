/// The timers of a state, at most three, kept without a heap: every event of time asks for them.
struct PendingTimers {
  /// The events of time, and when they fall due; the first `count` count.
  private var names: (CallbackEvent.Name, CallbackEvent.Name, CallbackEvent.Name)
  private var dues: (GridInstant, GridInstant, GridInstant)
  private var count = 0

  /// No timer.
  @inline(__always)
  init() {
    names = (.lifetimeEnded, .lifetimeEnded, .lifetimeEnded)
    dues = (.none, .none, .none)
  }

  /// Adds a timer after the others.
  ///
  /// - Precondition: there are fewer than three.
  @inline(__always)
  mutating func append(_ name: CallbackEvent.Name, due: GridInstant) {
    switch count {
    case 0: (names.0, dues.0) = (name, due)
    case 1: (names.1, dues.1) = (name, due)
    case 2: (names.2, dues.2) = (name, due)
    default: preconditionFailure("No state waits for more than three events of time.")
    }
    count += 1
  }

  /// When the event of this name falls due; nil when it is not waited for.
  @inline(__always)
  func due(_ name: CallbackEvent.Name) -> GridInstant? {
    if count > 0, names.0 == name { return dues.0 }
    if count > 1, names.1 == name { return dues.1 }
    if count > 2, names.2 == name { return dues.2 }
    return nil
  }

  /// The timer that falls due first; of equals the one that was added first.
  ///
  /// - Precondition: there is one.
  var next: CallbackTimer {
    precondition(count > 0, "A state waits for something.")
    var (name, due) = (names.0, dues.0)
    if count > 1, dues.1 < due { (name, due) = (names.1, dues.1) }
    if count > 2, dues.2 < due { (name, due) = (names.2, dues.2) }
    return CallbackTimer(name.representative, due: due.date)
  }

  /// All timers, in the order in which they were added.
  var all: [CallbackTimer] {
    let all = [
      CallbackTimer(names.0.representative, due: dues.0.date),
      CallbackTimer(names.1.representative, due: dues.1.date),
      CallbackTimer(names.2.representative, due: dues.2.date),
    ]
    return Array(all.prefix(count))
  }
}
