#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension CallbackNotification {
  /// How a notification waits; in a store it is the state of the record.
  package enum Standing: String, CaseIterable {
    /// Waits to be delivered to another system.
    case status = "STATUS"
    /// Waits to be pushed to the device, which may also ask for it.
    case push = "PUSH"
    /// Waits for the device to ask.
    case device = "DEVICE"
    /// Waits for the agent's desktop to ask.
    case agent = "AGENT"

    /// Those that a transport delivers.
    static let delivered: Set<String> = [Standing.status.rawValue, Standing.push.rawValue]
    /// Those that the device may ask for.
    static let forDevice: Set<String> = [Standing.push.rawValue, Standing.device.rawValue]
    /// Those that go with the record of their callback.
    static let ofCallback: Set<String> = forDevice.union([Standing.agent.rawValue])
  }

  /// How it waits.
  package var standing: Standing {
    switch subject {
    case .status: .status
    case .agentAvailable, .deviceMessage: address == nil ? .device : .push
    case .agentMessage: .agent
    }
  }

  /// Moves the next attempt to a later instant, and the end of waiting with it.
  mutating func wait(until instant: Date) {
    guard instant > nextAttempt else { return }
    nextAttempt = instant.onMillisecond
    expires = max(expires, nextAttempt.adding(seconds: CallbackNotification.lifetime))
  }
}

extension CallbackNotification.Subject {
  /// The subject's stable name: GMS's name of the event, `agent-available`, `device-message` or `agent-message`.
  public var name: String {
    switch self {
    case .status(let event): event.rawValue
    case .agentAvailable: "agent-available"
    case .deviceMessage: "device-message"
    case .agentMessage: "agent-message"
    }
  }

  /// The subject of a stable name; nil for a name that none has.
  init?(name: String) {
    switch name {
    case "agent-available": self = .agentAvailable
    case "device-message": self = .deviceMessage
    case "agent-message": self = .agentMessage
    default:
      let event = CallbackStatusEvent(rawValue: name)
      guard CallbackStatusEvent.all.contains(event) else { return nil }
      self = .status(event)
    }
  }

  /// The names of all subjects.
  static let names =
    CallbackStatusEvent.all.map(\.rawValue) + ["agent-available", "device-message", "agent-message"]
}
