#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// What a callback's history tells of the calls to its customer.
///
/// A chance that the customer was given to call in, or to open a chat, stands for a call.
struct DialReading {
  /// When the customer was called for the first time.
  private(set) var firstCall: Date?
  /// How the last call to the customer that had a result ended.
  private(set) var result: DialResult?

  /// Reads a history.
  ///
  /// - Complexity: O(n).
  init(_ history: [TransitionRecord]) {
    for step in history {
      if firstCall == nil, DialReading.calls(step.to) { firstCall = step.at }
      if let result = DialResult(step) { self.result = result }
    }
  }

  /// Whether the customer is being called in this state.
  private static func calls(_ kind: CallbackState.Kind) -> Bool {
    switch kind {
    case .dialling, .diallingCustomer, .customerJoinsAgent, .waitingForCustomer, .agentWaitsForCustomer: true
    case .scheduled, .submitting, .waitingToSubmit, .waitingForAgent, .agentPreview, .waitingForConfirmation,
      .snoozed, .waitingToDial, .waitingOnCall, .diallingAgent, .agentJoinsCustomer, .processing, .paused,
      .pausedSubmitting, .completed:
      false
    }
  }
}
