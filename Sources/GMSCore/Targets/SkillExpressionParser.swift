import GMSCalendar

/// A cursor over the characters of a skill expression, which may be a part of a target's text.
struct SkillExpressionParser {
  private let scalars: [Unicode.Scalar]
  private let end: Int
  private var position: Int
  private var depth = 0

  /// A parser of a part of the text; errors count their column in the whole.
  init(_ scalars: [Unicode.Scalar], from start: Int, to end: Int) {
    self.scalars = scalars
    self.end = end
    position = start
  }

  /// The expression, after which nothing may follow.
  mutating func whole() throws(CoreError) -> SkillExpression {
    let expression = try expression()
    guard position == end else {
      throw failure(peek() == ")" ? .unopenedParenthesis : .missingJunction)
    }
    return expression
  }

  private mutating func expression() throws(CoreError) -> SkillExpression {
    let first = try term()
    var rest: [SkillExpression.Link] = []
    while let junction = junction() { rest.append(.init(junction, try term())) }
    return SkillExpression(first, rest)
  }

  private mutating func junction() -> SkillExpression.Junction? {
    skipSpace()
    let junction: SkillExpression.Junction
    switch peek() {
    case "&": junction = .and
    case "|": junction = .or
    default: return nil
    }
    position += 1
    return junction
  }

  private mutating func term() throws(CoreError) -> SkillExpression.Term {
    skipSpace()
    guard peek() == "(" else { return .condition(try condition()) }
    guard depth < SkillExpression.depthLimit else { throw failure(.tooDeep) }
    let opening = position
    depth += 1
    position += 1
    let inner = try expression()
    skipSpace()
    guard peek() == ")" else {
      throw position == end ? failure(.unclosedParenthesis, at: opening) : failure(.missingJunction)
    }
    position += 1
    depth -= 1
    return .group(inner)
  }

  private mutating func condition() throws(CoreError) -> SkillCondition {
    let skill = try name()
    let comparison = try comparison()
    skipSpace()
    let start = position
    while let scalar = peek(), ("0"..."9").contains(scalar) { position += 1 }
    guard let level = Digits.read(text(start..<position), count: 1...9) else {
      throw failure(.missingLevel, at: start)
    }
    return SkillCondition(skill, comparison, level)
  }

  private mutating func name() throws(CoreError) -> String {
    let start = position
    guard let first = peek() else { throw failure(.missingSkill) }
    if first == "'" {
      guard let closing = scalars[(start + 1)..<end].firstIndex(of: "'") else {
        throw failure(.unclosedQuote)
      }
      guard closing > start + 1 else { throw failure(.missingSkill) }
      position = closing + 1
      return text((start + 1)..<closing)
    }
    if first == "$" { throw failure(.statistic) }
    guard SkillCondition.isNameStart(first) else { throw failure(.missingSkill) }
    while let scalar = peek(), SkillCondition.isNamePart(scalar) { position += 1 }
    return text(start..<position)
  }

  private mutating func comparison() throws(CoreError) -> SkillCondition.Comparison {
    skipSpace()
    let start = position
    while position < start + 2, let scalar = peek(), "=!<>".unicodeScalars.contains(scalar) { position += 1 }
    guard let comparison = SkillCondition.Comparison(rawValue: text(start..<position)) else {
      throw failure(.unknownComparison, at: start)
    }
    return comparison
  }

  private func peek() -> Unicode.Scalar? { position < end ? scalars[position] : nil }

  private mutating func skipSpace() {
    while peek() == " " { position += 1 }
  }

  private func text(_ range: Range<Int>) -> String {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars[range])
    return text
  }

  private func failure(_ fault: TargetFault, at index: Int? = nil) -> CoreError {
    .malformedTarget(text(0..<scalars.count), fault, at: index ?? position)
  }
}
