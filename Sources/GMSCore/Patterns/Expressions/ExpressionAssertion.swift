/// A condition on a place in the text; several can hold at once.
struct ExpressionAssertion: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  /// `^` and `\A`: the text begins.
  static let textStart = ExpressionAssertion(rawValue: 1)
  /// `\z`: the text ends.
  static let textEnd = ExpressionAssertion(rawValue: 2)
  /// `$` and `\Z`: the text ends, or only one line terminator is left.
  static let lastLineEnd = ExpressionAssertion(rawValue: 4)
  /// `^` with `(?m)`: a line begins; as in Java never at the very end, not even of the empty text.
  static let lineStart = ExpressionAssertion(rawValue: 8)
  /// `$` with `(?m)`: a line ends.
  static let lineEnd = ExpressionAssertion(rawValue: 16)
  /// `\b`: a letter, digit or underscore on one side only.
  static let wordBoundary = ExpressionAssertion(rawValue: 32)
  /// `\B`: any other place.
  static let noWordBoundary = ExpressionAssertion(rawValue: 64)

  /// Those that hold before the character `at` of a text; `at` may be its count.
  ///
  /// Between a carriage return and a line feed no line ends or begins.
  static func holding(in text: [UInt32], at: Int) -> ExpressionAssertion {
    let before = at > 0 ? text[at - 1] : nil
    let after = at < text.count ? text[at] : nil
    var holding: ExpressionAssertion = []
    if before == nil { holding.insert(.textStart) }
    let isInsideTerminator = before == 0x0D && after == 0x0A
    if let after {
      if before == nil || endsLine(before) && !isInsideTerminator { holding.insert(.lineStart) }
      if endsLine(after), !isInsideTerminator {
        holding.insert(.lineEnd)
        let left = text.count - at
        if left == 1 || left == 2 && after == 0x0D && text[at + 1] == 0x0A { holding.insert(.lastLineEnd) }
      }
    } else {
      holding.formUnion([.textEnd, .lastLineEnd, .lineEnd])
    }
    holding.insert(isWord(before) == isWord(after) ? .noWordBoundary : .wordBoundary)
    return holding
  }

  private static func isWord(_ scalar: UInt32?) -> Bool { scalar.map(ScalarSet.words.contains) ?? false }

  /// Whether a character ends a line.
  static func endsLine(_ scalar: UInt32?) -> Bool {
    scalar.map(ScalarSet.lineTerminators.contains) ?? false
  }
}
