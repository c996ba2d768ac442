/// One character of an expression, and whether `\Q…\E` takes its meaning away.
struct ExpressionToken {
  let scalar: Unicode.Scalar
  /// Whether it stands between `\Q` and `\E`.
  let isQuoted: Bool
  /// Which character of the expression it is, from 1.
  let position: Int

  /// Whether it is that character of the syntax, not quoted.
  func isSyntax(_ character: Unicode.Scalar) -> Bool { !isQuoted && scalar == character }

  /// The characters of an expression, without the marks `\Q` and `\E` themselves.
  static func all(of text: String) -> [ExpressionToken] {
    let scalars = Array(text.unicodeScalars)
    var tokens: [ExpressionToken] = []
    tokens.reserveCapacity(scalars.count)
    var at = 0
    var isQuoted = false
    func next(is scalar: Unicode.Scalar) -> Bool { at + 1 < scalars.count && scalars[at + 1] == scalar }
    while at < scalars.count {
      if scalars[at] == "\\", isQuoted ? next(is: "E") : next(is: "Q") {
        isQuoted.toggle()
        at += 2
        continue
      }
      // What follows a backslash belongs to it, so that `\\Q` is a backslash and a Q.
      let count = scalars[at] == "\\" && !isQuoted && at + 1 < scalars.count ? 2 : 1
      for _ in 0..<count {
        tokens.append(ExpressionToken(scalar: scalars[at], isQuoted: isQuoted, position: at + 1))
        at += 1
      }
    }
    return tokens
  }
}
