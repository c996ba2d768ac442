import GMSCore
import Testing

/// Reading resource groups, and what is refused of them.
struct AccessGroupTests {
  @Test
  func aGroupHasDefaults() throws {
    let group = try AccessGroup("DNIS", ResourceGroup(numbers: ["650-1", "6502"]))
    #expect(group.strategy == .random && !group.strategy.isExclusive)
    #expect(group.expiration == 30 && group.cooldown == 0 && group.memory == 300)
    #expect(group.numbers.map(\.written) == ["650-1", "6502"])
    #expect(try group.firstIndex(of: AccessNumber("6501")) == 0)
    #expect(try group.firstIndex(of: AccessNumber("6503")) == nil)
  }

  @Test
  func optionsAreRead() throws {
    let options: Options = [
      "strategy": "local", "booking_expiration_timeout": "1800", "cooldown": "400", "remember": "60",
    ]
    let group = try AccessGroup("DNIS", ResourceGroup(options: options))
    #expect(group.strategy == .local && group.strategy.isExclusive)
    #expect(group.expiration == 1800 && group.cooldown == 400)
    // What cools is remembered as long.
    #expect(group.memory == 400)
    #expect(group.numbers.isEmpty)
  }

  @Test
  func groupsAreTheSameWhenAllIsTheSame() throws {
    let one = try group(.local, ["650-1", "6502"])
    #expect(try one == group(.local, ["650-1", "6502"]))
    #expect(try one.hashValue == group(.local, ["650-1", "6502"]).hashValue)
    #expect(try one != group(.local, ["6501", "6502"]))
    #expect(try one != group(.local, ["6502", "650-1"]))
    #expect(try one != group(.cluster, ["650-1", "6502"]))
    #expect(try one != group(.local, ["650-1", "6502"], ["cooldown": "1"]))
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    let numbers: [String]
    let options: Options
    let sentence: String

    init(_ numbers: [String], _ options: Options, _ sentence: String) {
      self.numbers = numbers
      self.options = options
      self.sentence = sentence
    }

    var testDescription: String { sentence }
  }

  static let refusals: [Refusal] = [
    Refusal(
      ["CALL-ME"],
      [:],
      "'CALL-ME' of resource group 'DNIS' is not an access number; write digits, with + ( ) . - * # or spaces "
        + "between them"
    ),
    Refusal(
      ["650-1", "6501"],
      [:],
      "access number '6501' of resource group 'DNIS' stands in this group already; keep it once"
    ),
    Refusal(
      [],
      ["strategy": "loca"],
      "option 'strategy' of resource group 'DNIS' is 'loca'; write random, round-robin, least-recently-used, local "
        + "or cluster; did you mean 'local'?"
    ),
    Refusal(
      [],
      ["booking_expiration_timeout": "4"],
      "option 'booking_expiration_timeout' of resource group 'DNIS' is '4'; write a whole number of seconds from "
        + "5 to 1800"
    ),
    Refusal(
      [],
      ["booking_expiration_timeout": "1801"],
      "option 'booking_expiration_timeout' of resource group 'DNIS' is '1801'; write a whole number of seconds "
        + "from 5 to 1800"
    ),
    Refusal(
      [],
      ["cooldown": "-1"],
      "option 'cooldown' of resource group 'DNIS' is '-1'; write a whole number of seconds from 0 to 86400"
    ),
    Refusal(
      [],
      ["remember": "long"],
      "option 'remember' of resource group 'DNIS' is 'long'; write a whole number of seconds from 0 to 86400"
    ),
  ]

  @Test(arguments: refusals)
  func aBadGroupIsRefused(_ refusal: Refusal) {
    let group = ResourceGroup(numbers: refusal.numbers, options: refusal.options)
    let error = #expect(throws: CoreError.self) { try AccessGroup("DNIS", group) }
    #expect(error?.description == refusal.sentence)
    // The validator says the same, in the same words.
    let validator = ConfigurationValidator()
    let other = #expect(throws: CoreError.self) {
      try validator.check(Configuration(resources: ["DNIS": group]))
    }
    #expect(other == error)
  }

  @Test
  func aGroupIsFoundByItsName() throws {
    let configuration = Configuration(resources: [
      "DNIS": ResourceGroup(numbers: ["6501"]), "DNIS10": ResourceGroup(), "DNIS2": ResourceGroup(),
    ])
    #expect(try AccessGroup("DNIS", in: configuration).numbers.count == 1)
    #expect(try AccessGroup.all(in: configuration).map(\.name) == ["DNIS", "DNIS2", "DNIS10"])
    let near = #expect(throws: CoreError.self) { try AccessGroup("DNSI", in: configuration) }
    #expect(near?.description == "there is no resource group 'DNSI'; did you mean 'DNIS'?")
    let far = #expect(throws: CoreError.self) { try AccessGroup("sales", in: configuration) }
    #expect(far?.description == "there is no resource group 'sales'; create it first")
    #expect(far?.status == 404)
  }

  @Test(
    arguments: [
      (nil, nil, 60), ("", nil, 60), (nil, 90, 90), ("5", 90, 5), ("1800", 90, 1800), ("4", 90, 30),
      ("1801", 90, 30), ("-5", nil, 30), ("ten", nil, 30), ("10.5", nil, 30), ("+10", nil, 30),
      ("99999999999999999999", nil, 30), (nil, 4, 60), (nil, 1801, 60),
    ] as [(String?, Int?, Int)]
  )
  func theRequestBeatsTheServiceBeatsTheGroup(_ requested: String?, _ service: Int?, _ expected: Int) throws {
    let group = try group(.local, ["6501"], ["booking_expiration_timeout": "60"])
    #expect(group.expiration(requested: requested, service: service) == expected)
  }
}
