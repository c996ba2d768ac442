/// The answers about patterns, as JSON.
public enum PatternAnswer {
  /// What GMS answers: each parameter that matches with its pattern, or `[]`.
  ///
  ///     {"phone":"premium"}
  public static func match(_ matches: [PatternMatch]) -> JSONValue {
    matches.isEmpty
      ? .array([])
      : .object(matches.map { JSONValue.Member($0.parameter, .string($0.pattern)) })
  }

  /// The same as rows: `[{"parameter":"phone","group":"blocked","pattern":"premium"}]`.
  public static func rows(_ matches: [PatternMatch]) -> [JSONValue] {
    matches.map {
      ["parameter": .string($0.parameter), "group": .string($0.group), "pattern": .string($0.pattern)]
    }
  }

  /// A group of a configuration, with the services that use it.
  ///
  ///     {"group":"blocked","patterns":{"premium":"\\+1900.*"},"users":["support"]}
  ///
  /// - Parameters:
  ///   - name: the group.
  ///   - patterns: its names and expressions.
  ///   - users: the services that name it.
  /// - Returns: an object with the members `group`, `patterns` and `users`.
  public static func group(_ name: String, _ patterns: Options, users: [String]) -> JSONValue {
    [
      "group": .string(name),
      "patterns": .object(patterns.sorted.map { JSONValue.Member($0.name, .string($0.value)) }),
      "users": .array(users.map(JSONValue.string)),
    ]
  }

  /// Each pattern of a group, and whether the value matches.
  ///
  ///     [{"pattern":"premium","expression":"\\+1900.*","matches":true}]
  public static func test(_ value: String, against group: PatternGroup) -> JSONValue {
    .array(
      group.patterns.map {
        [
          "pattern": .string($0.name), "expression": .string($0.expression.text),
          "matches": .bool($0.expression.matches(value)),
        ]
      }
    )
  }
}
