/// What cancelling many callbacks did with one of them.
public struct CancelledCallback: Hashable, Identifiable, Sendable {
  /// The callback's id, as it was given.
  public let id: String
  /// Its service; nil for an id that no callback has.
  public let service: String?
  /// The state in which it was found; nil for an id that no callback has.
  public let state: CallbackState.Name?
  /// What was done.
  public let result: Result
  /// How the callback ended, now or before; nil where it has not ended, and for an id that no callback has.
  public let reason: CompletionReason?
  /// What was said about the end; nil when nothing was.
  public let note: String?
  /// What has to be done because of it, in order, such as hanging up.
  public let actions: [CallbackAction]

  /// What can be done with one callback.
  public enum Result: String, CaseIterable, Sendable {
    /// It was cancelled.
    case cancelled
    /// It was COMPLETED before, and is as it was.
    case alreadyCompleted = "already-completed"
    /// Its state takes no cancellation: customer and agent are connected. It is as it was.
    case notCancellable = "not-cancellable"
    /// There is no such callback, or none that the account may cancel.
    case unknown
  }

  /// What became of a callback.
  init(
    _ callback: Callback,
    from state: CallbackState.Name,
    _ result: Result,
    actions: [CallbackAction] = []
  ) {
    id = callback.id.text
    service = callback.service
    self.state = state
    self.result = result
    reason = callback.completionReason
    note = callback.completionNote
    self.actions = actions
  }

  /// An id that no callback has.
  init(unknown id: String) {
    self.id = id
    (service, state, reason, note) = (nil, nil, nil, nil)
    result = .unknown
    actions = []
  }
}

extension Callback {
  /// What a person said about the end; nil when nothing was said, or there is no end yet.
  fileprivate var completionNote: String? {
    switch state {
    case .completed(let completed): completed.note
    case .scheduled, .queued, .routing, .processing, .paused: nil
    }
  }
}
