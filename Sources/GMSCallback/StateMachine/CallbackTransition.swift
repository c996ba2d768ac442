#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// One step of a callback: what it was, what happened, what it is now, and what has to be done.
public struct CallbackTransition: Hashable, Sendable {
  /// The state before.
  public let from: CallbackState
  /// What happened.
  public let event: CallbackEvent
  /// The state after; equal to `from` when nothing had to change.
  public let to: CallbackState
  /// When it happened, in whole milliseconds.
  public let at: Date
  /// What has to be done, in order.
  public let actions: [CallbackAction]
  /// Why the event changed nothing; nil when it did, or has an action.
  public let noOp: CallbackNoOp?
}
