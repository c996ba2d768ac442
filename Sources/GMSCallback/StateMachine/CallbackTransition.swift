#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// One step of a callback: what it was, what happened, what it is now, and what has to be done.
public struct CallbackTransition: Hashable, Sendable {
  /// The state before.
  public var from: CallbackState { before.state(with: textBefore) }
  /// What happened.
  public let event: CallbackEvent
  /// The state after; equal to `from` when nothing had to change.
  public var to: CallbackState { decided.state.state(with: decided.text) }
  /// When it happened, in whole milliseconds.
  public var at: Date { decided.now.date }
  /// What has to be done, in order.
  public var actions: CallbackActions { decided.actions }
  /// Why the event changed nothing; nil when it did, or has an action.
  public let noOp: CallbackNoOp?

  private let before: FlatState
  /// The state after with its text, the instant and the actions, as they were decided: what is moved here whole need
  /// not be copied.
  private let decided: CallbackDecider

  /// A step from its parts.
  @inline(__always)
  init(from before: FlatState, event: CallbackEvent, decided: CallbackDecider, noOp: CallbackNoOp?) {
    self.before = before
    self.event = event
    self.decided = decided
    self.noOp = noOp
  }

  /// The text of the state before.
  ///
  /// It is not kept a second time: an agent who was held is either held still, or released by an action.
  private var textBefore: String {
    if before.kind == decided.state.kind { return decided.text }
    guard before.kind.holdsAgent else { return "" }
    return decided.state.kind.holdsAgent ? decided.text : decided.actions.agent
  }

  /// The state and phase before, and those after, without their data.
  var kinds: (from: CallbackState.Kind, to: CallbackState.Kind) { (before.kind, decided.state.kind) }
}
