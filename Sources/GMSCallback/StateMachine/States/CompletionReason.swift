/// How a callback ended, by GMS's name.
///
/// Open: reasons that this library does not know are kept as they are.
public struct CompletionReason: RawRepresentable, Hashable, Sendable {
  /// GMS's name of the reason.
  public let rawValue: String

  /// A reason from GMS's name.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The customer and an agent were connected: the only success.
  public static let agentConnected = CompletionReason(rawValue: "AGENT_CONNECTED")
  /// The customer cancelled.
  public static let cancelled = CompletionReason(rawValue: "CANCELLED")
  /// An administrator cancelled.
  public static let cancelledByAdministrator = CompletionReason(rawValue: "CANCELLED_BY_ADMIN")
  /// No agent became free while the customer waited on the line.
  ///
  /// GMS does not document when it uses this reason; this is the library's choice.
  public static let notAvailable = CompletionReason(rawValue: "NOT_AVAILABLE")
  /// The queue did not take the callback, `_max_ors_submit_attempts` times.
  public static let submitFailed = CompletionReason(rawValue: "SUBMIT_FAILED")
  /// The engine could not load its message file.
  public static let failLoadMessageFile = CompletionReason(rawValue: "FAIL_LOAD_MESSAGE_FILE")
  /// The interaction was deleted under the engine.
  public static let failInteractionDeleted = CompletionReason(rawValue: "FAIL_INTERACTION_DELETED")
  /// The target that the service names does not exist.
  public static let failTargetNotFound = CompletionReason(rawValue: "FAIL_TARGET_NOT_FOUND")
  /// The engine failed otherwise.
  public static let failError = CompletionReason(rawValue: "FAIL_ERROR")
  /// The time in the queue (`_urs_queued_ttl`) or the whole life (`_ttl`) ran out.
  public static let failTimeoutTTL = CompletionReason(rawValue: "FAIL_TIMEOUT_TTL")
  /// The interaction is of a medium that the engine does not know.
  public static let failUnknownMediaType = CompletionReason(rawValue: "FAIL_IXN_UNKNOWN_MEDIA_TYPE")
  /// There is no number to call.
  public static let failNoCustomerNumber = CompletionReason(rawValue: "FAIL_NO_CUSTOMER_NUMBER")
  /// The customer did not confirm, and `_on_user_confirm_timeout` is not CONNECT-ANYWAY.
  public static let failUserNoConfirm = CompletionReason(rawValue: "FAIL_USER_NO_CONFIRM")
  /// The engine could not place the callback in the virtual queue.
  public static let failQueueing = CompletionReason(rawValue: "FAIL_QUEUEING")
  /// No agent answered, `_max_transfer_to_agent_attempts` times.
  public static let failAgentConnect = CompletionReason(rawValue: "FAIL_AGENT_CONNECT")
  /// No call with the customer came about: the dial attempts (or the customer's own chances to call) are used
  /// up, or the number is invalid.
  public static let failCallToCustomer = CompletionReason(rawValue: "FAIL_CALL_TO_CUSTOMER")

  /// Agents rejected the callback's preview so many times: `AGENT_PREVIEW_CANCEL_AFTER_<n>REJECTS`.
  public static func agentPreviewCancelled(afterRejections count: Int) -> CompletionReason {
    CompletionReason(rawValue: "AGENT_PREVIEW_CANCEL_AFTER_\(count)REJECTS")
  }
}
