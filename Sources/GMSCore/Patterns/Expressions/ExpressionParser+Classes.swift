/// What stands in brackets.
///
/// A circumflex negates the whole class, intersections and unions in it included, as in Java since version 9.
extension ExpressionParser {
  /// Reads a class from its bracket on.
  mutating func characterClass() throws(ExpressionError) -> ScalarSet {
    guard let open = take() else { preconditionFailure("A class begins with a bracket.") }
    return try deeper(from: open) { (parser) throws(ExpressionError) in
      let isNegated = parser.take("^")
      let content = try parser.classContent(open)
      return isNegated ? content.inverted : content
    }
  }

  /// What stands up to the closing bracket: unions with `&&` between them.
  private mutating func classContent(_ open: ExpressionToken) throws(ExpressionError) -> ScalarSet {
    var whole: ScalarSet?
    var part: [ClosedRange<UInt32>] = []
    // A set can be empty and yet stand there, such as [a&&b] in [[a&&b]c].
    var isPartThere = false
    while let token = peek {
      if token.isSyntax("]"), isPartThere || whole != nil {
        guard isPartThere else {
          throw ExpressionError(fault: .emptyIntersection, position: token.position)
        }
        take()
        let set = ScalarSet(part)
        return whole?.intersection(set) ?? set
      }
      if token.isSyntax("&"), second?.isSyntax("&") == true {
        guard isPartThere else {
          throw ExpressionError(fault: .emptyIntersection, position: token.position)
        }
        take()
        take()
        let set = ScalarSet(part)
        (whole, part, isPartThere) = (whole?.intersection(set) ?? set, [], false)
        continue
      }
      if token.isSyntax("&"), whole != nil {
        throw ExpressionError(fault: .singleAmpersand, position: token.position)
      }
      part += try token.isSyntax("[") ? characterClass().ranges : item(token).ranges
      isPartThere = true
    }
    throw ExpressionError(fault: .unclosedClass, position: open.position)
  }

  /// One character, range or escape of a class.
  private mutating func item(_ token: ExpressionToken) throws(ExpressionError) -> ScalarSet {
    let first: Unicode.Scalar
    if token.isSyntax("\\") {
      switch try escape(inClass: true) {
      case .set(let set): return set
      case .scalar(let scalar): first = scalar
      case .assertion: preconditionFailure("An escape in a class is no assertion.")
      }
    } else {
      take()
      first = token.scalar
    }
    // A hyphen before the end of the class, or before a class in it, is a character like others.
    guard isNext("-"), let end = second, !end.isSyntax("]"), !end.isSyntax("[") else {
      return folded(ScalarSet(first.value))
    }
    take()
    let last: Unicode.Scalar
    if end.isSyntax("\\") {
      guard case .scalar(let scalar) = try escape(inClass: true) else {
        throw ExpressionError(fault: .rangeWithoutEnd, position: end.position)
      }
      last = scalar
    } else {
      take()
      last = end.scalar
    }
    guard first.value <= last.value else {
      throw ExpressionError(fault: .reversedRange(first, last), position: token.position)
    }
    return folded(ScalarSet([first.value...last.value]))
  }
}
