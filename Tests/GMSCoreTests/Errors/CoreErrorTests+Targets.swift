import GMSCore

extension CoreErrorTests {
  /// The codes about routing targets.
  static let targetCases: [Case] = [
    Case(
      .malformedTarget,
      [
        .init("value", "Billing"), .init("column", 8), .init("reason", "a kind is missing"),
        .init("suggestion", "GA"),
      ],
      "'Billing' is not a target, from character 8 on: a kind is missing; did you mean 'GA'?"
    ),
    Case(
      .malformedTargetList,
      [.init("value", 16), .init("reason", "there are too many")],
      "there are too many"
    ),
    Case(
      .malformedTargetList,
      [
        .init("target", 2), .init("value", "timout"), .init("reason", "it has a timeout"),
        .init("suggestion", "timeout"),
      ],
      "target 2, 'timout': it has a timeout; did you mean 'timeout'?"
    ),
    Case(
      .malformedTargetList,
      [
        .init("target", 2), .init("value", "x"), .init("cause", "malformed-target"),
        .init("reason", "no kind"),
      ],
      "target 2: no kind"
    ),
  ]

  /// The codes about what options name.
  static let referenceCases: [Case] = [
    Case(
      .groupInUse,
      [.init("kind", "resource group"), .init("group", "DNIS"), .init("users", ["a", "b"])],
      .refused,
      "ConfigurationException",
      409,
      "CONFLICT",
      "resource group 'DNIS' is used by 'a', 'b'; change or delete what uses it first"
    )
  ]
}
