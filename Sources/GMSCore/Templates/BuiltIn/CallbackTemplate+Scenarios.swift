extension CallbackTemplate {
  /// The common default configurations.
  static let scenarios: [Scenario] = [
    Scenario(
      name: "user-originated-immediate",
      summary: "The customer is given an access number and calls at once.",
      values: [
        "_type": "ors", "_service": "callback", "_ttl": "86400", "_provide_code": "false",
        "_call_direction": "USERORIGINATED", "_media_type": "voice",
        "_wait_for_agent": "false", "_wait_for_user_confirm": "false",
        "_userterminated_first_connect_party": "CUSTOMER",
      ],
      required: ["_resource_group"],
      recommended: ["_target", "_urs_virtual_queue"]
    ),
    Scenario(
      name: "user-originated-delayed",
      summary: "The customer is told when an agent is there, confirms, is given an access number and calls.",
      values: [
        "_type": "ors", "_service": "callback", "_ttl": "86400", "_provide_code": "false",
        "_call_direction": "USERORIGINATED", "_media_type": "voice",
        "_wait_for_agent": "true", "_wait_for_user_confirm": "true",
        "_userterminated_first_connect_party": "CUSTOMER",
      ],
      required: ["_resource_group"],
      recommended: ["_target", "_urs_virtual_queue"]
    ),
    Scenario(
      name: "user-terminated-immediate",
      summary: "The customer is dialled at once and waits for an agent on the call.",
      values: [
        "_type": "ors", "_service": "callback", "_ttl": "86400", "_provide_code": "false",
        "_call_direction": "USERTERMINATED", "_media_type": "voice",
        "_wait_for_agent": "false", "_wait_for_user_confirm": "false",
        "_userterminated_first_connect_party": "CUSTOMER",
      ],
      recommended: ["_target", "_urs_virtual_queue"]
    ),
    Scenario(
      name: "user-terminated-delayed",
      summary: "An agent is found, then customer and agent are dialled one after the other.",
      values: [
        "_type": "ors", "_service": "callback", "_ttl": "86400", "_provide_code": "false",
        "_call_direction": "USERTERMINATED", "_media_type": "voice",
        "_wait_for_agent": "true", "_wait_for_user_confirm": "false",
        "_userterminated_first_connect_party": "CUSTOMER",
      ],
      recommended: ["_target", "_urs_virtual_queue"]
    ),
    Scenario(
      name: "user-terminated-scheduled",
      summary:
        "The customer chooses a time in the office hours and is called then, as in the delayed scenario.",
      values: [
        "_type": "ors", "_service": "callback", "_ttl": "86400", "_provide_code": "false",
        "_call_direction": "USERTERMINATED", "_media_type": "voice",
        "_wait_for_agent": "true", "_wait_for_user_confirm": "false",
        "_userterminated_first_connect_party": "CUSTOMER",
      ],
      recommended: ["_business_hours_service", "_capacity_service", "_target", "_urs_virtual_queue"]
    ),
    Scenario(
      name: "user-terminated-delayed-agent-preview",
      summary:
        "An agent sees the callback and takes or rejects it; then the agent is dialled, then the customer.",
      values: [
        "_type": "ors", "_service": "callback", "_ttl": "86400", "_provide_code": "false",
        "_call_direction": "USERTERMINATED", "_media_type": "voice",
        "_wait_for_agent": "true", "_wait_for_user_confirm": "false",
        "_userterminated_first_connect_party": "AGENT", "_agent_preview": "true",
      ],
      recommended: ["_target", "_urs_virtual_queue"]
    ),
    Scenario(
      name: "chat-immediate",
      summary: "The customer starts to chat at once.",
      values: [
        "_type": "ors", "_service": "callback", "_ttl": "86400", "_provide_code": "false",
        "_media_type": "chat",
        "_wait_for_agent": "false", "_wait_for_user_confirm": "false",
        "_userterminated_first_connect_party": "CUSTOMER",
      ],
      recommended: ["_target", "_urs_virtual_queue"]
    ),
    Scenario(
      name: "chat-delayed",
      summary: "The customer is told when an agent is there, confirms, and starts to chat.",
      values: [
        "_type": "ors", "_service": "callback", "_ttl": "86400", "_provide_code": "false",
        "_media_type": "chat",
        "_wait_for_agent": "true", "_wait_for_user_confirm": "true",
        "_userterminated_first_connect_party": "CUSTOMER",
      ],
      recommended: ["_target", "_urs_virtual_queue"]
    ),
  ]
}
