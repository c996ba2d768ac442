extension CallbackTemplate {
  /// What makes the service what it is.
  static let general: [OptionDefinition] = [
    .init(
      "_type",
      .mandatory,
      .choice(["ors"]),
      category: .general,
      "That the service is an orchestrated one."
    ),
    .init(
      "_service",
      .mandatory,
      .text,
      category: .general,
      "'callback', or the address of an SCXML document of one's own beside '_service_type'."
    ),
    .init(
      "_service_type",
      .choice([name]),
      category: .general,
      "What the service is when '_service' is the address of a document."
    ),
    .init(
      "_ors",
      .text,
      category: .general,
      "The orchestration servers to which requests are submitted."
    ),
    .init(
      "_overwritable_options",
      .namesAmong(["_ors", "_target"]),
      category: .general,
      "The options whose value in a request wins over the configured one."
    ),
    .init(
      "_media_type",
      .mandatory,
      .choice(["voice", "chat"]),
      default: "voice",
      category: .general,
      "The medium over which customer and agent meet."
    ),
    // GMS documents no default. This one needs no access numbers, so a service without scenario can run.
    .init(
      "_call_direction",
      .mandatory,
      .choice(["USERORIGINATED", "USERTERMINATED"]),
      default: "USERTERMINATED",
      category: .general,
      "Whether the customer makes the call (USERORIGINATED) or receives it (USERTERMINATED)."
    ),
    // GMS documents no default; false is the value of the scenarios that ask for least.
    .init(
      "_wait_for_agent",
      .mandatory,
      .boolean,
      default: "false",
      category: .general,
      "Whether an agent must be there before customer and agent are connected."
    ),
    .init(
      "_wait_for_user_confirm",
      .mandatory,
      .boolean,
      default: "false",
      category: .general,
      "Whether the customer is asked to confirm once an agent is there."
    ),
    .init(
      "_ttl",
      .mandatory,
      .someSeconds,
      default: "86400",
      category: .general,
      "How long after its desired time a callback is kept."
    ),
    .init(
      "_service_groups",
      .names,
      category: .general,
      "The groups through which accounts may see this service."
    ),
    .init(
      "_paused_services_list",
      .names,
      category: .general,
      "The services whose queued callbacks are paused."
    ),
    .init(
      "_orig_service_id",
      .requestParameter,
      .text,
      category: .general,
      "The id of the service that asked for this one."
    ),
  ]
}
