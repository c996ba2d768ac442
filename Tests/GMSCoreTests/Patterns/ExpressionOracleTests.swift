import GMSCore
import GMSTestSupport
import Testing

/// The engine against other engines, on random expressions and texts.
struct ExpressionOracleTests {
  /// As many pairs as the ordinary run compares with each engine.
  static let expressions = 4_000
  static let textsEach = 26

  private static func drawn(_ seed: UInt64) -> (expression: RandomExpression, texts: [String]) {
    var drawing = ExpressionDrawing(seed: seed)
    let expression = drawing.expression()
    let texts = (0..<textsEach).map { $0 % 4 == 0 ? drawing.text() : drawing.text(for: expression) }
    return (expression, texts)
  }

  @Test(.enabled(if: ExpressionOracle.hasPython, "there is no python3 here"))
  func agreesWithPython() throws {
    let drawn = (0..<UInt64(Self.expressions)).map(Self.drawn)
    let answers = try ExpressionOracle.python(
      drawn.map { ExpressionOracle.Question(expression: $0.expression.python, texts: $0.texts) }
    )
    try compare(drawn, answers)
  }

  @Test(.enabled(if: ExpressionOracle.hasJava, "there is no java here that runs a source file"))
  func agreesWithJava() throws {
    let drawn = (0..<UInt64(Self.expressions + 1_000)).map { Self.drawn($0 + 1_000_000) }
      .filter { !$0.expression.countsEmptyRounds }
      .map { expression, texts in
        // Java before version 19 knows words beyond ASCII.
        let asksForWords = expression.java.contains("\\b") || expression.java.contains("\\B")
        return (
          expression: expression, texts: asksForWords ? texts.map { $0.replacing("é", with: "+") } : texts
        )
      }
    let answers = try ExpressionOracle.java(
      drawn.map { ExpressionOracle.Question(expression: $0.expression.java, texts: $0.texts) }
    )
    try compare(drawn, answers.map { try #require($0) })
  }

  private func compare(
    _ drawn: [(expression: RandomExpression, texts: [String])],
    _ answers: [[Bool?]]
  ) throws {
    var (pairs, matches, tables) = (0, 0, 0)
    for ((random, texts), answers) in zip(drawn, answers) {
      let expression = try JavaExpression(random.java)
      tables += expression.hasTable ? 1 : 0
      for (text, answer) in zip(texts, answers) {
        guard let answer else { continue }
        pairs += 1
        matches += answer ? 1 : 0
        let (found, stepwise) = (expression.matches(text), expression.matchesStepwise(text))
        if found != answer || stepwise != answer {
          Issue.record(
            "\(random.java.debugDescription) on \(text.debugDescription): \(answer), but \(found) and \(stepwise)"
          )
        }
      }
    }
    // Neither side is right by saying the same of everything.
    #expect(pairs >= 100_000)
    #expect(matches > pairs / 4)
    #expect(matches < pairs * 3 / 4)
    #expect(tables > drawn.count / 2)
    #expect(tables < drawn.count)
  }
}
