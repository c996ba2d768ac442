#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A callback's stay in the queue: since when, until when, and what was tried.
///
/// It survives every retry.
public struct QueueProgress: Hashable, Sendable {
  /// When the callback entered the queue; its place in line.
  ///
  /// Never changes: retries, snoozes and pauses keep it.
  public let enteredAt: Date
  /// When the callback leaves the queue without success (`_urs_queued_ttl`); a pause moves it by its length.
  public let leaveBy: Date
  /// What was tried so far.
  public let attempts: CallbackAttempts

  /// A stay from its parts.
  public init(enteredAt: Date, leaveBy: Date, attempts: CallbackAttempts = .init()) {
    self.enteredAt = enteredAt
    self.leaveBy = leaveBy
    self.attempts = attempts
  }
}
