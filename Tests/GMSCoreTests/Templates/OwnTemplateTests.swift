import GMSCore
import GMSTestSupport
import Testing

/// Templates of one's own, in a configuration and in a store.
struct OwnTemplateTests {
  /// The template of the examples: an orchestrated service that tells the weather.
  static func weather(
    _ name: String = "weather",
    type: String = "ors",
    service: String = "sky",
    maximum: Int = 60,
    other: String? = nil
  ) -> Template {
    var options = [
      OptionDefinition(.exact("_type"), .mandatory, .choice([type]), category: .general, "Its type."),
      OptionDefinition(.exact("_service"), .mandatory, .text, category: .general, "Its service."),
      OptionDefinition(
        .exact("_ttl"),
        .mandatory,
        .seconds(1...maximum),
        default: "5",
        category: .limits,
        "How long a forecast is kept."
      ),
    ]
    if let other {
      options.append(
        OptionDefinition(
          .exact("_other"),
          .optional,
          .service(template: other),
          category: .general,
          "Another."
        )
      )
    }
    return Template(name: name, type: type, service: service, summary: "The weather.", options: options)
  }

  /// A configuration with the template and a service of it.
  static func configuration() throws -> Configuration {
    let uploaded = try TemplateEditor().upload(weather(), in: Configuration())
    return try ServiceEditor().create("rain", template: "weather", options: ["_ttl": "50"], in: uploaded)
  }

