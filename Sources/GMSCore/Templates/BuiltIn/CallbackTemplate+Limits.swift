extension CallbackTemplate {
  /// What is refused because there is too much of it.
  static let limits: [OptionDefinition] = [
    .init(
      "_enable_in_queue_checking",
      .choice(["true", "strict", "false"]),
      default: "true",
      category: .limits,
      "How many callbacks in queue one number may have: two (true), one (strict), any (false)."
    ),
    .init(
      "_max_queued_callbacks_per_service",
      .count,
      default: "1000",
      category: .limits,
      "How many immediate callbacks of the service may be in queue."
    ),
    .init(
      "_throttle_callbacks_per_service_1",
      .count,
      default: "500",
      category: .limits,
      "How many callbacks of the service may be requested in 5 minutes."
    ),
    .init(
      "_throttle_callbacks_per_service_2",
      .count,
      default: "1000",
      category: .limits,
      "How many callbacks of the service may be requested in an hour."
    ),
    .init(
      "_throttle_request_parameters",
      .names,
      default: "_customer_number",
      category: .limits,
      "The request parameters of which one value can make only so many requests a day."
    ),
    .init(
      "_throttle_request_parameters_limit",
      .count,
      default: "6",
      category: .limits,
      "How many requests a day one value of '_throttle_request_parameters' can make."
    ),
  ]

  /// Who the customer is, and what is known of the number.
  static let customer: [OptionDefinition] = [
    .init(
      "_customer_lookup_keys",
      .names,
      default: "_customer_number",
      category: .customer,
      "The properties that are answered with each callback and by which it can be found."
    ),
    .init(
      "_mandatory_customer_lookup_keys",
      .names,
      default: "_customer_number",
      category: .customer,
      "The properties that a request must bring."
    ),
    .init(
      "_default_country",
      .country,
      default: "US",
      category: .customer,
      "The country of numbers that are given without one."
    ),
    .init(
      "_disallow_impossible_phone_numbers",
      .boolean,
      default: "true",
      category: .customer,
      "Whether numbers that nobody can have are refused."
    ),
    .init(
      "_disallow_premium_phone_numbers",
      .boolean,
      default: "true",
      category: .customer,
      "Whether numbers that cost the caller extra are refused."
    ),
    .init(
      "_exceptions",
      .patternGroup,
      category: .customer,
      "The patterns of numbers that are not called; they are compared with '+' before the number."
    ),
    .init(
      "_attach_udata",
      .choice(["single_json", "separate_keys", "gms_storage_id", "data_id"]),
      default: "single_json",
      category: .customer,
      "How the customer's data reach the agent: in one JSON text, key by key, or by their id in the storage."
    ),
    .init(
      "_customer_number",
      .requestParameter,
      .text,
      category: .customer,
      "The number to call, or the number that will call."
    ),
  ]
}
