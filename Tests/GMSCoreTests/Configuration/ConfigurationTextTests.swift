import GMSCore
import Testing

/// The two text forms, as they are written by hand.
@Suite struct ConfigurationTextTests {
  static let json = #"""
    {"options":{"callback":{"filter-keys":"a b"}},
     "services":{"Business-hours":{"_type":"builtin","_service":"office-hours","_timezone":"Europe/Paris","_bh_regular1":"Mon-Fri 9:00-17:00"}},
     "resources":{"DNIS":{"strategy":"local","booking_expiration_timeout":"30","numbers":["6504663204","6504663205"]}},
     "patterns":{"blocked":{"premium":"\\+1900.*"}},
     "accounts":{"kate":{"roles":"Supervisor","services":"support"}}}
    """#

  static let optionsText = #"""
    # A comment
    [callback]
    filter-keys = a b     # what it is for

    ; another one
    [service.Business-hours]
      _type=builtin
    _service = "office-hours"
    _timezone = 'Europe/Paris' # with quotes
    _bh_regular1 = Mon-Fri 9:00-17:00

    [resource.DNIS]   # numbers
    strategy = local
    booking_expiration_timeout = 30
    numbers = 6504663204, 6504663205
    [pattern.blocked]
    premium = \+1900.*
    [account.kate]
    roles = Supervisor
    services = support
    """#

  static let configuration = Configuration(
    options: ["callback": ["filter-keys": "a b"]],
    services: [
      "Business-hours": [
        "_type": "builtin", "_service": "office-hours", "_timezone": "Europe/Paris",
        "_bh_regular1": "Mon-Fri 9:00-17:00",
      ]
    ],
    resources: [
      "DNIS": ResourceGroup(
        numbers: ["6504663204", "6504663205"],
        options: ["strategy": "local", "booking_expiration_timeout": "30"]
      )
    ],
    patterns: ["blocked": ["premium": "\\+1900.*"]],
    accounts: ["kate": ["roles": "Supervisor", "services": "support"]]
  )

  @Test(arguments: [
    json, optionsText, "\n \t" + json + "\n", "\u{FEFF}" + json, "\u{FEFF}" + optionsText,
    optionsText.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n") + "\r\n",
  ])
  func bothFormsSayTheSame(_ text: String) throws {
    #expect(try ConfigurationReader.read(text) == ConfigurationTextTests.configuration)
  }

  @Test func theFormsAreTold() throws {
    #expect(try ConfigurationReader.read("{}") == Configuration())
    #expect(try ConfigurationReader.read("# nothing\n") == Configuration())
    #expect(try ConfigurationReader.read("[callback]") == Configuration(options: ["callback": [:]]))
  }

  @Test func jsonIsPrintedInOrder() throws {
    let text = try ConfigurationWriter.print(ConfigurationTextTests.configuration, as: .json)
    #expect(
      text == #"""
        {
          "options": {
            "callback": {
              "filter-keys": "a b"
            }
          },
          "services": {
            "Business-hours": {
              "_bh_regular1": "Mon-Fri 9:00-17:00",
              "_service": "office-hours",
              "_timezone": "Europe/Paris",
              "_type": "builtin"
            }
          },
          "resources": {
            "DNIS": {
              "booking_expiration_timeout": "30",
              "strategy": "local",
              "numbers": [
                "6504663204",
                "6504663205"
              ]
            }
          },
          "patterns": {
            "blocked": {
              "premium": "\\+1900.*"
            }
          },
          "accounts": {
            "kate": {
              "roles": "Supervisor",
              "services": "support"
            }
          }
        }

        """#
    )
    #expect(try ConfigurationWriter.print(Configuration(), as: .json) == "{}\n")
  }

  @Test func optionsTextIsPrintedInOrder() throws {
    var configuration = ConfigurationTextTests.configuration
    configuration.services["Empty"] = [
      "_bh_regular10": "b", "_bh_regular2": " a", "_empty": "", "_note": "say 'x' # y",
    ]
    configuration.patterns["blocked"]?["hash"] = "a # b"
    let text = try ConfigurationWriter.print(configuration, as: .options)
    #expect(
      text == #"""
        [callback]
        filter-keys = a b

        [service.Business-hours]
        _bh_regular1 = Mon-Fri 9:00-17:00
        _service = office-hours
        _timezone = Europe/Paris
        _type = builtin

