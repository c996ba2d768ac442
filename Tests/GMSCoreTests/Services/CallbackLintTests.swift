import GMSCore
import Testing

/// What the options of callback services say against each other.
struct CallbackLintTests {
  let validator = ConfigurationValidator()

  struct Case: CustomTestStringConvertible, Sendable {
    let changes: [String: String?]
    let verdict: OptionFinding.Verdict
    let sentence: String

    init(_ changes: [String: String?], _ verdict: OptionFinding.Verdict, _ sentence: String) {
      (self.changes, self.verdict, self.sentence) = (changes, verdict, sentence)
    }

    var testDescription: String { sentence }
  }

  private static let origin: [String: String?] = [
    "_call_direction": "USERORIGINATED", "_resource_group": "DNIS",
  ]

  private static func inbound(_ more: [String: String?]) -> [String: String?] {
    origin.merging(more) { $1 }
  }

  static let cases: [Case] = [
    Case(
      ["_agent_preview": "true", "_wait_for_agent": "true"],
      .contradictory,
      "'_agent_preview' is 'true', which contradicts '_userterminated_first_connect_party'"
    ),
    Case(
      ["_agent_preview": "true", "_userterminated_first_connect_party": "AGENT"],
      .contradictory,
      "'_agent_preview' is 'true', which contradicts '_wait_for_agent'"
    ),
    Case(
      ["_agent_preview": "true", "_media_type": "chat"],
      .contradictory,
      "'_agent_preview' is 'true', which contradicts '_media_type'"
    ),
    Case(
      inbound(["_agent_preview": "true"]),
      .contradictory,
      "'_agent_preview' is 'true', which contradicts '_call_direction'"
    ),
    Case(
      ["_agent_preview_timeout": "60"],
      .ignored,
      "'_agent_preview_timeout' is '60' without effect, because '_agent_preview' is not 'true'"
    ),
    Case(
      ["_agent_preview_allow_reject": "2"],
      .ignored,
      "'_agent_preview_allow_reject' is '2' without effect, because '_agent_preview' is not 'true'"
    ),
    Case(
      ["_notification_reminder_buffer": "600"],
      .ignored,
      """
      '_notification_reminder_buffer' is '600' without effect, because '_enable_notification_reminder' is not \
      'true'
      """
    ),
    Case(
      ["_user_confirm_timeout": "60"],
      .ignored,
      "'_user_confirm_timeout' is '60' without effect, because '_wait_for_user_confirm' is not 'true'"
    ),
    Case(
      ["_on_user_confirm_timeout": "END"],
      .ignored,
      "'_on_user_confirm_timeout' is 'END' without effect, because '_wait_for_user_confirm' is not 'true'"
    ),
    Case(
      ["_max_number_of_user_availability_confirmation_attempts": "5"],
      .ignored,
      """
      '_max_number_of_user_availability_confirmation_attempts' is '5' without effect, because \
      '_wait_for_user_confirm' is not 'true'
      """
    ),
    Case(
      ["_status_notification_target": "http://a"],
      .ignored,
      """
      '_status_notification_target' is 'http://a' without effect, because '_enable_status_notification' is not \
      'notify'
      """
    ),
    Case(
      ["_enable_status_notification": "notify"],
      .ignored,
      """
      '_enable_status_notification' is 'notify' without effect, because '_status_notification_target' is not set
      """
    ),
    Case(
      ["_resource_group": "DNIS"],
      .ignored,
      "'_resource_group' is 'DNIS' without effect, because '_call_direction' is not 'USERORIGINATED'"
    ),
    Case(
      ["_provide_code": "true"],
      .ignored,
      "'_provide_code' is 'true' without effect, because '_call_direction' is not 'USERORIGINATED'"
    ),
    Case(
      ["_booking_expiration_timeout": "60", "_media_type": "chat"],
      .ignored,
      "'_booking_expiration_timeout' is '60' without effect, because '_media_type' is not 'voice'"
    ),
    Case(
      ["_treatment_waiting_for_agent": "music.wav", "_media_type": "chat"],
      .ignored,
      "'_treatment_waiting_for_agent' is 'music.wav' without effect, because '_media_type' is not 'voice'"
    ),
    Case(
      inbound(["_max_dial_attempts": "5"]),
      .ignored,
      "'_max_dial_attempts' is '5' without effect, because '_call_direction' is not 'USERTERMINATED'"
    ),
    Case(
      inbound(["_userterminated_first_connect_party": "AGENT"]),
      .ignored,
      """
      '_userterminated_first_connect_party' is 'AGENT' without effect, because '_call_direction' is not \
      'USERTERMINATED'
      """
    ),
    Case(
      ["_business_hours_service": nil, "_capacity_service": nil, "_max_request_by_time_bucket": "5"],
      .ignored,
      """
      '_max_request_by_time_bucket' is '5' without effect, because '_business_hours_service' is not set
      """
    ),
    Case(
      [
        "_business_hours_service": nil, "_capacity_service": nil,
        "_enable_reject_out_of_office_hours": "true",
      ],
      .ignored,
      """
      '_enable_reject_out_of_office_hours' is 'true' without effect, because '_business_hours_service' is not set
      """
    ),
    Case(
      ["_throttle_callbacks_per_service_2": "100"],
      .contradictory,
      """
      '_throttle_callbacks_per_service_2' is '100', which contradicts '_throttle_callbacks_per_service_1'
      """
    ),
    Case(
      ["_ttl": "600"],
      .contradictory,
      "'_ttl' is '600', which contradicts '_urs_queued_ttl'"
    ),
    Case(
      ["_min_queue_wait": "20000"],
      .contradictory,
      "'_urs_queued_ttl' is '14400', which contradicts '_min_queue_wait'"
    ),
    Case(
      [
        "_urs_queued_ttl": "119",
        "_target": #"[{"target":"a@S.GA","timeout":60},{"target":"b@S.GA","timeout":60}]"#,
      ],
      .contradictory,
      "'_urs_queued_ttl' is '119', which contradicts '_target'"
    ),
    Case(
      ["_request_time_bucket": "120"],
      .contradictory,
      "'_request_time_bucket' is '120', which contradicts '_capacity_service'"
    ),
    Case(
      ["_capacity_service": nil],
      .missing,
      "'_capacity_service' is not set, which scenario 'user-terminated-scheduled' asks for"
    ),
    Case(
      ["_target": "a@S.A", "_overwritable_options": "_ors, _target"],
      .used,
      "'_target' is 'a@S.A', unless a request says otherwise"
    ),
  ]

