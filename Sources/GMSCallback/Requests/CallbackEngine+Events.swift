public import GMSCore

extension CallbackEngine {
  /// Tells a callback what telephony, an agent or the customer did.
  ///
  /// - Returns: The callback after it, and the steps with the actions to take: the event's own, and those that followed
  ///   from it at once.
  /// - Throws: `CallbackError` with code `unknownCallback`, or `wrongState` with the events that the state takes.
  @discardableResult
  public func apply(
    _ event: CallbackEvent,
    to id: String,
    _ context: RequestContext
  ) throws -> (callback: Callback, transitions: [CallbackTransition]) {
    try apply(event, to: id, for: .configure, context)
  }

  /// Applies an event on behalf of somebody who may do that.
  func apply(
    _ event: CallbackEvent,
    to id: String,
    for action: AccountAction,
    _ context: RequestContext
  ) throws -> (callback: Callback, transitions: [CallbackTransition]) {
    try store.write(context.change) { writer in
      var callback = try callback(id, for: action, writer)
      let policy = try policy(of: callback, writer)
      // What has happened is not refused for want of an access number.
      let transitions = try steps(context, writer, shortages: OfferShortages())
        .apply(event, to: &callback, at: context.now, policy: policy)
      return (callback, transitions)
    }
  }

  /// The policy of a callback's service.
  ///
  /// A callback outlives its service when an administrator deletes that one: it then ends by the rules of a
  /// service that sets no option, because a record that nothing can move would be stuck for ever.
  func policy(of callback: Callback, _ reader: any StoreReader) throws -> CallbackPolicy {
    guard let service = try configuredService(of: callback, reader) else { return CallbackPolicy() }
    return try CallbackPolicy(service)
  }

  /// The service of a callback with the values that hold for it; nil when it is gone, or cannot be read for it.
  func configuredService(of callback: Callback, _ reader: any StoreReader) throws -> ConfiguredService? {
    guard try reader.service(callback.service) != nil else { return nil }
    let configured = try service(callback.service, reader)
    // A token that came into the service after the request has no value here; the callback must go on all the same.
    return try? service(configured, for: Options(callback.properties))
  }
}
