#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// What an event would do to a callback, as the state machine itself answers.
public struct StepForecast: Hashable, Sendable {
  /// The event.
  public let event: CallbackEvent
  /// When it falls due, or would be reported.
  public let at: Date
  /// The state that it leads to.
  public let state: CallbackState
  /// What would have to be done then, in order.
  public let actions: CallbackActions

  /// The forecast of one event.
  ///
  /// The machine is asked on a copy, so nothing happens.
  ///
  /// - Throws: `CallbackError` when the state refuses the event.
  init(_ event: CallbackEvent, at instant: Date, of machine: CallbackStateMachine, policy: CallbackPolicy)
    throws(CallbackError)
  {
    var copy = machine
    let transition = try copy.apply(event, at: instant, policy: policy)
    self.event = event
    at = transition.at
    state = transition.to
    actions = transition.actions
  }

  /// Whether the record goes then.
  public var removesRecord: Bool { actions.contains(.removeRecord) }
}
