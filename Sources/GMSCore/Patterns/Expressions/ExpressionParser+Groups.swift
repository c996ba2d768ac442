/// What stands in parentheses.
extension ExpressionParser {
  /// Reads a group; nil for flags that stand alone, which hold to the end of the group around them.
  mutating func group() throws(ExpressionError) -> ExpressionNode? {
    guard let open = take() else { preconditionFailure("A group begins with a parenthesis.") }
    return try deeper(from: open) { (parser) throws(ExpressionError) in
      let before = parser.flags
      if parser.take("?"), try !parser.opensGroup(open) { return nil }
      let content = try parser.alternation()
      guard parser.take(")") else {
        throw ExpressionError(fault: .unclosedGroup, position: open.position)
      }
      parser.flags = before
      return content
    }
  }

  /// Reads what follows `(?`; false for flags alone, whose `)` is taken too.
  private mutating func opensGroup(_ open: ExpressionToken) throws(ExpressionError) -> Bool {
    func refused(_ fault: ExpressionFault) -> ExpressionError {
      ExpressionError(fault: fault, position: open.position)
    }
    guard let kind = peek, !kind.isQuoted else { throw refused(.unknownGroup("(?")) }
    switch kind.scalar {
    case ":":
      take()
      return true
    case "=": throw refused(.lookAround("(?=", name: "look-ahead"))
    case "!": throw refused(.lookAround("(?!", name: "negative look-ahead"))
    case ">": throw refused(.atomicGroup)
    case "P": throw refused(.pythonGroupName)
    case "#": throw refused(.comment)
    case "(": throw refused(.conditional)
    case "<":
      take()
      if isNext("=") { throw refused(.lookAround("(?<=", name: "look-behind")) }
      if isNext("!") { throw refused(.lookAround("(?<!", name: "negative look-behind")) }
      try groupName(open)
      return true
    default: return try setFlags(open)
    }
  }

  private mutating func groupName(_ open: ExpressionToken) throws(ExpressionError) {
    let name = take { ScalarSet.words.contains($0.value) && $0 != "_" }
    guard let first = name.unicodeScalars.first, !("0"..."9").contains(first), take(">") else {
      throw ExpressionError(fault: .malformedGroupName, position: open.position)
    }
    guard groupNames.insert(name).inserted else {
      throw ExpressionError(fault: .repeatedGroupName(name), position: open.position)
    }
  }

  /// Reads flags up to `:` (true) or `)` (false).
  private mutating func setFlags(_ open: ExpressionToken) throws(ExpressionError) -> Bool {
    var isOn = true
    var text = "(?"
    while let token = take(), !token.isQuoted {
      text.unicodeScalars.append(token.scalar)
      switch token.scalar {
      case ":": return true
      case ")": return false
      case "-" where isOn: isOn = false
      default:
        if flags.set(token.scalar, to: isOn) { continue }
        if let name = ExpressionParser.unsupportedFlags.first(where: { $0.key == token.scalar })?.value {
          throw ExpressionError(
            fault: .unsupportedFlag(token.scalar, name: name),
            position: token.position
          )
        }
        throw ExpressionError(fault: .unknownGroup(text), position: open.position)
      }
    }
    throw ExpressionError(fault: .unclosedGroup, position: open.position)
  }

  private static let unsupportedFlags: KeyValuePairs<Unicode.Scalar, String> = [
    "x": "comments", "d": "Unix lines", "u": "Unicode case", "U": "Unicode classes",
  ]
}
