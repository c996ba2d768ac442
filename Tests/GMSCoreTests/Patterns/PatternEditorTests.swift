import GMSCore
import Testing

/// Changing pattern groups, and what the validator says of them.
struct PatternEditorTests {
  let before = PatternGroupTests.configuration
  let editor = PatternEditor()

  @Test func setsAndUnsets() throws {
    let one = try editor.set(["x": "a+", "premium": "b"], of: "blocked", in: before)
    #expect(one.patterns["blocked"]?.names == ["p2", "p10", "premium", "test", "x"])
    #expect(one.patterns["blocked"]?["premium"] == "b")
    #expect(one.patterns["names"] == before.patterns["names"])
    let two = try editor.set(["x": ""], of: "new group", in: before)
    #expect(two.patterns["new group"] == ["x": ""])
    let three = try editor.unset(["x", "premium"], of: "blocked", in: one)
    #expect(three.patterns["blocked"]?.names == ["p2", "p10", "test"])
    let four = try editor.unset(["anna", "any"], of: "names", in: before)
    #expect(four.patterns["names"]?.isEmpty == true)
  }

  @Test func deletesWhatNobodyUses() throws {
    #expect(try editor.delete("names", in: before).patterns.keys.sorted() == ["blocked", "empty"])
    #expect(editor.users(in: before) == ["blocked": ["support"]])
    var free = before
    free.services["support"]?["_exceptions"] = nil
    #expect(try editor.delete("blocked", in: free).patterns["blocked"] == nil)
    // A token names nothing before a request comes.
    free.services["support"]?["_exceptions"] = "$group$"
    #expect(editor.users(in: free).isEmpty)
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    let message: String
    let category: FailureCategory
    let status: Int
    let change: @Sendable (PatternEditor, Configuration) throws -> Configuration

    init(
      _ message: String,
      _ category: FailureCategory = .refused,
      _ status: Int = 400,
      _ change: @escaping @Sendable (PatternEditor, Configuration) throws -> Configuration
    ) {
      self.message = message
      self.category = category
      self.status = status
      self.change = change
    }

    var testDescription: String { message }
  }

  private static let groupName =
    "cannot name a pattern group; write 1 to 200 bytes of printable text without [, ] and /, and without a space at either end"
  private static func name(_ name: String) -> String {
    "'\(name)' cannot name a pattern of pattern group 'g'; write 1 to 200 bytes of printable text without =, without a space at either end, and without [, # or ; in front"
  }

