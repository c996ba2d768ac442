import GMSCore
import Testing

/// What a configuration is refused for.
struct ConfigurationValidatorTests {
  let validator = ConfigurationValidator()

  @Test
  func aGoodConfigurationPasses() throws {
    try validator.check(Fixture.configuration)
    try validator.check(Configuration())
    for name in Fixture.configuration.services.keys {
      try validator.check(service: name, in: Fixture.configuration)
    }
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let configuration: Configuration
    let service: String?
    let code: CoreError.Code
    let sentence: String

    init(
      _ service: String,
      _ changes: [String: String?],
      _ code: CoreError.Code,
      _ sentence: String
    ) {
      configuration = Fixture.setting(service, changes)
      self.service = service
      self.code = code
      self.sentence = sentence
    }

    init(resources: [String: ResourceGroup], _ code: CoreError.Code, _ sentence: String) {
      configuration = Configuration(resources: resources)
      service = nil
      self.code = code
      self.sentence = sentence
    }

    var testDescription: String { sentence }
  }

  static let cases: [Case] = [
    Case(
      "Scheduled",
      ["_ttl": "0"],
      .invalidOption,
      "option '_ttl' of service 'Scheduled' is '0'; write a whole number of seconds of 1 or more"
    ),
    Case(
      "Scheduled",
      ["_request_time_bucket": "7"],
      .invalidOption,
      "option '_request_time_bucket' of service 'Scheduled' is '7'; write 5, 10, 15, 20, 30, 60 or 120"
    ),
    Case(
      "Scheduled",
      ["_media_type": "Voice"],
      .invalidOption,
      "option '_media_type' of service 'Scheduled' is 'Voice'; write voice or chat; did you mean 'voice'?"
    ),
    Case(
      "Scheduled",
      ["foo.foo": "1"],
      .malformedOptionName,
      """
      'foo.foo' cannot name an option of service 'Scheduled'; write letters, digits, _ and $, \
      no digit first, and no word that ECMAScript reserves
      """
    ),
    Case(
      "Scheduled",
      ["_business_hours_service": "Places"],
      .wrongTemplate,
      """
      option '_business_hours_service' of service 'Scheduled' names 'Places', \
      a service of template 'capacity'; name one of template 'office-hours'
      """
    ),
    Case(
      "Scheduled",
      ["_capacity_service": "Place"],
      .unknownReference,
      """
      option '_capacity_service' of service 'Scheduled' names service 'Place', which does not exist; \
      did you mean 'Places'?
      """
    ),
    Case(
      "Scheduled",
      ["_exceptions": "bloked"],
      .unknownReference,
      """
      option '_exceptions' of service 'Scheduled' names pattern group 'bloked', which does not exist; \
      did you mean 'blocked'?
      """
    ),
    Case(
      "Scheduled",
      ["_resource_group": "other"],
      .unknownReference,
      """
      option '_resource_group' of service 'Scheduled' names resource group 'other', which does not exist; \
      create it first
      """
    ),
    Case(
      "Scheduled",
      ["_call_direction": "USERORIGINATED"],
      .missingOption,
      """
      option '_resource_group' of service 'Scheduled' is mandatory and cannot be missing; \
      it takes the name of a resource group
      """
    ),
    Case(
      "New York",
      ["_import_schedules1": "Federal"],
      .unknownReference,
      """
      option '_import_schedules1' of service 'New York' names service 'Federal', which does not exist; \
      create it first
      """
    ),
    Case(
      "New York",
      ["_import_rules2": "Scheduled"],
      .wrongTemplate,
      """
      option '_import_rules2' of service 'New York' names 'Scheduled', a service of template 'callback'; \
      name one of template 'office-hours'
      """
    ),
    Case(
      "New York",
      ["_import_rules2": "New York"],
      .importCycle,
      "office hours import themselves: 'New York' → 'New York'; take one of these imports away"
    ),
    Case(
      "Federal USA Holidays",
      ["_import_schedules1": "New York"],
      .importCycle,
      """
      office hours import themselves: 'Federal USA Holidays' → 'New York' → 'Federal USA Holidays'; \
      take one of these imports away
      """
    ),
    Case(
      "Places",
      ["_capacity_2": #"{"2":{"0900":2000}}"#],
      .capacityAboveMaximum,
      """
      the capacity '2000' in option '_capacity_2' of service 'Places' is above the maximum of 1000; \
      lower it, or raise '_max_capacity'
      """
    ),
    Case(
      "Places",
      ["_type": nil],
      .missingOption,
      "option '_type' of service 'Places' is mandatory and cannot be missing; it takes builtin or ors"
    ),
    Case(
      "Places",
      ["_service": "capasity"],
      .invalidOption,
      """
      option '_service' of service 'Places' is 'capasity'; write office-hours, capacity, request-interaction, \
      request-access, match-interaction, request-chat, get, basic_get, urs-stat or samples; did you mean 'capacity'?
      """
    ),
    Case(
      "a/b",
      ["_type": "builtin", "_service": "capacity"],
      .malformedServiceName,
      """
      'a/b' cannot name a service; write 1 to 200 bytes of printable text without [, ] and /, \
      without $…$, and without a space at either end
      """
    ),
    Case(
      resources: ["DNIS": ResourceGroup(options: ["strategy": "roundrobin"])],
      .invalidOption,
      """
      option 'strategy' of resource group 'DNIS' is 'roundrobin'; write random, round-robin, \
      least-recently-used, local or cluster; did you mean 'round-robin'?
      """
    ),
    Case(
      resources: ["DNIS": ResourceGroup(options: ["booking_expiration_timeout": "4"])],
      .invalidOption,
      """
      option 'booking_expiration_timeout' of resource group 'DNIS' is '4'; \
      write a whole number of seconds from 5 to 1800
      """
    ),
    Case(
      resources: ["DNIS": ResourceGroup(options: ["booking_expiration_timeout": "1801"])],
      .invalidOption,
      """
      option 'booking_expiration_timeout' of resource group 'DNIS' is '1801'; \
      write a whole number of seconds from 5 to 1800
      """
    ),
    Case(
      resources: ["DNIS": ResourceGroup(numbers: ["650", ""])],
      .malformedNumber,
      """
      '' of resource group 'DNIS' is not an access number; write digits, with + ( ) . - * # or spaces \
      between them
      """
    ),
    Case(
      resources: ["DNIS": ResourceGroup(numbers: ["CALL ME"])],
      .malformedNumber,
      """
      'CALL ME' of resource group 'DNIS' is not an access number; write digits, with + ( ) . - * # or \
      spaces between them
      """
    ),
    Case(
      resources: ["DNIS": ResourceGroup(numbers: ["650-466", "(650) 466"])],
      .repeatedNumber,
      "access number '(650) 466' of resource group 'DNIS' stands in this group already; keep it once"
    ),
    Case(
      resources: ["A": ResourceGroup(numbers: ["650"]), "B": ResourceGroup(numbers: ["651", "650"])],
      .repeatedNumber,
      "access number '650' of resource group 'B' stands in resource group 'A' already; keep it once"
    ),
  ]

  @Test(arguments: cases)
  func refuses(_ expected: Case) throws {
    let error = try #require(throws: CoreError.self) { try validator.check(expected.configuration) }
    #expect(error.code == expected.code)
    #expect(error.description == expected.sentence)
    #expect(error.category == .refused)
    // The look at one service, and the list of findings, say the same.
    if let service = expected.service {
      let alone = try #require(throws: CoreError.self) {
        try validator.check(service: service, in: expected.configuration)
      }
      #expect(alone.code == expected.code)
    }
    let refused = validator.findings(expected.configuration).contains { finding in
      if case .refused(let found) = finding.kind { return found.code == expected.code }
      return false
    }
    #expect(refused)
  }

