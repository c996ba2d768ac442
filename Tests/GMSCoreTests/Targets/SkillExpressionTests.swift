import GMSCore
import GMSTestSupport
import Testing

/// Skill expressions: reading, printing, and against which skills they hold.
struct SkillExpressionTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let text: String
    let skills: [String: Int]
    let holds: Bool

    init(_ text: String, _ skills: [String: Int], _ holds: Bool) {
      (self.text, self.skills, self.holds) = (text, skills, holds)
    }

    var testDescription: String { "\(text) \(skills)" }
  }

  static let cases: [Case] = [
    Case("English=20&Loans=2", ["English": 20, "Loans": 2], true),
    Case("English=20&Loans=2", ["English": 20, "Loans": 3], false),
    Case("English=20&Loans=2", ["English": 20], false), Case("English=0", [:], true),
    Case("English!=0", [:], false), Case("English<5", [:], true), Case("English<=5", ["English": 5], true),
    Case("English<5", ["English": 5], false), Case("English>5", ["English": 5], false),
    Case("English>=5", ["English": 5], true), Case("English!=5", ["English": 5], false),
    Case("english=5", ["English": 5], false),
    // From left to right, whatever stands between: not as most languages would.
    Case("a=1|b=1&c=1", ["a": 1], false), Case("a=1|(b=1&c=1)", ["a": 1], true),
    Case("a=1&b=1|c=1", ["c": 1], true), Case("a=1&(b=1|c=1)", ["c": 1], false),
    Case("((a=1))|((b=1))", ["b": 1], true), Case("'Café crème'>=3", ["Café crème": 3], true),
    Case("Français>1", ["Français": 2], true), Case("a>999999998", ["a": 999_999_999], true),
  ]

  @Test(arguments: cases)
  func holds(_ expected: Case) throws {
    let expression = try SkillExpression(expected.text)
    #expect(expression.matches(expected.skills) == expected.holds)
    #expect(expression.description == expected.text)
  }

  @Test
  func namesItsSkillsOnce() throws {
    #expect(try SkillExpression("b=1&(a=2|b=3)&'c d'>1").skills == ["b", "a", "c d"])
  }

  @Test
  func parenthesesAreBounded() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "(", count: depth) + "a=1" + String(repeating: ")", count: depth)
    }
    #expect(try SkillExpression(nested(32)).matches(["a": 1]))
    let error = try #require(throws: CoreError.self) { try SkillExpression(nested(33)) }
    #expect(
      error.description.hasSuffix(
        "is not a target, from character 33 on: parentheses may be nested 32 deep, and no deeper"
      )
    )
    _ = try #require(throws: CoreError.self) {
      try SkillExpression(String(repeating: "(", count: 1_000_000))
    }
    // A long chain is no deep one.
    let chain = (0..<50_000).map { "a>\($0)" }.joined(separator: "|")
    let expression = try SkillExpression(chain)
    #expect(expression.matches(["a": 1]))
    #expect(expression.description == chain)
  }

  /// Works out an expression by rewriting its text: conditions to T and F, then from left to right, innermost
  /// parentheses first.
  private func slowly(_ text: String, _ skills: [String: Int]) -> Bool {
    var text = text.filter { $0 != " " }
    // Conditions have the form letter, comparison, digits.
    var reduced = ""
    while let first = text.first {
      guard first.isLetter else {
        reduced.append(text.removeFirst())
        continue
      }
      let skill = String(text.removeFirst())
      let sign = String(text.prefix { "=!<>".contains($0) })
      text.removeFirst(sign.count)
      let digits = String(text.prefix { $0.isNumber })
      text.removeFirst(digits.count)
      let (own, level) = (skills[skill] ?? 0, Int(digits) ?? -1)
      let isMet = [
        "=": own == level, "!=": own != level, "<": own < level, "<=": own <= level, ">": own > level,
        ">=": own >= level,
      ]
      reduced += isMet[sign] == true ? "T" : "F"
    }
    while reduced.count > 1 {
      let before = reduced
      for (pattern, value) in [("(T)", "T"), ("(F)", "F")] {
        reduced = reduced.replacing(pattern, with: value)
      }
      if reduced != before { continue }
      // The first two values that stand beside each other within one pair of parentheses, at its front.
      let marks = Array(reduced)
      guard
        let at = marks.indices.first(where: { index in
          index + 2 < marks.count && "TF".contains(marks[index]) && "&|".contains(marks[index + 1])
            && "TF".contains(marks[index + 2]) && (index == 0 || marks[index - 1] == "(")
        })
      else { break }
      let holds =
        marks[at + 1] == "&"
        ? marks[at] == "T" && marks[at + 2] == "T" : marks[at] == "T" || marks[at + 2] == "T"
      reduced = String(marks[..<at]) + (holds ? "T" : "F") + String(marks[(at + 3)...])
    }
    return reduced == "T"
  }

  private func draw(_ random: inout SeededGenerator, depth: Int) -> String {
    let space = random.oneIn(4) ? " " : ""
    var text = ""
    for index in 0..<Int.random(in: 1...4, using: &random) {
      if index > 0 { text += space + (Bool.random(using: &random) ? "&" : "|") + space }
      if depth > 0, random.oneIn(3) {
        text += "(" + space + draw(&random, depth: depth - 1) + space + ")"
      } else {
        let skill = ["a", "b", "c"][Int.random(in: 0..<3, using: &random)]
        let signs = SkillCondition.Comparison.allCases
        let sign = signs[Int.random(in: 0..<signs.count, using: &random)].rawValue
        text += skill + space + sign + space + String(Int.random(in: 0...3, using: &random))
      }
    }
    return text
  }

  @Test(arguments: UInt64(1)...20)
  func agreesWithASlowModel(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var held = 0
    for _ in 0..<200 {
      let text = draw(&random, depth: 3)
      let expression = try SkillExpression(text)
      #expect(expression.description == text.filter { $0 != " " })
      #expect(try SkillExpression(expression.description) == expression)
      for _ in 0..<5 {
        var skills: [String: Int] = [:]
        for skill in ["a", "b", "c"] where !random.oneIn(4) {
          skills[skill] = Int.random(in: 0...4, using: &random)
        }
        let holds = expression.matches(skills)
        #expect(holds == slowly(text, skills), "\(text) \(skills)")
        if holds { held += 1 }
      }
    }
    #expect(held > 100 && held < 900)
  }

  @Test(arguments: UInt64(1)...10)
  func neverTrapsOnOddText(seed: UInt64) throws {
    var random = SeededGenerator(seed: 1000 + seed)
    let letters = Array("ab=!<>&|() '1290$?:@.éGA")
    for _ in 0..<2000 {
      let text = String(
        (0..<Int.random(in: 0...14, using: &random)).map { _ in
          letters[Int.random(in: 0..<letters.count, using: &random)]
        }
      )
      if let expression = try? SkillExpression(text) {
        #expect(try SkillExpression(expression.description) == expression, "\(text)")
      }
      if let target = try? RoutingTarget(text) { #expect(target.description == text) }
    }
  }
}
