import GMSCalendar

/// What can be wrong with the text of a target, with its English.
enum TargetFault {
  case empty
  case invisible
  case missingName
  case missingServer
  case missingKind
  case unknownKind
  case severalTargets
  // Skill expressions
  case unfinishedPrefix
  case missingSkill
  case unclosedQuote
  case statistic
  case unknownComparison
  case missingLevel
  case missingJunction
  case unclosedParenthesis
  case unopenedParenthesis
  case tooDeep

  /// What is wrong, and what would be right.
  var reason: String {
    switch self {
    case .empty: "write a target such as Billing@StatServer.GA"
    case .invisible: "a target has no control characters and no line breaks"
    case .missingName: "a name must stand here, without a space at either end"
    case .missingServer: "a statistics server's name must stand here, as in Billing@StatServer.GA"
    case .missingKind: "a dot and a kind must stand here, as in Billing@StatServer.GA"
    case .unknownKind:
      "the kind is A (agent), AP (place), GA (group of agents), GP (group of places) or GC (campaign group)"
    case .severalTargets: "one target has no comma and no semicolon; write several as a JSON array"
    case .unfinishedPrefix: "a skill expression begins with ?:, as in ?:English=20@StatServer.GA"
    case .missingSkill: "a skill's name must stand here, as in English=20"
    case .unclosedQuote: "this quote is not closed"
    case .statistic: "only skills can be compared here, no statistics"
    case .unknownComparison: "one of =, !=, <, <=, > and >= must stand here"
    case .missingLevel: "a skill's level of 1 to 9 digits must stand here"
    case .missingJunction: "conditions are joined by & or |"
    case .unclosedParenthesis: "this parenthesis is not closed"
    case .unopenedParenthesis: "this parenthesis was not opened"
    case .tooDeep: "parentheses may be nested \(SkillExpression.depthLimit) deep, and no deeper"
    }
  }
}

extension CoreError {
  /// The error for text that is not a target; `index` counts Unicode scalars from 0.
  static func malformedTarget(
    _ text: String,
    _ fault: TargetFault,
    at index: Int,
    near word: String? = nil
  ) -> CoreError {
    var facts: [JSONValue.Member] = [
      .init("value", .string(text)), .init("column", .integer(Int64(index + 1))),
      .init("reason", .string(fault.reason)),
    ]
    let kinds = RoutingTarget.Kind.allCases.map(\.rawValue)
    // Two letters have no near ones but themselves in another case.
    if let word, let kind = kinds.first(where: { $0 == word.uppercased() }) {
      facts.append(.init("suggestion", .string(kind)))
    }
    return CoreError(.malformedTarget, facts)
  }
}
