/// The answers about accounts, as JSON.
public enum AccountAnswer {
  /// All accounts in natural order, with their options as they are configured; null where one is not set.
  ///
  ///     [{"name":"kate","roles":"Supervisor","services":null}]
  public static func list(_ configuration: Configuration) -> JSONValue {
    .array(
      configuration.accountNames.map { name in
        let options = configuration.accounts[name]
        return .object([
          .init("name", .string(name)),
          .init("roles", options?[Account.rolesOption].map(JSONValue.string) ?? .null),
          .init("services", options?[Account.servicesOption].map(JSONValue.string) ?? .null),
        ])
      }
    )
  }

  /// One account: what is configured, and what that lets it do; `services` is null for all.
  ///
  ///     {"name":"kate","roles":["Supervisor"],"group":null,"services":["support"],
  ///      "actions":["view","start","reschedule","cancel"],"options":{"roles":"Supervisor","services":"support"}}
  public static func account(_ account: Account, _ permissions: Permissions) -> JSONValue {
    let services = permissions.services.map { $0.sorted(by: NaturalOrder.precedes) }
    return .object([
      .init("name", .string(account.name)),
      .init("roles", .array(account.roles.map { .string($0.rawValue) })),
      .init("group", permissions.group.map(JSONValue.string) ?? .null),
      .init("services", services.map { .array($0.map(JSONValue.string)) } ?? .null),
      .init("actions", .array(permissions.actions.map { .string($0.rawValue) })),
      .init(
        "options",
        .object(account.options.sorted.map { JSONValue.Member($0.name, .string($0.value)) })
      ),
    ])
  }

  /// Whether an account may do something; `reason` is null when it may.
  ///
  ///     {"account":"kate","action":"cancel","service":"sales","allowed":false,"reason":"…"}
  ///
  /// The refusal is that of ``Permissions/refusal(_:on:)``.
  public static func decision(
    _ permissions: Permissions,
    _ action: AccountAction,
    on service: String?,
    refusal: CoreError?
  ) -> JSONValue {
    .object([
      .init("account", .string(permissions.account)),
      .init("action", .string(action.rawValue)),
      .init("service", service.map(JSONValue.string) ?? .null),
      .init("allowed", .bool(refusal == nil)),
      .init("reason", refusal?.refusalReason.map(JSONValue.string) ?? .null),
    ])
  }
}
