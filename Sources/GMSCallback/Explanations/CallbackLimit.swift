#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A limit that holds for a callback: a number of attempts, or an instant.
public struct CallbackLimit: Hashable, Sendable {
  /// The option of the service that sets it.
  public let option: String
  /// What is limited.
  public let bound: Bound

  /// What a limit limits.
  public enum Bound: Hashable, Sendable {
    /// So many attempts, of which some are used.
    case attempts(used: Int, most: Int)
    /// An instant at which the callback ends, or leaves the line.
    case until(Date)
  }

  /// The limits of a callback: of attempts those of which any is used, of time those that run.
  ///
  /// - Parameters:
  ///   - callback: The callback.
  ///   - resumed: What a pause leads back to; nil when the callback is not paused.
  ///   - policy: The service's options.
  /// - Returns: The limits: of attempts first, in the order of a callback's life, then of time.
  static func all(
    of callback: Callback,
    resumed: CallbackState?,
    policy: CallbackPolicy
  ) -> [CallbackLimit] {
    let used = callback.attempts ?? CallbackAttempts()
    let attempts = [
      ("_max_ors_submit_attempts", used.submissions, policy.maxSubmissions),
      ("_max_dial_attempts", used.dials, policy.maxDials),
      ("_max_transfer_to_agent_attempts", used.transfers, policy.maxTransfers),
      ("_agent_preview_allow_reject", used.rejections, policy.maxPreviewRejections),
      (
        "_max_number_of_user_availability_confirmation_attempts", used.confirmations, policy.maxConfirmations
      ),
      ("_userorig_connect_limit", used.offers, policy.maxOffers),
    ]
    var limits = attempts.compactMap { option, used, most in
      used == 0 ? nil : CallbackLimit(option: option, bound: .attempts(used: used, most: most))
    }
    if case .queued(let queued) = resumed ?? callback.state, queued.phase.canPause {
      limits.append(CallbackLimit(option: "_urs_queued_ttl", bound: .until(queued.progress.leaveBy)))
    }
    switch callback.state {
    case .scheduled, .queued, .routing, .paused:
      limits.append(CallbackLimit(option: "_ttl", bound: .until(callback.expiration)))
    // A short life is no reason to cut off two people who talk, and what is over has no limit any more.
    case .processing, .completed: break
    }
    return limits
  }
}
