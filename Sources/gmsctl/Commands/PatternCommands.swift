internal import GMSCore

/// Pattern groups: named regular expressions, and what matches them.
enum PatternCommands {
  private static let groupArgument = CommandArgument("group", .text, "the pattern group")
  private static let groupFields = ["group", "patterns", "users"]

  static let pattern = Command(
    "pattern",
    section: "Patterns",
    permission: .configure,
    summary: "groups of named regular expressions, such as numbers that are not called",
    discussion: """
      Expressions are in Java's syntax, and match a value when they describe all of it. Back-references, look-around, \
      atomic groups and possessive repetitions are not supported.
      """,
    subcommands: [list, set, unset, delete, test, match]
  )

  private static let list = Command(
    "list",
    readsPast: true,
    summary: "all groups, with their patterns and the services that use them",
    fields: groupFields,
    examples: [CommandExample("gmsctl pattern list -o json")]
  ) { invocation in
    let configuration = try invocation.store().read { try $0.configuration() }
    let names = configuration.patterns.keys.sorted(by: NaturalOrder.precedes)
    let users = PatternEditor().users(in: configuration)
    let groups = names.map { (name: $0, patterns: configuration.patterns[$0] ?? [:], users: users[$0] ?? []) }
    try invocation.answer(
      Answer(
        .array(groups.map { PatternAnswer.group($0.name, $0.patterns, users: $0.users) }),
        text: groups.map { text(of: $0.name, $0.patterns, users: $0.users) }.joined(),
        emptyNote: "no pattern groups"
      )
    )
    return .done
  }

  private static let set = Command(
    "set",
    summary: "set patterns of a group, which is made if need be; others stay",
    arguments: [
      groupArgument,
      CommandArgument("patterns", .pair, presence: .oneOrMore, "names with their regular expressions"),
    ],
    fields: groupFields,
    examples: [CommandExample(#"gmsctl pattern set blocked 'premium=\+1900\d{7}'"#)]
  ) { invocation in
    let group = invocation.text("group")
    let patterns = try invocation.parameters("patterns")
    return try change(group, invocation) { try PatternEditor().set(patterns, of: group, in: $0) }
  }

  private static let unset = Command(
    "unset",
    summary: "take patterns out of a group",
    arguments: [groupArgument, CommandArgument("name", .text, presence: .oneOrMore, "the patterns")],
    fields: groupFields,
    examples: [CommandExample("gmsctl pattern unset blocked premium")]
  ) { invocation in
    let (group, names) = (invocation.text("group"), invocation.texts("name"))
    return try change(group, invocation) { try PatternEditor().unset(names, of: group, in: $0) }
  }

  private static let delete = Command(
    "delete",
    summary: "take a group away; one that a service uses is refused",
    arguments: [groupArgument],
    fields: ["group"],
    examples: [CommandExample("gmsctl pattern delete blocked --yes")]
  ) { invocation in
    let group = invocation.text("group")
    try invocation.confirm("delete the pattern group '\(group)'")
    try invocation.changeConfiguration { try PatternEditor().delete(group, in: $0) }
    try invocation.answer(
      Answer(["group": .string(group)], text: "deleted the pattern group '\(group)'\n")
    )
    return .done
  }

  private static let test = Command(
    "test",
    readsPast: true,
    summary: "say which patterns of a group match a value",
    arguments: [groupArgument, CommandArgument("value", .text, "the value")],
    fields: ["pattern", "expression", "matches"],
    examples: [CommandExample("gmsctl pattern test blocked +19005550100")]
  ) { invocation in
    let group = try invocation.store().read {
      try PatternGroup(invocation.text("group"), in: $0.configuration())
    }
    try invocation.answer(
      Answer(PatternAnswer.test(invocation.text("value"), against: group), emptyNote: "no patterns")
    )
    return .done
  }

  private static let match = Command(
    "match",
    readsPast: true,
    summary: "say which parameters match a pattern, and which one",
    discussion:
      "Of several patterns the first one is told, by the names of the groups and then of the patterns.",
    arguments: [.parameters("the parameters", presence: .oneOrMore)],
    options: [.value("group", .text, named: "GROUP", "only patterns of this group")],
    fields: ["parameter", "group", "pattern"],
    examples: [CommandExample("gmsctl pattern match --group blocked phone=+19005550100 -o json")]
  ) { invocation in
    let parameters = try invocation.parameters()
    let matcher = try invocation.store().read {
      try PatternMatcher($0.configuration(), group: invocation.optional("group"))
    }
    let matches = matcher.match(parameters)
    try invocation.answer(
      Answer(
        PatternAnswer.match(matches),
        rows: .given(PatternAnswer.rows(matches)),
        emptyNote: "no parameter matches a pattern"
      )
    )
    return .done
  }

  private static func change(
    _ group: String,
    _ invocation: Invocation,
    _ edit: (Configuration) throws -> Configuration
  ) throws -> ExitCode {
    var made = Configuration()
    try invocation.changeConfiguration { before in
      made = try edit(before)
      return made
    }
    let (patterns, users) = (made.patterns[group] ?? [:], PatternEditor().users(in: made)[group] ?? [])
    try invocation.answer(
      Answer(
        PatternAnswer.group(group, patterns, users: users),
        text: text(of: group, patterns, users: users)
      )
    )
    return .done
  }

  /// A group as a person reads it: its name, then a line for each pattern.
  private static func text(of group: String, _ patterns: Options, users: [String]) -> String {
    let rows = patterns.sorted.map { (name: Cell.visible($0.name), text: Cell.visible($0.value)) }
    let width = rows.map(\.name.count).max() ?? 0
    let lines = rows.map { row in
      "  \(row.name)\(String(repeating: " ", count: width - row.name.count))  \(row.text)\n"
    }
    let users = users.isEmpty ? "" : " (used by \(users.joined(separator: ", ")))"
    return group + users + "\n" + lines.joined()
  }
}
