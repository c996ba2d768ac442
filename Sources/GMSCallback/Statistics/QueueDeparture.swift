#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// How a callback left the queue for the first time.
struct QueueDeparture {
  /// When it left.
  let at: Date
  /// How many seconds it had waited.
  let waited: Double
  /// Whether it left because customer and agent were connected.
  let reachedAgent: Bool

  /// The departure of a callback; nil for one that was never in the queue, or is still there.
  init?(_ callback: Callback) {
    var entered: Date?
    for step in callback.history {
      let isInQueue = CallbackState.Name.inQueue.contains(step.to.name)
      if let start = entered {
        if isInQueue { continue }
        at = step.at
        waited = step.at.timeIntervalSince(start)
        reachedAgent = step.to.name == .processing
        return
      }
      if isInQueue { entered = step.at }
    }
    return nil
  }
}
