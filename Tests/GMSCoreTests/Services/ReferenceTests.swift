import GMSCore
import Testing

/// What names what: checked when it is written, told when it goes.
struct ReferenceTests {
  let validator = ConfigurationValidator()

  /// A company in which everything that can be named is named.
  static let company: Configuration = {
    var configuration = Fixture.configuration
    configuration.services["Inbound"] = [
      "_type": "ors", "_service": "callback", "_call_direction": "USERORIGINATED", "_resource_group": "DNIS",
      "_exceptions": "blocked", "_paused_services_list": "Scheduled, Inbound",
    ]
    configuration.options["callback"] = ["_paused_services_list": "Inbound,Scheduled"]
    return configuration
  }()

  @Test
  func allReferencesAreFound() throws {
    try validator.check(Self.company)
    let found = Self.company.references().map { "\($0.user) \($0.option) → \($0.section)" }
    #expect(
      found == [
        "callback _paused_services_list → service.Inbound",
        "callback _paused_services_list → service.Scheduled",
        "service.Inbound _exceptions → pattern.blocked",
        "service.Inbound _paused_services_list → service.Scheduled",
        "service.Inbound _paused_services_list → service.Inbound",
        "service.Inbound _resource_group → resource.DNIS",
        "service.New York _import_rules1 → service.Federal USA Holidays",
        "service.Scheduled _business_hours_service → service.New York",
        "service.Scheduled _capacity_service → service.Places",
        "service.Scheduled _exceptions → pattern.blocked",
      ]
    )
    let users = Self.company.references(to: ConfigurationSection(.patterns, "blocked")).map(\.user.name)
    #expect(users == ["Inbound", "Scheduled"])
    #expect(Self.company.references(to: ConfigurationSection(.services, "blocked")) == [])
  }

  /// A token says nothing before the request has come.
  @Test
  func tokensNameNothing() throws {
    let configuration = Fixture.setting(
      "Scheduled",
      ["_capacity_service": "$c$", "_paused_services_list": "a,$b$", "_exceptions": ""]
    )
    try validator.check(configuration)
    #expect(configuration.references().map(\.option) == ["_import_rules1", "_business_hours_service"])
  }

  struct Gone: CustomTestStringConvertible, Sendable {
    let section: ConfigurationSection
    let code: CoreError.Code
    let sentence: String

    init(_ section: ConfigurationSection, _ code: CoreError.Code, _ sentence: String) {
      (self.section, self.code, self.sentence) = (section, code, sentence)
    }

    var testDescription: String { section.description }
  }

  private static let changeFirst = "; change or delete what uses it first"

  static let gone: [Gone] = [
    Gone(
      .init(.services, "New York"),
      .serviceInUse,
      "service 'New York' is used by 'Scheduled'\(changeFirst)"
    ),
    Gone(
      .init(.services, "Federal USA Holidays"),
      .serviceInUse,
      "service 'Federal USA Holidays' is used by 'New York'\(changeFirst)"
    ),
    Gone(.init(.services, "Places"), .serviceInUse, "service 'Places' is used by 'Scheduled'\(changeFirst)"),
    Gone(
      .init(.services, "Scheduled"),
      .serviceInUse,
      "service 'Scheduled' is used by '[callback]', 'Inbound'\(changeFirst)"
    ),
    Gone(
      .init(.services, "Inbound"),
      .serviceInUse,
      "service 'Inbound' is used by '[callback]'\(changeFirst)"
    ),
    Gone(
      .init(.resources, "DNIS"),
      .groupInUse,
      "resource group 'DNIS' is used by 'Inbound'\(changeFirst)"
    ),
    Gone(
      .init(.patterns, "blocked"),
      .groupInUse,
      "pattern group 'blocked' is used by 'Inbound', 'Scheduled'\(changeFirst)"
    ),
  ]

  /// Deleting it, and applying a file without it, are refused alike.
  @Test(arguments: gone)
  func whatIsUsedStays(_ expected: Gone) throws {
    let name = expected.section.name
    let deleted = try #require(throws: CoreError.self) {
      switch expected.section.family {
      case .resources: try ResourceEditor().delete(name, in: Self.company)
      case .patterns: try PatternEditor().delete(name, in: Self.company)
      case .options, .services, .accounts, .templates: try ServiceEditor().delete(name, in: Self.company)
      }
    }
    #expect(deleted.code == expected.code)
    #expect(deleted.description == expected.sentence)
    #expect(deleted.status == 409)
    var after = Self.company
    after[expected.section] = nil
    let applied = try #require(throws: CoreError.self) {
      try validator.check(after, replacing: Self.company)
    }
    #expect(applied == deleted)
  }

  @Test
  func whatGoesWithItsUsersMayGo() throws {
    let after = Configuration(services: ["Places": Self.company.services["Places"] ?? [:]])
    try validator.check(after, replacing: Self.company)
    var unused = Self.company
    unused.resources["spare"] = ResourceGroup()
    unused.patterns["spare"] = [:]
    unused = try ResourceEditor().delete("spare", in: unused)
    unused = try PatternEditor().delete("spare", in: unused)
    #expect(unused == Self.company)
  }

  @Test
  func anUnknownGroupNamesTheNearest() throws {
    let resource = try #require(throws: CoreError.self) {
      try ResourceEditor().delete("DNI", in: Self.company)
    }
    #expect(resource.description == "there is no resource group 'DNI'; did you mean 'DNIS'?")
    #expect(resource.category == .notFound)
    let pattern = try #require(throws: CoreError.self) {
      try PatternEditor().delete("x", in: Self.company)
    }
    #expect(pattern.description == "there is no pattern group 'x'; create it first")
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let section: ConfigurationSection
    let option: String
    let value: String
    let sentence: String

    init(_ section: ConfigurationSection, _ option: String, _ value: String, _ sentence: String) {
      (self.section, self.option, self.value, self.sentence) = (section, option, value, sentence)
    }

    var testDescription: String { sentence }
  }

  private static let callback = ConfigurationSection(.options, "callback")
  private static let scheduled = ConfigurationSection(.services, "Scheduled")

  static let cases: [Case] = [
    Case(
      scheduled,
      "_paused_services_list",
      "Scheduled,Schedule",
      """
      option '_paused_services_list' of service 'Scheduled' names service 'Schedule', which does not exist; \
      did you mean 'Scheduled'?
      """
    ),
    Case(
      scheduled,
      "_paused_services_list",
      "New York",
      """
      option '_paused_services_list' of service 'Scheduled' names 'New York', a service of template \
      'office-hours'; name one of template 'callback'
      """
    ),
    Case(
      callback,
      "_paused_services_list",
      "nobody",
      """
      option '_paused_services_list' of section 'callback' names service 'nobody', which does not exist; \
      create it first
      """
    ),
    Case(
      callback,
      "_paused_services_list",
      "Places",
      """
      option '_paused_services_list' of section 'callback' names 'Places', a service of template 'capacity'; \
      name one of template 'callback'
      """
    ),
    Case(
      callback,
      "_paused_services_list",
      "Scheduled,,Inbound",
      """
      option '_paused_services_list' of section 'callback' is 'Scheduled,,Inbound'; write names with commas \
      between them, none twice
      """
    ),
    Case(
      callback,
      "max_queued_callbacks_per_service",
      "many",
      """
      option 'max_queued_callbacks_per_service' of section 'callback' is 'many'; write a whole number of 0 or more
      """
    ),
    Case(
      callback,
      "disable-additional-columns-from-callbacks",
      "no",
      """
      option 'disable-additional-columns-from-callbacks' of section 'callback' is 'no'; write true or false
      """
    ),
    Case(
      callback,
      "callback_column_alias",
      "{",
      """
      option 'callback_column_alias' of section 'callback' is refused: this is not JSON at line 1, column 2: \
      a name in double quotes is missing here, found 'the end of the text'
      """
    ),
  ]

  @Test(arguments: cases)
  func refuses(_ expected: Case) throws {
    var configuration = Self.company
    configuration[expected.section]?.options[expected.option] = expected.value
    let error = try #require(throws: CoreError.self) { try validator.check(configuration) }
    #expect(error.description == expected.sentence)
    let refused = validator.findings(configuration).filter { $0.verdict == .refused }
    #expect(refused.map(\.description) == ["\(expected.section): \(expected.sentence)"])
  }

  /// A new name is followed in lists too.
  @Test
  func aRenameIsFollowed() throws {
    let renamed = try ServiceEditor().rename("Scheduled", to: "Later", in: Self.company)
    try validator.check(renamed)
    #expect(renamed.options["callback"]?["_paused_services_list"] == "Inbound, Later")
    #expect(renamed.services["Inbound"]?["_paused_services_list"] == "Later, Inbound")
    let own = try ServiceEditor().rename("Inbound", to: "Scheduled 2", in: renamed)
    try validator.check(own)
    #expect(own.services["Scheduled 2"]?["_paused_services_list"] == "Later, Scheduled 2")
    #expect(own.services["Inbound"] == nil)
    #expect(own.options["callback"]?["_paused_services_list"] == "Scheduled 2, Later")
  }

  @Test
  func aServiceThatIsPausedStaysACallbackService() throws {
    var configuration = Self.company
    configuration.services["Inbound"]?["_resource_group"] = nil
    configuration.services["Inbound"]?["_call_direction"] = nil
    let error = try #require(throws: CoreError.self) {
      try ServiceEditor().set(["_type": "builtin", "_service": "capacity"], of: "Inbound", in: configuration)
    }
    #expect(
      error.description == """
        option '_paused_services_list' of section 'callback' names 'Inbound', a service of template 'capacity'; \
        name one of template 'callback'
        """
    )
  }
}
