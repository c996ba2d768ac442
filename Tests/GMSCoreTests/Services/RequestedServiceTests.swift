import GMSCore
import Testing

/// Which value of an option holds when a request brings values too.
struct RequestedServiceTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let configured: Options
    let requested: Options
    /// What options must be, by name; nil for one that must have no value.
    let expected: [String: String?]
    var ignored: [String] = []

    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(name: "default", configured: [:], requested: [:], expected: ["_ttl": "86400"]),
    Case(
      name: "the request fills what is not set",
      configured: [:],
      requested: ["_ttl": "60"],
      expected: ["_ttl": "60"]
    ),
    Case(
      name: "the configured value wins",
      configured: ["_ttl": "7200"],
      requested: ["_ttl": "60"],
      expected: ["_ttl": "7200"],
      ignored: ["_ttl"]
    ),
    Case(
      name: "the same value is not ignored",
      configured: ["_ttl": "60"],
      requested: ["_ttl": "60"],
      expected: ["_ttl": "60"]
    ),
    Case(
      name: "an empty configured value does not win",
      configured: ["_ttl": ""],
      requested: ["_ttl": "60"],
      expected: ["_ttl": "60"]
    ),
    Case(
      name: "an empty request does not either",
      configured: [:],
      requested: ["_ttl": ""],
      expected: ["_ttl": "86400"]
    ),
    Case(
      name: "a target that may be overwritten",
      configured: ["_target": "A@S.GA", "_overwritable_options": "_target"],
      requested: ["_target": "B@S.GA"],
      expected: ["_target": "B@S.GA"]
    ),
    Case(
      name: "a target that may not",
      configured: ["_target": "A@S.GA", "_overwritable_options": "_ors"],
      requested: ["_target": "B@S.GA"],
      expected: ["_target": "A@S.GA"],
      ignored: ["_target"]
    ),
    Case(
      name: "tokens",
      configured: ["_target": "$group$_$group$@$server$.GA", "note": "costs $5, $ and $$"],
      requested: ["group": "Gold", "server": "Stat_1"],
      expected: ["_target": "Gold_Gold@Stat_1.GA", "note": "costs $5, $ and $$"]
    ),
    Case(
      name: "what a token brings is no token",
      configured: ["_target": "$a$"],
      requested: ["a": "$b$"],
      expected: ["_target": "$b$"]
    ),
    Case(
      name: "a token of nothing",
      configured: ["_target": "x$a$"],
      requested: ["a": ""],
      expected: ["_target": "x"]
    ),
    Case(name: "own data is no option", configured: [:], requested: ["lob": "sales"], expected: ["lob": nil]),
  ]

  @Test(arguments: cases)
  func precedence(_ test: Case) throws {
    let base: Options = ["_type": "ors", "_service": "callback"]
    let service = try ConfiguredService(
      "support",
      Options(base.dictionary.merging(test.configured.dictionary) { $1 })
    )
    let requested = try RequestedService(service, parameters: test.requested)
    for (option, value) in test.expected { #expect(requested.service[option] == value, "\(option)") }
    #expect(requested.ignored == test.ignored)
    #expect(requested.parameters == test.requested)
    #expect(requested.userData.names == test.requested.names.filter { !$0.hasPrefix("_") })
  }

  @Test
  func aTokenWithoutValueIsRefused() throws {
    let service = try ConfiguredService(
      "support",
      ["_type": "ors", "_service": "callback", "_target": "$group$@S.GA"]
    )
    let error = #expect(throws: CoreError.self) { try RequestedService(service, parameters: ["_group": "x"]) }
    #expect(error?.code == .tokenWithoutValue)
    #expect(
      error?.description
        == "option '_target' of service 'support' holds the token '$group$', and the request has "
        + "no such parameter; add 'group=…'"
    )
  }

  @Test
  func onlyTwoOptionsCanBeOverwritten() throws {
    let service = try ConfiguredService(
      "support",
      ["_type": "ors", "_service": "callback", "_overwritable_options": "_ttl"]
    )
    let error = #expect(throws: CoreError.self) { try RequestedService(service) }
    #expect(error?.code == .invalidOption)
    #expect(error?["value"] == "_ttl")
  }
}
