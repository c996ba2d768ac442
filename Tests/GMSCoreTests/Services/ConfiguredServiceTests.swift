import GMSCore
import Testing

/// Effective values of a service, and what reading a bad one says.
struct ConfiguredServiceTests {
  let callback: ConfiguredService

  init() throws {
    callback = try ConfiguredService(
      "cb",
      [
        "_type": "ors", "_service": "callback", "_ttl": "60", "_request_time_bucket": "15",
        "_media_type": "", "_customer_lookup_keys": "_customer_number, vip",
        "_reject_future_desired_time": "2w", "_target": "  ", "_note": "kept",
      ]
    )
  }

  @Test
  func configuredValuesWinOverDefaults() throws {
    #expect(try callback.integer("_ttl") == 60)
    #expect(try callback.integer("_request_time_bucket") == 15)
    #expect(try callback.integer("_max_request_by_time_bucket") == 100)
    #expect(try callback.boolean("_provide_code") == false)
    #expect(try callback.boolean("_disallow_impossible_phone_numbers"))
    #expect(try callback.string("_media_type") == "voice")
    #expect(try callback.names("_customer_lookup_keys") == ["_customer_number", "vip"])
    #expect(try callback.names("_service_groups") == [])
    #expect(try callback.duration("_reject_future_desired_time") == DurationText("2w"))
    #expect(callback["_note"] == "kept")
    #expect(callback["_exceptions"] == nil)
    #expect(try callback.string(ifSet: "_capacity_service") == nil)
    #expect(try callback.integer(ifSet: "_max_transfer_to_agent_attempts") == nil)
  }

  enum Party: String, CaseIterable { case customer = "CUSTOMER", agent = "AGENT" }
  enum Medium: String, CaseIterable { case video, fax }

  @Test
  func choicesBecomeCases() throws {
    #expect(try callback.choice("_userterminated_first_connect_party", as: Party.self) == .customer)
    let error = try #require(throws: CoreError.self) {
      try callback.choice("_media_type", as: Medium.self)
    }
    #expect(error.code == .invalidOption)
    #expect(error.description == "option '_media_type' of service 'cb' is 'voice'; write video or fax")
  }

  @Test
  func aMissingValueIsNamed() throws {
    let error = try #require(throws: CoreError.self) { try callback.string("_resource_group") }
    #expect(error.code == .missingOption)
    #expect(error["option"] == "_resource_group")
    #expect(error["accepted"] == "the name of a resource group")
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let option: String
    let value: String
    let sentence: String

    var testDescription: String { "\(option)=\(value)" }
  }

  static let cases: [Case] = [
    Case(
      option: "_ttl",
      value: "soon",
      sentence: "option '_ttl' of service 'cb' is 'soon'; write a whole number of seconds of 1 or more"
    ),
    Case(
      option: "_request_time_bucket",
      value: "7",
      sentence:
        "option '_request_time_bucket' of service 'cb' is '7'; write 5, 10, 15, 20, 30, 60 or 120"
    ),
    Case(
      option: "_booking_expiration_timeout",
      value: "4",
      sentence: """
        option '_booking_expiration_timeout' of service 'cb' is '4'; \
        write a whole number of seconds from 5 to 1800
        """
    ),
    Case(
      option: "_note",
      value: "x",
      sentence: "option '_note' of service 'cb' is 'x'; write a whole number from -2147483648 to 5"
    ),
  ]

  @Test(arguments: cases.dropLast())
  func aBadNumberIsRefused(_ expected: Case) throws {
    let service = try ConfiguredService(
      "cb",
      ["_type": "ors", "_service": "callback", expected.option: expected.value]
    )
    let error = try #require(throws: CoreError.self) { try service.integer(expected.option) }
    #expect(error.code == .invalidOption)
    #expect(error.description == expected.sentence)
  }

  /// A value that the type accepts can still be of another kind than the one that is asked for.
  @Test
  func anotherKindOfValueIsRefused() throws {
    #expect(try #require(throws: CoreError.self) { try callback.integer("_note") }.code == .invalidOption)
    #expect(try #require(throws: CoreError.self) { try callback.boolean("_ttl") }.code == .invalidOption)
    #expect(try #require(throws: CoreError.self) { try callback.duration("_ttl") }.code == .invalidOption)
  }

  @Test
  func familiesComeInNaturalOrderAndWithoutTheirNeighbours() throws {
    let hours = try ConfiguredService(
      "h",
      [
        "_type": "builtin", "_service": "office-hours", "_holiday10": "12-25", "_holiday2": "07-04",
        "_holiday3": "", "_holidayx": "12-26",
      ]
    )
    #expect(hours.family("_holiday").map(\.option) == ["_holiday2", "_holiday10"])
    #expect(hours.family("_holiday").map(\.value) == ["07-04", "12-25"])
    let places = try ConfiguredService(
      "p",
      [
        "_type": "builtin", "_service": "capacity", "_capacity_1": "{}", "_capacity_add_1": "{}",
        "_capacity_x": "{}",
      ]
    )
    #expect(places.family("_capacity_").map(\.option) == ["_capacity_1", "_capacity_x"])
    #expect(places.family("_capacity_add_").map(\.option) == ["_capacity_add_1"])
  }

  @Test
  func aServiceOfAConfigurationIsFoundByName() throws {
    #expect(try ConfiguredService("Places", in: Fixture.configuration).template.name == "capacity")
    let error = try #require(throws: CoreError.self) {
      try ConfiguredService("New Yrok", in: Fixture.configuration)
    }
    #expect(error.code == .unknownService)
    #expect(error.description == "there is no service 'New Yrok'; did you mean 'New York'?")
  }
}
