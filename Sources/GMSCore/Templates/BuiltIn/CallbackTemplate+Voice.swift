extension CallbackTemplate {
  /// Calls by the customer, calls to the customer, and what is heard in them.
  static let voice: [OptionDefinition] = [
    .init(
      "_resource_group",
      .resourceGroup,
      category: .userOriginated,
      "The group of access numbers of which the customer is given one to call."
    ),
    .init(
      "_provide_code",
      .mandatory,
      .boolean,
      default: "false",
      category: .userOriginated,
      "Whether the customer is given an access code with the number."
    ),
    .init(
      "_booking_expiration_timeout",
      .mandatory,
      .seconds(5...1800),
      default: "30",
      category: .userOriginated,
      "How long the access number is kept for the customer."
    ),
    .init(
      "_userorig_connect_limit",
      .integer(1...1000),
      default: "3",
      category: .userOriginated,
      "How often the customer can ask for a connection."
    ),
    .init(
      "_userterminated_first_connect_party",
      .mandatory,
      .choice(["CUSTOMER", "AGENT"]),
      default: "CUSTOMER",
      category: .userTerminated,
      "Who is called first."
    ),
    .init(
      "_max_dial_attempts",
      .integer(1...1000),
      default: "3",
      category: .userTerminated,
      "How often the customer is dialled before the callback ends."
    ),
    // GMS documents no default; five minutes, as for a snooze.
    .init(
      "_dial_retry_timeout",
      .anySeconds,
      default: "300",
      category: .userTerminated,
      "How long after a dial that failed the customer is dialled again."
    ),
    .init(
      "_max_time_to_wait_for_agent_on_the_call",
      .someSeconds,
      default: "3600",
      category: .userTerminated,
      "How long a connected customer waits for an agent."
    ),
    .init(
      "_max_transfer_to_agent_attempts",
      .integer(1...1000),
      category: .userTerminated,
      "How often connecting the agent is tried; without it, until an agent is connected or time runs out."
    ),
    .init(
      "_agent_transfer_confirm_timeout",
      .anySeconds,
      default: "0",
      category: .userTerminated,
      "How long to wait for the agent's connection to be confirmed; 0 does not wait."
    ),
    .init(
      "_treatment_find_agent_fail",
      .text,
      category: .treatment,
      "What the customer hears when no agent was found, as an address or as JSON."
    ),
    .init(
      "_treatment_waiting_for_agent",
      .text,
      category: .treatment,
      "What the customer hears while waiting, as an address or as JSON."
    ),
  ]
}