        [service.Empty]
        _bh_regular2 = " a"
        _bh_regular10 = b
        _empty =
        _note = "say 'x' # y"

        [resource.DNIS]
        booking_expiration_timeout = 30
        strategy = local
        numbers = 6504663204,6504663205

        [pattern.blocked]
        hash = a # b
        premium = \+1900.*

        [account.kate]
        roles = Supervisor
        services = support

        """#
    )
    #expect(try ConfigurationReader.read(text) == configuration)
  }

  @Test func jsonValuesThatAreNoStringsBecomeText() throws {
    let text = #"""
      {"services":{"C":{"_ttl":86400,"_x":-0,"_f":1.50,"_provide_code":true,"_capacity_1":{"1": {"0900": 5}},
       "_target":[{"target": "a", "clear": false}]}},"resources":{"R":{"numbers":[5115,"05"]}}}
      """#
    let configuration = try ConfigurationReader.read(text)
    #expect(
      configuration.services["C"] == [
        "_ttl": "86400", "_x": "-0", "_f": "1.50", "_provide_code": "true",
        "_capacity_1": #"{"1":{"0900":5}}"#,
        "_target": #"[{"target":"a","clear":false}]"#,
      ]
    )
    #expect(configuration.resources["R"]?.numbers == ["5115", "05"])
  }

  struct Value: CustomTestStringConvertible, Sendable {
    let line: String
    let value: String
    var pattern: String?
    var testDescription: String { line }
  }

  /// What follows `name =`, and what it says, in a pattern section where that differs.
  static let values: [Value] = [
    Value(line: "", value: ""), Value(line: "   ", value: ""), Value(line: "a", value: "a"),
    Value(line: "  a b\t", value: "a b"),
    Value(line: "a=b", value: "a=b"), Value(line: " =", value: "="),
    Value(line: "a # b", value: "a", pattern: "a # b"), Value(line: "a\t#b", value: "a", pattern: "a\t#b"),
    Value(line: " # b", value: "", pattern: "# b"), Value(line: "# b", value: "# b"),
    Value(line: "a#b", value: "a#b"), Value(line: " a;b ; c", value: "a;b ; c"),
    Value(line: "\"a\"", value: "a"), Value(line: "' a '", value: " a "), Value(line: "\"\"", value: ""),
    Value(line: "\"a # b\"", value: "a # b"),
    Value(line: "\"a\" # b", value: "a", pattern: "\"a\" # b"), Value(line: "\"a\"#b", value: "\"a\"#b"),
    Value(line: "\"a' ", value: "\"a'"), Value(line: "\"", value: "\""),
    Value(line: "a\"b\"", value: "a\"b\""),
    Value(line: "\"a\" and \"b\"", value: "a\" and \"b"), Value(line: "\"a\"b", value: "\"a\"b"),
    Value(line: "'it's'", value: "it's"), Value(line: "\"a # b", value: "\"a", pattern: "\"a # b"),
    Value(line: "\"a\" # \"b\"", value: "a", pattern: "a\" # \"b"),
    Value(line: #"\+1900.* "#, value: #"\+1900.*"#), Value(line: "[x]", value: "[x]"),
  ]

  @Test(arguments: values) func aValueInOptionsText(_ test: Value) throws {
    let service = try ConfigurationReader.read("[service.S]\nname =\(test.line)\n")
    #expect(service.services["S"] == ["name": test.value])
    let pattern = try ConfigurationReader.read("[pattern.P]\nname =\(test.line)\n")
    #expect(pattern.patterns["P"] == ["name": test.pattern ?? test.value])
  }

  @Test(arguments: [
    ("", []), (" ", []), ("5", ["5"]), (" 5 ,6,\t7", ["5", "6", "7"]), ("\"5, 6\"", ["5", "6"]),
  ])
  func numbersInOptionsText(_ text: String, _ numbers: [String]) throws {
    let configuration = try ConfigurationReader.read(
      "[resource.R]\nnumbers = \(text)\n[service.S]\nnumbers=1,2"
    )
    #expect(configuration.resources["R"] == ResourceGroup(numbers: numbers))
    // Elsewhere the name means nothing.
    #expect(configuration.services["S"] == ["numbers": "1,2"])
  }
}
