#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// One callback's stay in line: its place, and when and how it left.
///
/// It runs from the first submission until customer and agent are connected, or the callback is over. Retries, snoozes
/// and pauses are part of it.
public struct QueueStay: Hashable, Sendable {
  /// The place in line.
  public let place: QueuePlace
  /// When it left the line; nil while it is there.
  public let leftAt: Date?
  /// Whether it left because customer and agent were connected.
  public let reachedAgent: Bool

  /// A stay from its parts.
  ///
  /// - Precondition: who is there still has not reached an agent.
  public init(place: QueuePlace, leftAt: Date? = nil, reachedAgent: Bool = false) {
    precondition(leftAt != nil || !reachedAgent, "Who reached an agent has left the line.")
    self.place = place
    self.leftAt = leftAt
    self.reachedAgent = reachedAgent
  }

  /// The stay of a callback; nil for one that was never in line, or whose record does not tell, as the past of an
  /// imported record may be unknown.
  ///
  /// - Complexity: O(n) in the lines of the history; O(1) for one in line.
  public init?(_ callback: Callback) {
    if let place = callback.place {
      self.init(place: place)
      return
    }
    var entered: Date?
    for step in callback.history {
      let isInQueue = CallbackState.Name.inQueue.contains(step.to.name)
      guard let entered else {
        if isInQueue { entered = step.at }
        continue
      }
      if isInQueue { continue }
      self.init(
        place: QueuePlace(priority: callback.priority, enteredAt: entered, id: callback.id),
        leftAt: step.at,
        reachedAgent: step.to.name == .processing
      )
      return
    }
    return nil
  }

  /// Whether the callback was in line at an instant: from when it entered on, until it left.
  public func isInLine(at instant: Date) -> Bool {
    place.enteredAt <= instant && leftAt.map { $0 > instant } ?? true
  }

  /// For how many seconds the callback was in line, or has been until an instant.
  func waited(until instant: Date) -> Double {
    max(0, (leftAt ?? instant).timeIntervalSince(place.enteredAt))
  }
}
