import GMSCore
import Testing

/// What is said of options that are not refused.
struct OptionFindingTests {
  let validator = ConfigurationValidator()

  struct Case: CustomTestStringConvertible, Sendable {
    let service: String
    let changes: [String: String?]
    let option: String
    let kind: OptionFinding.Kind
    let isProblem: Bool
    let sentence: String

    init(
      _ service: String,
      _ changes: [String: String?],
      _ option: String,
      _ kind: OptionFinding.Kind,
      isProblem: Bool = true,
      _ sentence: String
    ) {
      self.service = service
      self.changes = changes
      self.option = option
      self.kind = kind
      self.isProblem = isProblem
      self.sentence = sentence
    }

    var testDescription: String { sentence }
  }

  static let cases: [Case] = [
    Case(
      "New York",
      [:],
      "_bh_regular1",
      .used,
      isProblem: false,
      "service.New York: '_bh_regular1' is 'Mon-Fri 9:00-17:30'"
    ),
    Case(
      "Federal USA Holidays",
      [:],
      "_timezone",
      .usesDefault("UTC"),
      isProblem: false,
      "service.Federal USA Holidays: '_timezone' has its default 'UTC'"
    ),
    Case(
      "New York",
      ["_timezone": ""],
      "_timezone",
      .usesDefault("UTC"),
      isProblem: false,
      "service.New York: '_timezone' has its default 'UTC'"
    ),
    Case(
      "New York",
      ["_holiday4": ""],
      "_holiday4",
      .empty,
      isProblem: false,
      "service.New York: '_holiday4' is set to nothing"
    ),
    Case(
      "New York",
      ["_holliday1": "12-24"],
      "_holliday1",
      .unknown(template: "template 'office-hours'", nearest: "_holiday1"),
      """
      service.New York: '_holliday1' is not an option of template 'office-hours'; it is kept; \
      did you mean '_holiday1'?
      """
    ),
    Case(
      "New York",
      ["weather": "fine"],
      "weather",
      .unknown(template: "template 'office-hours'", nearest: nil),
      "service.New York: 'weather' is not an option of template 'office-hours'; it is kept"
    ),
    Case(
      "Scheduled",
      ["_customer_number": "5115"],
      "_customer_number",
      .requestParameter,
      """
      service.Scheduled: '_customer_number' is '5115', which wins over what requests say; leave it to them
      """
    ),
    Case(
      "Scheduled",
      ["_max_request_by_time_bucket": "3"],
      "_max_request_by_time_bucket",
      .ignored(because: "_capacity_service"),
      """
      service.Scheduled: '_max_request_by_time_bucket' is '3' without effect, \
      because '_capacity_service' is set
      """
    ),
    Case(
      "Scheduled",
      ["_wait_for_user_confirm": "true"],
      "_wait_for_user_confirm",
      .contradicts("_wait_for_agent"),
      "service.Scheduled: '_wait_for_user_confirm' is 'true', which contradicts '_wait_for_agent'"
    ),
    Case(
      "Scheduled",
      ["_request_execution_time_buffer": "181"],
      "_desired_connect_time_threshold",
      .contradicts("_request_execution_time_buffer"),
      """
      service.Scheduled: '_desired_connect_time_threshold' is '180', \
      which contradicts '_request_execution_time_buffer'
      """
    ),
    Case(
      "Scheduled",
      ["_business_hours_service": nil],
      "_capacity_service",
      .needs("_business_hours_service"),
      """
      service.Scheduled: '_capacity_service' is 'Places' without effect, \
      because '_business_hours_service' is not set
      """
    ),
    Case(
      "Scheduled",
      [:],
      "_target",
      .standIn("Scheduled"),
      "service.Scheduled: '_target' is not set; 'Scheduled' stands in for it"
    ),
    Case(
      "Scheduled",
      [:],
      "_urs_virtual_queue",
      .standIn("Scheduled"),
      "service.Scheduled: '_urs_virtual_queue' is not set; 'Scheduled' stands in for it"
    ),
  ]

  @Test(arguments: cases)
  func finds(_ expected: Case) throws {
    let configuration = Fixture.setting(expected.service, expected.changes)
    try validator.check(configuration)
    let found = try validator.findings(service: expected.service, in: configuration)
    let finding = try #require(found.first { $0.option == expected.option && $0.kind == expected.kind })
    #expect(finding.isProblem == expected.isProblem)
    #expect(finding.description == expected.sentence)
    #expect(validator.findings(configuration).contains(finding))
  }

  /// Without the change that it speaks of, no finding of that kind is there.
  @Test
  func whatIsWellSetHasNoProblem() throws {
    let configuration = Fixture.setting(
      "Scheduled",
      [
        "_target": "Billing@StatServer.GA", "_urs_virtual_queue": "vq", "_wait_for_agent": "true",
        "_wait_for_user_confirm": "true", "_request_execution_time_buffer": "180",
      ]
    )
    #expect(validator.findings(configuration).filter(\.isProblem) == [])
  }

  @Test
  func everyOptionOfAServiceIsReportedOnce() throws {
    let configuration = Fixture.configuration
    for (name, options) in configuration.services {
      let template = try ConfiguredService(name, in: configuration).template
      let found = try validator.findings(service: name, in: configuration)
      let plain = found.filter { !$0.isProblem }.map(\.option)
      var expected = options.names
      for definition in template.options {
        if case .exact(let option) = definition.name, options[option] == nil, definition.defaultValue != nil {
          expected.append(option)
        }
      }
      #expect(plain == expected)
    }
  }

  @Test
  func allRefusalsAreReportedNotOnlyTheFirst() throws {
    var configuration = Fixture.setting("Scheduled", ["_ttl": "x", "_media_type": "fax"])
    configuration.services["broken"] = ["_type": "builtin"]
    let refused = validator.findings(configuration).compactMap { finding -> String? in
      if case .refused = finding.kind { return "\(finding.place) \(finding.option)" }
      return nil
    }
    #expect(
      refused == ["service.Scheduled _media_type", "service.Scheduled _ttl", "service.broken _service"]
    )
  }

  @Test
  func resourceGroups() {
    let configuration = Configuration(
      resources: ["empty": ResourceGroup(options: ["strategy": "local", "stategy": "local"])])
    let found = validator.findings(configuration).map(\.description)
    #expect(
      found == [
        """
        resource.empty: 'stategy' is not an option of resource groups; it is kept; did you mean 'strategy'?
        """,
        "resource.empty: 'strategy' is 'local'",
        "resource.empty: there is no number to give",
        "resource.empty: no service names it",
      ]
    )
  }

  @Test
  func anUnknownServiceIsRefused() throws {
    let error = try #require(throws: CoreError.self) {
      try validator.findings(service: "Place", in: Fixture.configuration)
    }
    #expect(error.code == .unknownService)
    #expect(error["suggestion"] == "Places")
  }
}
