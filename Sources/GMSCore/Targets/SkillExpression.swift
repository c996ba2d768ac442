/// A condition on an agent's skills, such as `English=20&Loans=2` or `(Sales>3|Loans>=5)&English!=0`.
///
/// It is a chain of conditions with `&` (and) or `|` (or) between them. Both bind equally and the chain is worked
/// out **from left to right**, as routing servers do it: `a=1|b=1&c=1` is `(a=1|b=1)&c=1`. Parentheses
/// make a part count as one condition.
public struct SkillExpression: Hashable, Sendable {
  /// The first condition.
  public let first: Term
  /// What follows it, in order.
  public let rest: [Link]

  /// One part of a chain.
  public indirect enum Term: Hashable, Sendable {
    /// A single condition.
    case condition(SkillCondition)
    /// An expression in parentheses.
    case group(SkillExpression)
  }

  /// A further part of a chain, and how it is joined to what stands before it.
  public struct Link: Hashable, Sendable {
    /// How it is joined.
    public let junction: Junction
    /// The part.
    public let term: Term

    /// A link from its parts.
    public init(_ junction: Junction, _ term: Term) {
      self.junction = junction
      self.term = term
    }
  }

  /// How two parts are joined.
  public enum Junction: String, CaseIterable, Sendable {
    /// Both must hold.
    case and = "&"
    /// One is enough.
    case or = "|"
  }

  /// How deep parentheses may stand inside each other.
  public static let depthLimit = 32

  /// An expression from its parts.
  public init(_ first: Term, _ rest: [Link] = []) {
    self.first = first
    self.rest = rest
  }

  /// Reads an expression; spaces between its parts mean nothing.
  ///
  /// - Throws: `CoreError` with code `malformedTarget` and the facts `value`, `column` and `reason`.
  /// - Complexity: O(n) in the length of the text.
  public init(_ text: String) throws(CoreError) {
    let scalars = Array(text.unicodeScalars)
    var parser = SkillExpressionParser(scalars, from: 0, to: scalars.count)
    self = try parser.whole()
  }

  /// Whether an agent with these skill levels fulfils it.
  ///
  /// GMS does not document what a skill counts that an agent does not have; here it counts 0, so that
  /// `English<5` holds for an agent without English.
  ///
  /// - Complexity: O(n) in the conditions.
  public func matches(_ skills: [String: Int]) -> Bool {
    var holds = first.matches(skills)
    for link in rest {
      switch link.junction {
      case .and: holds = holds && link.term.matches(skills)
      case .or: holds = holds || link.term.matches(skills)
      }
    }
    return holds
  }

  /// The names of all skills that it asks for, each once, in the order in which they first stand.
  public var skills: [String] {
    var names: [String] = []
    var seen: Set<String> = []
    func add(_ term: Term) {
      switch term {
      case .condition(let condition):
        if seen.insert(condition.skill).inserted { names.append(condition.skill) }
      case .group(let expression):
        add(expression.first)
        for link in expression.rest { add(link.term) }
      }
    }
    add(.group(self))
    return names
  }
}

extension SkillExpression.Term {
  /// Whether an agent with these skill levels fulfils it.
  func matches(_ skills: [String: Int]) -> Bool {
    switch self {
    case .condition(let condition): condition.matches(skills)
    case .group(let expression): expression.matches(skills)
    }
  }
}

extension SkillExpression: CustomStringConvertible {
  /// The expression without spaces, its parentheses as they were; reading it gives an equal one.
  public var description: String {
    rest.reduce(first.description) { $0 + $1.junction.rawValue + $1.term.description }
  }
}

extension SkillExpression.Term: CustomStringConvertible {
  /// The condition, or the expression in parentheses.
  public var description: String {
    switch self {
    case .condition(let condition): condition.description
    case .group(let expression): "(\(expression))"
    }
  }
}
