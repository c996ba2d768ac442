public import GMSCore
import GMSCalendar

extension QueueDiagnostics {
  /// One of the nineteen.
  ///
  /// The raw value is its stable key in JSON.
  public enum Item: String, CaseIterable, Sendable {
    /// See ``QueueDiagnostics/estimatedWaitTime``.
    case estimatedWaitTime
    /// See ``QueueDiagnostics/positionInQueue``.
    case positionInQueue
    /// See ``QueueDiagnostics/agentsLoggedIn``.
    case agentsLoggedIn
    /// See ``QueueDiagnostics/callbackType``.
    case callbackType
    /// See ``QueueDiagnostics/callbackVersion``.
    case callbackVersion
    /// See ``QueueDiagnostics/channel``.
    case channel
    /// See ``QueueDiagnostics/dialAttemptNumber``.
    case dialAttemptNumber
    /// See ``QueueDiagnostics/dialResult``.
    case dialResult
    /// See ``QueueDiagnostics/ewtAtFirstOutboundCall``.
    case ewtAtFirstOutboundCall
    /// See ``QueueDiagnostics/ewtAtOffer``.
    case ewtAtOffer
    /// See ``QueueDiagnostics/isSnoozed``.
    case isSnoozed
    /// See ``QueueDiagnostics/sessionID``.
    case sessionID = "orsSessionID"
    /// See ``QueueDiagnostics/positionAtFirstOutboundCall``.
    case positionAtFirstOutboundCall
    /// See ``QueueDiagnostics/positionAtOffer``.
    case positionAtOffer
    /// See ``QueueDiagnostics/currentPriority``.
    case currentPriority
    /// See ``QueueDiagnostics/routingTarget``.
    case routingTarget
    /// See ``QueueDiagnostics/timeOfFirstOutboundCall``.
    case timeOfFirstOutboundCall
    /// See ``QueueDiagnostics/timeAccepted``.
    case timeAccepted
    /// See ``QueueDiagnostics/timeOfNextOutboundCall``.
    case timeOfNextOutboundCall

    /// What a person reads before the value.
    public var label: String {
      switch self {
      case .estimatedWaitTime: "Estimated wait time"
      case .positionInQueue: "Position in queue"
      case .agentsLoggedIn: "Agents logged in"
      case .callbackType: "Callback type"
      case .callbackVersion: "Callback version"
      case .channel: "Channel"
      case .dialAttemptNumber: "Dial attempt number"
      case .dialResult: "Dial result"
      case .ewtAtFirstOutboundCall: "EWT at first outbound call"
      case .ewtAtOffer: "EWT at callback offer"
      case .isSnoozed: "Is snoozed"
      case .sessionID: "ORS session ID"
      case .positionAtFirstOutboundCall: "Position at first outbound call"
      case .positionAtOffer: "Position at callback offer"
      case .currentPriority: "Current priority"
      case .routingTarget: "Routing target"
      case .timeOfFirstOutboundCall: "Time of first outbound call"
      case .timeAccepted: "Time callback was accepted"
      case .timeOfNextOutboundCall: "Time of next outbound call"
      }
    }

    /// What a person reads where nothing is known.
    public var unknown: String {
      switch self {
      case .positionInQueue: "Not in queue"
      case .estimatedWaitTime, .agentsLoggedIn, .callbackType, .callbackVersion, .channel,
        .dialAttemptNumber, .dialResult, .ewtAtFirstOutboundCall, .ewtAtOffer, .isSnoozed, .sessionID,
        .positionAtFirstOutboundCall, .positionAtOffer, .currentPriority, .routingTarget,
        .timeOfFirstOutboundCall, .timeAccepted, .timeOfNextOutboundCall:
        "n/a"
      }
    }
  }

  /// The value of an item: a number, a truth, text, or null where nothing is known.
  ///
  /// Waits are seconds, rounded to tenths; times are in the form of all answers.
  public subscript(item: Item) -> JSONValue {
    switch item {
    case .estimatedWaitTime: JSONValue(seconds: estimatedWaitTime)
    case .positionInQueue: JSONValue(count: positionInQueue)
    case .agentsLoggedIn: JSONValue(count: agentsLoggedIn)
    case .callbackType: JSONValue(text: callbackType)
    case .callbackVersion: JSONValue(text: callbackVersion)
    case .channel: JSONValue(text: channel)
    case .dialAttemptNumber: JSONValue(count: dialAttemptNumber)
    case .dialResult: JSONValue(text: dialResult?.rawValue)
    case .ewtAtFirstOutboundCall: JSONValue(seconds: ewtAtFirstOutboundCall)
    case .ewtAtOffer: JSONValue(seconds: ewtAtOffer)
    case .isSnoozed: isSnoozed.map { .bool($0) } ?? .null
    case .sessionID: JSONValue(text: sessionID)
    case .positionAtFirstOutboundCall: JSONValue(count: positionAtFirstOutboundCall)
    case .positionAtOffer: JSONValue(count: positionAtOffer)
    case .currentPriority: JSONValue(count: currentPriority)
    case .routingTarget: JSONValue(text: routingTarget)
    case .timeOfFirstOutboundCall: JSONValue(text: timeOfFirstOutboundCall.map { InstantText.print($0) })
    case .timeAccepted: .string(InstantText.print(timeAccepted))
    case .timeOfNextOutboundCall: JSONValue(text: timeOfNextOutboundCall.map { InstantText.print($0) })
    }
  }

  /// All nineteen as one object, in the order of ``Item``; what is not known is null.
  public var json: JSONValue { .object(Item.allCases.map { .init($0.rawValue, self[$0]) }) }
}
