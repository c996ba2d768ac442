#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension Callback {
  /// Until when the callback itself holds back from being served, such as the end of a snooze; nil when it does not.
  var heldBackUntil: Date? {
    guard case .queued(let queued) = state else { return nil }
    switch queued.phase {
    case .snoozed, .waitingToDial, .waitingForSubmission: return queued.phase.timer?.due
    case .waitingForAgent, .agentPreview, .waitingForConfirmation, .waitingForCustomer, .dialling,
      .waitingOnCall:
      return nil
    }
  }

  /// What was tried so far; nil before the callback was in line.
  var attempts: CallbackAttempts? {
    switch state {
    case .scheduled: nil
    case .queued, .routing, .processing, .paused: progress?.attempts
    case .completed(let completed): completed.attempts
    }
  }

  /// Whether the customer asked to be left alone for a while, also when a pause came into it.
  var isSnoozed: Bool {
    switch state {
    case .queued(let queued): queued.phase.kind == .snoozed
    case .paused(let paused): paused.resume.phase.kind == .snoozed
    case .scheduled, .routing, .processing, .completed: false
    }
  }

  /// When the customer is called again; nil when that waits for an agent or for the end of a pause.
  var nextCall: Date? {
    guard case .queued(let queued) = state, case .waitingToDial(let until) = queued.phase else { return nil }
    return until
  }
}
