#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// The nineteen things that GMS tells of a QUEUED callback to one who looks for the reason why it waits.
///
/// All is derived from the record, its history, the line and the service's options at the moment of the question; what
/// is not known is nil, never a guess. GMS shows names and examples; how each comes about is ours and is said with it.
/// Callbacks in other states have diagnostics too; what only makes sense in line is nil then.
public struct QueueDiagnostics: Hashable, Sendable {
  /// How many seconds the callback can expect to wait; nil when it is not in line or nothing is known.
  public var estimatedWaitTime: Double?
  /// The position in line, from 1; nil when the callback is not in line.
  public var positionInQueue: Int?
  /// How many agents are logged in, as ``AgentDeskReport`` says.
  public var agentsLoggedIn: Int?
  /// `WAIT_FOR_AGENT` when an agent is found before the customer is connected, else `IMMEDIATE`, which is our word; nil
  /// when the service is gone.
  public var callbackType: String?
  /// The version of the rules by which the callback goes on, ``strategyVersion``.
  public var callbackVersion: String?
  /// From where the callback was requested: the request's `_channel`, a parameter of ours.
  public var channel: String?
  /// How often the customer was dialled, or given a chance to call in; nil before the callback was in line.
  public var dialAttemptNumber: Int?
  /// How the last call to the customer ended; nil when none has a result.
  public var dialResult: DialResult?
  /// The estimated wait, in seconds, at the instant of the first outbound call.
  public var ewtAtFirstOutboundCall: Double?
  /// The estimated wait, in seconds, at the instant at which the callback was offered, that is, requested.
  public var ewtAtOffer: Double?
  /// Whether the customer asked to be left alone for a while; nil when the callback is not in line.
  public var isSnoozed: Bool?
  /// The session's name, as ``AgentDeskReport`` says.
  public var sessionID: String?
  /// The position at the instant of the first outbound call.
  public var positionAtFirstOutboundCall: Int?
  /// The position at the instant at which the callback was offered; for a scheduled one, the position that it would have
  /// had.
  public var positionAtOffer: Int?
  /// The priority; nil when the callback is not in line.
  public var currentPriority: Int?
  /// Who is asked to take the callback: the service's `_target`, else the service's name as everywhere; nil when the
  /// service is gone.
  public var routingTarget: String?
  /// When the customer was called for the first time.
  public var timeOfFirstOutboundCall: Date?
  /// When the callback was requested.
  public var timeAccepted: Date
  /// When the customer is called again, at the earliest; nil when that waits for something else than time.
  public var timeOfNextOutboundCall: Date?

  /// The version of the rules by which callbacks go on; it is the library's own.
  public static let strategyVersion = "v0.1.0"

  /// Diagnostics of a callback of which nothing is known but when it was requested.
  public init(timeAccepted: Date) { self.timeAccepted = timeAccepted }
}
