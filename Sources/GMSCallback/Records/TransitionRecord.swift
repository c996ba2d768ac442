#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// One line of a callback's history: what happened when, and from where to where it led.
///
/// An event that changed nothing leaves no line, so replaying the events of a history, under the policy that
/// held, gives the state again.
public struct TransitionRecord: Hashable, Sendable {
  // The event first: what is small then fits behind it, and a line takes 32 bytes instead of 40.
  /// What happened, with its parameters.
  public let event: CallbackEvent
  /// The state and phase before.
  public let from: CallbackState.Kind
  /// The state and phase after.
  public let to: CallbackState.Kind
  /// When it happened, in whole milliseconds.
  public let at: Date

  /// A line from its parts.
  public init(from: CallbackState.Kind, event: CallbackEvent, to: CallbackState.Kind, at: Date) {
    self.from = from
    self.event = event.onMillisecond
    self.to = to
    self.at = at.onMillisecond
  }
}