  static let refusals: [Refusal] = [
    Refusal("'' \(groupName)") { try $0.set(["x": "a"], of: "", in: $1) },
    Refusal("'a]' \(groupName)") { try $0.set(["x": "a"], of: "a]", in: $1) },
    Refusal("'a/b' \(groupName)") { try $0.set(["x": "a"], of: "a/b", in: $1) },
    Refusal("' a' \(groupName)") { try $0.set(["x": "a"], of: " a", in: $1) },
    Refusal(#"'a\nb' \#(groupName)"#) { try $0.set(["x": "a"], of: "a\nb", in: $1) },
    Refusal(name("")) { try $0.set(["": "a"], of: "g", in: $1) },
    Refusal(name("a=b")) { try $0.set(["a=b": "a"], of: "g", in: $1) },
    Refusal(name("#a")) { try $0.set(["#a": "a"], of: "g", in: $1) },
    Refusal(name(";a")) { try $0.set([";a": "a"], of: "g", in: $1) },
    Refusal(name("[a")) { try $0.set(["[a": "a"], of: "g", in: $1) },
    Refusal(name("a ")) { try $0.set(["a ": "a"], of: "g", in: $1) },
    Refusal(name(#"a\u{0}"#)) { try $0.set(["a\u{0}": "a"], of: "g", in: $1) },
    Refusal(
      "pattern 'x' of pattern group 'g': the expression 'a{2' is refused at character 2: this repetition is not closed; write {2}, {2,} or {2,5}, or '\\{' for the character itself"
    ) { try $0.set(["x": "a{2"], of: "g", in: $1) },
    Refusal(
      "pattern 'b' of pattern group 'g': the expression '(?=a)' is refused at character 1: '(?=' is a look-ahead, which is not supported; write the whole value, or two patterns"
    ) { try $0.set(["a": "a", "b": "(?=a)", "c": "("], of: "g", in: $1) },
    Refusal(
      "pattern 'b' of pattern group 'g': the expression '\\p{Digits}' is refused at character 1: the class 'Digits' is not supported; those that are: Lower, Upper, ASCII, Alpha, Digit, Alnum, Punct, Graph, Print, Blank, Cntrl, XDigit, Space; did you mean 'Digit'?"
    ) { try $0.set(["b": #"\p{Digits}"#], of: "g", in: $1) },
    Refusal("there is no pattern group 'blokced'; did you mean 'blocked'?", .notFound, 404) {
      try $0.unset(["premium"], of: "blokced", in: $1)
    },
    Refusal("there is no pattern group 'x'; create it first", .notFound, 404) { try $0.delete("x", in: $1) },
    Refusal("pattern group 'blocked' has no pattern 'premum'; did you mean 'premium'?", .notFound, 404) {
      try $0.unset(["test", "premum"], of: "blocked", in: $1)
    },
    Refusal(
      "pattern group 'blocked' is used by 'support'; change or delete what uses it first",
      .refused,
      409
    ) {
      try $0.delete("blocked", in: $1)
    },
    Refusal(
      "pattern group 'blocked' is used by 'sales', 'support'; change or delete what uses it first",
      .refused,
      409
    ) {
      editor,
      before in
      var before = before
      before.services["sales"]?["_exceptions"] = "blocked"
      return try editor.delete("blocked", in: before)
    },
  ]

  @Test(arguments: refusals)
  func isRefused(_ refusal: Refusal) throws {
    let error = try #require(throws: CoreError.self) { try refusal.change(editor, before) }
    #expect(error.description == refusal.message)
    #expect(error.category == refusal.category)
    #expect(error.status == refusal.status)
    #expect(
      error.exceptionName == (error.code == .groupInUse ? "ConfigurationException" : "PatternException")
    )
  }

  @Test func theValidatorRefusesBadPatterns() throws {
    try ConfigurationValidator().check(before)
    var bad = before
    bad.patterns["names"] = ["good": "a", "bad": "[b-a]", "worse": "("]
    let error = try #require(throws: CoreError.self) { try ConfigurationValidator().check(bad) }
    #expect(
      error.description
        == "pattern 'bad' of pattern group 'names': the expression '[b-a]' is refused at character 2: the range from 'b' to 'a' runs backwards; write the smaller character first"
    )
    #expect(error.facts.prefix(2) == [.init("group", "names"), .init("pattern", "bad")])
    bad = before
    bad.patterns["a]"] = [:]
    #expect(throws: CoreError(.malformedPatternName, ["group": "a]"])) {
      try ConfigurationValidator().check(bad)
    }
  }

  @Test func findingsTellEveryBadPattern() {
    var bad = before
    bad.services = [:]
    bad.patterns = ["g": ["good": "a", "bad": "[b-a]", "worse": "("]]
    let findings = ConfigurationValidator().findings(bad)
    // The last says that no service names the group.
    #expect(findings.map(\.option) == ["bad", "good", "worse", ""])
    #expect(findings.map(\.isProblem) == [true, false, true, false])
    #expect(findings.allSatisfy { $0.place == .pattern("g") })
    #expect(findings[1].description == "pattern.g: 'good' is 'a'")
    #expect(
      findings[2].description
        == "pattern.g: pattern 'worse' of pattern group 'g': the expression '(' is refused at character 1: this group is not closed; write ')' where it ends, or '\\(' for the character itself"
    )
  }
}
