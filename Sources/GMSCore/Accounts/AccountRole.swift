/// A role that an account can have; the raw value is GMS's word in the option `roles`.
public enum AccountRole: String, CaseIterable, Sendable {
  /// Looks after callbacks: sees them, starts, moves and cancels them.
  case supervisor = "Supervisor"
  /// Looks after everything; it includes ``supervisor``.
  case administrator = "Administrator"
  /// Sees callbacks, and changes none.
  case callbackReadOnly = "CallbackReadOnly"

  /// The actions that the role includes.
  public var actions: Set<AccountAction> {
    switch self {
    case .supervisor: [.view, .start, .reschedule, .cancel]
    case .administrator: Set(AccountAction.allCases)
    case .callbackReadOnly: [.view]
    }
  }
}