  @Test
  func isKeptAsJSONAndFoundByItsServices() throws {
    let configuration = try OwnTemplateTests.configuration()
    #expect(
      configuration.templates == [
        "weather": ["definition": TemplateWriter.compact(OwnTemplateTests.weather())]
      ]
    )
    #expect(configuration.services["rain"] == ["_type": "ors", "_service": "sky", "_ttl": "50"])
    #expect(try configuration.catalog.names == TemplateCatalog.builtIn.names + ["weather"])
    #expect(try configuration.catalog.ownTemplates == [OwnTemplateTests.weather()])
    #expect(try configuration.users(ofTemplate: "weather") == ["rain"])
    #expect(try ConfiguredService("rain", in: configuration).template.name == "weather")
    try ConfigurationValidator().check(configuration)
    #expect(ConfigurationValidator().findings(configuration).filter(\.isProblem).isEmpty)
  }

  @Test
  func itsServicesAreCheckedByIt() throws {
    let configuration = try OwnTemplateTests.configuration()
    let error = #expect(throws: CoreError.self) {
      try ServiceEditor().set(["_ttl": "61"], of: "rain", in: configuration)
    }
    #expect(
      error?.description
        == "option '_ttl' of service 'rain' is '61'; write a whole number of seconds from 1 to 60"
    )
    var wrong = configuration
    wrong.services["rain"]?["_ttl"] = "61"
    let refusal = try #require(error)
    #expect(throws: refusal) { try ConfigurationValidator().check(wrong) }
    #expect(throws: refusal) { try ConfigurationValidator().check(service: "rain", in: wrong) }
    #expect(
      ConfigurationValidator().findings(wrong).filter(\.isProblem).map(\.description)
        == ["service.rain: " + (error?.description ?? "")]
    )
  }

  @Test
  func servicesOfItAreEditedAsAnyOther() throws {
    var configuration = try OwnTemplateTests.configuration()
    configuration = try ServiceEditor().clone("rain", as: "snow", in: configuration)
    configuration = try ServiceEditor().rename("snow", to: "hail", in: configuration)
    configuration = try ServiceEditor().set(["note": "x"], of: "hail", in: configuration)
    configuration = try ServiceEditor().unset(["note"], of: "hail", in: configuration)
    #expect(configuration.services["hail"] == configuration.services["rain"])
    #expect(throws: CoreError.self) { try ServiceEditor().unset(["_ttl"], of: "hail", in: configuration) }
    configuration = try ServiceEditor().delete("hail", in: configuration)
    #expect(try configuration == OwnTemplateTests.configuration())
  }

  @Test(arguments: ["memory", "file"])
  func aStoreFindsItForItsServices(kind: String) throws {
    let directory = try TemporaryDirectory()
    let store: any Store =
      kind == "memory" ? MemoryStore() : try FileStore.create(at: directory.path("store"))
    let configuration = try OwnTemplateTests.configuration()
    try store.write(StoreChange(time: instant("2025-01-06T14:00:00Z"), command: "test")) {
      try $0.setConfiguration(configuration)
    }
    #expect(try store.read { try $0.configuration() } == configuration)
    let service = try store.read { try ServiceCalendars($0).service("rain") }
    #expect(service.template == OwnTemplateTests.weather())
    #expect(try service.integer("_ttl") == 50)
    let requested = try RequestedService(service, parameters: ["_ttl": "9", "city": "Oslo"])
    #expect(try requested.service.integer("_ttl") == 50)
    #expect(requested.service.template == service.template)
  }

  @Test
  func everyFormOfTheConfigurationCarriesIt() throws {
    let configuration = try OwnTemplateTests.configuration()
    for format in [ConfigurationFormat.json, .options] {
      let text = try ConfigurationWriter.print(configuration, as: format)
      #expect(try ConfigurationReader.read(text) == configuration)
    }
    let json =
      #"{"templates":{"weather":{"definition":\#(TemplateWriter.print(OwnTemplateTests.weather()))}}}"#
    #expect(try ConfigurationReader.read(json).templates == configuration.templates)
    let difference = ConfigurationDifference(from: Configuration(), to: configuration)
    #expect(
      difference.entries.map(\.path) == [
        "service.rain", "service.rain/_service", "service.rain/_ttl", "service.rain/_type",
        "template.weather",
        "template.weather/definition",
      ]
    )
    #expect(configuration.merging(Configuration(), prune: true).isEmpty)
    #expect(Configuration().merging(configuration, prune: false) == configuration)
    #expect(!Configuration(templates: configuration.templates).isEmpty)
  }

  @Test
  func replacingAsksTheServicesThatUseIt() throws {
    let configuration = try OwnTemplateTests.configuration()
    let wider = try TemplateEditor().upload(OwnTemplateTests.weather(maximum: 100), in: configuration)
    #expect(
      try ServiceEditor().set(["_ttl": "100"], of: "rain", in: wider).services["rain"]?["_ttl"] == "100"
    )
    #expect(try TemplateEditor().upload(OwnTemplateTests.weather(), in: configuration) == configuration)
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    let name: String
    let message: String
    let change: @Sendable (Configuration) throws -> Configuration

    init(
      _ name: String,
      _ message: String,
      _ change: @escaping @Sendable (Configuration) throws -> Configuration
    ) {
      self.name = name
      self.message = message
      self.change = change
    }

    var testDescription: String { name }
  }

  static let refusals: [Refusal] = [
    Refusal(
      "a service no longer fits",
      "option '_ttl' of service 'rain' is '50'; write a whole number of seconds from 1 to 49"
    ) { try TemplateEditor().upload(weather(maximum: 49), in: $0) },
    Refusal(
      "a service no longer finds it",
      "option '_service' of service 'rain' is 'sky'; write callback or cloud"
    ) { try TemplateEditor().upload(weather(service: "cloud"), in: $0) },
    Refusal(
      "the name of a shipped one",
      """
      template 'get' ships with the library and can neither be replaced nor deleted; give one of your own \
      another name
      """
    ) { try TemplateEditor().upload(weather("get"), in: $0) },
    Refusal(
      "the type and service of a shipped one",
      """
      template 'mine' has the same '_type' and '_service' as template 'callback', 'ors/callback'; a service \
      could not tell which of them is its own
      """
    ) { try TemplateEditor().upload(weather("mine", service: "callback"), in: $0) },
    Refusal(
      "the type and service of another one",
      """
      template 'weather' has the same '_type' and '_service' as template 'mine', 'ors/sky'; a service could not \
      tell which of them is its own
      """
    ) { try TemplateEditor().upload(weather("mine"), in: $0) },
    Refusal(
      "an option that names a template that does not exist",
      "template 'mine', options[3].template is 'wether': there is no such template; did you mean 'weather'?"
    ) { try TemplateEditor().upload(weather("mine", service: "moon", other: "wether"), in: $0) },
    Refusal(
      "deleting one that is used",
      "template 'weather' is used by 'rain'; change or delete what uses it first"
    ) { try TemplateEditor().delete("weather", in: $0) },
    Refusal(
      "deleting one that another one names",
      "template 'weather' is used by 'rain', 'template.mine'; change or delete what uses it first"
    ) {
      let two = try TemplateEditor().upload(weather("mine", service: "moon", other: "weather"), in: $0)
      return try TemplateEditor().delete("weather", in: two)
    },
    Refusal(
      "deleting a shipped one",
      """
      template 'callback' ships with the library and can neither be replaced nor deleted; give one of your own \
      another name
      """
    ) { try TemplateEditor().delete("callback", in: $0) },
    Refusal(
      "deleting one that does not exist",
      """
      there is no template 'wether'; known are office-hours, capacity, callback, request-interaction, \
      request-access, match-interaction, request-chat, get, basic_get, urs-stat, samples, weather; did you mean \
      'weather'?
      """
    ) { try TemplateEditor().delete("wether", in: $0) },
  ]

  @Test(arguments: refusals)
  func refuses(_ refusal: Refusal) throws {
    let configuration = try OwnTemplateTests.configuration()
    let error = #expect(throws: CoreError.self) { try refusal.change(configuration) }
    #expect(error?.description == refusal.message)
  }

  struct Section: CustomTestStringConvertible, Sendable {
    let name: String
    let options: Options
    let message: String

    var testDescription: String { message }
  }

  static let sections: [Section] = [
    Section(name: "a", options: [:], message: "template 'a', definition: this member is missing"),
    Section(
      name: "a",
      options: ["definition": ""],
      message: "template 'a', definition: this member is missing"
    ),
    Section(
      name: "a",
      options: ["definition": "{"],
      message: """
        template 'a', definition: this is not JSON at line 1, column 2: a name in double quotes is missing here, \
        found 'the end of the text'
        """
    ),
    Section(
      name: "a",
      options: ["definition": "[]"],
      message: "template 'a' is '[…]': a template is a JSON object"
    ),
    Section(
      name: "other",
      options: ["definition": TemplateWriter.compact(weather())],
      message: "template 'other', name is 'weather': the template of this section is named 'other'"
    ),
    Section(
      name: "get",
      options: ["definition": TemplateWriter.compact(weather("get"))],
      message: """
        template 'get' ships with the library and can neither be replaced nor deleted; give one of your own \
        another name
        """
    ),
  ]

  @Test(arguments: sections)
  func aSectionThatHoldsNoTemplateIsRefusedAndReported(_ section: Section) throws {
    let configuration = Configuration(
      services: ["g": ["_type": "builtin", "_service": "get"]],
      templates: [section.name: section.options]
    )
    let error = #expect(throws: CoreError.self) { try ConfigurationValidator().check(configuration) }
    #expect(error?.description == section.message)
    let refusal = try #require(error)
    #expect(throws: refusal) { try configuration.catalog }
    let problems = ConfigurationValidator().findings(configuration).filter(\.isProblem)
    #expect(problems.map(\.description) == ["template.\(section.name): \(section.message)"])
    // A service of a shipped template does not mind.
    #expect(throws: Never.self) { try ConfiguredService("g", in: configuration) }
  }

  @Test
  func otherOptionsOfASectionAreReported() throws {
    var configuration = try OwnTemplateTests.configuration()
    configuration.templates["weather"]?["defnition"] = "x"
    try ConfigurationValidator().check(configuration)
    #expect(
      ConfigurationValidator().findings(configuration).filter(\.isProblem).map(\.description) == [
        "template.weather: 'defnition' is not an option of templates; it is kept; did you mean 'definition'?"
      ]
    )
  }

  /// The same service name under another type is another template.
  @Test
  func theTypeTellsTemplatesOfOneServiceApart() throws {
    let own = OwnTemplateTests.weather("my-hours", service: "office-hours")
    let configuration = try TemplateEditor().upload(own, in: Configuration())
    let catalog = try configuration.catalog
    #expect(
      try catalog.templateName(of: ["_type": "ors", "_service": "office-hours"], service: "s") == "my-hours"
    )
    #expect(
      try catalog.templateName(of: ["_type": "builtin", "_service": "office-hours"], service: "s")
        == "office-hours"
    )
  }
}
