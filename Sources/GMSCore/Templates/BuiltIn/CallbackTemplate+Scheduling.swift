extension CallbackTemplate {
  /// When callbacks may be, and when they are submitted.
  static let scheduling: [OptionDefinition] = [
    .init(
      "_business_hours_service",
      .service(template: OfficeHoursTemplate.name),
      category: .scheduling,
      "The office hours in which callbacks can be scheduled."
    ),
    .init(
      "_capacity_service",
      .service(template: CapacityTemplate.name),
      category: .scheduling,
      "The capacity that says how many callbacks each time bucket takes."
    ),
    .init(
      "_request_time_bucket",
      .integers([5, 10, 15, 20, 30, 60, 120]),
      default: "5",
      category: .scheduling,
      "The length of a time bucket, in minutes."
    ),
    .init(
      "_max_request_by_time_bucket",
      .count,
      default: "100",
      category: .scheduling,
      "How many callbacks each time bucket takes; '_capacity_service' replaces it."
    ),
    .init(
      "_reject_future_desired_time",
      .duration,
      default: "1M",
      category: .scheduling,
      "How far ahead a callback can be scheduled."
    ),
    .init(
      "_enable_reject_out_of_office_hours",
      .boolean,
      default: "false",
      category: .scheduling,
      "Whether an immediate request is refused while the office is closed."
    ),
    .init(
      "_desired_connect_time_threshold",
      .advanced,
      .anySeconds,
      default: "180",
      category: .scheduling,
      "How near the desired time must be for the callback to count as due."
    ),
    // Inferred: GMS submits somewhat earlier than it considers a callback due.
    .init(
      "_request_execution_time_buffer",
      .advanced,
      .anySeconds,
      default: "120",
      category: .scheduling,
      "How long before its desired time a callback is submitted."
    ),
    .init(
      "_max_ors_submit_attempts",
      .advanced,
      .integer(1...1000),
      default: "3",
      category: .scheduling,
      "How often submitting is tried before the callback ends as SUBMIT_FAILED."
    ),
    .init(
      "_desired_time",
      .requestParameter,
      .text,
      category: .scheduling,
      "When the customer wants to be called; without it, at once."
    ),
  ]
}
