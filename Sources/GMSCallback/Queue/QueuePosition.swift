/// Where a callback stands in line, and how long it can expect to wait.
public struct QueuePosition: Hashable, Sendable {
  /// The virtual queue.
  public let virtualQueue: String
  /// The position, from 1: the number of those that are served before it, and itself.
  public let position: Int
  /// How many are in line, itself included; those whose agent is being called and those that are PAUSED count, as
  /// everywhere.
  public let totalWaiting: Int
  /// How many seconds the callback can expect to wait, see ``QueueEstimator``; nil when that is unknown.
  public let estimatedWait: Double?

  /// A position from its parts.
  ///
  /// - Precondition: the position is one of the line.
  public init(virtualQueue: String, position: Int, totalWaiting: Int, estimatedWait: Double?) {
    precondition((1...max(1, totalWaiting)).contains(position), "Positions run from 1 to the line's length.")
    self.virtualQueue = virtualQueue
    self.position = position
    self.totalWaiting = totalWaiting
    self.estimatedWait = estimatedWait
  }

  /// The estimated wait as GMS answers it: whole seconds, rounded up; nil when it is unknown.
  public var eta: Int? {
    estimatedWait.map { wait in
      let whole = wait.rounded(.up)
      // A line of years is as long as one of centuries.
      return whole < Double(Int32.max) ? max(0, Int(whole)) : Int(Int32.max)
    }
  }
}
