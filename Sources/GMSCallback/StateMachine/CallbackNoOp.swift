/// Why an event that the state takes changes nothing.
///
/// Events of the service reach all its callbacks, so each state has to take them.
public enum CallbackNoOp: String, CaseIterable, Sendable {
  /// A pause concerns callbacks in the queue; this one is not there yet, or not any more.
  case notInQueue = "a pause concerns QUEUED callbacks only"
  /// A pause does not cut off an agent or a customer who is engaged. Whoever drives the machine reports
  /// `servicePaused` again after the callback's next step, and then it is taken.
  case playedOut = "an agent or the customer is engaged, which is played out first"
  /// The callback is paused already.
  case pausedAlready = "the callback is PAUSED already"
  /// The callback is not paused.
  case notPaused = "the callback is not PAUSED"
}
