/// Reads an expression in Java's syntax into a tree.
///
/// Groups capture nothing and reluctant repetitions are read as greedy ones: neither changes whether a whole
/// value matches. Whatever would change it and has no bounded time is refused by name.
struct ExpressionParser {
  private let tokens: [ExpressionToken]
  private var index = 0
  private var depth = 0
  var flags = ExpressionFlags()
  var groupNames: Set<String> = []

  /// Reads a whole expression.
  static func parse(_ text: String) throws(ExpressionError) -> ExpressionNode {
    let count = text.unicodeScalars.count
    guard count <= ExpressionLimits.length else {
      throw ExpressionError(fault: .tooLong(count), position: ExpressionLimits.length + 1)
    }
    var parser = ExpressionParser(tokens: ExpressionToken.all(of: text))
    let node = try parser.alternation()
    if let left = parser.peek { throw ExpressionError(fault: .unopenedGroup, position: left.position) }
    guard node.steps(limit: ExpressionLimits.steps) != nil else {
      throw ExpressionError(fault: .tooManySteps, position: 1)
    }
    return node
  }

  private init(tokens: [ExpressionToken]) { self.tokens = tokens }

  // MARK: Characters

  /// The next character; nil at the end.
  var peek: ExpressionToken? { index < tokens.count ? tokens[index] : nil }

  /// The character after the next one.
  var second: ExpressionToken? { index + 1 < tokens.count ? tokens[index + 1] : nil }

  /// Whether the next character is that one of the syntax.
  func isNext(_ character: Unicode.Scalar) -> Bool { peek?.isSyntax(character) ?? false }

  /// Takes the next character, if there is one.
  @discardableResult
  mutating func take() -> ExpressionToken? {
    guard let token = peek else { return nil }
    index += 1
    return token
  }

  /// Takes the next character if it is that one of the syntax.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard isNext(character) else { return false }
    index += 1
    return true
  }

  /// Takes unquoted characters as long as they are wanted, at most `count`.
  mutating func take(atMost count: Int = .max, while isWanted: (Unicode.Scalar) -> Bool) -> String {
    var text = String.UnicodeScalarView()
    while text.count < count, let token = peek, !token.isQuoted, isWanted(token.scalar) {
      text.append(token.scalar)
      index += 1
    }
    return String(text)
  }

  /// Runs `body` one level deeper.
  mutating func deeper<Result>(
    from token: ExpressionToken,
    _ body: (inout ExpressionParser) throws(ExpressionError) -> Result
  ) throws(ExpressionError) -> Result {
    guard depth < ExpressionLimits.depth else {
      throw ExpressionError(fault: .tooDeep, position: token.position)
    }
    depth += 1
    defer { depth -= 1 }
    return try body(&self)
  }

  // MARK: Grammar

  /// Sequences with `|` between them, up to a `)` or the end.
  mutating func alternation() throws(ExpressionError) -> ExpressionNode {
    var branches = [try sequence()]
    while take("|") { branches.append(try sequence()) }
    return branches.count == 1 ? branches[0] : .alternation(branches)
  }

  private mutating func sequence() throws(ExpressionError) -> ExpressionNode {
    var nodes: [ExpressionNode] = []
    while let token = peek, !token.isSyntax("|"), !token.isSyntax(")") {
      guard let node = try atom(token) else { continue }
      nodes.append(try repeated(node))
    }
    return nodes.count == 1 ? nodes[0] : .sequence(nodes)
  }

  /// One part of a sequence, without what repeats it; nil for flags, which are no part.
  private mutating func atom(_ token: ExpressionToken) throws(ExpressionError) -> ExpressionNode? {
    guard !token.isQuoted else {
      take()
      return literal(token.scalar)
    }
    switch token.scalar {
    case "*", "+", "?", "{":
      throw ExpressionError(fault: .nothingToRepeat(token.scalar), position: token.position)
    case "(": return try group()
    case "[": return .set(try characterClass())
    case "\\":
      switch try escape(inClass: false) {
      case .scalar(let scalar): return literal(scalar)
      case .set(let set): return .set(set)
      case .assertion(let assertion): return .assertion(assertion)
      }
    case ".":
      take()
      return .set(flags.dotMatchesAll ? .all : ScalarSet.lineTerminators.inverted)
    case "^":
      take()
      return .assertion(flags.isMultiline ? .lineStart : .textStart)
    case "$":
      take()
      return .assertion(flags.isMultiline ? .lineEnd : .lastLineEnd)
    default:
      take()
      return literal(token.scalar)
    }
  }

  private func literal(_ scalar: Unicode.Scalar) -> ExpressionNode {
    .set(folded(ScalarSet(scalar.value)))
  }

  /// The set as the flags have it.
  func folded(_ set: ScalarSet) -> ScalarSet { flags.ignoresCase ? set.foldingCase : set }
}
