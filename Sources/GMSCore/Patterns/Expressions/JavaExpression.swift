/// A regular expression in Java's syntax, and whether whole values match it, in time that is always bounded.
///
/// Why an engine of our own: GMS's patterns are Java's expressions, and administrators write them. A
/// backtracking engine can be held up for hours by an expression such as `(a+)+$` and a value of a few dozen
/// letters, and cannot be stopped from outside. Here a value of m characters costs at most O(n · m) for an
/// expression of n steps: all attempts go forward together, and a character is looked at once.
///
/// - Supported: literals and escapes (`\t \n \r \f \a \e \0nnn \xhh \x{h…} \uhhhh \cX \Q…\E`), `.`, classes
///   with ranges, negation, unions (`[a-d[m-p]]`) and intersections (`[a-z&&[^aeiou]]`), `\d \D \w \W \s \S
///   \h \H \v \V`, `\p{Alpha}` and the other POSIX classes, `^ $ \A \z \Z \b \B`, groups (plain, `(?:…)`,
///   named), `|`, `* + ? {n} {n,} {n,m}` greedy or reluctant, and the flags `(?i) (?s) (?m)`.
/// - Refused by name: back-references, look-ahead and look-behind, atomic groups and possessive repetitions,
///   which have no such bound or change what matches; `\G \X \R \N{…} \b{g}`, Unicode's classes such as
///   `\p{L}`, and the flags x, d, u and U.
///
/// Classes are ASCII as in Java without flags, `\b` included (Java before version 19 takes every letter of
/// Unicode for a part of a word there). In a class `^` negates all of its content, as in Java since version
/// 9. What Java accepts and reads as nobody means it, such as `a{2}{3}` and `[a&&]`, is refused.
public struct JavaExpression: Sendable {
  /// The expression as it was written.
  public let text: String

  let program: ExpressionProgram
  let table: ExpressionTable?

  /// Reads an expression and makes it ready to match.
  ///
  /// At most 4,000 characters, 10,000 steps once its repetitions are written out, and 100 groups and classes
  /// in each other are accepted.
  ///
  /// - Throws: `CoreError` with code `malformedPattern`, `unsupportedPattern` or `patternTooLarge`, and the
  ///   facts `value` (the expression), `position` (a character of it, counted from 1), `reason`, and
  ///   `suggestion` where another name is near.
  /// - Complexity: O(n) for n steps; small expressions are also made into a table, of at most 64 states.
  public init(_ text: String) throws(CoreError) {
    let node = try JavaExpression.parsed(text)
    self.text = text
    program = ExpressionProgram(node)
    table = ExpressionTable(program)
  }

  /// Refuses an expression that cannot be used, without making it ready to match.
  ///
  /// - Throws: `CoreError` as ``init(_:)``.
  public static func check(_ text: String) throws(CoreError) { _ = try parsed(text) }

  private static func parsed(_ text: String) throws(CoreError) -> ExpressionNode {
    do throws(ExpressionError) {
      return try ExpressionParser.parse(text)
    } catch {
      var facts: [JSONValue.Member] = [
        .init("value", .string(text)), .init("position", .integer(Int64(error.position))),
        .init("reason", .string(error.fault.reason)),
      ]
      if let suggestion = error.fault.suggestion { facts.append(.init("suggestion", .string(suggestion))) }
      throw CoreError(error.fault.code, facts)
    }
  }

  /// Whether the whole value is one that the expression describes.
  ///
  /// Characters are Unicode scalars: two spellings of one letter that differ in their scalars are different.
  ///
  /// - Complexity: O(n · m) for n steps and m characters at worst; one look-up a character for most
  ///   expressions.
  public func matches(_ value: String) -> Bool {
    guard let table, !(table.mindsLastLine && JavaExpression.endsInLine(value)) else {
      return matchesStepwise(value)
    }
    return table.matches(value)
  }

  /// The same answer from the program alone, for tests that compare both ways.
  package func matchesStepwise(_ value: String) -> Bool {
    program.matches(value.unicodeScalars.map(\.value))
  }

  /// Whether small size and simple conditions gave the expression a table.
  package var hasTable: Bool { table != nil }

  private static func endsInLine(_ value: String) -> Bool {
    ExpressionAssertion.endsLine(value.unicodeScalars.last?.value)
  }
}

extension JavaExpression: Hashable {
  /// Whether both were written the same, to the character.
  public static func == (lhs: JavaExpression, rhs: JavaExpression) -> Bool {
    lhs.text.unicodeScalars.elementsEqual(rhs.text.unicodeScalars)
  }

  /// Hashes the text.
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

extension JavaExpression: CustomStringConvertible {
  /// The expression as it was written.
  public var description: String { text }
}
