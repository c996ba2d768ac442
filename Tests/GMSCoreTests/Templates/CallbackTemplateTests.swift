import GMSCore
import Testing

/// The callback template against the documented table of options and scenarios.
struct CallbackTemplateTests {
  static let template = TemplateCatalog.builtIn.templates.first { $0.name == "callback" }

  /// Every option that GMS documents, with its default; nil where there is none.
  static let defaults: [(option: String, value: String?)] = [
    ("_agent_preview", "false"), ("_agent_preview_allow_reject", "0"), ("_agent_preview_timeout", "30"),
    ("_agent_ready_eta_threshold", "35"), ("_agent_ready_position_threshold", "5"),
    ("_agent_transfer_confirm_timeout", "0"), ("_attach_udata", "single_json"),
    ("_booking_expiration_timeout", "30"), ("_business_hours_service", nil), ("_capacity_service", nil),
    ("_customer_lookup_keys", "_customer_number"), ("_default_country", "US"),
    ("_desired_connect_time_threshold", "180"), ("_device_notification_id", nil), ("_device_os", nil),
    ("_dial_retry_timeout", "300"), ("_disallow_impossible_phone_numbers", "true"),
    ("_disallow_premium_phone_numbers", "true"), ("_enable_in_queue_checking", "true"),
    ("_enable_notification_reminder", "false"), ("_enable_reject_out_of_office_hours", "false"),
    ("_enable_status_notification", "false"), ("_exceptions", nil),
    ("_mandatory_customer_lookup_keys", "_customer_number"), ("_max_dial_attempts", "3"),
    ("_max_notify_delivery_attempts", "3"),
    ("_max_number_of_user_availability_confirmation_attempts", "3"), ("_max_ors_submit_attempts", "3"),
    ("_max_queued_callbacks_per_service", "1000"), ("_max_request_by_time_bucket", "100"),
    ("_max_time_to_wait_for_agent_on_the_call", "3600"), ("_max_transfer_to_agent_attempts", nil),
    ("_media_type", "voice"), ("_min_queue_wait", "0"), ("_notification_reminder_buffer", "300"),
    ("_on_user_confirm_timeout", "CONNECT-ANYWAY"), ("_orig_service_id", nil),
    ("notify_params", nil), ("_status_notification_events", nil),
    ("_paused_services_list", nil), ("_provide_code", "false"), ("_reject_future_desired_time", "1M"),
    ("_request_execution_time_buffer", "120"), ("_request_queue_time_stat", nil),
    ("_request_time_bucket", "5"), ("_resource_group", nil), ("_service_groups", nil),
    ("_snooze_duration", "300"), ("_status_notification_debug", "false"),
    ("_status_notification_provider", nil), ("_status_notification_target", nil),
    ("_status_notification_type", "httpcb"), ("_target", nil),
    ("_throttle_callbacks_per_service_1", "500"), ("_throttle_callbacks_per_service_2", "1000"),
    ("_throttle_request_parameters", "_customer_number"), ("_throttle_request_parameters_limit", "6"),
    ("_treatment_find_agent_fail", nil), ("_treatment_waiting_for_agent", nil), ("_ttl", "86400"),
    ("_urs_prioritization_strategy", "WaitForTarget"), ("_urs_queued_ttl", "14400"),
    ("_urs_strategy_update_sub_routine", "SetRouteDelay"), ("_urs_virtual_queue", nil),
    ("_use_debug_push_certificate", "false"), ("_user_confirm_timeout", "30"),
    ("_userorig_connect_limit", "3"), ("_userterminated_first_connect_party", "CUSTOMER"),
    ("_wait_for_user_confirm", "false"), ("_wait_for_agent", "false"), ("_call_direction", "USERTERMINATED"),
    ("_type", nil), ("_service", nil), ("_service_type", nil), ("_ors", nil), ("_overwritable_options", nil),
    ("_desired_time", nil), ("_customer_number", nil), ("_channel", nil), ("_urs_priority", nil),
  ]

