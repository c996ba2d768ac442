import GMSCore
import GMSTestSupport
import Testing

/// Expressions that hold up a backtracking engine for longer than anybody waits.
struct ExpressionBoundTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let expression: String
    let unit: String
    let end: String
    let matches: Bool
    var testDescription: String { expression }
  }

  static let cases = [
    Case(expression: "(a+)+$", unit: "a", end: "b", matches: false),
    Case(expression: "(a+)+$", unit: "a", end: "", matches: true),
    Case(expression: "(a*)*b", unit: "a", end: "c", matches: false),
    Case(expression: "(a|a)*", unit: "a", end: "b", matches: false),
    Case(expression: "(a|aa)+$", unit: "a", end: "b", matches: false),
    Case(expression: "(.*)*x", unit: "a", end: "y", matches: false),
    Case(expression: ".*.*.*=.*", unit: "a", end: "", matches: false),
    Case(expression: "(.*a){12}b", unit: "a", end: "c", matches: false),
    Case(expression: #"(\w+\s?)*\b"#, unit: "ab ", end: "!", matches: false),
    Case(expression: "(x+x+)+y", unit: "x", end: "y", matches: true),
    Case(expression: "((a?){3}){3}(a{0,5})*$", unit: "a", end: "b", matches: false),
    Case(expression: "(?m)(^a*$\\n?)+", unit: "aa\n", end: "b", matches: false),
  ]

  @Test(arguments: cases)
  func endsAtOnce(_ test: Case) throws {
    let expression = try JavaExpression(test.expression)
    let value = String(repeating: test.unit, count: 100_000 / test.unit.count) + test.end
    #expect(expression.matches(value) == test.matches)
    // Shorter, because debug builds are slow; each step is at most the size of the program.
    let short = String(repeating: test.unit, count: 2_000 / test.unit.count) + test.end
    #expect(expression.matchesStepwise(short) == test.matches)
  }

  /// Nonsense is read or refused, and what is read answers; nothing traps.
  @Test(arguments: 0..<20)
  func nonsenseIsReadOrRefused(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    var read = 0
    for _ in 0..<400 {
      let text = ExpressionNonsense.draw(&random)
      do throws(CoreError) {
        let expression = try JavaExpression(text)
        read += 1
        for value in ["", "a", "ab\n", "\r\n", "-]é😀"] {
          #expect(expression.matches(value) == expression.matchesStepwise(value), "\(text.debugDescription)")
        }
      } catch {
        let position = error.facts.first { $0.name == "position" }?.value
        guard case .integer(let position)? = position else {
          Issue.record("no position for \(text.debugDescription)")
          continue
        }
        #expect((1...max(1, text.unicodeScalars.count)).contains(Int(position)), "\(text.debugDescription)")
        #expect(error["reason"]?.isEmpty == false)
      }
    }
    #expect(read > 20)
  }

  /// What is read here is read by Java and means the same there; what Java refuses is refused here.
  @Test(.enabled(if: ExpressionOracle.hasJava, "there is no java here that runs a source file"))
  func nonsenseMeansTheSameInJava() throws {
    var random = SeededGenerator(seed: 4711)
    let texts = ["", "a", "b", "aa", "ab", "a-", "\n", "a\n", "0", "]", "&", "aab", "{", "a1"]
    let questions = (0..<20_000).map { _ in
      ExpressionOracle.Question(expression: ExpressionNonsense.draw(&random), texts: texts)
    }
    let answers = try ExpressionOracle.java(questions)
    var (both, neither, onlyJava) = (0, 0, 0)
    for (question, answer) in zip(questions, answers) {
      let expression = try? JavaExpression(question.expression)
      switch (expression, answer) {
      case (let expression?, let answer?):
        both += 1
        // Java misses matches of repetitions with empty rounds; see `RandomExpression.countsEmptyRounds`.
        guard !question.expression.contains("{2") else { continue }
        for (text, isMatch) in zip(texts, answer) where isMatch != nil && expression.matches(text) != isMatch
        {
          Issue.record("\(question.expression.debugDescription) on \(text.debugDescription): Java differs")
        }
      case (nil, nil): neither += 1
      case (nil, .some): onlyJava += 1
      case (.some, nil): Issue.record("Java refuses \(question.expression.debugDescription)")
      }
    }
    #expect(both > 3_000)
    #expect(neither > 3_000)
    #expect(onlyJava < neither)
  }
}

/// Texts that look like expressions.
enum ExpressionNonsense {
  private static let parts = [
    "a", "b", "0", "-", "é", "*", "+", "?", "{", "}", "{2}", "{2,}", "{,2}", "{1,2}", "(", ")", "(?:", "(?i)",
    "(?m:",
    "(?<n>", "(?=", "(?", "[", "]", "[^", "&&", "&", "|", "^", "$", ".", "\\", "\\d", "\\W", "\\b", "\\Q",
    "\\E", "\\x41",
    "\\x", "\\0", "\\u0061", "\\p{Alpha}", "\\p", "\\z", "\\Z", "\\n", "\\\\", "a-b", ",", "2", "\n",
  ]

  static func draw(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 1...9, using: &random)).map { _ in parts.randomElement(using: &random) ?? "a" }
      .joined()
  }
}
