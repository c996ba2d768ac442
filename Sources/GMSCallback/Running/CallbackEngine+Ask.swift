public import GMSCore

extension CallbackEngine {
  /// Answers what a device or an agent's desktop asks of a running callback, as
  /// `POST /genesys/1/service/{id}/{request}` does.
  ///
  /// - Parameters:
  ///   - request: What is asked.
  ///   - id: The callback.
  ///   - parameters: The request's parameters.
  ///   - context: What the request is given.
  /// - Returns: The HTTP status and the body.
  /// - Throws: `CallbackError` with code `unknownCallback`, `wrongState`, or about a parameter.
  public func ask(
    _ request: RunningRequest,
    of id: String,
    _ parameters: Options = [:],
    _ context: RequestContext
  ) throws -> ServiceResponse {
    switch request {
    case .connect: try connect(id, parameters, context)
    case .checkQueuePosition: try checkQueuePosition(id, parameters, context)
    case .chat: try openChat(id, parameters, context)
    case .internalNotification: try notifyDevice(id, parameters, context)
    case .retrieveNotifications: try retrieveNotifications(id, parameters, context)
    case .agentNotification: try notifyAgent(id, parameters, context)
    case .retrieveAgentNotifications: try retrieveAgentNotifications(id, parameters, context)
    case .confirmationDialog, .confirmationDialogWithCode: try confirmationDialog(request, id, parameters)
    }
  }
}
