/// An account as it is configured: its roles, and the services that it looks after.
///
/// In options text it is a section:
///
///     [account.kate]
///     roles = Supervisor
///     services = callback-support, callback-sales
///
/// Reading one checks the words. Whether the services exist, ``Permissions`` and ``ConfigurationValidator``
/// say, which see the whole configuration.
public struct Account: Hashable, Sendable {
  /// The account's name.
  public let name: String
  /// The roles, as they are listed; without any, the account may do nothing.
  public let roles: [AccountRole]
  /// The listed names: of services, or of one virtual group; nil when the account looks after all services.
  public let services: [String]?
  /// The options as they are configured, unknown ones included.
  public let options: Options

  /// The option that lists the roles.
  public static let rolesOption = "roles"
  /// The option that lists the services, or names one group.
  public static let servicesOption = "services"

  /// An account from its name and options; an option that is set to nothing counts as not set.
  ///
  /// - Throws: `CoreError` with code `malformedAccountName`, `unknownRole` with the nearest, or
  ///   `invalidOption` for text that is no list of names, or that names one twice; with fact `account`.
  public init(_ name: String, _ options: Options) throws(CoreError) {
    try Account.checkName(name)
    self.name = name
    self.options = options
    roles = try Account.roles(options[Account.rolesOption], of: name)
    services = try Account.names(
      options[Account.servicesOption],
      in: Account.servicesOption,
      of: name,
      accepted: Account.acceptedServices
    )
  }

  /// An account of a configuration.
  ///
  /// - Throws: `CoreError` with code `unknownAccount` with the nearest name, or as ``init(_:_:)``.
  public init(_ name: String, in configuration: Configuration) throws(CoreError) {
    guard let options = configuration.accounts[name] else {
      throw Account.unknown(name, in: configuration)
    }
    try self.init(name, options)
  }

  /// What the option ``servicesOption`` takes, as a phrase.
  static let acceptedServices = "names of services with commas between them, none twice, or one group's name"

  /// The error for a name that no account of the configuration has.
  static func unknown(_ name: String, in configuration: Configuration) -> CoreError {
    // Sorted, so that of equally near names the same one is told each time.
    .unknown(
      .unknownAccount,
      name,
      as: "account",
      among: configuration.accounts.keys.sorted(by: NaturalOrder.precedes)
    )
  }

  /// An account's name obeys the rules of services' names, for the same reasons.
  static func checkName(_ name: String) throws(CoreError) {
    do throws(CoreError) {
      _ = try ServiceName(name)
    } catch {
      throw CoreError(.malformedAccountName, ["account": name, "value": name])
    }
  }

  private static func roles(_ text: String?, of account: String) throws(CoreError) -> [AccountRole] {
    let words = AccountRole.allCases.map(\.rawValue)
    let type = OptionType.namesAmong(words)
    let names = try names(text, in: rolesOption, of: account, accepted: type.accepted) ?? []
    var roles: [AccountRole] = []
    for name in names {
      guard let role = AccountRole(rawValue: name) else {
        var facts: [JSONValue.Member] = [
          .init("account", .string(account)), .init("option", .string(rolesOption)),
          .init("value", .string(name)), .init("accepted", .string(OptionType.choice(words).accepted)),
        ]
        if let nearest = OptionTextChecker.nearest(name, words) {
          facts.append(.init("suggestion", .string(nearest)))
        }
        throw CoreError(.unknownRole, facts)
      }
      roles.append(role)
    }
    return roles
  }

  /// The names that an option lists; nil when it is not set, or set to nothing.
  private static func names(
    _ text: String?,
    in option: String,
    of account: String,
    accepted: String
  ) throws(CoreError) -> [String]? {
    guard let text, !text.isEmpty else { return nil }
    guard let names = OptionTextChecker.names(text), Set(names).count == names.count else {
      throw CoreError(
        .invalidOption,
        ["account": account, "option": option, "value": text, "accepted": accepted]
      )
    }
    return names
  }
}
