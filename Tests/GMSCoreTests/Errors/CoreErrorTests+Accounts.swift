import GMSCore

extension CoreErrorTests {
  /// Errors about accounts.
  static let accountCases: [Case] = [
    Case(
      .unknownAccount,
      texts(["account": "kat", "suggestion": "kate"]),
      .notFound,
      "AccountNotFoundException",
      404,
      "NOT_FOUND",
      "there is no account 'kat'; did you mean 'kate'?"
    ),
    Case(
      .malformedAccountName,
      texts(["account": "a/b", "value": "a/b"]),
      "'a/b' cannot name an account; write 1 to 200 bytes of printable text without [, ] and /, and without a "
        + "space at either end"
    ),
    Case(
      .unknownRole,
      texts(["account": "kate", "option": "roles", "value": "Supervizor", "accepted": "a or b"])
        + texts(["suggestion": "Supervisor"]),
      "account 'kate' names the role 'Supervizor', which does not exist; write a or b; did you mean 'Supervisor'?"
    ),
    Case(
      .tooManyGroups,
      texts(["account": "kate", "option": "services", "value": "a,b"]) + [.init("groups", ["a", "b"])],
      "option 'services' of account 'kate' names the groups 'a', 'b'; an account can have one group, so give "
        + "the services one that they share"
    ),
    Case(
      .groupAmongServices,
      texts(["account": "kate", "option": "services", "value": "a,b"]) + [.init("groups", ["b"])],
      "option 'services' of account 'kate' names the group 'b' beside other names; write the group alone, or "
        + "services only"
    ),
    Case(
      .accountInUse,
      texts(["account": "kate"]) + [.init("users", ["a", "b"])],
      .refused,
      "ConfigurationException",
      409,
      "CONFLICT",
      "account 'kate' is used by 'a', 'b'; change or delete what uses it first"
    ),
    Case(
      .notPermitted,
      texts(["account": "kate", "action": "cancel", "service": "a", "role": "Supervisor"])
        + texts(["reason": "service"]),
      .refused,
      "PermissionException",
      403,
      "FORBIDDEN",
      "account 'kate' may not cancel callbacks of service 'a': that is none of its services"
    ),
    Case(
      .notPermitted,
      texts(["account": "kate"]),
      .refused,
      "PermissionException",
      403,
      "FORBIDDEN",
      "account 'kate' may not do this"
    ),
  ]
}
