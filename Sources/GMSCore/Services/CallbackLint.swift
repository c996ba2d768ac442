/// What the options of a callback service say against each other, and what they leave unsaid.
///
/// None of it is refused: each has a meaning, only hardly the intended one.
struct CallbackLint {
  private let service: ConfiguredService
  private let configuration: Configuration
  private let catalog: TemplateCatalog

  /// A look at one service, each of whose options is sound by itself.
  init(_ service: ConfiguredService, in configuration: Configuration, catalog: TemplateCatalog) {
    self.service = service
    self.configuration = configuration
    self.catalog = catalog
  }

  /// What concerns several options together.
  var findings: [OptionFinding] { contradictions + unsaid }

  // MARK: - Options without effect

  /// Options that mean something only where another option has one value.
  private static let conditions: [(other: String, value: String, options: [String])] = [
    ("_enable_notification_reminder", "true", ["_notification_reminder_buffer"]),
    ("_agent_preview", "true", ["_agent_preview_allow_reject", "_agent_preview_timeout"]),
    (
      "_wait_for_user_confirm", "true",
      [
        "_user_confirm_timeout", "_on_user_confirm_timeout",
        "_max_number_of_user_availability_confirmation_attempts",
      ]
    ),
    (
      "_media_type", "voice",
      [
        "_resource_group", "_provide_code", "_booking_expiration_timeout", "_userorig_connect_limit",
        "_max_dial_attempts", "_dial_retry_timeout", "_treatment_find_agent_fail",
        "_treatment_waiting_for_agent",
      ]
    ),
    (
      "_call_direction", "USERORIGINATED",
      ["_resource_group", "_provide_code", "_booking_expiration_timeout", "_userorig_connect_limit"]
    ),
    (
      "_call_direction", "USERTERMINATED",
      ["_max_dial_attempts", "_dial_retry_timeout", "_userterminated_first_connect_party"]
    ),
  ]

  /// Options that mean something only where another option is set at all.
  private static let companions: [(other: String, options: [String])] = [
    (
      "_business_hours_service",
      [
        "_capacity_service", "_request_time_bucket", "_max_request_by_time_bucket",
        "_enable_reject_out_of_office_hours",
      ]
    )
  ]

  private static let statusOptions: Set<String> = [
    "_status_notification_type", "_status_notification_target", "_status_notification_provider",
    "_status_notification_debug",
  ]

  /// What there is to say of one option that is configured and sound.
  ///
  /// A value that is the template's default says nothing, so it is used wherever it stands.
  static func kind(
    of option: String,
    _ value: String,
    _ definition: OptionDefinition,
    in service: ConfiguredService
  ) -> OptionFinding.Kind {
    if option == "_max_request_by_time_bucket", service["_capacity_service"] != nil {
      return .ignored(because: "_capacity_service")
    }
    if value != definition.defaultValue {
      for condition in conditions where condition.options.contains(option) {
        if let found = service[condition.other], found != condition.value, !OptionToken.isIn(found) {
          return .needsValue(option: condition.other, condition.value)
        }
      }
      for companion in companions where companion.options.contains(option) {
        if service[companion.other] == nil { return .needs(companion.other) }
      }
      if statusOptions.contains(option), service["_enable_status_notification"] == "false" {
        return .needsValue(option: "_enable_status_notification", "notify")
      }
    }
    let overwritable = OptionTextChecker.names(service["_overwritable_options"] ?? "") ?? []
    return overwritable.contains(option) ? .overwritable : .used
  }

  // MARK: - Contradictions

  private var contradictions: [OptionFinding] {
    var findings: [OptionFinding] = []
    func add(_ option: String, contradicts other: String) {
      findings.append(finding(option, .contradicts(other)))
    }
    if service["_wait_for_user_confirm"] == "true", isFalse("_wait_for_agent") {
      add("_wait_for_user_confirm", contradicts: "_wait_for_agent")
    }
    if service["_agent_preview"] == "true" {
      // The agent can look at a callback only before anyone is called, and only the system's calls wait for that.
      if service["_media_type"] == "chat" {
        add("_agent_preview", contradicts: "_media_type")
      } else if service["_call_direction"] == "USERORIGINATED" {
        add("_agent_preview", contradicts: "_call_direction")
      } else if service["_userterminated_first_connect_party"] == "CUSTOMER" {
        add("_agent_preview", contradicts: "_userterminated_first_connect_party")
      }
      if isFalse("_wait_for_agent") { add("_agent_preview", contradicts: "_wait_for_agent") }
    }
    for (option, other) in CallbackLint.notBelow where isBelow(option, other) {
      add(option, contradicts: other)
    }
    if let targets, let time = integer("_urs_queued_ttl"), time < targets.totalTimeout {
      add("_urs_queued_ttl", contradicts: "_target")
    }
    if service["_request_time_bucket"] == "120", losesHours {
      add("_request_time_bucket", contradicts: "_capacity_service")
    }
    if service["_enable_status_notification"] == "notify", service["_status_notification_target"] == nil {
      findings.append(finding("_enable_status_notification", .needs("_status_notification_target")))
    }
    return findings
  }

  /// Numbers of which the first must not be below the second.
  private static let notBelow = [
    ("_desired_connect_time_threshold", "_request_execution_time_buffer"),
    // Who may make fewer in an hour than in five minutes is never stopped by the latter.
    ("_throttle_callbacks_per_service_2", "_throttle_callbacks_per_service_1"),
    // A record that is gone cannot wait for an agent.
    ("_ttl", "_urs_queued_ttl"),
    ("_urs_queued_ttl", "_min_queue_wait"),
  ]

  /// Whether a slot of two hours has another number in its second hour, which then never counts.
  private var losesHours: Bool {
    guard let name = service["_capacity_service"],
      let capacity = try? ConfiguredService(name, in: configuration, catalog: catalog),
      let plan = try? CapacityOptions(capacity)
    else { return false }
    return (Array(plan.week.values) + Array(plan.overrides.values)).contains { hours in
      stride(from: 0, to: 24, by: 2).contains { hours[$0] ?? 0 != hours[$0 + 1] ?? 0 }
    }
  }

  // MARK: - What is not said

  /// Options that have a stand-in, and those that the service's scenario asks for.
  private var unsaid: [OptionFinding] {
    var findings: [OptionFinding] = []
    let standIns = ["_target", "_urs_virtual_queue"]
    for option in standIns where service[option] == nil {
      findings.append(finding(option, .standIn(service.name.text)))
    }
    guard let scenario = service.scenario else { return findings }
    for option in scenario.required + scenario.recommended
    where service[option] == nil && !standIns.contains(option) {
      // A limit of one's own for each bucket does what a capacity service does.
      if option == "_capacity_service", service.options["_max_request_by_time_bucket"] != nil { continue }
      findings.append(finding(option, .missing(scenario: scenario.name)))
    }
    return findings
  }

  // MARK: - Values

  private func finding(_ option: String, _ kind: OptionFinding.Kind) -> OptionFinding {
    OptionFinding(place: .service(service.name.text), option: option, value: service[option], kind: kind)
  }

  /// Whether an option is false, and no token can make it true.
  private func isFalse(_ option: String) -> Bool { service[option] == "false" }

  private func integer(_ option: String) -> Int? { service[option].flatMap(OptionTextChecker.integer) }

  private func isBelow(_ option: String, _ other: String) -> Bool {
    guard let number = integer(option), let bound = integer(other) else { return false }
    return number < bound
  }

  private var targets: TargetList? { service["_target"].flatMap { try? TargetList($0) } }
}
