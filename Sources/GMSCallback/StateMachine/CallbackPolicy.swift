/// What a service's options say about the decisions of the machine, as plain values.
///
/// Whoever drives the machine reads the options; here they are given. All durations are whole seconds of 0 or
/// more; a duration of 0 takes the same way as any other, it is only due at once. The defaults are those of a
/// user-terminated, scheduled or delayed callback that calls the customer first.
public struct CallbackPolicy: Hashable, Sendable {
  /// Who makes the call between customer and company (`_call_direction`).
  public enum Direction: String, CaseIterable, Sendable {
    /// The company calls the customer.
    case userTerminated = "USERTERMINATED"
    /// The customer calls an access number.
    case userOriginated = "USERORIGINATED"
  }

  /// The medium (`_media_type`).
  ///
  /// A chat is always opened by the customer.
  public enum Media: String, CaseIterable, Sendable {
    /// A telephone call.
    case voice
    /// A chat.
    case chat
  }

  /// The party that is called first (`_userterminated_first_connect_party`).
  public enum Party: String, CaseIterable, Sendable {
    /// The customer.
    case customer = "CUSTOMER"
    /// The agent.
    case agent = "AGENT"
  }

  /// Who makes the call (`_call_direction`).
  public var direction: Direction = .userTerminated
  /// The medium (`_media_type`).
  public var media: Media = .voice
  /// Whether an agent is found before the customer is connected (`_wait_for_agent`).
  ///
  /// Calling the agent first needs an agent, so ``Party/agent`` waits whatever this says.
  public var waitsForAgent = true
  /// Whether the customer is asked before being connected (`_wait_for_user_confirm`).
  public var needsConfirmation = false
  /// Whether the callback goes on without the customer's confirmation (`_on_user_confirm_timeout` is
  /// CONNECT-ANYWAY).
  public var connectsWithoutConfirmation = true
  /// The party that is called first (`_userterminated_first_connect_party`).
  public var firstParty: Party = .customer
  /// Whether the agent sees the callback before it is connected (`_agent_preview`).
  public var hasAgentPreview = false

  /// The record's life after the desired time (`_ttl`).
  public var timeToLive = 86_400
  /// The longest stay in the queue (`_urs_queued_ttl`); time PAUSED does not count.
  public var queueTimeToLive = 14_400
  /// How long before the desired time the callback is submitted (`_request_execution_time_buffer`).
  public var submissionLead = 120
  /// How long before the desired time the customer is reminded (`_notification_reminder_buffer`); nil when
  /// `_enable_notification_reminder` is off.
  public var reminderLead: Int?
  /// The pause between submissions.
  ///
  /// GMS documents none; this is the library's choice.
  public var submissionRetryDelay = 10
  /// The pause between calls to the customer (`_dial_retry_timeout`).
  public var dialRetryDelay = 300
  /// How long a called party may let it ring.
  ///
  /// GMS documents no option; 32 seconds is what its strategy uses.
  public var ringTimeout = 32
  /// How long an agent may look at a preview (`_agent_preview_timeout`).
  public var previewTimeout = 30
  /// How long the customer may take to confirm (`_user_confirm_timeout`).
  public var confirmationTimeout = 30
  /// How long a snooze lasts (`_snooze_duration`).
  public var snoozeDuration = 300
  /// How long an access number or chat stays offered (`_booking_expiration_timeout`).
  public var offerTimeout = 30
  /// How long the customer waits on the line for an agent (`_max_time_to_wait_for_agent_on_the_call`).
  public var agentWaitOnCall = 3600

  /// The most submissions (`_max_ors_submit_attempts`), 1 or more.
  public var maxSubmissions = 3
  /// The most calls to the customer (`_max_dial_attempts`), 1 or more.
  public var maxDials = 3
  /// The most calls to agents in a row without an answer (`_max_transfer_to_agent_attempts`), 1 or more.
  ///
  /// GMS documents no default; 3 is the library's.
  public var maxTransfers = 3
  /// The most questions for confirmation in a row (`_max_number_of_user_availability_confirmation_attempts`).
  public var maxConfirmations = 3
  /// The most offers of an access number or chat (`_userorig_connect_limit`), 1 or more.
  public var maxOffers = 3
  /// After how many rejected previews the callback is given up (`_agent_preview_allow_reject`).
  ///
  /// GMS does not document its default of 0 further. Here 0 means that agents may look but not reject: an
  /// `agentDeclined` is refused, and when the time for looking is over the callback goes on. Otherwise a
  /// preview that an agent lets pass counts as rejected.
  public var maxPreviewRejections = 0

  /// Who is told of changes of status, and what; nil when nobody is (`_enable_status_notification`).
  ///
  /// The machine decides nothing by it.
  public var notifications: NotificationPolicy?

  /// The policy of a service that sets no option: user-terminated, an agent first found, then the customer called.
  public init() {}

  /// Whether the customer calls in (an access number or a chat) instead of being called.
  public var customerCallsIn: Bool { direction == .userOriginated || media == .chat }

  /// Whether an agent has to be found before anybody is called.
  public var findsAgentFirst: Bool { waitsForAgent || (!customerCallsIn && firstParty == .agent) }
}