  @Test
  func whatIsNotRefused() throws {
    // Unknown options, chats of a customer without numbers, a group that has no numbers yet, tokens.
    try validator.check(Fixture.setting("Scheduled", ["_colour": "blue", "flag": ""]))
    try validator.check(
      Fixture.setting("Scheduled", ["_call_direction": "USERORIGINATED", "_media_type": "chat"])
    )
    try validator.check(
      Fixture.setting("Scheduled", ["_call_direction": "USERORIGINATED", "_resource_group": "DNIS"])
    )
    try validator.check(Configuration(resources: ["new": ResourceGroup(options: ["cooldown": "5"])]))
    try validator.check(
      Fixture.setting(
        "Scheduled",
        ["_ttl": "$ttl$", "_capacity_service": "$place$", "_target": "[$target$"]
      )
    )
    try validator.check(Fixture.setting("Places", ["_capacity_2": #"{"2":{"0900":$n$}}"#]))
    try validator.check(Fixture.setting("Scheduled", ["_capacity_service": "", "_ttl": ""]))
  }

  @Test
  func aTokenIsAValueOnlyOnceTheRequestHasCome() throws {
    let service = try ConfiguredService(
      "Scheduled",
      in: Fixture.setting("Scheduled", ["_ttl": "$ttl$"])
    )
    let error = try #require(throws: CoreError.self) { try service.integer("_ttl") }
    #expect(error.code == .invalidOption)
    // Dollar signs that enclose no name are no token.
    for text in ["$", "$$", "$ a $", "$a", "5$"] {
      let configuration = Fixture.setting("Scheduled", ["_ttl": text])
      #expect(throws: CoreError.self, "\(text)") { try validator.check(configuration) }
    }
  }

  @Test
  func theNearestNameDoesNotDependOnTheOrderOfAHash() throws {
    let services: [String: Options] = Dictionary(
      uniqueKeysWithValues: (1...20).map {
        ("Office\($0)", ["_type": "builtin", "_service": "office-hours"] as Options)
      }
    )
    var configuration = Configuration(services: services)
    configuration.services["x"] = [
      "_type": "builtin", "_service": "office-hours", "_import_rules1": "Office",
    ]
    let error = try #require(throws: CoreError.self) { try validator.check(configuration) }
    #expect(error["suggestion"] == "Office1")
  }
}
