#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar
import GMSCore

extension CallbackEngine {
  /// `ixn/chat`: the customer opens the chat.
  ///
  ///     {"_id":"1-…","comet_channel":"/_genesys"}
  ///
  /// The customer's own data, such as `firstName`, `lastName`, `subject` and `email`, is kept with the callback for the
  /// agent. `notify_by=comet` has messages pushed; without it the device asks for them, and there is no channel in the
  /// answer. `_verbose` answers the endpoint, the mode, the end and the data too, as `request-chat` does; GMS does not
  /// document what it adds.
  ///
  /// A device that was told of an agent may open the chat without `connect`; it has confirmed then. One that asks again
  /// after it has opened the chat is answered again, and nothing changes.
  ///
  /// - Throws: `CallbackError` with code `noAgentYet` (503) while no agent has been announced, `wrongMedium` for a
  ///   callback by voice, `requestRefused` when it is over; `CoreError` with code `chatRefused`.
  func openChat(_ id: String, _ parameters: Options, _ context: RequestContext) throws -> ServiceResponse {
    let given = try DeviceParameters(.chat, parameters, own: ["_verbose"])
    let isVerbose = try given.flag("_verbose")
    let mode = try given.chatMode()
    return try store.write(context.change) { writer in
      var callback = try callback(id, for: .configure, writer)
      try given.checkSize(with: callback)
      let policy = try policy(of: callback, writer)
      guard policy.media == .chat else {
        throw CallbackError(
          .wrongMedium,
          ["id": id, "request": RunningRequest.chat.rawValue, "media": policy.media.rawValue]
        )
      }
      try steps(context, writer, shortages: OfferShortages())
        .catchUp(&callback, to: context.now, policy: policy)
      let events: [CallbackEvent]
      switch callback.state.kind {
      case .waitingForConfirmation: events = [.customerConfirmed, .customerCalled]
      case .waitingForCustomer, .agentWaitsForCustomer: events = [.customerCalled]
      case .waitingOnCall, .agentJoinsCustomer, .processing: events = []
      case .scheduled, .submitting, .waitingToSubmit, .waitingForAgent, .snoozed, .paused, .pausedSubmitting:
        throw CallbackError(.noAgentYet, ["id": id, "state": callback.state.kind.rawValue])
      case .agentPreview, .dialling, .waitingToDial, .diallingCustomer, .diallingAgent, .customerJoinsAgent,
        .completed:
        throw refusal(.chat, of: callback, accepted: "until the chat is over")
      }
      if !events.isEmpty {
        callback.merge(given.kept)
        let steps = steps(context, writer)
        for event in events { try steps.apply(event, to: &callback, at: context.now, policy: policy) }
      }
      let session = ChatSession(
        id: callback.id.text,
        service: callback.service,
        endpoint: CallbackEngine.chatEndpoint,
        mode: mode,
        userData: Options(callback.userData),
        created: context.now,
        expires: callback.expiration
      )
      if !events.isEmpty { try open(session, context) }
      return ServiceResponse(session.answer(isVerbose: isVerbose))
    }
  }

  /// The endpoint of callbacks' chats, the default of `request-chat`; callback services have no option for it.
  private static let chatEndpoint = "gms_builtin"

  /// Opens a session at the chat server, which is asked last: nothing of ours can refuse any more.
  private func open(_ session: ChatSession, _ context: RequestContext) throws {
    // What is only tried must not reach anybody outside.
    if context.isDryRun { return }
    switch plainDesk.chat.open(session) {
    case .opened: return
    case .refused(let reason):
      throw CoreError(
        .chatRefused,
        ["service": session.service, "endpoint": session.endpoint, "reason": reason]
      )
    }
  }
}

extension ChatSession {
  /// What the device that opened the chat of a callback is answered.
  fileprivate func answer(isVerbose: Bool) -> JSONValue {
    var members = [JSONValue.Member("_id", .string(id))]
    if let channel = mode.channel { members.append(.init("comet_channel", .string(channel))) }
    guard isVerbose else { return .object(members) }
    members += [
      .init("_chat_endpoint", .string(endpoint)), .init("_chat_mode", .string(mode.rawValue)),
      .init("_expiration_time", .string(InstantText.print(expires))),
      .init("user_data", .object(userData.sorted.map { .init($0.name, .string($0.value)) })),
    ]
    return .object(members)
  }
}
