#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Where a callback is in its life, with exactly the data that is valid there.
///
///     SCHEDULED ──▶ QUEUED ◀──▶ ROUTING ──▶ PROCESSING ──▶ COMPLETED
///                    ▲  │
///                    ▼  ▼
///                  PAUSED        every state but PROCESSING can also end at once in COMPLETED
///
/// Each case says what it means and where it can lead. Which event leads where is decided by
/// ``CallbackStateMachine`` alone; the whole table is printed by ``StateDiagram`` and kept in
/// `Docs/StateMachine.md`.
public enum CallbackState: Hashable, Sendable {
  /// The callback waits for its desired time; nothing has been handed to the queue.
  ///
  /// Valid transitions are: SCHEDULED (rescheduled, reminded), QUEUED, COMPLETED.
  case scheduled(Scheduled)
  /// The callback has a place in line; which of the many ways of waiting it is in says its phase.
  ///
  /// Valid transitions are: QUEUED (another phase), ROUTING, PAUSED, COMPLETED.
  case queued(Queued)
  /// An agent is reserved, and one of the two parties is being called.
  ///
  /// Valid transitions are: ROUTING (the other party is called), PROCESSING, QUEUED (the attempt failed), COMPLETED.
  case routing(Routing)
  /// The customer and the agent are connected.
  ///
  /// Valid transitions are: COMPLETED.
  case processing(Processing)
  /// The service is paused; the callback keeps its place in line, and what it will go on with.
  ///
  /// Valid transitions are: PAUSED (an outstanding submission is answered), QUEUED, COMPLETED.
  case paused(Paused)
  /// The callback is over. Final: nothing but the removal of its record can follow.
  case completed(Completed)
}

extension CallbackState {
  /// Waiting for the desired time.
  public struct Scheduled: Hashable, Sendable {
    /// When the callback is to be submitted: the desired time less `_request_execution_time_buffer`.
    public let submitAt: Date
    /// When the customer is to be reminded; nil when there is no reminder, or it has been given.
    public let remindAt: Date?

    /// The data of the state from its parts.
    public init(submitAt: Date, remindAt: Date? = nil) {
      self.submitAt = submitAt
      self.remindAt = remindAt
    }
  }

  /// Waiting in line.
  public struct Queued: Hashable, Sendable {
    /// The place in line and what was tried so far.
    public let progress: QueueProgress
    /// What the callback waits for.
    public let phase: QueuePhase

    /// The data of the state from its parts.
    public init(progress: QueueProgress, phase: QueuePhase) {
      self.progress = progress
      self.phase = phase
    }
  }

  /// Connecting the two parties.
  public struct Routing: Hashable, Sendable {
    /// The place in line, kept for the case that the attempt fails, and what was tried so far.
    public let progress: QueueProgress
    /// The agent who is reserved; never empty.
    public let agent: String
    /// Who is being called, and who is on the line already.
    public let leg: RoutingLeg
    /// Until when the called party may answer.
    public let answerBy: Date

    /// The data of the state from its parts.
    public init(progress: QueueProgress, agent: String, leg: RoutingLeg, answerBy: Date) {
      self.progress = progress
      self.agent = agent
      self.leg = leg
      self.answerBy = answerBy
    }
  }

  /// In conversation.
  public struct Processing: Hashable, Sendable {
    /// The place in line that led here, and what was tried.
    public let progress: QueueProgress
    /// The agent who talks with the customer; never empty.
    public let agent: String
    /// Since when they are connected.
    public let since: Date

    /// After so many seconds, a day, a conversation whose end nobody reported is taken to be over.
    ///
    /// It is not before the callback's life is over as well.
    public static let longestConversation = 86_400

    /// The data of the state from its parts.
    public init(progress: QueueProgress, agent: String, since: Date) {
      self.progress = progress
      self.agent = agent
      self.since = since
    }
  }

  /// Held back because the service is paused.
  public struct Paused: Hashable, Sendable {
    /// What the callback goes on with; its phase is one that ``QueuePhase/canPause`` allows.
    public let resume: Queued
    /// Since when it is paused.
    public let since: Date

    /// The data of the state from its parts.
    ///
    /// - Precondition: the phase of `resume` can pause.
    public init(resume: Queued, since: Date) {
      precondition(resume.phase.canPause, "A phase that engages an agent or the customer cannot be paused.")
      self.resume = resume
      self.since = since
    }
  }

  /// Over.
  public struct Completed: Hashable, Sendable {
    /// How it ended.
    public let reason: CompletionReason
    /// What a person said about it, such as the administrator who cancelled; nil when nothing was said.
    public let note: String?
    /// When it ended.
    public let at: Date
    /// What was tried until then.
    public let attempts: CallbackAttempts

    /// The data of the state from its parts.
    public init(reason: CompletionReason, note: String? = nil, at: Date, attempts: CallbackAttempts = .init())
    {
      self.reason = reason
      self.note = note
      self.at = at
      self.attempts = attempts
    }
  }
}
