/// `*`, `+`, `?` and `{…}` after a part.
extension ExpressionParser {
  /// The part with the repetition that follows it, if any.
  mutating func repeated(_ node: ExpressionNode) throws(ExpressionError) -> ExpressionNode {
    guard let sign = peek, !sign.isQuoted else { return node }
    let (least, most, text): (Int, Int?, String)
    switch sign.scalar {
    case "*": (least, most, text) = (0, nil, "*")
    case "+": (least, most, text) = (1, nil, "+")
    case "?": (least, most, text) = (0, 1, "?")
    case "{":
      take()
      (least, most, text) = try counts(from: sign)
    default: return node
    }
    if sign.scalar != "{" { take() }
    if isNext("+") { throw ExpressionError(fault: .possessive(text + "+"), position: sign.position) }
    // A reluctant repetition prefers fewer; whether a whole value matches does not depend on that.
    _ = take("?")
    // Java refuses a further sign, but ignores a further {…}, which nobody can mean.
    if let next = peek, !next.isQuoted, ["*", "+", "?", "{"].contains(next.scalar) {
      throw ExpressionError(fault: .secondRepetition(next.scalar), position: next.position)
    }
    return .repetition(node, least: least, most: most)
  }

  /// The numbers after `{`, and the whole as it is written.
  private mutating func counts(
    from brace: ExpressionToken
  ) throws(ExpressionError) -> (least: Int, most: Int?, text: String) {
    let first = digits()
    guard !first.isEmpty else {
      throw ExpressionError(fault: .repetitionWithoutNumber, position: brace.position)
    }
    let least = try number(first, from: brace)
    let hasComma = take(",")
    let second = hasComma ? digits() : ""
    guard take("}") else { throw ExpressionError(fault: .unclosedRepetition, position: brace.position) }
    let text = "{\(first)\(hasComma ? "," : "")\(second)}"
    guard hasComma else { return (least, least, text) }
    guard !second.isEmpty else { return (least, nil, text) }
    let most = try number(second, from: brace)
    guard least <= most else {
      throw ExpressionError(fault: .reversedRepetition(text), position: brace.position)
    }
    return (least, most, text)
  }

  private mutating func digits() -> String { take { ("0"..."9").contains($0) } }

  private func number(_ digits: String, from brace: ExpressionToken) throws(ExpressionError) -> Int {
    guard let number = Int(digits), number <= ExpressionLimits.steps else {
      throw ExpressionError(fault: .tooManySteps, position: brace.position)
    }
    return number
  }
}
