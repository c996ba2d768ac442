import GMSCore

extension CallbackEngine {
  /// `check-queue-position`: where the callback stands in line, for a device that polls.
  ///
  ///     {"_position":2,"_eta":30,"_total_waiting":2,"_agent_ready_threshold_passed":true,
  ///      "_agent_ready_threshold_passed_reason":"eta <= 35 and position <=5 "}
  ///
  /// `_eta` is in whole seconds, or "n/a". The request takes no parameters; those it brings change nothing.
  ///
  /// - Throws: `CallbackError` with code `unknownCallback`, or `notInQueue`, which GMS does not document.
  func checkQueuePosition(_ id: String, _ parameters: Options, _ context: RequestContext) throws
    -> ServiceResponse
  {
    try store.read { reader in
      let callback = try callback(id, for: .view, reader)
      guard let position = try position(of: callback, at: context.now, reader) else {
        throw CallbackError.notInQueue(callback)
      }
      let service = try configuredService(of: callback, reader)
      return ServiceResponse(CallbackAnswer.position(position, try AgentReadiness(position, service)))
    }
  }
}
