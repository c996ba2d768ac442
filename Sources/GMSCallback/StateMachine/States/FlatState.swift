/// A state as the machine keeps it: the same as a ``CallbackState``, in one flat value without the text of it.
///
/// The text is the agent's name; of a COMPLETED callback a reason that is not GMS's, and then the note. It stands
/// beside the state wherever one is kept: an enum whose payloads hold texts has to be taken apart and counted each time
/// it is copied, this is nothing but bits. Members that a state has no use for are always as ``init(_:)`` makes them,
/// so that equal states are equal here.
struct FlatState: Hashable, Sendable {
  /// The state and phase.
  private(set) var kind: CallbackState.Kind
  /// What a PAUSED callback goes on with; of any other state the kind itself.
  private(set) var resumes: CallbackState.Kind
  /// Whether ``second`` counts, where that is left open: the reminder of a SCHEDULED callback.
  private(set) var hasSecond = false
  /// Whether the text ends with a note, where that is left open: in COMPLETED.
  var hasNote = false
  /// When the callback entered the queue; of a COMPLETED callback nothing.
  private(set) var enteredAt = GridInstant.none
  /// When the callback leaves the queue without success; of a COMPLETED callback nothing.
  private(set) var leaveBy = GridInstant.none
  /// What was tried so far.
  var attempts = CallbackAttempts()
  /// The instant that matters most: what the phase waits for, the submission, since when one talks, the end.
  private(set) var first = GridInstant.none
  /// Another instant: the reminder, the end of a wait on the line, since when the callback is paused.
  private(set) var second = GridInstant.none
  /// How a COMPLETED callback ended.
  private(set) var ending = Ending.known(.agentConnected)

  /// A reason whose text, if it needs one, stands elsewhere.
  enum Ending: Hashable {
    case known(CompletionReason.Known)
    case previewCancelled(after: Int32)
    /// The first so many bytes of the text.
    case named(length: Int32)
  }

  /// A state of a kind, with nothing else.
  @inline(__always)
  init(_ kind: CallbackState.Kind) {
    self.kind = kind
    resumes = kind
  }
}

// The ways from state to state, in place: what stays as it is costs nothing. None of them touches the agent, who comes
// and goes with the actions that say so (`CallbackDecider`), nor the counts.
extension FlatState {
  /// SCHEDULED.
  @inline(__always)
  mutating func schedule(submitAt: GridInstant, remindAt: GridInstant?) {
    become(.scheduled, until: submitAt)
    if let remindAt {
      hasSecond = true
      second = remindAt
    }
  }

  /// SCHEDULED no longer: the stay in the queue begins.
  @inline(__always)
  mutating func enterQueue(at now: GridInstant, leaveBy: GridInstant) {
    enteredAt = now
    self.leaveBy = leaveBy
  }

  /// QUEUED, ROUTING or PROCESSING, with the instant that matters there.
  @inline(__always)
  mutating func become(
    _ kind: CallbackState.Kind,
    until first: GridInstant = .none,
    waitsUntil second: GridInstant = .none
  ) {
    self.kind = kind
    resumes = kind
    hasSecond = false
    self.first = first
    self.second = second
  }

  /// PAUSED, from a phase in which nobody is engaged, to go on with that.
  @inline(__always)
  mutating func pause(since: GridInstant) {
    kind = kind == .submitting ? .pausedSubmitting : .paused
    second = since
  }

  /// PAUSED still, to go on with another phase.
  @inline(__always)
  mutating func stayPaused(resuming phase: CallbackState.Kind, until first: GridInstant = .none) {
    kind = phase == .submitting ? .pausedSubmitting : .paused
    resumes = phase
    self.first = first
  }

  /// PAUSED no longer; the limit of the queue stood still for so long.
  @inline(__always)
  mutating func resume(after milliseconds: Int64) {
    kind = resumes
    leaveBy = leaveBy.adding(milliseconds: milliseconds)
    second = .none
  }

  /// COMPLETED.
  ///
  /// - Precondition: no agent is held.
  @inline(__always)
  mutating func complete(_ ending: Ending, at now: GridInstant) {
    become(.completed, until: now)
    enteredAt = .none
    leaveBy = .none
    self.ending = ending
  }
}
