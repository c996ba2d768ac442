import GMSCore
import Testing

/// The options of the section `callback` about lists: what they take and what they refuse, by the validator
/// too.
struct ListingOptionTests {
  struct Refusal: CustomTestStringConvertible, Sendable {
    let option: String
    let value: String
    let reason: String
    var testDescription: String { "\(option) = \(value.prefix(60))" }
    init(_ option: String, _ value: String, _ reason: String) {
      (self.option, self.value, self.reason) = (option, value, reason)
    }
  }

  static let ranges = "custom-date-ranges"
  static let aliases = "callback_column_alias"
  static let days = "needs 'start' and 'end', whole numbers of days from -36525 to 36525, and nothing else"
  static let name = "write 1 to 200 bytes of printable text, without a space at either end"

  static let refusals: [Refusal] = [
    Refusal(
      ranges,
      "{",
      "this is not JSON at line 1, column 2: a name in double quotes is missing here, found 'the end of the text'"
    ),
    Refusal(
      ranges,
      "[]",
      #"this is no JSON object; write names, each with days such as {"start":-7,"end":-1}"#
    ),
    Refusal(
      ranges,
      "7",
      #"this is no JSON object; write names, each with days such as {"start":-7,"end":-1}"#
    ),
    Refusal(ranges, #"{"":{"start":0,"end":0}}"#, "a range cannot be ''; \(name)"),
    Refusal(ranges, #"{" a":{"start":0,"end":0}}"#, "a range cannot be ' a'; \(name)"),
    Refusal(ranges, #"{"a\n":{"start":0,"end":0}}"#, "a range cannot be 'a\\n'; \(name)"),
    Refusal(
      ranges,
      #"{"past-day":{"start":0,"end":0}}"#,
      "every installation has the range 'past-day'; take another name"
    ),
    Refusal(ranges, #"{"a":7}"#, "the range 'a' \(days)"),
    Refusal(ranges, #"{"a":{}}"#, "the range 'a' \(days)"),
    Refusal(ranges, #"{"a":{"start":0}}"#, "the range 'a' \(days)"),
    Refusal(ranges, #"{"a":{"start":0,"end":0,"x":0}}"#, "the range 'a' \(days)"),
    Refusal(ranges, #"{"a":{"start":"0","end":0}}"#, "the range 'a' \(days)"),
    Refusal(ranges, #"{"a":{"start":0.5,"end":1}}"#, "the range 'a' \(days)"),
    Refusal(ranges, #"{"a":{"start":-36526,"end":1}}"#, "the range 'a' \(days)"),
    Refusal(ranges, #"{"a":{"start":0,"end":99999999999999999999}}"#, "the range 'a' \(days)"),
    Refusal(
      ranges,
      #"{"b":{"start":0,"end":0},"a":{"start":1,"end":0}}"#,
      "the range 'a' ends on day 0, before it starts on day 1"
    ),
    Refusal(
      aliases,
      "[]",
      #"this is no JSON object; write names of properties, each with its heading, such as {"_LOB":"Line Of Business"}"#
    ),
    Refusal(aliases, #"{"":"x"}"#, "a property has no name"),
    Refusal(aliases, #"{"lob":1}"#, "the alias of 'lob' is no text; write it in double quotes"),
    Refusal(aliases, #"{"lob":null}"#, "the alias of 'lob' is no text; write it in double quotes"),
    Refusal(aliases, #"{"lob":""}"#, "the alias of 'lob' cannot be ''; \(name)"),
    Refusal(aliases, #"{"lob":"x "}"#, "the alias of 'lob' cannot be 'x '; \(name)"),
    Refusal(aliases, #"{"lob":"x\ty"}"#, "the alias of 'lob' cannot be 'x\\ty'; \(name)"),
    Refusal(aliases, #"{"lob":"a,b"}"#, "the alias 'a,b' holds ',', which parts names elsewhere"),
    Refusal(aliases, #"{"lob":"a=b"}"#, "the alias 'a=b' holds '=', which parts names elsewhere"),
    Refusal(aliases, #"{"lob":"_id"}"#, "the alias '_id' begins with '_', as names of GMS do"),
    Refusal(aliases, #"{"lob":"x","vip":"x"}"#, "'lob' and 'vip' have the same alias 'x'"),
    Refusal(aliases, #"{"lob":"vip","vip":"x"}"#, "'vip' is the alias of 'lob', and has an alias itself"),
  ]

  @Test(arguments: refusals)
  func refuses(_ expected: Refusal) throws {
    let configuration = Configuration(options: ["callback": [expected.option: expected.value]])
    let error = try #require(throws: CoreError.self) { try ConfigurationValidator().check(configuration) }
    #expect(error.code == .invalidOption)
    #expect(
      error.description == "option '\(expected.option)' of section 'callback' is refused: \(expected.reason)"
    )
    let findings = ConfigurationValidator().findings(configuration).filter { $0.verdict == .refused }
    #expect(findings.map(\.description) == ["callback: \(error.description)"])
    let direct = #expect(throws: CoreError.self) {
      if expected.option == Self.ranges {
        _ = try DateRangeCatalog(saved: expected.value)
      } else {
        _ = try ColumnAliases(expected.value)
      }
    }
    #expect(direct == error)
  }

  @Test func takesWhatIsRight() throws {
    let configuration = Configuration(
      options: [
        "callback": [
          Self.ranges: #"{"Last fortnight":{"start":-14,"end":-1},"Übermorgen":{"end":2,"start":2}}"#,
          Self.aliases: #"{"_LOB":"Line Of Business","_service_type":"Service Type","LOB":"LOB"}"#,
        ]
      ]
    )
    try ConfigurationValidator().check(configuration)
    #expect(try Configuration(json: configuration.json) == configuration)
    let aliases = try ColumnAliases(configuration.options["callback"]?[Self.aliases])
    #expect(aliases.heading(of: "_LOB") == "Line Of Business")
    #expect(aliases.heading(of: "x") == "x")
    #expect(aliases.name(for: "Service Type") == "_service_type")
    #expect(aliases.name(for: "LOB") == "LOB")
    #expect(aliases.name(for: "line of business") == "line of business")
    for text in [nil, ""] {
      #expect(try ColumnAliases(text) == ColumnAliases())
      #expect(
        try DateRangeCatalog(saved: text).ranges.map(\.name) == PredefinedDateRange.allCases.map(\.rawValue)
      )
    }
  }

  @Test func anUnknownRangeNamesTheOthers() throws {
    let catalog = try DateRangeCatalog(saved: #"{"Today":{"start":0,"end":0}}"#)
    let error = #expect(throws: CoreError.self) { try catalog.range(named: "past-weak") }
    #expect(
      error?.description
        == """
        there is no range of dates 'past-weak'; there are 'past-day', 'past-week', 'past-month', 'next-day', \
        'next-week', 'next-month', 'Today'; did you mean 'past-week'?
        """
    )
    #expect(throws: CoreError.self) { try catalog.range(named: "today") }
    #expect(throws: CoreError.self) { try catalog.range(named: "") }
  }
}
