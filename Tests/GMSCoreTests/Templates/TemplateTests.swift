import GMSCore
import Testing

/// What holds for every template that ships, and how options and templates are found.
struct TemplateTests {
  @Test(arguments: TemplateCatalog.builtIn.templates.map(\.name))
  func everyOptionIsExplainedAndItsDefaultIsAccepted(name: String) throws {
    let template = try TemplateCatalog.builtIn.template(named: name)
    for option in template.options {
      #expect(option.summary.hasSuffix("."), "\(option.name)")
      #expect(option.summary.first?.isUppercase == true || option.summary.hasPrefix("'"), "\(option.name)")
      #expect(!option.type.accepted.isEmpty)
      // Those of basic_get without an underscore are answered as they are; 'notify_params' is GMS's own name.
      let others = ["result", "error_code", "", "notify_params"]
      #expect(option.name.prefix.hasPrefix("_") || others.contains(option.name.prefix))
      try OptionIdentifier.check(option.name.prefix + "_1", of: name)
      guard let value = option.defaultValue else { continue }
      let service = try ConfiguredService(
        "s",
        ["_type": template.type, "_service": template.service, option.name.prefix: value]
      )
      #expect(try service.string(option.name.prefix) == value)
    }
  }

  /// Only `_type` and `_service`, which say which template it is, and what basic_get answers have no default to
  /// fall back to.
  @Test(arguments: TemplateCatalog.builtIn.templates.map(\.name))
  func mandatoryOptionsHaveADefault(name: String) throws {
    let template = try TemplateCatalog.builtIn.template(named: name)
    let bare = template.options.filter { $0.kind == .mandatory && $0.defaultValue == nil }
    #expect(bare.map(\.name.prefix) == ["_type", "_service"] + (name == "basic_get" ? ["result"] : []))
  }

  struct Lookup: CustomTestStringConvertible, Sendable {
    let template: String
    let option: String
    let found: String?
    var nearest: String?

    var testDescription: String { "\(template) \(option)" }
  }

  static let lookups: [Lookup] = [
    Lookup(template: "office-hours", option: "_timezone", found: "_timezone"),
    Lookup(template: "office-hours", option: "_bh_regular1", found: "_bh_regular<n>"),
    Lookup(template: "office-hours", option: "_bh_regular012", found: "_bh_regular<n>"),
    Lookup(template: "office-hours", option: "_bh_regular", found: nil, nearest: "_bh_regular1"),
    Lookup(template: "office-hours", option: "_bh_regularx", found: nil, nearest: "_bh_regular1"),
    Lookup(template: "office-hours", option: "_bh_reguler3", found: nil, nearest: "_bh_regular3"),
    Lookup(template: "office-hours", option: "_holliday10", found: nil, nearest: "_holiday10"),
    Lookup(template: "office-hours", option: "_time_zone", found: nil, nearest: "_timezone"),
    Lookup(template: "office-hours", option: "weather", found: nil, nearest: nil),
    Lookup(template: "capacity", option: "_capacity_1", found: "_capacity_<name>"),
    Lookup(template: "capacity", option: "_capacity_summer", found: "_capacity_<name>"),
    Lookup(template: "capacity", option: "_capacity_add_20160508", found: "_capacity_add_<name>"),
    Lookup(template: "capacity", option: "_capacity_", found: nil, nearest: "_capacity_capacity"),
    Lookup(template: "capacity", option: "_capasity_1", found: nil, nearest: "_capacity_1"),
    Lookup(template: "capacity", option: "_max_capacity", found: "_max_capacity"),
    Lookup(template: "callback", option: "_request_time_bucket", found: "_request_time_bucket"),
    Lookup(
      template: "callback",
      option: "_request_time_buckets",
      found: nil,
      nearest: "_request_time_bucket"
    ),
  ]

  @Test(arguments: lookups)
  func findsOptions(_ lookup: Lookup) throws {
    let template = try TemplateCatalog.builtIn.template(named: lookup.template)
    #expect(template.definition(of: lookup.option)?.name.description == lookup.found)
    if lookup.found == nil, lookup.option != "_capacity_" {
      #expect(template.nearestOption(to: lookup.option) == lookup.nearest)
    }
  }

