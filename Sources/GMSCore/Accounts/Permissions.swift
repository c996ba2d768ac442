/// What one account may do, compiled from its roles, its list of services and the groups of a configuration.
///
/// Roles say which actions; the list says on which services. The list limits every role, an Administrator's
/// too: it is the list of what that person watches over, so callbacks of other services stay out of view. It
/// does not limit ``AccountAction/configure``, which concerns no single service. Without a list, all services
/// are meant.
///
/// GMS does not document this to the last: that a list limits an Administrator's callbacks and not his
/// configuring, and what ``ServiceGroups`` says of shared names, is this library's decision.
///
/// Permissions are a value. They do not follow later changes of the configuration; ``Authority`` does.
public struct Permissions: Hashable, Sendable {
  /// The account.
  public let account: String
  /// Its roles, as they are listed.
  public let roles: [AccountRole]
  /// The virtual group that the account lists; nil when it lists services, or nothing.
  public let group: String?
  /// The services that the account looks after; nil for all.
  public let services: Set<String>?
  /// The actions that the roles include, each as a bit, so that a question costs no search.
  private let mask: UInt8

  /// The permissions of an account.
  ///
  /// - Throws: `CoreError` with code `unknownReference` for a listed name that is neither a service nor a
  ///   group, `tooManyGroups` for two groups, `groupAmongServices` for a group beside other names.
  /// - Complexity: O(n) for n services when the account has a list, else O(1).
  public init(_ account: Account, in configuration: Configuration) throws(CoreError) {
    try self.init(account, in: configuration) { ServiceGroups(configuration) }
  }

  /// The permissions of the account of that name.
  ///
  /// - Throws: `CoreError` with code `unknownAccount` with the nearest name, or as `Account` and the above.
  public init(of account: String, in configuration: Configuration) throws(CoreError) {
    try self.init(Account(account, in: configuration), in: configuration)
  }

  /// The permissions of an account, with groups that are asked for only when they are needed.
  init(
    _ account: Account,
    in configuration: Configuration,
    groups: () -> ServiceGroups
  ) throws(CoreError) {
    self.account = account.name
    roles = account.roles
    mask = account.roles.reduce(0) { mask, role in role.actions.reduce(mask) { $0 | $1.mask } }
    guard let names = account.services else {
      (group, services) = (nil, nil)
      return
    }
    let unlisted = names.filter { configuration.services[$0] == nil }
    guard let group = unlisted.first else {
      (self.group, services) = (nil, Set(names))
      return
    }
    let all = groups()
    if let unknown = unlisted.first(where: { all.members[$0] == nil }) {
      throw Permissions.unknown(unknown, account, configuration, all)
    }
    if unlisted.count > 1 { throw Permissions.wrongList(.tooManyGroups, account, unlisted) }
    if names.count > 1 { throw Permissions.wrongList(.groupAmongServices, account, unlisted) }
    (self.group, services) = (group, all.members[group] ?? [])
  }

  /// Whether the account may do something to a service.
  ///
  /// - Parameters:
  ///   - action: what it would do.
  ///   - service: the service that it concerns, which need not exist; nil asks about the roles alone, so that
  ///     the answer says whether the account may do it to any service at all.
  /// - Returns: that it may, or why it may not.
  /// - Complexity: O(1); below 100 ns.
  public func decision(_ action: AccountAction, on service: String? = nil) -> PermissionDecision {
    guard mask & action.mask != 0 else { return .refused(mask == 0 ? .noRole : .roleExcludesAction) }
    guard let service, let services, action.isLimitedToServices, !services.contains(service) else {
      return .allowed
    }
    return .refused(.serviceNotListed)
  }

  /// The actions that the roles include, in the order of ``AccountAction``.
  public var actions: [AccountAction] { AccountAction.allCases.filter { mask & $0.mask != 0 } }

  private static func unknown(
    _ name: String,
    _ account: Account,
    _ configuration: Configuration,
    _ groups: ServiceGroups
  ) -> CoreError {
    var facts = place(account, value: name)
    facts.append(.init("kind", "service or group"))
    let known = Set(configuration.services.keys).union(groups.members.keys)
    if let nearest = OptionTextChecker.nearest(name, known.sorted(by: NaturalOrder.precedes)) {
      facts.append(.init("suggestion", .string(nearest)))
    }
    return CoreError(.unknownReference, facts)
  }

  private static func wrongList(_ code: CoreError.Code, _ account: Account, _ groups: [String]) -> CoreError {
    let text = account.options[Account.servicesOption] ?? ""
    return CoreError(
      code,
      place(account, value: text) + [.init("groups", .array(groups.map(JSONValue.string)))]
    )
  }

  private static func place(_ account: Account, value: String) -> [JSONValue.Member] {
    [
      .init("account", .string(account.name)), .init("option", .string(Account.servicesOption)),
      .init("value", .string(value)),
    ]
  }
}
