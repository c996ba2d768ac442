#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A state as the machine keeps it: the same as a ``CallbackState``, in one flat value.
///
/// An enum whose payloads hold texts has to be taken apart each time it is copied; this is copied as a few words. Members
/// that a state has no use for are always as ``init(_:)`` makes them, so that equal states are equal here.
struct FlatState: Hashable, Sendable {
  /// The state and phase.
  let kind: CallbackState.Kind
  /// What a PAUSED callback goes on with; of any other state the kind itself.
  let resumes: CallbackState.Kind
  /// Whether ``second`` counts, where that is left open: the reminder of a SCHEDULED callback.
  private(set) var hasSecond = false
  /// Whether ``text`` counts, where that is left open: the note of a COMPLETED callback.
  private(set) var hasText = false
  /// The stay in the queue; of a COMPLETED callback its attempts alone.
  private(set) var progress = QueueProgress(enteredAt: Self.noTime, leaveBy: Self.noTime)
  /// The instant that matters most: what the phase waits for, the submission, since when one talks, the end.
  private(set) var first = Self.noTime
  /// Another instant: the reminder, the end of a wait on the line, since when the callback is paused.
  private(set) var second = Self.noTime
  /// The agent; of a COMPLETED callback a reason that is not GMS's, and then the note.
  ///
  /// The only member that is more than bits: each further one would double the cost of a copy.
  private(set) var text = ""
  /// How a COMPLETED callback ended.
  private var ending = Ending.known(.agentConnected)

  /// A reason whose text, if it needs one, stands elsewhere.
  private enum Ending: Hashable {
    case known(CompletionReason.Known)
    case previewCancelled(after: Int32)
    /// The first so many bytes of ``FlatState/text``.
    case named(length: Int32)
  }

  @inline(__always)
  static var noTime: Date { Date(timeIntervalSinceReferenceDate: 0) }

  /// A state of a kind, with nothing else.
  @inline(__always)
  private init(_ kind: CallbackState.Kind) {
    self.kind = kind
    resumes = kind
  }

  /// A paused state.
  @inline(__always)
  private init(_ kind: CallbackState.Kind, resumes: CallbackState.Kind) {
    self.kind = kind
    self.resumes = resumes
  }

  /// SCHEDULED.
  @inline(__always)
  static func scheduled(_ scheduled: CallbackState.Scheduled) -> FlatState {
    var state = FlatState(.scheduled)
    state.first = scheduled.submitAt
    if let remindAt = scheduled.remindAt {
      state.hasSecond = true
      state.second = remindAt
    }
    return state
  }

  /// QUEUED.
  @inline(__always)
  static func queued(_ progress: QueueProgress, _ phase: QueuePhase) -> FlatState {
    var state = FlatState(phase.kind)
    state.progress = progress
    switch phase {
    case .waitingForSubmission(let retryAt): if let retryAt { state.first = retryAt }
    case .waitingForAgent: break
    case .snoozed(let until), .dialling(let until), .waitingToDial(let until), .waitingOnCall(let until):
      state.first = until
    case .agentPreview(let agent, let until), .waitingForConfirmation(let agent, let until):
      state.text = agent
      state.first = until
    case .waitingForCustomer(let agent, let until):
      if let agent { state.text = agent }
      state.first = until
    }
    return state
  }

  /// ROUTING.
  @inline(__always)
  static func routing(_ progress: QueueProgress, _ agent: String, _ leg: RoutingLeg, answerBy: Date)
    -> FlatState
  {
    var state = FlatState(leg.kind)
    state.progress = progress
    state.text = agent
    state.first = answerBy
    if case .agentJoinsCustomer(let waitsUntil) = leg { state.second = waitsUntil }
    return state
  }

  /// PROCESSING.
  @inline(__always)
  static func processing(_ progress: QueueProgress, _ agent: String, since: Date) -> FlatState {
    var state = FlatState(.processing)
    state.progress = progress
    state.text = agent
    state.first = since
    return state
  }

  /// PAUSED, to go on with a phase in which nobody is engaged.
  @inline(__always)
  static func paused(_ progress: QueueProgress, _ phase: QueuePhase, since: Date) -> FlatState {
    let resumed = queued(progress, phase)
    var state = FlatState(resumed.kind == .submitting ? .pausedSubmitting : .paused, resumes: resumed.kind)
    state.progress = progress
    state.first = resumed.first
    state.second = since
    return state
  }

  /// COMPLETED.
  @inline(__always)
  static func completed(_ reason: CompletionReason, note: String?, at: Date, attempts: CallbackAttempts)
    -> FlatState
  {
    var state = FlatState(.completed)
    state.progress = QueueProgress(enteredAt: Self.noTime, leaveBy: Self.noTime, attempts: attempts)
    state.first = at
    switch reason.form {
    case .known(let known): state.ending = .known(known)
    case .previewCancelled(let count): state.ending = .previewCancelled(after: count)
    case .other(let name):
      state.ending = .named(length: Int32(clamping: name.utf8.count))
      state.text = name
    }
    if let note {
      state.hasText = true
      state.text += note
    }
    return state
  }

  /// How a COMPLETED callback ended; nil for any other state.
  var reason: CompletionReason? {
    guard kind == .completed else { return nil }
    switch ending {
    case .known(let known): return CompletionReason(known)
    case .previewCancelled(let count): return CompletionReason(.previewCancelled(after: count))
    case .named(let length):
      return CompletionReason(.other(String(decoding: text.utf8.prefix(Int(length)), as: UTF8.self)))
    }
  }

  /// What was said about the end of a COMPLETED callback.
  var note: String? {
    guard hasText else { return nil }
    switch ending {
    case .known, .previewCancelled: return text
    case .named(let length): return String(decoding: text.utf8.dropFirst(Int(length)), as: UTF8.self)
    }
  }
}
