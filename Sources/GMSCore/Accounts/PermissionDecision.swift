/// Whether an account may do something, and if not, why not.
public enum PermissionDecision: Hashable, Sendable {
  /// It may.
  case allowed
  /// It may not.
  case refused(Reason)

  /// Why an account may not do something; the raw value is the fact `reason` of the error.
  public enum Reason: String, CaseIterable, Sendable {
    /// The account has no role.
    case noRole = "no-role"
    /// None of its roles includes the action.
    case roleExcludesAction = "role"
    /// The service is not among those that the account looks after.
    case serviceNotListed = "service"
  }

  /// Whether it may.
  public var isAllowed: Bool { self == .allowed }
}
