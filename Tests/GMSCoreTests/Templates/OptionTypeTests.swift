import GMSCore
import Testing

/// What each type of option accepts, and what it says of anything else.
struct OptionTypeTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let type: OptionType
    let accepts: [String]
    let refuses: [String]
    let sentenceEnd: String

    init(_ type: OptionType, accepts: [String], refuses: [String], _ sentenceEnd: String) {
      self.type = type
      self.accepts = accepts
      self.refuses = refuses
      self.sentenceEnd = sentenceEnd
    }

    var testDescription: String { "\(type)" }
  }

  static let cases: [Case] = [
    Case(
      .boolean,
      accepts: ["true", "false"],
      refuses: ["yes", "1", "0", " true", "vrai"],
      "write true or false"
    ),
    Case(
      .integer(-5...60),
      accepts: ["-5", "0", "60", "007"],
      refuses: ["-6", "61", "+1", "1.0", "1e1", " 1", "1 ", "٣", "x", "99999999999999999999"],
      "write a whole number from -5 to 60"
    ),
    Case(
      .seconds(5...1800),
      accepts: ["5", "1800"],
      refuses: ["4", "1801", "30s"],
      "write a whole number of seconds from 5 to 1800"
    ),
    Case(
      .seconds(1...2_147_483_647),
      accepts: ["1", "2147483647"],
      refuses: ["0", "2147483648"],
      "write a whole number of seconds of 1 or more"
    ),
    Case(
      .integers([5, 10, 15, 20, 30, 60, 120]),
      accepts: ["5", "10", "15", "20", "30", "60", "120"],
      refuses: ["0", "7", "25", "5.0"],
      "write 5, 10, 15, 20, 30, 60 or 120"
    ),
    Case(
      .choice(["CUSTOMER", "AGENT"]),
      accepts: ["CUSTOMER", "AGENT"],
      refuses: ["NOBODY", "CUSTOMER,AGENT"],
      "write CUSTOMER or AGENT"
    ),
    Case(
      .duration,
      accepts: ["1M", "2y", "52w", "30d", "24h", "999999m"],
      refuses: ["0d", "M", "1", "1s", "1 M", "-1d", "1.5h", "1000000m", "1MM"],
      "write a number and a unit of y, M, w, d, h or m, such as 1M for a month"
    ),
    Case(
      .names,
      accepts: ["a", "a,b", "a , b", "_customer_number,foo"],
      refuses: [",", "a,,b", "a,", " ", "a,a"],
      "write names with commas between them, none twice"
    ),
    Case(
      .namesAmong(["_ors", "_target"]),
      accepts: ["_ors", "_target", "_target, _ors"],
      refuses: ["_type", "_ors,_ors", "_ors,nothing"],
      "write names with commas between them, each one of _ors or _target"
    ),
    Case(
      .country,
      accepts: ["US", "FR"],
      refuses: ["USA", "U", "ÜS", "12"],
      "write a country of two capital letters, such as US"
    ),
    Case(.text, accepts: ["anything", " ", "ä\n"], refuses: [], ""),
  ]

  @Test(arguments: cases)
  func accepts(_ expected: Case) throws {
    for text in expected.accepts {
      #expect(try service(of: expected.type, text).string("_x") == text)
    }
  }

  @Test(arguments: cases)
  func refuses(_ expected: Case) throws {
    for text in expected.refuses {
      let service = try service(of: expected.type, text)
      let error = try #require(throws: CoreError.self) { try service.string("_x") }
      #expect(error.code == .invalidOption)
      #expect(error["service"] == "s")
      #expect(error["option"] == "_x")
      #expect(error["value"] == text)
      // Numbers that no calendar holds are told the largest that it does.
      let accepted = [expected.type.accepted, "\(expected.type.accepted), and at most 2147483647"]
      #expect(accepted.contains(error["accepted"] ?? ""))
      #expect(error.description.hasPrefix("option '_x' of service 's' is '"), "\(error)")
      #expect(error.description.contains(expected.sentenceEnd), "\(error)")
    }
  }

  struct Hint: CustomTestStringConvertible, Sendable {
    let type: OptionType
    let text: String
    let suggestion: String?

    var testDescription: String { text }
  }

  static let hints: [Hint] = [
    Hint(type: .boolean, text: "TRUE", suggestion: "true"),
    Hint(type: .boolean, text: "ture", suggestion: "true"),
    Hint(type: .boolean, text: "perhaps", suggestion: nil),
    Hint(type: .choice(["CUSTOMER", "AGENT"]), text: "customer", suggestion: "CUSTOMER"),
    Hint(type: .choice(["CUSTOMER", "AGENT"]), text: "AGNET", suggestion: "AGENT"),
    Hint(type: .namesAmong(["_ors", "_target"]), text: "_ors,_traget", suggestion: "_target"),
    Hint(type: .country, text: "us", suggestion: "US"),
  ]

  @Test(arguments: hints)
  func namesTheNearest(_ hint: Hint) throws {
    let service = try service(of: hint.type, hint.text)
    let error = try #require(throws: CoreError.self) { try service.string("_x") }
    #expect(error["suggestion"] == hint.suggestion)
    #expect(error.description.contains("did you mean") == (hint.suggestion != nil))
  }

  @Test
  func brokenJSONIsRefusedWithItsPosition() throws {
    let service = try service(of: .json, "{\"a\":1,\n  }")
    let error = try #require(throws: CoreError.self) { try service.string("_x") }
    #expect(error.code == .invalidOption)
    #expect(error["cause"] == "malformed-json")
    #expect(error.facts.contains(.init("line", .integer(2))))
    #expect(error.facts.contains(.init("column", .integer(3))))
    #expect(
      error.description.hasPrefix("option '_x' of service 's' is refused: this is not JSON at line 2, ")
    )
    #expect(try self.service(of: .json, "[1,2]").string("_x") == "[1,2]")
  }

  struct CalendarCase: CustomTestStringConvertible, Sendable {
    let kind: OptionType.CalendarText
    let accepts: [String]
    /// Texts with the part that the sentence must quote.
    let refuses: [(text: String, part: String)]

    var testDescription: String { "\(kind)" }
  }

  static let calendarCases: [CalendarCase] = [
    CalendarCase(
      kind: .regularHours,
      accepts: ["Mon-Fri 9:00-17:00", "Sat 09:00-12:00", "Fri-Mon 22:00-6:00"],
      refuses: [
        ("Mon-Fri 9-17", "9"), ("Mon-Fri 25:00-26:00", "25:00"), ("Mon-Fri 09:00-09:00", "09:00-09:00"),
        ("Funday 9:00-17:00", "Funday"), ("Mon", "Mon"),
      ]
    ),
    CalendarCase(
      kind: .holiday,
      accepts: ["2026-12-25", "12-25", "02-29"],
      refuses: [
        ("02-30", "02-30"), ("2025-02-29", "2025-02-29"), ("2026-13-01", "2026-13-01"),
        ("Christmas", "Christmas"),
      ]
    ),
    CalendarCase(
      kind: .exceptionHours,
      accepts: ["2026-12-24 09:00-12:00", "12-24 9:00-12:00"],
      refuses: [("12-24", "12-24"), ("02-30 09:00-12:00", "02-30"), ("12-24 9-12", "9")]
    ),
    CalendarCase(
      kind: .effectiveDates,
      accepts: ["2026-07-01", "2026-07-01 to 2026-08-31"],
      refuses: [
        ("07-01", "07-01"), ("2026-08-31 to 2026-07-01", "2026-07-01"),
        ("2026-07-01 - 2026-08-31", "2026-07-01 - 2026-08-31"),
      ]
    ),
    CalendarCase(
      kind: .zone,
      accepts: ["UTC", "America/New_York", "Europe/Paris"],
      refuses: [("EST", "EST"), ("Mars/Phobos", "Mars/Phobos"), ("../../etc/passwd", "../../etc/passwd")]
    ),
  ]

  @Test(arguments: calendarCases)
  func calendarTexts(_ expected: CalendarCase) throws {
    for text in expected.accepts {
      #expect(try service(of: .calendar(expected.kind), text).string("_x") == text)
    }
    for (text, part) in expected.refuses {
      let service = try service(of: .calendar(expected.kind), text)
      let error = try #require(throws: CoreError.self, "\(text)") { try service.string("_x") }
      #expect(error.code == .invalidOption)
      #expect(error["value"] == text)
      #expect(error["cause"] != nil)
      #expect(error.description.hasPrefix("option '_x' of service 's' is refused: "))
      let sentence = try #require(error["reason"])
      #expect(sentence.contains("\(part)'"), "\(error)")
    }
  }

  @Test
  func anAbbreviatedZoneIsRefusedWithTheNameToUse() throws {
    let service = try service(of: .calendar(.zone), "EST")
    let error = try #require(throws: CoreError.self) { try service.string("_x") }
    #expect(error["cause"] == "abbreviated-zone")
    #expect(error["suggestion"] == "America/New_York")
  }

  @Test
  func emptyTextCountsAsNotSet() throws {
    let definition = OptionDefinition(
      .exact("_x"),
      .optional,
      .boolean,
      default: "true",
      category: .general,
      "A test."
    )
    let service = try service(definition, "")
    #expect(try service.boolean("_x"))
    #expect(try self.service(of: .boolean, "").string(ifSet: "_x") == nil)
  }

  private func service(of type: OptionType, _ text: String) throws -> ConfiguredService {
    try service(OptionDefinition(.exact("_x"), .optional, type, category: .general, "A test."), text)
  }

  private func service(_ definition: OptionDefinition, _ text: String) throws -> ConfiguredService {
    let template = Template(
      name: "t",
      type: "builtin",
      service: "t",
      summary: "A test.",
      options: [definition]
    )
    return try ConfiguredService(
      "s",
      ["_type": "builtin", "_service": "t", "_x": text],
      catalog: TemplateCatalog([template])
    )
  }
}
