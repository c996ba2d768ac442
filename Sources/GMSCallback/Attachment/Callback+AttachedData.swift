public import GMSCore

extension Callback {
  /// What is attached for the agent of the customer's data: names to texts, in the order of the names' bytes.
  ///
  ///     single_json      GMS_UserData = {"lob":"sales","topic":"loans"}
  ///     separate_keys    lob = sales, topic = loans
  ///     data_id          GMS_UserData = 1-3c8c0a5e-…
  ///
  /// Nothing is attached when the customer gave nothing. A callback's data is kept in its own record and nowhere else,
  /// so the id is the callback's; GMS does not document what the id is for a callback.
  ///
  /// - Complexity: O(n log n) in the names.
  public func attachedData(_ attachment: DataAttachment) -> Options {
    let data = Options(userData)
    guard !data.isEmpty else { return data }
    switch attachment {
    case .separateKeys: return data
    case .storageID, .dataID: return [DataAttachment.key: id.text]
    case .singleJSON:
      let json = JSONValue.object(data.sorted.map { .init($0.name, .string($0.value)) })
      return [DataAttachment.key: JSONWriter.compact(json)]
    }
  }
}

extension CallbackEngine {
  /// What is attached for the agent who is told of a callback by some steps: shown the preview, or called.
  ///
  /// A callback whose service is gone is told of in the way that is GMS's default.
  func attachedData(
    of callback: Callback,
    after transitions: [CallbackTransition],
    _ reader: any StoreReader
  ) throws -> Options {
    let tellsAgent = transitions.contains { $0.actions.contains { $0.tellsAgent } }
    guard tellsAgent, callback.properties.keys.contains(where: { !$0.hasPrefix("_") }) else { return [:] }
    let attachment = try configuredService(of: callback, reader)?.derived(DataAttachment.self) {
      service throws(CoreError) in try service.choice("_attach_udata")
    }
    return callback.attachedData(attachment ?? .singleJSON)
  }
}

extension CallbackAction {
  /// Whether an agent gets to know the callback by it.
  fileprivate var tellsAgent: Bool {
    switch self {
    case .showPreview, .dialAgent: true
    case .submit, .findAgent, .stopFindingAgent, .askForConfirmation, .offerAccess, .withdrawAccess,
      .dialCustomer, .hangUpCustomer, .releaseAgent, .deliverStatus, .removeRecord:
      false
    }
  }
}
