/// How a callback ended, by GMS's name.
///
/// Open: reasons that this library does not know are kept as they are.
public struct CompletionReason: RawRepresentable, Sendable {
  /// The reasons that have one name each, in a byte each.
  enum Known: UInt8, CaseIterable, Sendable {
    case agentConnected, cancelled, cancelledByAdministrator, notAvailable, submitFailed, failLoadMessageFile
    case failInteractionDeleted, failTargetNotFound, failError, failTimeoutTTL, failUnknownMediaType
    case failNoCustomerNumber, failUserNoConfirm, failQueueing, failAgentConnect, failCallToCustomer
  }

  /// A reason without the text that most have no need of.
  enum Form: Hashable, Sendable {
    case known(Known)
    case previewCancelled(after: Int32)
    case other(String)
  }

  /// What the name stands for; a name that stands for something is never kept as `other`.
  let form: Form

  /// A reason of a form.
  @inline(__always)
  init(_ form: Form) { self.form = form }

  /// A reason that has one name.
  @inline(__always)
  init(_ known: Known) { form = .known(known) }

  /// A reason from GMS's name.
  public init(rawValue: String) {
    if let known = Known.allCases.first(where: { $0.name == rawValue }) {
      form = .known(known)
    } else if let count = CompletionReason.rejections(named: rawValue) {
      form = .previewCancelled(after: count)
    } else {
      form = .other(rawValue)
    }
  }

  /// GMS's name of the reason.
  public var rawValue: String {
    switch form {
    case .known(let known): known.name
    case .previewCancelled(let count): "AGENT_PREVIEW_CANCEL_AFTER_\(count)REJECTS"
    case .other(let name): name
    }
  }

  /// The count in a name of the form `AGENT_PREVIEW_CANCEL_AFTER_<n>REJECTS`, written as this library writes it.
  private static func rejections(named name: String) -> Int32? {
    let (start, end) = ("AGENT_PREVIEW_CANCEL_AFTER_", "REJECTS")
    guard name.hasPrefix(start), name.hasSuffix(end), name.utf8.count > start.utf8.count + end.utf8.count,
      let count = Int32(name.dropFirst(start.count).dropLast(end.count)), count >= 0,
      name == "\(start)\(count)\(end)"
    else { return nil }
    return count
  }

  /// The customer and an agent were connected: the only success.
  public static let agentConnected = CompletionReason(.agentConnected)
  /// The customer cancelled.
  public static let cancelled = CompletionReason(.cancelled)
  /// An administrator cancelled.
  public static let cancelledByAdministrator = CompletionReason(.cancelledByAdministrator)
  /// No agent became free while the customer waited on the line.
  ///
  /// GMS does not document when it uses this reason; this is the library's choice.
  public static let notAvailable = CompletionReason(.notAvailable)
  /// The queue did not take the callback, `_max_ors_submit_attempts` times.
  public static let submitFailed = CompletionReason(.submitFailed)
  /// The engine could not load its message file.
  public static let failLoadMessageFile = CompletionReason(.failLoadMessageFile)
  /// The interaction was deleted under the engine.
  public static let failInteractionDeleted = CompletionReason(.failInteractionDeleted)
  /// The target that the service names does not exist.
  public static let failTargetNotFound = CompletionReason(.failTargetNotFound)
  /// The engine failed otherwise.
  public static let failError = CompletionReason(.failError)
  /// The time in the queue (`_urs_queued_ttl`) or the whole life (`_ttl`) ran out.
  public static let failTimeoutTTL = CompletionReason(.failTimeoutTTL)
  /// The interaction is of a medium that the engine does not know.
  public static let failUnknownMediaType = CompletionReason(.failUnknownMediaType)
  /// There is no number to call.
  public static let failNoCustomerNumber = CompletionReason(.failNoCustomerNumber)
  /// The customer did not confirm, and `_on_user_confirm_timeout` is not CONNECT-ANYWAY.
  public static let failUserNoConfirm = CompletionReason(.failUserNoConfirm)
  /// The engine could not place the callback in the virtual queue.
  public static let failQueueing = CompletionReason(.failQueueing)
  /// No agent answered, `_max_transfer_to_agent_attempts` times.
  public static let failAgentConnect = CompletionReason(.failAgentConnect)
  /// No call with the customer came about: the dial attempts (or the customer's own chances to call) are used
  /// up, or the number is invalid.
  public static let failCallToCustomer = CompletionReason(.failCallToCustomer)

  /// Agents rejected the callback's preview so many times: `AGENT_PREVIEW_CANCEL_AFTER_<n>REJECTS`.
  public static func agentPreviewCancelled(afterRejections count: Int) -> CompletionReason {
    guard count >= 0, let small = Int32(exactly: count) else {
      return CompletionReason(.other("AGENT_PREVIEW_CANCEL_AFTER_\(count)REJECTS"))
    }
    return CompletionReason(.previewCancelled(after: small))
  }
}

extension CompletionReason: Hashable {
  /// Whether both have one name.
  public static func == (lhs: CompletionReason, rhs: CompletionReason) -> Bool { lhs.form == rhs.form }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(form) }
}

extension CompletionReason.Known {
  /// GMS's name.
  var name: String {
    switch self {
    case .agentConnected: "AGENT_CONNECTED"
    case .cancelled: "CANCELLED"
    case .cancelledByAdministrator: "CANCELLED_BY_ADMIN"
    case .notAvailable: "NOT_AVAILABLE"
    case .submitFailed: "SUBMIT_FAILED"
    case .failLoadMessageFile: "FAIL_LOAD_MESSAGE_FILE"
    case .failInteractionDeleted: "FAIL_INTERACTION_DELETED"
    case .failTargetNotFound: "FAIL_TARGET_NOT_FOUND"
    case .failError: "FAIL_ERROR"
    case .failTimeoutTTL: "FAIL_TIMEOUT_TTL"
    case .failUnknownMediaType: "FAIL_IXN_UNKNOWN_MEDIA_TYPE"
    case .failNoCustomerNumber: "FAIL_NO_CUSTOMER_NUMBER"
    case .failUserNoConfirm: "FAIL_USER_NO_CONFIRM"
    case .failQueueing: "FAIL_QUEUEING"
    case .failAgentConnect: "FAIL_AGENT_CONNECT"
    case .failCallToCustomer: "FAIL_CALL_TO_CUSTOMER"
    }
  }
}
