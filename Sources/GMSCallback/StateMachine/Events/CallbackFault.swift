/// What made the engine give a callback up.
///
/// The text form is the reason that the callback is completed with.
public enum CallbackFault: String, CaseIterable, Sendable {
  /// The message file could not be loaded.
  case messageFile = "FAIL_LOAD_MESSAGE_FILE"
  /// The interaction was deleted.
  case interactionDeleted = "FAIL_INTERACTION_DELETED"
  /// The target does not exist.
  case targetNotFound = "FAIL_TARGET_NOT_FOUND"
  /// The interaction's medium is unknown.
  case unknownMediaType = "FAIL_IXN_UNKNOWN_MEDIA_TYPE"
  /// There is no number to call.
  case noCustomerNumber = "FAIL_NO_CUSTOMER_NUMBER"
  /// The virtual queue could not take the callback.
  case queueing = "FAIL_QUEUEING"
  /// Anything else.
  case error = "FAIL_ERROR"

  /// The reason that the callback is completed with.
  public var reason: CompletionReason { CompletionReason(known) }

  /// The reason as the machine keeps it.
  var known: CompletionReason.Known {
    switch self {
    case .messageFile: .failLoadMessageFile
    case .interactionDeleted: .failInteractionDeleted
    case .targetNotFound: .failTargetNotFound
    case .unknownMediaType: .failUnknownMediaType
    case .noCustomerNumber: .failNoCustomerNumber
    case .queueing: .failQueueing
    case .error: .failError
    }
  }
}
