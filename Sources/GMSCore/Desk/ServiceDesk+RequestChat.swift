#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar

extension ServiceDesk {
  /// `request-chat`: opens a chat session, and answers where the customer begins to chat.
  ///
  ///     {"_chatIxnAPI-CREATE-URL":"/genesys/1/service/81f0ef4e-…/ixn/chat","_id":"81f0ef4e-…"}
  ///
  /// The session is a running service until its `_ttl` ends, and the customer's own data is kept with it. `notify_by`
  /// chooses how messages reach the device: `comet` pushes them, `poll` (so without the parameter) lets it ask. With
  /// `_verbose` the endpoint, the mode, the channel of a push, the end and the customer's data are answered too; GMS does
  /// not document which details it answers.
  func requestChat(_ request: DeskRequest, _ writer: any StoreWriter) throws -> ServiceResponse {
    let now = request.context.now
    let isVerbose = try request.service.boolean("_verbose")
    let mode = try chatMode(request)
    let timeToLive = try request.service.integer("_ttl")
    let endpoint = try request.service.string("_chat_endpoint")
    var userData = request.requested.userData
    userData["notify_by"] = nil

    var generator = request.context.randomness.generator(sequence: writer.sequence)
    var instance = ServiceInstance(
      id: UUIDText.random(using: &generator),
      service: request.configured.name.text,
      node: request.context.node,
      created: now,
      timeToLive: timeToLive
    )
    let session = ChatSession(
      id: instance.id,
      service: instance.service,
      endpoint: endpoint,
      mode: mode,
      userData: userData,
      created: instance.created,
      expires: instance.expires
    )
    // The chat server is asked last, once nothing of ours can refuse any more.
    var data: StorageItem?
    if !userData.isEmpty {
      let item = try StorageItem(
        id: ServiceID(node: request.context.node, using: &generator),
        instance: instance.id,
        created: now,
        expires: instance.expires,
        values: userData.dictionary.mapValues(StorageValue.text)
      )
      instance.dataID = item.id
      data = item
    }
    try open(session, request)
    if let data { try writer.put(data.stored) }
    try writer.put(instance.stored)
    return ServiceResponse(session.answer(isVerbose: isVerbose))
  }

  private func chatMode(_ request: DeskRequest) throws(CoreError) -> ChatMode {
    guard let text = request.parameters["notify_by"], !text.isEmpty else { return .poll }
    guard let mode = ChatMode(rawValue: text) else {
      let words = ChatMode.allCases.map(\.rawValue)
      throw .invalidParameter(
        "notify_by",
        of: request.configured.name.text,
        value: text,
        accepted: OptionType.choice(words).accepted,
        suggestion: NearestName.find(text, in: words)
      )
    }
    return mode
  }

  private func open(_ session: ChatSession, _ request: DeskRequest) throws(CoreError) {
    // What is only tried must not reach anybody outside.
    if request.context.isDryRun { return }
    switch chat.open(session) {
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
  /// What the one who asked for the session is answered.
  fileprivate func answer(isVerbose: Bool) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("_chatIxnAPI-CREATE-URL", .string(createURL)), .init("_id", .string(id)),
    ]
    guard isVerbose else { return .object(members) }
    members += [.init("_chat_endpoint", .string(endpoint)), .init("_chat_mode", .string(mode.rawValue))]
    if let channel = mode.channel { members.append(.init("comet_channel", .string(channel))) }
    members += [
      .init("_expiration_time", .string(InstantText.print(expires))),
      .init("user_data", .object(userData.sorted.map { .init($0.name, .string($0.value)) })),
    ]
    return .object(members)
  }
}
