import GMSCore
import Testing

/// Groups of patterns, what matches them, and the exceptions of callback services.
struct PatternGroupTests {
  static let configuration = Configuration(
    services: [
      "support": [
        "_type": "ors", "_service": "callback", "_call_direction": "USERTERMINATED", "_media_type": "voice",
        "_exceptions": "blocked",
      ],
      "sales": [
        "_type": "ors", "_service": "callback", "_call_direction": "USERTERMINATED", "_media_type": "voice",
      ],
    ],
    patterns: [
      "blocked": ["premium": #"\+1900.*"#, "p10": #"\+1\d{10}"#, "p2": #"\+1650\d{7}"#, "test": "test.*"],
      "names": ["anna": "(?i)anna", "any": "[a-z]+"],
      "empty": [:],
    ]
  )

  struct MatchCase: CustomTestStringConvertible, Sendable {
    let value: String
    let names: [String]
    var testDescription: String { value }
  }

  @Test(arguments: [
    MatchCase(value: "+19005550100", names: ["p10", "premium"]),
    MatchCase(value: "+16504663204", names: ["p2", "p10"]),
    MatchCase(value: "19005550100", names: []), MatchCase(value: "a test", names: []),
    MatchCase(value: "tests", names: ["test"]), MatchCase(value: "", names: []),
  ])
  func matchesWholeValuesInOrderOfNames(_ test: MatchCase) throws {
    let group = try PatternGroup("blocked", in: Self.configuration)
    #expect(group.patterns.map(\.name) == ["p2", "p10", "premium", "test"])
    #expect(group.matches(test.value) == test.names)
    #expect(group.firstMatch(test.value) == test.names.first)
  }

  @Test func readsAGroupAgainFromTheCache() throws {
    let group = try PatternGroup("blocked", in: Self.configuration)
    #expect(try PatternGroup("blocked", in: Self.configuration) == group)
    // Canonically equal texts are different expressions.
    #expect(try PatternGroup("a", ["x": "é"]).matches("é") == ["x"])
    #expect(try PatternGroup("a", ["x": "e\u{301}"]).matches("é") == [])
    #expect(try PatternGroup("a", ["x": "e\u{301}"]).matches("e\u{301}") == ["x"])
    // More expressions than are kept, among them the first again.
    for number in 0..<1_100 {
      #expect(try PatternGroup("n", ["x": "\(number)"]).matches("\(number)") == ["x"])
    }
    #expect(try PatternGroup("n", ["x": "0"]).matches("0") == ["x"])
  }

  @Test func matchesParameters() throws {
    let all = try PatternMatcher(Self.configuration)
    #expect(all.groups.map(\.name) == ["blocked", "empty", "names"])
    let parameters: Options = [
      "phone": "+19005550100", "name": "Anna", "word": "tests", "other": "42", "none": "",
    ]
    let matches = all.match(parameters)
    #expect(
      matches == [
        PatternMatch(parameter: "name", group: "names", pattern: "anna"),
        PatternMatch(parameter: "phone", group: "blocked", pattern: "p10"),
        PatternMatch(parameter: "word", group: "blocked", pattern: "test"),
      ]
    )
    #expect(
      JSONWriter.compact(PatternAnswer.match(matches)) == #"{"name":"anna","phone":"p10","word":"test"}"#
    )
    let one = try PatternMatcher(Self.configuration, group: "names")
    #expect(one.match(parameters).map(\.pattern) == ["anna", "any"])
    #expect(JSONWriter.compact(PatternAnswer.match(one.match(["x": "1"]))) == "[]")
    #expect(try PatternMatcher(Self.configuration, group: "empty").match(parameters).isEmpty)
    #expect(PatternMatcher([]).match(parameters).isEmpty)
    #expect(all.match([:]).isEmpty)
  }

  struct NumberCase: CustomTestStringConvertible, Sendable {
    let number: String
    let pattern: String?
    var testDescription: String { number }
  }

  @Test(arguments: [
    NumberCase(number: "19005550100", pattern: "p10"), NumberCase(number: "+19005550100", pattern: "p10"),
    NumberCase(number: "1900", pattern: "premium"), NumberCase(number: "1 (900) 555-01", pattern: "premium"),
    NumberCase(number: "+1 650.466.3204", pattern: "p2"), NumberCase(number: " +19", pattern: nil),
    NumberCase(number: "", pattern: nil), NumberCase(number: "++1900", pattern: nil),
    NumberCase(number: "test", pattern: nil), NumberCase(number: "4419005550100", pattern: nil),
  ])
  func findsExceptions(_ test: NumberCase) throws {
    let service = try ConfiguredService("support", in: Self.configuration)
    let exceptions = try #require(try NumberExceptions(service, in: Self.configuration))
    #expect(exceptions.group.name == "blocked")
    #expect(exceptions.match(test.number) == test.pattern)
  }

  @Test func aPatternCanAskForPunctuation() throws {
    let exceptions = NumberExceptions(try PatternGroup("a", ["dashes": #"\+1-900-.*"#]))
    #expect(exceptions.match("1-900-5") == "dashes")
    #expect(exceptions.match("19005") == nil)
  }

  @Test func aServiceWithoutExceptionsHasNone() throws {
    let service = try ConfiguredService("sales", in: Self.configuration)
    #expect(try NumberExceptions(service, in: Self.configuration) == nil)
    var without = Self.configuration
    without.patterns["blocked"] = nil
    let support = try ConfiguredService("support", in: Self.configuration)
    let error = #expect(throws: CoreError.self) { try NumberExceptions(support, in: without) }
    #expect(error?.description == "there is no pattern group 'blocked'; create it first")
  }
}
