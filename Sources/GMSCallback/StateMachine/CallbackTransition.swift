#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// One step of a callback: what it was, what happened, what it is now, and what has to be done.
public struct CallbackTransition: Hashable, Sendable {
  /// The state before.
  public var from: CallbackState { before.state }
  /// What happened.
  public let event: CallbackEvent
  /// The state after; equal to `from` when nothing had to change.
  public var to: CallbackState { after.state }
  /// When it happened, in whole milliseconds.
  public let at: Date
  /// What has to be done, in order.
  public let actions: CallbackActions
  /// Why the event changed nothing; nil when it did, or has an action.
  public let noOp: CallbackNoOp?

  private let before: FlatState
  private let after: FlatState

  /// A step from its parts.
  init(
    from: FlatState,
    event: CallbackEvent,
    to: FlatState,
    at: Date,
    actions: CallbackActions,
    noOp: CallbackNoOp?
  ) {
    before = from
    after = to
    self.event = event
    self.at = at
    self.actions = actions
    self.noOp = noOp
  }

  /// The state and phase before, and those after, without their data.
  var kinds: (from: CallbackState.Kind, to: CallbackState.Kind) { (before.kind, after.kind) }
}
