import Foundation
import GMSCallback
import Testing

/// A callback that a test takes through its life, one event a line.
struct Walk {
  var callback: Callback
  let policy: CallbackPolicy

  init(_ policy: CallbackPolicy, desired: Date = nine, created: Date = nine(-3600)) throws {
    self.policy = policy
    callback = try newCallback(policy, desired: desired, created: created)
  }

  /// Applies an event at nine o'clock and so many seconds, and expects where it leads and what is to be done.
  mutating func step(
    _ event: CallbackEvent,
    at seconds: Int,
    leadsTo kind: CallbackState.Kind,
    _ actions: String...,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let step = try callback.apply(event, at: nine(seconds), policy: policy)
    #expect(step.to.kind == kind, sourceLocation: sourceLocation)
    #expect(step.to == callback.state, sourceLocation: sourceLocation)
    #expect(step.at == nine(seconds), sourceLocation: sourceLocation)
    let done = step.actions.map { Walk.short($0) }
    #expect(done == actions, sourceLocation: sourceLocation)
  }

  /// Applies the next timer at its instant, which has to be this event at this time.
  mutating func time(
    _ event: CallbackEvent,
    at seconds: Int,
    leadsTo kind: CallbackState.Kind,
    _ actions: String...,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let timer = callback.machine.nextTimer
    #expect(timer == CallbackTimer(event, due: nine(seconds)), sourceLocation: sourceLocation)
    let step = try callback.apply(timer.event, at: timer.due, policy: policy)
    #expect(step.to.kind == kind, sourceLocation: sourceLocation)
    #expect(step.actions.map { Walk.short($0) } == actions, sourceLocation: sourceLocation)
  }

  /// Takes the callback to the line for an agent, which it enters two minutes before nine.
  mutating func enterLine(sourceLocation: SourceLocation = #_sourceLocation) throws {
    try callback.apply(.submissionFellDue, at: nine(-120), policy: policy)
    try callback.apply(.submitted, at: nine(-119), policy: policy)
  }

  /// Expects the end.
  func expectEnd(
    _ reason: CompletionReason,
    note: String? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    guard case .completed(let completed) = callback.state else {
      Issue.record("not COMPLETED but \(callback.state.kind.rawValue)", sourceLocation: sourceLocation)
      return
    }
    #expect(completed.reason == reason, sourceLocation: sourceLocation)
    #expect(completed.note == note, sourceLocation: sourceLocation)
    #expect(
      try callback.replayed(policy: policy) == callback.machine,
      "the history explains the state",
      sourceLocation: sourceLocation
    )
  }

  /// An action as tests write it; status events by their name alone.
  static func short(_ action: CallbackAction) -> String {
    if case .deliverStatus(let status) = action { return status.rawValue }
    return action.description
  }
}
