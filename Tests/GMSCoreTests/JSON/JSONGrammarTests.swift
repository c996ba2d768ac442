import GMSCore
import Testing

/// What is JSON, what is not, and where it goes wrong.
@Suite struct JSONGrammarTests {
  struct Good: CustomTestStringConvertible, Sendable {
    let text: String
    let value: JSONValue
    var testDescription: String { text }

    init(_ text: String, _ value: JSONValue) { (self.text, self.value) = (text, value) }
  }

  static let good: [Good] = [
    // Structure and space
    Good("null", .null), Good(" \t\r\n true \n", true), Good("false", false), Good("[]", []), Good("[ ]", []),
    Good("{}", [:]), Good("{ }", [:]), Good("[[]]", [[]]), Good("[{}]", [[:]]), Good("[1 , 2]", [1, 2]),
    Good("[null,1,\"1\",{}]", [nil, 1, "1", [:]]),
    Good("{\"a\":{\"b\":[{\"c\":1}]}}", ["a": ["b": [["c": 1]]]]),
    Good("{\"b\" : 1 , \"a\":2}", ["b": 1, "a": 2]), Good("{\"\":0}", ["": 0]),
    Good("{\"a\\u0000\":0}", ["a\0": 0]),
    Good("{\"a\":1,\"A\":1}", ["a": 1, "A": 1]), Good("[\"a\"]\u{20}", ["a"]),
    Good("[true,\nfalse]", [true, false]),
    // Numbers
    Good("0", 0), Good("-1", -1), Good("10", 10), Good("123456789", 123_456_789),
    Good("-0", .number("-0")), Good("0.0", .number("0.0")), Good("-0.1", .number("-0.1")),
    Good("1e0", .number("1e0")),
    Good("1E+2", .number("1E+2")), Good("0e-1", .number("0e-1")), Good("20e1", .number("20e1")),
    Good("0e01", .number("0e01")),
    Good("1.50", .number("1.50")), Good("123.456e-789", .number("123.456e-789")),
    Good("9223372036854775807", .integer(.max)),
    Good("-9223372036854775808", .integer(.min)), Good("9223372036854775808", .number("9223372036854775808")),
    Good("-9223372036854775809", .number("-9223372036854775809")),
    Good("18446744073709551616", .number("18446744073709551616")),
    Good("100000000000000000000000000000", .number("100000000000000000000000000000")),
    Good("1e9999", .number("1e9999")),
    // Strings
    Good(#""""#, ""), Good(#""a""#, "a"), Good(#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
    Good(#""\u0061\u00e9\u20AC""#, "aé€"), Good(#""\u0000""#, "\0"), Good(#""\u002f/""#, "//"),
    Good(#""\\u0041""#, #"\u0041"#),
    Good(#""\ud83d\ude00""#, "😀"), Good(#""\uD834\uDD1E""#, "𝄞"), Good(#""\uDBFF\uDFFF""#, "\u{10FFFF}"),
    Good(#""\uFFFF""#, "\u{FFFF}"),
    Good("\"\u{7F}\"", "\u{7F}"), Good("\"é\u{2028}\u{FFFE}😀\u{10FFFF}\"", "é\u{2028}\u{FFFE}😀\u{10FFFF}"),
    Good("\"\u{FEFF}\"", "\u{FEFF}"),
    Good(#""a\nb\u0001c""#, "a\nb\u{1}c"), Good(#""/*c*/""#, "/*c*/"),
  ]

  @Test(arguments: good) func isJSON(_ test: Good) throws {
    #expect(try JSONReader.read(test.text) == test.value)
    #expect(try JSONReader.read(Array(test.text.utf8)) == test.value)
    // Inside an array and an object it is the same, and what is printed reads back.
    #expect(try JSONReader.read("[\(test.text)]") == .array([test.value]))
    #expect(try JSONReader.read("{\"n\":\(test.text)}") == ["n": test.value])
    #expect(try JSONReader.read(JSONWriter.compact(test.value)) == test.value)
    #expect(try JSONReader.read(JSONWriter.pretty(test.value)) == test.value)
  }

  struct Bad: CustomTestStringConvertible, Sendable {
    let text: String
    let line: Int64
    let column: Int64
    let value: String
    let reason: String
    var testDescription: String { text }

    init(_ text: String, _ line: Int64, _ column: Int64, _ value: String, _ reason: String) {
      (self.text, self.line, self.column, self.value, self.reason) = (text, line, column, value, reason)
    }
  }

  private static let end = "the end of the text"
  private static let value = "a value is missing here"
  private static let name = "a name in double quotes is missing here"
  private static let element = "a comma or ] is missing here"
  private static let member = "a comma or } is missing here"
  private static let digit = "a digit is missing in this number"
  private static let escape =
    #"an escape is one of \" \\ \/ \b \f \n \r \t, or \u and four hexadecimal digits"#
  private static let surrogate = #"half of a surrogate pair; write both halves, such as \ud83d\ude00"#
  private static let control = "a control character in a string must be written as an escape"

  static let bad: [Bad] = [
    // Structure
    Bad("", 1, 1, end, value), Bad("  \n ", 2, 2, end, value), Bad("\u{FEFF}1", 1, 1, "U+FEFF", value),
    Bad("[", 1, 2, end, value), Bad("[1", 1, 3, end, element), Bad("[1,", 1, 4, end, value),
    Bad("[1,]", 1, 4, "]", value),
    Bad("[,1]", 1, 2, ",", value), Bad("[1,,2]", 1, 4, ",", value), Bad("[1 2]", 1, 4, "2", element),
    Bad("[1}", 1, 3, "}", element),
    Bad("[1]]", 1, 4, "]", "nothing may follow the value"),
    Bad("1 2", 1, 3, "2", "nothing may follow the value"), Bad("]", 1, 1, "]", value),
    Bad("{", 1, 2, end, name), Bad("{,}", 1, 2, ",", name), Bad("{a:1}", 1, 2, "a", name),
    Bad("{'a':1}", 1, 2, "'", name), Bad("{1:1}", 1, 2, "1", name),
    Bad("{\"a\"}", 1, 5, "}", "a colon is missing after the name"),
    Bad("{\"a\",1}", 1, 5, ",", "a colon is missing after the name"),
    Bad("{\"a\":}", 1, 6, "}", value), Bad("{\"a\":1", 1, 7, end, member), Bad("{\"a\":1,}", 1, 8, "}", name),
    Bad("{\"a\":1]", 1, 7, "]", member),
    Bad("{\"a\":1 \"b\":2}", 1, 8, "\"", member), Bad("[\"a\":1]", 1, 5, ":", element),
    Bad("{\"a\"::1}", 1, 6, ":", value),
    Bad("{\"x\":1,\n \"x\":2}", 2, 2, "x", "a name may stand only once in an object"),
    Bad("{\"x\":1,\"\\u0078\":2}", 1, 8, "x", "a name may stand only once in an object"),
    Bad("{\"é\":1,\"e\u{301}\":2}", 1, 8, "é", "a name may stand only once in an object"),
    Bad("[1]//", 1, 4, "/", "nothing may follow the value"), Bad("/**/1", 1, 1, "/", value),
    Bad("#1", 1, 1, "#", value), Bad("[1\u{A0}]", 1, 3, "U+00A0", element),
    Bad("\u{C}1", 1, 1, "U+000C", value), Bad("[\u{2060}]", 1, 2, "U+2060", value),
    // Words
    Bad("True", 1, 1, "True", value), Bad("nul", 1, 1, "nul", value), Bad("nulL", 1, 1, "nulL", value),
    Bad("truefalse", 1, 5, "false", "nothing may follow the value"),
    Bad("NaN", 1, 1, "NaN", value), Bad("Infinity", 1, 1, "Infinity", value),
    Bad("undefined", 1, 1, "undefined", value),
    // Numbers
    Bad("-", 1, 1, "-", digit), Bad("[-]", 1, 2, "-", digit), Bad("+1", 1, 1, "+1", value),
    Bad("01", 1, 1, "01", "a number has no leading zero"),
    Bad("-012", 1, 1, "-012", "a number has no leading zero"),
    Bad("00", 1, 1, "00", "a number has no leading zero"), Bad(".5", 1, 1, ".5", value),
    Bad("1.", 1, 1, "1.", digit), Bad("1.e1", 1, 1, "1.e1", digit), Bad("1e", 1, 1, "1e", digit),
    Bad("1e+", 1, 1, "1e+", digit),
    Bad("1e1.5", 1, 4, ".5", "nothing may follow the value"),
    Bad("0x10", 1, 2, "x10", "nothing may follow the value"),
    Bad("1_000", 1, 2, "_000", "nothing may follow the value"), Bad("--1", 1, 1, "--1", digit),
    Bad("-Infinity", 1, 1, "-Infinity", digit), Bad("١", 1, 1, "١", value),
    // Strings
    Bad("\"a", 1, 1, "\"", "this string has no closing quote"), Bad("'a'", 1, 1, "'", value),
    Bad("[\"a\nb\"]", 1, 4, "U+000A", control), Bad("\"\t\"", 1, 2, "U+0009", control),
    Bad("\"\0\"", 1, 2, "U+0000", control),
    Bad("\"\u{1F}\"", 1, 2, "U+001F", control), Bad(#""\x""#, 1, 2, #"\x"#, escape),
    Bad(#""\a""#, 1, 2, #"\a"#, escape), Bad(#""\'""#, 1, 2, #"\"#, escape),
    Bad(#""\u12""#, 1, 2, #"\u12"#, escape),
    Bad(#""\u12G4""#, 1, 2, #"\u12G4"#, escape), Bad(#""\U0041""#, 1, 2, #"\U0041"#, escape),
    Bad(#""\"#, 1, 2, #"\"#, escape), Bad(#""\u"#, 1, 2, #"\u"#, escape),
    Bad(#""\""#, 1, 1, "\"", "this string has no closing quote"),
    Bad(#""\ud800""#, 1, 2, #"\ud800"#, surrogate), Bad(#""\udc00""#, 1, 2, #"\udc00"#, surrogate),
    Bad(#""\ud800\n""#, 1, 2, #"\ud800\n"#, surrogate),
    Bad(#""\ud800\u0041""#, 1, 2, #"\ud800\u0041"#, surrogate),
    Bad(#""\ud800\ud800""#, 1, 2, #"\ud800\ud800"#, surrogate),
    Bad(#""\ud800x""#, 1, 2, #"\ud800x"#, surrogate),
    // Places: lines end at line feeds, columns are scalars
    Bad("[1,\r\n\n  é]", 3, 3, "é", value), Bad("[\"é😀\",x]", 1, 7, "x", value),
  ]

  @Test(arguments: bad) func isNotJSON(_ test: Bad) {
    let expected = CoreError(
      .malformedJSON,
      [
        .init("line", .integer(test.line)), .init("column", .integer(test.column)),
        .init("reason", .string(test.reason)), .init("value", .string(test.value)),
      ]
    )
    #expect(throws: expected) { try JSONReader.read(test.text) }
    #expect(throws: expected) { try JSONReader.read(Array(test.text.utf8)) }
    #expect(!JSONReader.isObjectOnOneLine(test.text) || test.reason.contains("only once"))
  }

  struct Bytes: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let bytes: [UInt8]
    let column: Int64?

    init(_ description: String, _ bytes: [UInt8], _ column: Int64?) {
      (testDescription, self.bytes, self.column) = (description, bytes, column)
    }
  }

  /// The column is that of the first byte of the sequence in `["…"]`; nil when the bytes are UTF-8.
  static let bytes: [Bytes] = [
    Bytes("first of two bytes", [0xC2, 0x80], nil), Bytes("last of three bytes", [0xEF, 0xBF, 0xBF], nil),
    Bytes("last before surrogates", [0xED, 0x9F, 0xBF], nil),
    Bytes("first after surrogates", [0xEE, 0x80, 0x80], nil),
    Bytes("first of four bytes", [0xF0, 0x90, 0x80, 0x80], nil),
    Bytes("last of all", [0xF4, 0x8F, 0xBF, 0xBF], nil),
    Bytes("continuation alone", [0x61, 0x80], 4), Bytes("two continuations", [0xBF, 0xBF], 3),
    Bytes("overlong slash", [0xC0, 0xAF], 3), Bytes("overlong of two", [0xC1, 0xBF], 3),
    Bytes("overlong of three", [0xE0, 0x9F, 0xBF], 3),
    Bytes("overlong of four", [0xF0, 0x8F, 0xBF, 0xBF], 3),
    Bytes("surrogate", [0xED, 0xA0, 0x80], 3), Bytes("last surrogate", [0xED, 0xBF, 0xBF], 3),
    Bytes("above all", [0xF4, 0x90, 0x80, 0x80], 3), Bytes("five bytes", [0xF8, 0x88, 0x80, 0x80, 0x80], 3),
    Bytes("FE", [0xFE], 3), Bytes("FF", [0xFF], 3),
    Bytes("two of three bytes", [0xE2, 0x82], 3), Bytes("three of four bytes", [0xF0, 0x9F, 0x98], 3),
    Bytes("Latin-1", [0xE9, 0x61], 3), Bytes("third byte is no continuation", [0xE2, 0x82, 0x28], 3),
    Bytes("after é", [0xC3, 0xA9, 0xFF], 4),
  ]

  @Test(arguments: bytes) func bytesAreUTF8(_ test: Bytes) throws {
    let text = Array("[\"".utf8) + test.bytes + Array("\"]".utf8)
    guard let column = test.column else {
      #expect(try JSONReader.read(text) == [.string(String(decoding: test.bytes, as: UTF8.self))])
      return
    }
    let error = #expect(throws: CoreError.self) { try JSONReader.read(text) }
    #expect(error?["reason"] == "these bytes are not UTF-8")
    #expect(error?.facts.first { $0.name == "column" }?.value == .integer(column))
    // Also where the text ends within the sequence.
    #expect(throws: CoreError.self) { try JSONReader.read(Array("[\"".utf8) + test.bytes) }
  }

  @Test(arguments: [("[", "]"), ("{\"a\":", "}"), ("[{\"a\":", "}]")])
  func depthHasALimit(_ brackets: (open: String, close: String)) throws {
    func text(_ depth: Int) -> String {
      let count = depth / (brackets.open.hasPrefix("[{") ? 2 : 1)
      return String(repeating: brackets.open, count: count) + "1"
        + String(repeating: brackets.close, count: count)
    }
    let deepest = try JSONReader.read(text(JSONReader.depthLimit))
    #expect(JSONWriter.compact(deepest) == text(JSONReader.depthLimit))
    let error = #expect(throws: CoreError.self) { try JSONReader.read(text(JSONReader.depthLimit + 2)) }
    #expect(error?["reason"] == "arrays and objects may be nested 512 deep, and no deeper")
    // An attack of a million brackets is refused at once.
    #expect(throws: CoreError.self) {
      try JSONReader.read(String(repeating: brackets.open, count: 1_000_000))
    }
    #expect(!JSONReader.isObjectOnOneLine("{\"a\":" + text(JSONReader.depthLimit) + "}"))
    // Width is no depth.
    #expect(
      try JSONReader.read("[" + Array(repeating: "[]", count: 5000).joined(separator: ",") + "]").arrayValue?
        .count == 5000
    )
  }

  /// Few names are compared one by one, many are looked up: both ways find the one that stands twice.
  @Test(arguments: 1...40) func aNameTwiceIsFoundInEveryPlace(count: Int) throws {
    let names = (0..<count).map { "\"n\($0)\":0" }
    #expect(try JSONReader.read("{" + names.joined(separator: ",") + "}").members?.count == count)
    for repeated in 0..<count {
      for place in (repeated + 1)...count {
        var all = names
        all.insert(names[repeated], at: place)
        let error = #expect(throws: CoreError.self) {
          try JSONReader.read("{" + all.joined(separator: ",") + "}")
        }
        #expect(error?["value"] == "n\(repeated)")
      }
    }
  }
}
