public import GMSCore

extension CallbackEngine {
  /// Pauses a callback service: it goes onto the list `_paused_services_list` of the section `callback`, and its
  /// callbacks in the queue with which nobody is engaged become PAUSED, all in one transaction.
  ///
  /// One that enters the queue later is paused at once, and one with which an agent or the customer is engaged when it
  /// comes back to waiting. Requests for callbacks are taken as ever. A service that is paused already stays so.
  ///
  /// - Returns: Which callbacks were paused, in the order of the line.
  /// - Throws: `CoreError` with code `notPermitted` for one who may not `configure`, `unknownService`, `wrongTemplate`
  ///   for a service that is none of callbacks, `invalidOption` for a name that no list can hold.
  /// - Complexity: O(n log n) for n callbacks of the service in the queue.
  @discardableResult
  public func pause(_ service: String, _ context: RequestContext) throws -> PauseReport {
    try setPaused(true, service, context)
  }

  /// Resumes a callback service: it goes off the list, and its PAUSED callbacks go on with what they waited for, first
  /// the one that is first in line, all in one transaction.
  ///
  /// What fell due meanwhile is done when time is next moved on, and under the instant of resuming.
  ///
  /// - Returns: Which callbacks were resumed, in the order of the line.
  /// - Throws: as ``pause(_:_:)``.
  /// - Complexity: O(n log n) for n callbacks of the service that are PAUSED.
  @discardableResult
  public func resume(_ service: String, _ context: RequestContext) throws -> PauseReport {
    try setPaused(false, service, context)
  }

  private func setPaused(_ isPaused: Bool, _ service: String, _ context: RequestContext) throws -> PauseReport
  {
    try store.write(context.change) { writer in
      try authority.require(.configure, writer)
      let before = try writer.configuration()
      let after = try ServiceEditor().setPaused(isPaused, service, in: before)
      if after != before { try writer.setConfiguration(after) }
      return PauseReport(
        service: service,
        isPaused: isPaused,
        isChanged: after != before,
        steps: try steps(context, writer).follow(pauseOf: service, isPaused: isPaused, at: context.now)
      )
    }
  }
}
