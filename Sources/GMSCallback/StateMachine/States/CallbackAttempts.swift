/// How often each thing was tried for a callback.
///
/// Each count is bounded by an option of the service. A count beyond 2,147,483,647 stays there.
public struct CallbackAttempts: Hashable, Sendable {
  /// Submissions to the queue, the first included; at most `_max_ors_submit_attempts`.
  public var submissions: Int {
    get { Int(counts.0) }
    set { counts.0 = Int32(clamping: newValue) }
  }
  /// Calls to the customer's number; at most `_max_dial_attempts`.
  public var dials: Int {
    get { Int(counts.1) }
    set { counts.1 = Int32(clamping: newValue) }
  }
  /// Calls to agents in a row that no agent answered; at most `_max_transfer_to_agent_attempts`.
  public var transfers: Int {
    get { Int(counts.2) }
    set { counts.2 = Int32(clamping: newValue) }
  }
  /// Previews that agents rejected or let pass; at most `_agent_preview_allow_reject`.
  public var rejections: Int {
    get { Int(counts.3) }
    set { counts.3 = Int32(clamping: newValue) }
  }
  /// Questions in a row to which the customer gave no answer; at most
  /// `_max_number_of_user_availability_confirmation_attempts`.
  public var confirmations: Int {
    get { Int(counts.4) }
    set { counts.4 = Int32(clamping: newValue) }
  }
  /// Offers of an access number or a chat; at most `_userorig_connect_limit`.
  public var offers: Int {
    get { Int(counts.5) }
    set { counts.5 = Int32(clamping: newValue) }
  }

  /// The counts in the order above; small, because every step copies them.
  private var counts: (Int32, Int32, Int32, Int32, Int32, Int32) = (0, 0, 0, 0, 0, 0)

  /// Counts from their parts; without any, nothing was tried.
  @inline(__always)
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

  /// Whether all counts are equal.
  public static func == (lhs: CallbackAttempts, rhs: CallbackAttempts) -> Bool { lhs.counts == rhs.counts }

  /// Hashes all counts.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(counts.0)
    hasher.combine(counts.1)
    hasher.combine(counts.2)
    hasher.combine(counts.3)
    hasher.combine(counts.4)
    hasher.combine(counts.5)
  }
}
