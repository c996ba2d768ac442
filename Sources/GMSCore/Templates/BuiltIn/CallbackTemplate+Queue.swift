extension CallbackTemplate {
  /// Waiting for an agent, and the agent's look at the callback.
  static let queue: [OptionDefinition] = [
    .init(
      "_urs_virtual_queue",
      .text,
      category: .queue,
      "The virtual queue that callbacks wait in; without one, the service's own name."
    ),
    .init(
      "_target",
      .target,
      category: .queue,
      "The agents that are asked; without one, the service's own name."
    ),
    .init(
      "_urs_queued_ttl",
      .someSeconds,
      default: "14400",
      category: .queue,
      "How long a callback waits for an agent before it ends."
    ),
    .init(
      "_urs_prioritization_strategy",
      .advanced,
      .text,
      default: "WaitForTarget",
      category: .queue,
      "The routing strategy that orders the queue."
    ),
    .init(
      "_urs_strategy_update_sub_routine",
      .advanced,
      .text,
      default: "SetRouteDelay",
      category: .queue,
      "The routing subroutine that changes a waiting request."
    ),
    .init(
      "_request_queue_time_stat",
      .text,
      category: .queue,
      "The statistic that tells how long the wait is."
    ),
    // GMS documents no default; 0 makes no one wait who need not.
    .init(
      "_min_queue_wait",
      .anySeconds,
      default: "0",
      category: .queue,
      "How long a callback waits at least, even when an agent is free."
    ),
    // GMS documents these two thresholds by an example only, whose numbers are the defaults.
    .init(
      "_agent_ready_eta_threshold",
      .anySeconds,
      default: "35",
      category: .queue,
      "From which estimated wait on an agent counts as nearly there."
    ),
    .init(
      "_agent_ready_position_threshold",
      .count,
      default: "5",
      category: .queue,
      "From which position in the queue on an agent counts as nearly there."
    ),
    .init(
      "_agent_preview",
      .boolean,
      default: "false",
      category: .agentPreview,
      "Whether the agent sees the callback, and takes or rejects it, before anyone is called."
    ),
    .init(
      "_agent_preview_allow_reject",
      .count,
      default: "0",
      category: .agentPreview,
      "How often agents may reject a callback before it ends."
    ),
    // GMS documents no default; as long as a customer has to confirm.
    .init(
      "_agent_preview_timeout",
      .someSeconds,
      default: "30",
      category: .agentPreview,
      "How long an agent has to decide."
    ),
  ]
}
