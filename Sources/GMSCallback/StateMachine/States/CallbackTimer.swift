#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// An event of time that a state waits for.
public struct CallbackTimer: Hashable, Sendable {
  /// What happens then.
  public let event: CallbackEvent
  /// When it falls due; from this instant on the machine takes the event.
  public let due: Date

  /// A timer from its parts.
  public init(_ event: CallbackEvent, due: Date) {
    self.event = event
    self.due = due
  }
}