  struct Derivation: CustomTestStringConvertible, Sendable {
    let options: Options
    let template: String?
    var code: CoreError.Code?
    var option: String?
    var sentence = ""

    var testDescription: String { "\(options.sorted)" }
  }

  static let derivations: [Derivation] = [
    Derivation(options: ["_type": "builtin", "_service": "office-hours"], template: "office-hours"),
    Derivation(options: ["_type": "built-in", "_service": "capacity"], template: "capacity"),
    Derivation(options: ["_type": "ors", "_service": "callback"], template: "callback"),
    Derivation(
      options: ["_type": "ors", "_service": "http://h/x.scxml", "_service_type": "callback"],
      template: "callback"
    ),
    Derivation(
      options: ["_service": "capacity"],
      template: nil,
      code: .missingOption,
      option: "_type",
      sentence: "option '_type' of service 's' is mandatory and cannot be missing; it takes builtin or ors"
    ),
    Derivation(
      options: ["_type": "ors", "_service": ""],
      template: nil,
      code: .missingOption,
      option: "_service",
      sentence: """
        option '_service' of service 's' is mandatory and cannot be missing; \
        it takes office-hours, capacity, callback, request-interaction, request-access, match-interaction, \
        request-chat, get, basic_get, urs-stat or samples
        """
    ),
    Derivation(
      options: ["_type": "buildin", "_service": "capacity"],
      template: nil,
      code: .invalidOption,
      option: "_type",
      sentence: "option '_type' of service 's' is 'buildin'; write builtin or ors; did you mean 'builtin'?"
    ),
    Derivation(
      options: ["_type": "builtin", "_service": "ofice-hours"],
      template: nil,
      code: .invalidOption,
      option: "_service",
      sentence: """
        option '_service' of service 's' is 'ofice-hours'; write office-hours, capacity, request-interaction, \
        request-access, match-interaction, request-chat, get, basic_get, urs-stat or samples; \
        did you mean 'office-hours'?
        """
    ),
    Derivation(
      options: ["_type": "ors", "_service": "http://h/x.scxml"],
      template: nil,
      code: .invalidOption,
      option: "_service",
      sentence: "option '_service' of service 's' is 'http://h/x.scxml'; write callback"
    ),
    Derivation(
      options: ["_type": "ors", "_service": "http://h/x.scxml", "_service_type": "calback"],
      template: nil,
      code: .invalidOption,
      option: "_service_type",
      sentence: """
        option '_service_type' of service 's' is 'calback'; write callback; did you mean 'callback'?
        """
    ),
    Derivation(
      options: ["_type": "builtin", "_service": "callback"],
      template: nil,
      code: .invalidOption,
      option: "_type",
      sentence: "option '_type' of service 's' is 'builtin'; write ors"
    ),
  ]

  @Test(arguments: derivations)
  func derivesTheTemplate(_ expected: Derivation) throws {
    guard let code = expected.code else {
      #expect(try ConfiguredService("s", expected.options).template.name == expected.template)
      return
    }
    let error = try #require(throws: CoreError.self) { try ConfiguredService("s", expected.options) }
    #expect(error.code == code)
    #expect(error["option"] == expected.option)
    #expect(error.description == expected.sentence)
  }

  @Test
  func anUnknownTemplateNamesTheNearestAndAll() throws {
    let error = try #require(throws: CoreError.self) {
      try TemplateCatalog.builtIn.template(named: "officehours")
    }
    #expect(error.code == .unknownTemplate)
    #expect(error["template"] == "officehours")
    #expect(error["suggestion"] == "office-hours")
    #expect(
      error["accepted"]
        == """
        office-hours, capacity, callback, request-interaction, request-access, match-interaction, \
        request-chat, get, basic_get, urs-stat, samples
        """
    )
  }

  @Test
  func anOptionThatIsDefinedTwiceIsAProgrammersMistake() async {
    await #expect(processExitsWith: .failure) {
      let option = OptionDefinition(.exact("_x"), .optional, .text, category: .general, "A test.")
      _ = Template(name: "t", type: "ors", service: "t", summary: "A test.", options: [option, option])
    }
  }
}
