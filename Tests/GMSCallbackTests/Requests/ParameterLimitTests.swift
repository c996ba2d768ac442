import Foundation
import GMSCallback
import GMSCore
import GMSTestSupport
import Testing

/// What a request may bring: names, values, sizes, keys, numbers.
struct ParameterLimitTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let what: String
    var options: Options = [:]
    var number: String? = "5115"
    var parameters: Options = [:]
    var code: CallbackError.Code?
    var message: String?
    var testDescription: String { what }
  }

  @Test("a request is refused for what it brings, or taken", arguments: sizes + names + keys + numbers)
  func parameters(_ c: Case) throws {
    let company = try LimitCompany(c.options)
    let error = try company.refusal { try company.start(c.number, c.parameters) }
    #expect(error?.code == c.code)
    #expect(error?.description == c.message)
    #expect(error.map { $0.status == 400 && $0.exceptionName == "CallbackException" } ?? true)
    if error == nil {
      let kept = try #require(try company.engine.callbacks().first)
      #expect(kept.properties.filter { $0.key != "_customer_number" } == c.parameters.dictionary)
    }
  }

  private static func text(_ count: Int) -> String { String(repeating: "x", count: count) }

  /// So many parameters beside the number, each of as many bytes as given.
  private static func many(_ count: Int, _ bytes: Int = 7) -> Options {
    Options(
      Dictionary(
        uniqueKeysWithValues: (0..<count).map { ("p\(10_000 + $0)", text(bytes - 6)) }
      )
    )
  }

  static let sizes: [Case] = [
    Case(what: "a value of 64 KiB", parameters: ["note": text(65_536)]),
    Case(
      what: "a value of one byte more",
      parameters: ["note": text(65_537)],
      code: .parameterTooLarge,
      message: "the value of the parameter 'note' has 65537 bytes; 65536 are taken"
    ),
    Case(
      what: "a value of 10 MB",
      parameters: ["note": text(10_000_000)],
      code: .parameterTooLarge,
      message: "the value of the parameter 'note' has 10000000 bytes; 65536 are taken"
    ),
    Case(
      what: "a value of few letters and many bytes",
      parameters: ["note": String(repeating: "\u{1F600}", count: 16_385)],
      code: .parameterTooLarge,
      message: "the value of the parameter 'note' has 65540 bytes; 65536 are taken"
    ),
    Case(what: "a name of 200 bytes", parameters: [text(200): "a"]),
    Case(
      what: "a name of 201 bytes",
      parameters: [text(201): "a"],
      code: .parameterTooLarge,
      message: "the name of the parameter '\(text(120))…' has 201 bytes; 200 are taken"
    ),
    Case(what: "500 parameters", parameters: many(499)),
    Case(
      what: "501 parameters",
      parameters: many(500),
      code: .requestTooLarge,
      message: "the request has 501 parameters; 500 are taken"
    ),
    Case(
      what: "256 KiB in all",
      // The number and its name have 20 bytes.
      parameters: many(4, 65_531)
    ),
    Case(
      what: "one byte more than 256 KiB in all",
      parameters: many(4, 65_531).adding("p10004", ""),
      code: .requestTooLarge,
      message: "the request has 262150 bytes in all its parameters; 262144 are taken"
    ),
  ]

  static let names: [Case] = unprintableNames + reservedNames + otherNames

  private static let unprintableNames: [Case] = [
    ("an empty name", "", ""), ("a line break in a name", "a\nb", #"a\nb"#),
    ("an invisible name", "a\u{200B}", "a\u{200B}"),
  ].map { (what: String, name: String, shown: String) in
    Case(
      what: what,
      parameters: [name: "v"],
      code: .invalidParameter,
      message: "'v' cannot be the parameter '\(shown)'; give a name of printable characters"
    )
  }

  private static let reservedNames: [Case] = [
    "_id", "_callback_state", "_service_name", "_new_desired_time", "_desired_time",
  ].map { (name: String) in
    Case(
      what: "the reserved name \(name)",
      parameters: [name: "v"],
      code: .invalidParameter,
      message: "'v' cannot be the parameter '\(name)'; give no '\(name)': the engine sets it itself"
    )
  }

  private static let otherNames: [Case] = [
    Case(
      what: "names and values of all kinds",
      parameters: ["größe": "a\tb\r\nc \u{1F600} e\u{301}", "a b=c": "[1]"]
    ),
    Case(
      what: "a zero byte in a value",
      parameters: ["note": "a\u{0}b"],
      code: .invalidParameter,
      message: """
        'a\\u{0}b' cannot be the parameter 'note'; give text without control characters other than line breaks \
        and tabs
        """
    ),
    Case(
      what: "an escape in a value",
      parameters: ["note": "\u{1B}[2J"],
      code: .invalidParameter,
      message: """
        '\\u{1b}[2J' cannot be the parameter 'note'; give text without control characters other than line breaks \
        and tabs
        """
    ),
    Case(
      what: "of several faults the first by name",
      parameters: ["b": "\u{1}", "a": "\u{2}", "_id": "1"],
      code: .invalidParameter,
      message: "'1' cannot be the parameter '_id'; give no '_id': the engine sets it itself"
    ),
  ]

  static let keys: [Case] = [
    Case(
      what: "the first key that is missing is named",
      options: ["_mandatory_customer_lookup_keys": "_customer_number, _email,account"],
      parameters: ["_email": ""],
      code: .missingParameter,
      message: "the parameter '_email' is missing; give a value for '_email'"
    ),
    Case(
      what: "keys of one's own suffice",
      options: ["_mandatory_customer_lookup_keys": "account"],
      number: nil,
      parameters: ["account": "7"]
    ),
    Case(
      what: "a number that is empty",
      number: "",
      code: .missingParameter,
      message: "the parameter '_customer_number' is missing; give a value for '_customer_number'"
    ),
    Case(
      what: "a virtual queue of the request's",
      parameters: ["_urs_virtual_queue": "VQ2"]
    ),
    Case(
      what: "a virtual queue of both, even the same",
      options: ["_urs_virtual_queue": "VQ"],
      parameters: ["_urs_virtual_queue": "VQ"],
      code: .invalidParameter,
      message: """
        'VQ' cannot be the parameter '_urs_virtual_queue'; give no '_urs_virtual_queue', because the service sets 'VQ'
        """
    ),
  ]

  private static let impossible = """
    the customer's number is not one that can be called; give 3 to 15 digits, with or without punctuation \
    (option '_disallow_impossible_phone_numbers' = 'true')
    """
  private static let premium = """
    the customer's number is a premium number, which the service does not call; give a number that costs its \
    caller nothing extra (option '_disallow_premium_phone_numbers' = 'true')
    """

  private static func excepted(_ pattern: String) -> String {
    """
    the customer's number matches the pattern '\(pattern)' of the numbers that the service does not call; give a \
    number that matches no pattern of the group (option '_exceptions' = 'blocked')
    """
  }

  static let numbers: [Case] = impossibleNumbers + possibleNumbers + otherNumbers

  private static let impossibleNumbers: [Case] = ["12", "1234567890123456", "call me", "."].map {
    (number: String) in
    Case(what: "the number \(number)", number: number, code: .impossibleNumber, message: impossible)
  }

  private static let possibleNumbers: [Case] = ["123", "123456789012345", "+1 (650) 466-3204"].map {
    (number: String) in
    Case(what: "the number \(number)", number: number)
  }

  private static let otherNumbers: [Case] = [
    Case(
      what: "an empty number that no key demands",
      options: ["_mandatory_customer_lookup_keys": "account"],
      number: "",
      parameters: ["account": "7"],
      code: .impossibleNumber,
      message: impossible
    ),
    Case(
      what: "any number where the rule is off",
      options: ["_disallow_impossible_phone_numbers": "false"],
      number: "call me"
    ),
    Case(
      what: "a premium number of the default country",
      number: "900 555 0100",
      code: .premiumNumber,
      message: premium
    ),
    Case(
      what: "the same digits in another country",
      options: ["_default_country": "FR"],
      number: "900 555 0100"
    ),
    Case(
      what: "a premium number with its country's code, elsewhere",
      options: ["_default_country": "FR"],
      number: "+1 900 555 0100",
      code: .premiumNumber,
      message: premium
    ),
    Case(
      what: "a premium number where the rule is off",
      options: ["_disallow_premium_phone_numbers": "false"],
      number: "9005550100"
    ),
    Case(
      what: "an exception, without the plus sign",
      options: ["_exceptions": "blocked", "_disallow_premium_phone_numbers": "false"],
      number: "1 (900) 555-0100",
      code: .numberExcepted,
      message: excepted("premium")
    ),
    Case(
      what: "an exception of another pattern",
      options: ["_exceptions": "blocked"],
      number: "6504711",
      code: .numberExcepted,
      message: excepted("staff")
    ),
    Case(what: "a number that matches no pattern", options: ["_exceptions": "blocked"]),
    Case(
      what: "exceptions, and no number",
      options: ["_exceptions": "blocked", "_mandatory_customer_lookup_keys": "account"],
      number: nil,
      parameters: ["account": "7"]
    ),
  ]

  @Test("the sentences of refusals hold no number, the facts hold no value that is too large")
  func discretion() throws {
    let company = try LimitCompany(["_exceptions": "blocked"])
    let error = try #require(try company.refusal { try company.start("6504711") })
    #expect(!error.description.contains("6504711"))
    #expect(error["group"] == "blocked")
    #expect(error["pattern"] == "staff")
    let large = try #require(try company.refusal { try company.start("5115", ["a": Self.text(70_000)]) })
    #expect(
      large.facts == [
        .init("rule", "parameters"), .init("parameter", "a"), .init("part", "value"),
        .init("size", 70_000), .init("limit", 65_536), .init("expected", "a value of at most 65536 bytes"),
      ]
    )
  }

  @Test("a group that does not exist is the configuration's mistake")
  func unknownGroup() throws {
    let company = try LimitCompany()
    try company.force(["_exceptions": "blokced"])
    let before = try company.contents()
    let error = #expect(throws: CoreError.self) { try company.start("5115") }
    #expect(error?.code == .unknownPatternGroup)
    #expect(error?["suggestion"] == "blocked")
    #expect(try company.contents() == before)
    let explained = #expect(throws: CoreError.self) {
      try company.engine.explain(
        StartRequest("support", customerNumber: "5115"),
        company.context(LimitCompany.monday)
      )
    }
    #expect(explained == error)
  }
}

extension Options {
  /// These options with one more.
  fileprivate func adding(_ name: String, _ value: String) -> Options {
    var options = self
    options[name] = value
    return options
  }
}
