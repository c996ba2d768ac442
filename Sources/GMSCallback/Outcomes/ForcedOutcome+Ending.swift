extension ForcedOutcome {
  /// How a callback of this number ends under a service's options, when there are agents and nobody intervenes.
  ///
  /// The lives that the options give (`_ttl`, `_urs_queued_ttl`) must be long enough for all attempts.
  public func ending(under policy: CallbackPolicy) -> CompletionReason {
    switch behavior {
    case .reachable, .snoozes: return .agentConnected
    case .cancels: return .cancelled
    case .interactionDeleted: return .failInteractionDeleted
    case .notTaken: return .submitFailed
    case .noAgent: return policy.findsAgentFirst ? .failTimeoutTTL : .notAvailable
    case .invalidNumber: return .failCallToCustomer
    case .busy, .noAnswer, .ringsOn, .answeringMachine:
      return lasts(policy.chances) ? .failCallToCustomer : .agentConnected
    case .hangsUp:
      return policy.customerWaitsOnLine && lasts(policy.chances) ? .failCallToCustomer : .agentConnected
    case .agentDeclines:
      guard policy.showsPreview, policy.maxPreviewRejections > 0 else { return afterUnansweredAgents(policy) }
      return lasts(policy.maxPreviewRejections)
        ? .agentPreviewCancelled(afterRejections: policy.maxPreviewRejections) : .agentConnected
    case .agentDoesNotAnswer: return afterUnansweredAgents(policy)
    case .doesNotConfirm:
      guard policy.findsAgentFirst, policy.needsConfirmation, lasts(max(1, policy.maxConfirmations)) else {
        return .agentConnected
      }
      return policy.connectsWithoutConfirmation ? .agentConnected : .failUserNoConfirm
    }
  }

  private func afterUnansweredAgents(_ policy: CallbackPolicy) -> CompletionReason {
    lasts(policy.maxTransfers) ? .failAgentConnect : .agentConnected
  }

  /// Whether it goes wrong in all of so many attempts.
  private func lasts(_ attempts: Int) -> Bool { goesWrong(at: max(1, attempts)) }
}

extension CallbackPolicy {
  /// How often customer and company try to get on the line.
  fileprivate var chances: Int { customerCallsIn ? maxOffers : maxDials }

  /// Whether the customer is on the line before the agent is.
  fileprivate var customerWaitsOnLine: Bool { customerCallsIn || firstParty == .customer }

  /// Whether an agent sees the callback first.
  var showsPreview: Bool { hasAgentPreview && !customerCallsIn && findsAgentFirst }
}