  @Test(arguments: cases)
  func finds(_ expected: Case) throws {
    // As in the scenario for which the fixture stands, so that only the change can be at fault.
    let base: [String: String?] = ["_wait_for_agent": "true", "_max_request_by_time_bucket": nil]
    var changes = base.merging(expected.changes) { $1 }
    if expected.sentence.contains("contradicts '_wait_for_agent'") { changes["_wait_for_agent"] = "false" }
    let configuration = Fixture.setting("Scheduled", changes)
    try validator.check(configuration)
    let found = validator.findings(configuration).filter { $0.sentence == expected.sentence }
    #expect(
      found.map(\.verdict) == [expected.verdict],
      "\(validator.findings(configuration).map(\.sentence))"
    )
    #expect(found.first?.place == .service("Scheduled"))
    #expect(found.first?.isProblem == (expected.verdict != .used))
    // Without the change nobody says it.
    let before = validator.findings(Fixture.setting("Scheduled", base)).map(\.sentence)
    #expect(!before.contains(expected.sentence))
  }

  /// What is not against anything is not reported.
  @Test(
    arguments: [
      [
        "_urs_queued_ttl": "120",
        "_target": #"[{"target":"a@S.GA","timeout":60},{"target":"b@S.GA","timeout":60}]"#,
      ],
      ["_throttle_callbacks_per_service_2": "500"], ["_ttl": "14400"], ["_min_queue_wait": "14400"],
      ["_agent_preview": "$preview$"], ["_wait_for_agent": "$wait$", "_wait_for_user_confirm": "true"],
      ["_call_direction": "$way$", "_resource_group": "DNIS"],
      ["_notification_reminder_buffer": "300", "_user_confirm_timeout": "30", "_provide_code": "false"],
      ["_enable_status_notification": "subscribe_notify", "_status_notification_type": "orscb"],
      ["_request_time_bucket": "60"], ["_ttl": "$ttl$"],
      [
        "_agent_preview": "true", "_userterminated_first_connect_party": "AGENT",
        "_agent_preview_timeout": "9",
      ],
    ] as [[String: String]]
  )
  func isFine(_ changes: [String: String]) throws {
    var all: [String: String?] = ["_wait_for_agent": "true", "_target": "a@S.A", "_urs_virtual_queue": "q"]
    for (option, value) in changes { all[option] = value }
    let configuration = Fixture.setting("Scheduled", all)
    let problems = try validator.findings(service: "Scheduled", in: configuration).filter(\.isProblem)
    #expect(problems.map(\.sentence) == [])
  }

  /// Each scenario, with what it requires and recommends, is in order, and is known for what it is.
  @Test(arguments: try TemplateCatalog.builtIn.template(named: "callback").scenarios)
  func scenariosAreInOrder(_ scenario: Scenario) throws {
    let named: [String: String] = [
      "_resource_group": "DNIS", "_business_hours_service": "New York", "_capacity_service": "Places",
      "_target": "a@S.A", "_urs_virtual_queue": "q",
    ]
    var options = Options()
    for option in scenario.required + scenario.recommended { options[option] = named[option] }
    let configuration = try ServiceEditor().create(
      "s",
      template: "callback",
      scenario: scenario.name,
      options: options,
      in: Fixture.configuration
    )
    let problems = try validator.findings(service: "s", in: configuration).filter(\.isProblem)
    #expect(problems.map(\.sentence) == [])
    #expect(try ConfiguredService("s", in: configuration).scenario?.name == scenario.name)
  }

  @Test
  func whatIsOfNoScenarioHasNone() throws {
    let odd = ["_type": "ors", "_service": "callback", "_wait_for_user_confirm": "true"] as Options
    #expect(try ConfiguredService("s", odd).scenario == nil)
  }

  @Test
  func groupsAndSections() {
    let configuration = Configuration(
      options: [
        "callback": ["filter-keys": "_a,_a", "returned_keys": "_b", "callback_column_alias": ""],
        "calback": [:], "log": ["verbose": "all"],
      ],
      resources: ["DNIS": ResourceGroup(numbers: ["1"])],
      patterns: ["bad": ["x": "1"], "none": [:]]
    )
    let found = validator.findings(configuration)
    #expect(
      found.map { "\($0.verdict) \($0.weight) \($0)" } == [
        "unused notable resource.DNIS: no service names it", "used routine pattern.bad: 'x' is '1'",
        "unused notable pattern.bad: no service names it",
        "missing problem pattern.none: there is no pattern to match",
        "unused notable pattern.none: no service names it",
        "unknown problem calback: nothing reads this section; it is kept; did you mean 'callback'?",
        "ignored routine callback: 'callback_column_alias' is set to nothing",
        "used routine callback: 'filter-keys' is '_a,_a'",
        """
        unknown problem callback: 'returned_keys' is not an option of section 'callback'; it is kept; did you \
        mean 'returned-keys'?
        """, "unknown notable log: nothing reads this section; it is kept",
      ]
    )
  }

  @Test
  func theOldSpellingOfBuiltinIsTold() throws {
    let found = try validator.findings(service: "Places", in: Fixture.configuration).first {
      $0.option == "_type"
    }
    #expect(found?.sentence == "'_type' is 'built-in', which is read as 'builtin'")
    #expect(found?.verdict == .used)
    #expect(found?.weight == .routine)
  }
}
