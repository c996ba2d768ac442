extension CallbackState {
  /// The states as GMS names them, without their data.
  public enum Name: String, CaseIterable, Sendable {
    /// Waiting for the desired time.
    case scheduled = "SCHEDULED"
    /// Waiting in line.
    case queued = "QUEUED"
    /// An agent is reserved and a party is being called.
    case routing = "ROUTING"
    /// Customer and agent are connected.
    case processing = "PROCESSING"
    /// Held back by the service's pause.
    case paused = "PAUSED"
    /// Over.
    case completed = "COMPLETED"

    /// The states in which a callback takes part of a slot's capacity.
    public static let booked: Set<Name> = [.scheduled]
    /// The states in which a callback has a place in line: what "in queue" means to limits, counts and reports.
    public static let inQueue: Set<Name> = [.queued, .routing, .paused]
    /// The states that are not the end.
    public static let live: Set<Name> = [.scheduled, .queued, .routing, .processing, .paused]
  }

  /// The state as GMS names it.
  public var name: Name {
    switch self {
    case .scheduled: .scheduled
    case .queued: .queued
    case .routing: .routing
    case .processing: .processing
    case .paused: .paused
    case .completed: .completed
    }
  }
}
