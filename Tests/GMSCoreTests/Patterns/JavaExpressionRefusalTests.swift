import GMSCore
import Testing

/// Every way in which an expression is refused, with the whole message.
struct JavaExpressionRefusalTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let expression: String
    let position: Int
    let reason: String
    let code: CoreError.Code

    init(_ expression: String, _ position: Int, _ reason: String, code: CoreError.Code = .malformedPattern) {
      self.expression = expression
      self.position = position
      self.reason = reason
      self.code = code
    }

    static func unsupported(_ expression: String, _ position: Int, _ reason: String) -> Case {
      Case(expression, position, reason, code: .unsupportedPattern)
    }

    static func tooLarge(_ expression: String, _ position: Int, _ reason: String) -> Case {
      Case(expression, position, reason, code: .patternTooLarge)
    }

    var testDescription: String { String(expression.prefix(40)) }
  }

  private static func nothing(_ sign: String) -> String {
    "nothing stands before '\(sign)' that it could repeat; write '\\\(sign)' for the character itself"
  }

  private static func again(_ sign: String) -> String {
    "'\(sign)' repeats a repetition; put what it is to repeat into (?:…), or write '\\\(sign)' for the character itself"
  }

  private static let noNumber =
    "a repetition begins with a number; write {0,3} for at most 3, or '\\{' for the character itself"
  private static let unclosed =
    "this repetition is not closed; write {2}, {2,} or {2,5}, or '\\{' for the character itself"
  private static let openGroup =
    "this group is not closed; write ')' where it ends, or '\\(' for the character itself"
  private static let openClass =
    "this class is not closed; write ']' where it ends, or '\\[' for the character itself"
  private static let name =
    "a group's name begins with a letter and has only the letters a to z, A to Z and digits; write (?<name>…), or (?:…) without a name"
  private static let range = "a range ends in one character; write '\\-' for the character itself"
  private static let both = "'&&' needs characters on both sides; write '\\&' for the character itself"
  private static let single = "a single '&' after '&&' is read in surprising ways; write '\\&'"
  private static let octal = "'\\0' takes one to three octal digits up to 377, such as \\011"
  private static let hexadecimal =
    "'\\x' takes two hexadecimal digits, or some in braces, such as \\x41 or \\x{1F600}"
  private static let unicode = "'\\u' takes four hexadecimal digits, such as \\u00E9"
  private static let half =
    "this is half of a character; write both halves, such as \\uD83D\\uDE00, or \\x{1F600}"
  private static let noCharacter = "there is no character of this number; the last one is \\x{10FFFF}"
  private static let control = "'\\c' takes an ASCII character, such as \\cA"
  private static let property = "'\\p' takes a name in braces, such as \\p{Alpha}"

  private static func group(_ text: String) -> String {
    "'\(text)' begins no group; write (?:…) for a group, or (?i), (?s) or (?m) for a flag"
  }

  private static func inClass(_ letter: String) -> String {
    "'\\\(letter)' means nothing in a class; write it outside of the brackets"
  }

  private static func noMeaning(_ letter: String) -> String {
    "'\\\(letter)' means nothing; without the backslash it is the letter itself"
  }

  static let malformed: [Case] = [
    Case("*a", 1, nothing("*")), Case("+", 1, nothing("+")), Case("?", 1, nothing("?")),
    Case("{", 1, nothing("{")), Case("{2}", 1, nothing("{")), Case("a|*", 3, nothing("*")),
    Case("(*a)", 2, nothing("*")), Case("(?i)*", 5, nothing("*")), Case(#"\Q\E*"#, 5, nothing("*")),
    Case("(?:+)", 4, nothing("+")),
    Case("a**", 3, again("*")), Case("a+*", 3, again("*")), Case("a*?*", 4, again("*")),
    Case("a???", 4, again("?")), Case("a{2}*", 5, again("*")), Case("a{2}{3}", 5, again("{")),
    Case("a*{2}", 3, again("{")), Case("a{2}??", 6, again("?")),
    Case("a{,3}", 2, noNumber), Case("a{", 2, noNumber), Case("a{}", 2, noNumber), Case("a{ 2}", 2, noNumber),
    Case("a{-1}", 2, noNumber), Case("a{x}", 2, noNumber),
    Case("a{2", 2, unclosed), Case("a{2,", 2, unclosed), Case("a{2,x}", 2, unclosed),
    Case("a{2 }", 2, unclosed), Case("a{2,3", 2, unclosed), Case(#"a{2\Q}\E"#, 2, unclosed),
    Case("a{3,2}", 2, "the repetition {3,2} counts down; write the smaller number first"),
    Case("(", 1, openGroup), Case("a(b", 2, openGroup), Case("((a)", 1, openGroup),
    Case("(?:a", 1, openGroup), Case("(?<n>a", 1, openGroup), Case("(?i", 1, openGroup),
    Case("(?i:a", 1, openGroup), Case(#"(a\)"#, 1, openGroup), Case("(a[)]", 1, openGroup),
    Case(")", 1, "this ')' closes no group; write '\\)' for the character itself"),
    Case("a)b", 2, "this ')' closes no group; write '\\)' for the character itself"),
    Case("(a))", 4, "this ')' closes no group; write '\\)' for the character itself"),
    Case("(?", 1, group("(?")), Case("(?q)a", 1, group("(?q")), Case("(?--i)a", 1, group("(?--")),
    Case("(?iq)", 1, group("(?iq")), Case("(?*)", 1, group("(?*")),
    Case("(?P<n>a)", 1, "Java names a group without a P; write (?<name>…)"),
    Case("a(?#c)", 2, "Java has no comments in groups; leave it out"),
    Case("(?(1)a)", 1, "Java has no conditional groups; write alternatives with '|'"),
    Case("(?<>a)", 1, name), Case("(?<1>a)", 1, name), Case("(?<a_b>a)", 1, name), Case("(?<a", 1, name),
    Case("(?<é>a)", 1, name),
    Case("(?<n>a)(?<n>b)", 8, "there is a group 'n' already; take another name, or write (?:…) without one"),
    Case("[", 1, openClass), Case("a[b", 2, openClass), Case("[]", 1, openClass), Case("[^]", 1, openClass),
    Case("[a[b]", 1, openClass), Case("[a[b", 3, openClass), Case("[a-", 1, openClass),
    Case(#"[a\]"#, 1, openClass), Case("[a&&", 1, openClass),
    Case("[b-a]", 2, "the range from 'b' to 'a' runs backwards; write the smaller character first"),
    Case("[xa-Z]", 3, "the range from 'a' to 'Z' runs backwards; write the smaller character first"),
    Case(#"[\n-\t]"#, 2, #"the range from '\n' to '\t' runs backwards; write the smaller character first"#),
    Case("[a-&&b]", 2, "the range from 'a' to '&' runs backwards; write the smaller character first"),
    Case(#"[a-\d]"#, 4, range), Case(#"[0-\p{Digit}]"#, 4, range),
    Case("[&&a]", 2, both), Case("[a&&]", 5, both), Case("[a&&&&b]", 5, both), Case("[&&]", 2, both),
    Case("[^&&a]", 3, both),
    Case("[a&&&b]", 5, single), Case("[a&&[b]&c]", 8, single), Case("[a&&b&c]", 6, single),
    Case(#"\y"#, 1, noMeaning("y")), Case(#"a\E"#, 2, noMeaning("E")), Case(#"[\i]"#, 2, noMeaning("i")),
    Case(#"\C"#, 1, noMeaning("C")),
    Case(#"[\b]"#, 2, inClass("b")), Case(#"[a\A]"#, 3, inClass("A")), Case(#"[\z]"#, 2, inClass("z")),
    Case(#"[\1]"#, 2, inClass("1")), Case(#"[\R]"#, 2, inClass("R")), Case(#"[\k<a>]"#, 2, inClass("k")),
    Case(#"[\X]"#, 2, inClass("X")), Case(#"[\G]"#, 2, inClass("G")), Case(#"[\B]"#, 2, inClass("B")),
    Case(#"a\"#, 2, #"a backslash at the end means nothing; write '\\' for the character itself"#),
    Case(#"[\"#, 2, #"a backslash at the end means nothing; write '\\' for the character itself"#),
    Case(#"\0"#, 1, octal), Case(#"\08"#, 1, octal), Case(#"[\0]"#, 2, octal),
    Case(#"\x"#, 1, hexadecimal), Case(#"\x4"#, 1, hexadecimal), Case(#"\xg1"#, 1, hexadecimal),
    Case(#"\x{}"#, 1, hexadecimal), Case(#"\x{41"#, 1, hexadecimal), Case(#"\x\Q41\E"#, 1, hexadecimal),
    Case(#"\x{110000}"#, 1, noCharacter), Case(#"\x{FFFFFFFFFFFFFFFFF}"#, 1, noCharacter),
    Case(#"\u00"#, 1, unicode), Case(#"\u"#, 1, unicode), Case(#"\u{41}"#, 1, unicode),
    Case(#"\uD83D\u00"#, 1, unicode),
    Case(#"\uD83D"#, 1, half), Case(#"\uDE00"#, 1, half), Case(#"\uD83D\u0041"#, 1, half),
    Case(#"\x{D800}"#, 1, half),
    Case(#"\c"#, 1, control), Case(#"\cé"#, 1, control),
    Case(#"\p"#, 1, property), Case(#"\p{Alpha"#, 1, property), Case(#"\p{}"#, 1, property),
  ]

  private static func around(_ text: String, _ name: String) -> String {
    "'\(text)' is a \(name), which is not supported; write the whole value, or two patterns"
  }

  private static func reference(_ text: String) -> String {
    "'\(text)' is a back-reference, which is not supported; write out what may stand there"
  }

  private static func possessive(_ text: String) -> String {
    "'\(text)' is a possessive repetition, which is not supported; leave the '+' out"
  }

  private static func flag(_ letter: String, _ name: String) -> String {
    "the flag '\(letter)' (\(name)) is not supported; the flags i, s and m are"
  }

  private static func characters(_ name: String, _ hint: String = "") -> String {
    "the class '\(name)' is not supported; those that are: Lower, Upper, ASCII, Alpha, Digit, Alnum, Punct, Graph, "
      + "Print, Blank, Cntrl, XDigit, Space\(hint)"
  }

  static let unsupported: [Case] = [
    .unsupported("(?=a)a", 1, around("(?=", "look-ahead")),
    .unsupported("a(?!b).", 2, around("(?!", "negative look-ahead")),
    .unsupported("(?<=a)", 1, around("(?<=", "look-behind")),
    .unsupported("(?<!a)", 1, around("(?<!", "negative look-behind")),
    .unsupported("a(?>b)", 2, "'(?>' is an atomic group, which is not supported; write (?:…)"),
    .unsupported(#"(a)\1"#, 4, reference(#"\1"#)), .unsupported(#"\9"#, 1, reference(#"\9"#)),
    .unsupported(#"(?<n>a)\k<n>"#, 8, reference(#"\k"#)),
    .unsupported("a*+", 2, possessive("*+")), .unsupported("a++", 2, possessive("++")),
    .unsupported("a?+", 2, possessive("?+")), .unsupported("(a){2,3}+b", 4, possessive("{2,3}+")),
    .unsupported("a{2}+", 2, possessive("{2}+")), .unsupported("a{2,}+", 2, possessive("{2,}+")),
    .unsupported(#"\Ga"#, 1, #"'\G' is the end of the previous match, which is not supported"#),
    .unsupported(#"a\R"#, 2, #"'\R' is a line break of any kind, which is not supported"#),
    .unsupported(#"\X"#, 1, #"'\X' is a grapheme cluster, which is not supported"#),
    .unsupported(#"\N{DIGIT ONE}"#, 1, #"'\N' is a character by its name, which is not supported"#),
    .unsupported(
      #"\b{g}"#,
      1,
      #"'\b{g}' is a grapheme boundary, which is not supported; write '\b' for a word boundary"#
    ),
    .unsupported("(?x)a b", 3, flag("x", "comments")), .unsupported("(?ix:a)", 4, flag("x", "comments")),
    .unsupported("(?d)", 3, flag("d", "Unix lines")), .unsupported("(?u)", 3, flag("u", "Unicode case")),
    .unsupported("(?i-U)", 5, flag("U", "Unicode classes")),
    .unsupported(#"\p{L}"#, 1, characters("L")), .unsupported(#"\pL"#, 1, characters("L")),
    .unsupported(#"[\P{IsGreek}]"#, 2, characters("IsGreek")),
    .unsupported(#"\p{alpha}"#, 1, characters("alpha", "; did you mean 'Alpha'?")),
    .unsupported(#"\p{Digits}"#, 1, characters("Digits", "; did you mean 'Digit'?")),
    .unsupported(#"\p{^Alpha}"#, 1, characters("^Alpha", "; did you mean 'Alpha'?")),
  ]

  private static let steps =
    "with its repetitions written out the expression has more than 10000 steps; repeat less often"
  private static let deep = "groups and classes lie more than 100 deep in each other; write it flatter"

  static let tooLarge: [Case] = [
    .tooLarge("a{10001}", 2, steps), .tooLarge("a{99999999999999999999}", 2, steps),
    .tooLarge("a{1,10001}", 2, steps), .tooLarge("(a{1000}){1000}", 1, steps),
    .tooLarge("((((a{999}){999}){999}){999}){999}", 1, steps),
    .tooLarge("((){9999}){9999}", 1, steps), .tooLarge("(a?){6000}", 1, steps),
    .tooLarge("a{5001,}b{5000}", 1, steps),
    .tooLarge(String(repeating: "(", count: 101) + "a", 101, deep),
    .tooLarge(String(repeating: "[", count: 101) + "a", 101, deep),
    .tooLarge(String(repeating: "(", count: 4_000), 101, deep),
    .tooLarge(
      String(repeating: "a", count: 4_001),
      4_001,
      "the expression has 4001 characters, and at most 4000 are read; make several patterns of it"
    ),
  ]

  @Test(arguments: malformed + unsupported + tooLarge)
  func isRefused(_ refusal: Case) throws {
    let error = try #require(throws: CoreError.self) { try JavaExpression(refusal.expression) }
    #expect(error.code == refusal.code)
    let clipped = CoreError(.unknownService, ["service": refusal.expression]).description
      .dropFirst("there is no service ".count).dropLast("; create it first".count)
    #expect(
      error.description
        == "the expression \(clipped) is refused at character \(refusal.position): \(refusal.reason)"
    )
    #expect(error.facts.contains(.init("position", .integer(Int64(refusal.position)))))
    #expect(error["value"] == refusal.expression)
    #expect(error.exceptionName == "PatternException")
    #expect(throws: error) { try JavaExpression.check(refusal.expression) }
  }

  /// Just within the limits.
  @Test func isAcceptedUpToTheLimits() throws {
    #expect(try JavaExpression("a{10000}").matches(String(repeating: "a", count: 10_000)))
    #expect(try !JavaExpression("a{10000}").matches(String(repeating: "a", count: 9_999)))
    let groups = String(repeating: "(", count: 100) + "a" + String(repeating: ")", count: 100)
    #expect(try JavaExpression(groups).matches("a"))
    let classes = String(repeating: "[", count: 100) + "a" + String(repeating: "]", count: 100)
    #expect(try JavaExpression(classes).matches("a"))
    let long = String(repeating: "ab", count: 2_000)
    #expect(try JavaExpression(long).matches(long))
    #expect(try JavaExpression("(){9999}").matches(""))
  }
}
