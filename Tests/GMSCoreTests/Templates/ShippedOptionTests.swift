import GMSCore
import Testing

/// The options of the smaller templates, listed here independently of their files.
struct ShippedOptionTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let template: String
    let option: String
    let kind: OptionKind
    let type: OptionType
    let value: String?

    init(
      _ template: String,
      _ option: String,
      _ kind: OptionKind,
      _ type: OptionType,
      _ value: String? = nil
    ) {
      self.template = template
      self.option = option
      self.kind = kind
      self.type = type
      self.value = value
    }

    var testDescription: String { "\(template) \(option)" }
  }

  private static let endless = 2_147_483_647

  static let rows: [Row] = [
    Row("request-interaction", "_ttl", .mandatory, .seconds(1...endless), "86400"),
    Row("request-interaction", "_resource_group", .optional, .resourceGroup),
    Row("request-interaction", "_provide_code", .optional, .boolean, "false"),
    Row("request-interaction", "_booking_expiration_timeout", .optional, .seconds(5...1800)),
    Row("request-interaction", "_phone_number", .requestParameter, .text),
    Row("request-access", "_id", .requestParameter, .text),
    Row("request-access", "_resource_group", .requestParameter, .resourceGroup, "GMS_Resources"),
    Row("request-access", "_phone_number", .requestParameter, .text),
    Row("request-access", "_provide_code", .requestParameter, .boolean, "false"),
    Row("request-access", "_access_code_length", .requestParameter, .integer(1...15), "6"),
    Row("request-access", "_booking_expiration_timeout", .optional, .seconds(5...1800)),
    Row("match-interaction", "_access_number", .requestParameter, .text),
    Row("match-interaction", "_phone_number", .requestParameter, .text),
    Row("match-interaction", "_access_code", .requestParameter, .text),
    Row("match-interaction", "_return_multiple_matches", .requestParameter, .boolean, "false"),
    Row("match-interaction", "_return_data", .requestParameter, .boolean, "false"),
    Row("match-interaction", "_return_user_data", .requestParameter, .boolean, "false"),
    Row("match-interaction", "_delete_service", .requestParameter, .boolean, "false"),
    Row("request-chat", "_ttl", .mandatory, .seconds(1...endless), "3600"),
    Row("request-chat", "_chat_endpoint", .optional, .text, "gms_builtin"),
    Row("request-chat", "_verbose", .requestParameter, .boolean, "false"),
    Row("get", "_online_code", .mandatory, .integer(100...599), "200"),
    Row("get", "_offline_code", .mandatory, .integer(100...599), "503"),
    Row("get", "<name>", .optional, .text),
    Row("basic_get", "result", .mandatory, .integer(100...599)),
    Row("basic_get", "error_code", .optional, .text),
    Row("basic_get", "<name>", .optional, .text),
    Row("urs-stat", "_urs_url", .optional, .text),
    Row("urs-stat", "_urs_stat_url_parameters", .optional, .text),
    Row("urs-stat", "_caching_policy", .optional, .seconds(0...endless), "30"),
    Row("urs-stat", "<name>", .requestParameter, .text),
    Row("office-hours", "_timezone", .optional, .calendar(.zone), "UTC"),
    Row("office-hours", "_bh_regular<n>", .optional, .calendar(.regularHours)),
    Row("office-hours", "_bh_add<n>", .optional, .calendar(.exceptionHours)),
    Row("office-hours", "_holiday<n>", .optional, .calendar(.holiday)),
    Row("office-hours", "_effective_dates<n>", .optional, .calendar(.effectiveDates)),
    Row("office-hours", "_import_rules<n>", .optional, .service(template: "office-hours")),
    Row("office-hours", "_import_schedules<n>", .optional, .service(template: "office-hours")),
    Row("capacity", "_timezone", .optional, .calendar(.zone), "UTC"),
    Row("capacity", "_max_capacity", .optional, .integer(0...1_000_000), "1000"),
    Row("capacity", "_capacity_<name>", .optional, .capacityDay),
    Row("capacity", "_capacity_add_<name>", .optional, .capacityOverride),
  ]

  @Test(arguments: rows)
  func isDefined(_ row: Row) throws {
    let template = try TemplateCatalog.builtIn.template(named: row.template)
    let option = try #require(template.options.first { $0.name.description == row.option })
    #expect(option.kind == row.kind)
    #expect(option.type == row.type)
    #expect(option.defaultValue == row.value)
  }

  /// Beside `_type` and `_service` no template has an option that the table does not have.
  @Test(arguments: TemplateCatalog.builtIn.names.filter { $0 != "callback" })
  func thereAreNoOthers(name: String) throws {
    let template = try TemplateCatalog.builtIn.template(named: name)
    #expect(
      template.options.map(\.name.description)
        == ["_type", "_service"] + ShippedOptionTests.rows.filter { $0.template == name }.map(\.option)
    )
  }

  @Test
  func customOptionsAreThoseWithoutAnUnderscoreThatTheTemplateDoesNotName() throws {
    let service = try ConfiguredService(
      "s",
      [
        "_type": "builtin", "_service": "basic_get", "result": "200", "error_code": "200 OK", "b": "2",
        "a10": "3",
        "a9": "1", "_own": "4", "empty": "",
      ]
    )
    #expect(service.customOptions.map(\.option) == ["a9", "a10", "b", "empty"])
    #expect(service.customOptions.map(\.value) == ["1", "3", "2", ""])
    #expect(service.template.definition(of: "_own") == nil)
    #expect(service.template.definition(of: "own")?.name == .custom)
    #expect(service.template.definition(of: "") == nil)
    let chat = try ConfiguredService("s", ["_type": "builtin", "_service": "request-chat", "a": "1"])
    #expect(chat.customOptions.isEmpty)
  }

  @Test
  func lintKnowsCustomOptionsAndStillFindsUnknownOnes() throws {
    let configuration = Configuration(services: [
      "s": ["_type": "builtin", "_service": "get", "anything": "1", "_online_cod": "200"]
    ])
    let findings = try ConfigurationValidator().findings(service: "s", in: configuration)
    #expect(
      findings.filter(\.isProblem).map(\.description) == [
        "service.s: '_online_cod' is not an option of template 'get'; it is kept; did you mean '_online_code'?"
      ]
    )
  }

  struct Refusal: CustomTestStringConvertible, Sendable {
    let options: Options
    let message: String

    var testDescription: String { message }
  }

  static let refusals: [Refusal] = [
    Refusal(
      options: ["_type": "builtin", "_service": "basic_get"],
      message: """
        option 'result' of service 's' is mandatory and cannot be missing; it takes a whole number from 100 to 599
        """
    ),
    Refusal(
      options: ["_type": "builtin", "_service": "basic_get", "result": "OK"],
      message: "option 'result' of service 's' is 'OK'; write a whole number from 100 to 599"
    ),
    Refusal(
      options: ["_type": "builtin", "_service": "get", "_online_code": "600"],
      message: "option '_online_code' of service 's' is '600'; write a whole number from 100 to 599"
    ),
    Refusal(
      options: ["_type": "builtin", "_service": "get", "my-value": "1"],
      message: """
        'my-value' cannot name an option of service 's'; write letters, digits, _ and $, no digit first, and no \
        word that ECMAScript reserves
        """
    ),
    Refusal(
      options: ["_type": "builtin", "_service": "request-chat", "_ttl": "0"],
      message: "option '_ttl' of service 's' is '0'; write a whole number of seconds of 1 or more"
    ),
    Refusal(
      options: ["_type": "builtin", "_service": "request-access", "_access_code_length": "19"],
      message: "option '_access_code_length' of service 's' is '19'; write a whole number from 1 to 15"
    ),
    Refusal(
      options: ["_type": "builtin", "_service": "request-access", "_booking_expiration_timeout": "4"],
      message: """
        option '_booking_expiration_timeout' of service 's' is '4'; write a whole number of seconds from 5 to 1800
        """
    ),
    Refusal(
      options: ["_type": "builtin", "_service": "request-interaction", "_resource_group": "DNIS"],
      message: """
        option '_resource_group' of service 's' names resource group 'DNIS', which does not exist; create it first
        """
    ),
    Refusal(
      options: ["_type": "builtin", "_service": "match-interaction", "_delete_service": "yes"],
      message: "option '_delete_service' of service 's' is 'yes'; write true or false"
    ),
    Refusal(
      options: ["_type": "builtin", "_service": "urs-stat", "_caching_policy": "-1"],
      message: "option '_caching_policy' of service 's' is '-1'; write a whole number of seconds of 0 or more"
    ),
    Refusal(
      options: ["_type": "ors", "_service": "get"],
      message: "option '_type' of service 's' is 'ors'; write builtin"
    ),
  ]

  @Test(arguments: refusals)
  func refuses(_ refusal: Refusal) {
    let error = #expect(throws: CoreError.self) {
      try ConfigurationValidator().check(Configuration(services: ["s": refusal.options]))
    }
    #expect(error?.description == refusal.message)
  }
}