  @Test
  func hasEveryDocumentedOptionWithItsDefault() throws {
    let template = try #require(CallbackTemplateTests.template)
    for (option, value) in CallbackTemplateTests.defaults {
      let definition = try #require(template.definition(of: option), "\(option)")
      #expect(definition.defaultValue == value, "\(option)")
    }
    // Nothing else, so that an option that is added is added here too.
    #expect(
      Set(template.options.map(\.name.description)) == Set(CallbackTemplateTests.defaults.map(\.option))
    )
    #expect(CallbackTemplateTests.defaults.count == template.options.count)
  }

  /// The kinds that GMS shows for some of its options.
  static let kinds: [(option: String, kind: OptionKind)] = [
    ("_max_ors_submit_attempts", .optional), ("_max_time_to_wait_for_agent_on_the_call", .mandatory),
    ("_media_type", .mandatory), ("_snooze_duration", .mandatory), ("_orig_service_id", .requestParameter),
    ("_booking_expiration_timeout", .mandatory), ("_provide_code", .mandatory), ("_ttl", .mandatory),
    ("_userterminated_first_connect_party", .mandatory), ("_wait_for_agent", .mandatory),
  ]

  @Test
  func hasTheDocumentedKinds() throws {
    let template = try #require(CallbackTemplateTests.template)
    for (option, kind) in CallbackTemplateTests.kinds {
      #expect(template.definition(of: option)?.kind == kind, "\(option)")
    }
  }

  struct Choice: CustomTestStringConvertible, Sendable {
    let option: String
    let type: OptionType

    var testDescription: String { option }
  }

  static let choices: [Choice] = [
    Choice(option: "_call_direction", type: .choice(["USERORIGINATED", "USERTERMINATED"])),
    Choice(option: "_media_type", type: .choice(["voice", "chat"])),
    Choice(option: "_userterminated_first_connect_party", type: .choice(["CUSTOMER", "AGENT"])),
    Choice(
      option: "_attach_udata",
      type: .choice(["single_json", "separate_keys", "gms_storage_id", "data_id"])
    ),
    Choice(option: "_enable_in_queue_checking", type: .choice(["true", "strict", "false"])),
    Choice(option: "_enable_status_notification", type: .choice(["false", "subscribe_notify", "notify"])),
    Choice(option: "_status_notification_type", type: .choice(["httpcb", "orscb"])),
    Choice(option: "_request_time_bucket", type: .integers([5, 10, 15, 20, 30, 60, 120])),
    Choice(option: "_booking_expiration_timeout", type: .seconds(5...1800)),
    Choice(option: "_business_hours_service", type: .service(template: "office-hours")),
    Choice(option: "_capacity_service", type: .service(template: "capacity")),
    Choice(option: "_exceptions", type: .patternGroup),
    Choice(option: "_resource_group", type: .resourceGroup),
    Choice(option: "_reject_future_desired_time", type: .duration),
  ]

  @Test(arguments: choices)
  func hasTheDocumentedValues(_ choice: Choice) throws {
    let template = try #require(CallbackTemplateTests.template)
    #expect(template.definition(of: choice.option)?.type == choice.type)
  }

  struct Row: CustomTestStringConvertible, Sendable {
    let scenario: String
    let direction: String?
    let media: String
    let waitsForAgent: String
    let confirms: String
    var firstParty = "CUSTOMER"
    var preview: String?
    var required: [String] = []

    var testDescription: String { scenario }
  }

  static let scenarios: [Row] = [
    Row(
      scenario: "user-originated-immediate",
      direction: "USERORIGINATED",
      media: "voice",
      waitsForAgent: "false",
      confirms: "false",
      required: ["_resource_group"]
    ),
    Row(
      scenario: "user-originated-delayed",
      direction: "USERORIGINATED",
      media: "voice",
      waitsForAgent: "true",
      confirms: "true",
      required: ["_resource_group"]
    ),
    Row(
      scenario: "user-terminated-immediate",
      direction: "USERTERMINATED",
      media: "voice",
      waitsForAgent: "false",
      confirms: "false"
    ),
    Row(
      scenario: "user-terminated-delayed",
      direction: "USERTERMINATED",
      media: "voice",
      waitsForAgent: "true",
      confirms: "false"
    ),
    Row(
      scenario: "user-terminated-scheduled",
      direction: "USERTERMINATED",
      media: "voice",
      waitsForAgent: "true",
      confirms: "false"
    ),
    Row(
      scenario: "user-terminated-delayed-agent-preview",
      direction: "USERTERMINATED",
      media: "voice",
      waitsForAgent: "true",
      confirms: "false",
      firstParty: "AGENT",
      preview: "true"
    ),
    Row(
      scenario: "chat-immediate",
      direction: nil,
      media: "chat",
      waitsForAgent: "false",
      confirms: "false"
    ),
    Row(scenario: "chat-delayed", direction: nil, media: "chat", waitsForAgent: "true", confirms: "true"),
  ]

  @Test(arguments: scenarios)
  func scenarioHasItsValues(_ row: Row) throws {
    let template = try #require(CallbackTemplateTests.template)
    let scenario = try template.scenario(named: row.scenario)
    var values: Options = [
      "_type": "ors", "_service": "callback", "_ttl": "86400", "_provide_code": "false",
      "_media_type": row.media, "_wait_for_agent": row.waitsForAgent, "_wait_for_user_confirm": row.confirms,
      "_userterminated_first_connect_party": row.firstParty,
    ]
    values["_call_direction"] = row.direction
    values["_agent_preview"] = row.preview
    #expect(scenario.values == values)
    #expect(scenario.required == row.required)
    for option in scenario.required + scenario.recommended {
      #expect(template.definition(of: option) != nil, "\(option)")
    }
  }

  @Test
  func hasTheseEightScenariosAndNamesTheNearestForAnother() throws {
    let template = try #require(CallbackTemplateTests.template)
    #expect(template.scenarios.map(\.name) == CallbackTemplateTests.scenarios.map(\.scenario))
    let error = try #require(throws: CoreError.self) {
      try template.scenario(named: "user-terminated-schedule")
    }
    #expect(error.code == .unknownScenario)
    #expect(error["suggestion"] == "user-terminated-scheduled")
    #expect(
      error.description.hasPrefix(
        "template 'callback' has no scenario 'user-terminated-schedule'; it has user-o"
      )
    )
  }
}
