extension CoreError.Code {
  // Accounts: facts `account`, `option`, `value`, `accepted`, `suggestion`.
  /// An account of a name that is not configured.
  public static let unknownAccount = CoreError.Code(rawValue: "unknown-account")
  /// Text that cannot name an account.
  public static let malformedAccountName = CoreError.Code(rawValue: "malformed-account-name")
  /// A role that does not exist.
  public static let unknownRole = CoreError.Code(rawValue: "unknown-role")
  /// An account's list of services that names more than one group; fact `groups`.
  public static let tooManyGroups = CoreError.Code(rawValue: "too-many-groups")
  /// An account's list of services that names a group beside other names; fact `groups`.
  public static let groupAmongServices = CoreError.Code(rawValue: "group-among-services")
  /// An account that services name and that therefore cannot go; fact `users`.
  public static let accountInUse = CoreError.Code(rawValue: "account-in-use")
  /// Something that an account may not do; facts `account`, `action`, `service` or `id`, `role`, `reason`.
  public static let notPermitted = CoreError.Code(rawValue: "not-permitted")

  /// All codes of this file, in order.
  package static let accountCodes: [CoreError.Code] = [
    .unknownAccount, .malformedAccountName, .unknownRole, .tooManyGroups, .groupAmongServices, .accountInUse,
    .notPermitted,
  ]
}
