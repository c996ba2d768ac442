/// How often each thing was tried for a callback.
///
/// Each count is bounded by an option of the service.
public struct CallbackAttempts: Hashable, Sendable {
  /// Submissions to the queue, the first included; at most `_max_ors_submit_attempts`.
  public var submissions: Int
  /// Calls to the customer's number; at most `_max_dial_attempts`.
  public var dials: Int
  /// Calls to agents in a row that no agent answered; at most `_max_transfer_to_agent_attempts`.
  public var transfers: Int
  /// Previews that agents rejected or let pass; at most `_agent_preview_allow_reject`.
  public var rejections: Int
  /// Questions in a row to which the customer gave no answer; at most
  /// `_max_number_of_user_availability_confirmation_attempts`.
  public var confirmations: Int
  /// Offers of an access number or a chat; at most `_userorig_connect_limit`.
  public var offers: Int

  /// Counts from their parts; without any, nothing was tried.
  public init(
    submissions: Int = 0,
    dials: Int = 0,
    transfers: Int = 0,
    rejections: Int = 0,
    confirmations: Int = 0,
    offers: Int = 0
  ) {
    self.submissions = submissions
    self.dials = dials
    self.transfers = transfers
    self.rejections = rejections
    self.confirmations = confirmations
    self.offers = offers
  }
}
