import GMSCore
import Testing

/// Which services are listed: by virtual group, by template, by text.
struct ServiceFilterTests {
  private let configuration: Configuration = {
    var configuration = Fixture.configuration
    configuration.services["Scheduled"]?["_service_groups"] = "support, night"
    configuration.services["Chat 10"] = [
      "_type": "ors", "_service": "callback", "_service_groups": "support",
    ]
    configuration.services["Chat 9"] = ["_type": "ors", "_service": "callback", "_service_groups": "Support"]
    configuration.services["Odd"] = ["_type": "ors", "_service": "callback", "_service_groups": "$group$"]
    configuration.services["Broken list"] = [
      "_type": "ors", "_service": "callback", "_service_groups": "support,,",
    ]
    return configuration
  }()

  @Test
  func groupsAreExactNames() {
    #expect(configuration.services(inGroup: "support") == ["Chat 10", "Scheduled"])
    #expect(configuration.services(inGroup: "Support") == ["Chat 9"])
    #expect(configuration.services(inGroup: "night") == ["Scheduled"])
    for unknown in ["supp", "", "$group$", "support, night", "Scheduled"] {
      #expect(configuration.services(inGroup: unknown) == [])
    }
    #expect(configuration.serviceGroups == ["Support", "night", "support"])
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let filter: ServiceFilter
    let names: [String]

    init(_ filter: ServiceFilter, _ names: [String]) { (self.filter, self.names) = (filter, names) }

    var testDescription: String { "\(filter)" }
  }

  private static let callbacks = ["Broken list", "Chat 9", "Chat 10", "Odd", "Scheduled"]

  static let cases: [Case] = [
    Case(
      ServiceFilter(),
      [
        "Broken list", "Chat 9", "Chat 10", "Federal USA Holidays", "New York", "Odd",
        "Places", "Scheduled",
      ]
    ),
    Case(ServiceFilter(template: "callback"), callbacks),
    Case(ServiceFilter(group: "support"), ["Chat 10", "Scheduled"]),
    Case(ServiceFilter(group: "support", template: "office-hours"), []),
    Case(ServiceFilter(group: "nobody"), []),
    // In a name, in an option's name, in a value; in either case.
    Case(ServiceFilter(text: "CHAT"), ["Chat 9", "Chat 10"]),
    Case(ServiceFilter(text: "_holiday2"), ["Federal USA Holidays"]),
    Case(ServiceFilter(text: "america/"), ["New York", "Places"]),
    Case(ServiceFilter(template: "capacity", text: "america/"), ["Places"]),
    Case(ServiceFilter(group: "support", template: "callback", text: "night"), ["Scheduled"]),
    Case(ServiceFilter(text: "nothing of that"), []),
  ]

  @Test(arguments: cases)
  func lists(_ expected: Case) throws {
    #expect(try configuration.services(matching: expected.filter).map(\.name.text) == expected.names)
  }

  @Test
  func anUnknownTemplateIsRefused() throws {
    let error = try #require(throws: CoreError.self) {
      try configuration.services(matching: ServiceFilter(template: "capasity"))
    }
    #expect(error.code == .unknownTemplate)
    #expect(error["suggestion"] == "capacity")
  }
}
