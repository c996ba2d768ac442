import GMSCore

// Messages between the agent's desktop and the customer's device, while a callback lives.
//
// GMS documents the four requests by examples. The rest is the library's: asking takes the messages away, so each is
// answered once; those that wait when the callback is COMPLETED can still be asked for until its record goes, but no new
// ones are taken; a message for a device that can be reached by push waits only until it was pushed.
extension CallbackEngine {
  /// `internal-notification`: a message from the agent to the device.
  func notifyDevice(_ id: String, _ parameters: Options, _ context: RequestContext) throws -> ServiceResponse
  {
    try send(.internalNotification, parameters, of: id, context) { callback, message, writer in
      let settings = try DeviceSettings(of: callback, self, writer)
      return (
        .deviceMessage, CallbackNotification.deviceMessage(message, callback.id),
        settings.address(of: callback), settings.maxAttempts
      )
    }
  }

  /// `retrieve-notifications`: the messages that wait for the device, an announced agent among them; `[]` once they were
  /// pushed or asked for.
  func retrieveNotifications(_ id: String, _ parameters: Options, _ context: RequestContext) throws
    -> ServiceResponse
  {
    try RunningRequest.retrieveNotifications.checkNames(of: parameters, known: [])
    return try take(CallbackNotification.Standing.forDevice, of: id, context)
  }

  /// `agent-notification`: a message from the device to the agent.
  func notifyAgent(_ id: String, _ parameters: Options, _ context: RequestContext) throws -> ServiceResponse {
    try send(.agentNotification, parameters, of: id, context) { callback, message, _ in
      (.agentMessage, CallbackNotification.agentMessage(message, callback.id), nil, 1)
    }
  }

  /// `retrieve-agent-notifications`: the messages that wait for the agent, whose desktop always has to ask.
  func retrieveAgentNotifications(_ id: String, _ parameters: Options, _ context: RequestContext) throws
    -> ServiceResponse
  {
    try RunningRequest.retrieveAgentNotifications.checkNames(of: parameters, known: [])
    return try take([CallbackNotification.Standing.agent.rawValue], of: id, context)
  }

  /// What a message becomes.
  private typealias Made = (
    subject: CallbackNotification.Subject, message: JSONValue, address: NotificationAddress?, maxAttempts: Int
  )

  private func send(
    _ request: RunningRequest,
    _ parameters: Options,
    of id: String,
    _ context: RequestContext,
    _ make: (Callback, CallbackMessage, any StoreWriter) throws -> Made
  ) throws -> ServiceResponse {
    try store.write(context.change) { writer in
      let callback = try callback(id, for: .configure, writer)
      let message = try CallbackMessage(parameters, request: request)
      guard callback.state.name != .completed else {
        throw CallbackError(.callbackOver, ["id": id, "request": request.rawValue])
      }
      let made = try make(callback, message, writer)
      let outbox = Outbox(writer)
      let isForAgent = made.subject == .agentMessage
      let standings =
        isForAgent ? [CallbackNotification.Standing.agent.rawValue] : CallbackNotification.Standing.forDevice
      let waiting = try outbox.waiting(of: callback.id, standings)
      guard waiting.count < CallbackMessage.waitingLimit else {
        let receiver = isForAgent ? "agent" : "device"
        throw CallbackError(
          .tooManyMessages,
          [
            "id": id, "request": request.rawValue, "value": receiver,
            "limit": "\(CallbackMessage.waitingLimit)",
          ]
        )
      }
      let step = callback.history.count
      // After all actions of the step, and after the messages that came since.
      let last = waiting.filter { $0.order.step == step }.map(\.order.index).max() ?? 0
      var generator: any RandomNumberGenerator = context.randomness.generator(sequence: writer.sequence)
      let notification = CallbackNotification(
        id: "\(callback.id.text)-\(UUIDText.random(using: &generator))",
        callback: callback.id,
        service: callback.service,
        subject: made.subject,
        order: .init(step: step, index: max(CallbackMessage.firstIndex, last + 1)),
        created: context.now,
        message: made.message,
        maxAttempts: made.maxAttempts,
        address: made.address,
        expires: callback.endOfMessages(madeAt: context.now)
      )
      try outbox.add(notification, writer)
      return ServiceResponse(["message": "Notification Sent"])
    }
  }

  private func take(_ standings: Set<String>, of id: String, _ context: RequestContext) throws
    -> ServiceResponse
  {
    try store.write(context.change) { writer in
      let callback = try callback(id, for: .configure, writer)
      let waiting = try Outbox(writer).waiting(of: callback.id, standings)
      for notification in waiting { try writer.remove(.notification, notification.id) }
      return ServiceResponse(
        .array(try waiting.filter { try $0.isStillTrue(writer) }.map(\.message))
      )
    }
  }
}
