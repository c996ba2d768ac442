public import GMSCore

extension CallbackAnswer {
  /// GMS's answer to `check-queue-position`: numbers, and "n/a" for a wait that is unknown.
  ///
  ///     {"_position":2,"_eta":"n/a","_total_waiting":2,"_agent_ready_threshold_passed":true,
  ///      "_agent_ready_threshold_passed_reason":"eta n/a"}
  public static func position(_ position: QueuePosition, _ readiness: AgentReadiness) -> JSONValue {
    [
      "_position": .integer(Int64(position.position)),
      "_eta": position.eta.map { .integer(Int64($0)) } ?? .string("n/a"),
      "_total_waiting": .integer(Int64(position.totalWaiting)),
      "_agent_ready_threshold_passed": .bool(readiness.isPassed),
      "_agent_ready_threshold_passed_reason": .string(readiness.reason),
    ]
  }
}
