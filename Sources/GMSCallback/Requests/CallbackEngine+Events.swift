#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
public import GMSCore

extension CallbackEngine {
  /// Tells a callback what telephony, an agent or the customer did.
  ///
  /// A new time is judged as by ``reschedule(_:to:parameters:_:)``. Which callback an agent is given to is for whoever finds
  /// agents: an agent may handle several chats at once, so nothing is refused; ``next(in:at:)`` names the callback that
  /// keeps the order of the line. Timers are the driver's: an event is taken as long as nobody has moved time on.
  ///
  /// - Returns: The callback after it, and the steps with the actions to take: the event's own, and those that followed
  ///   from it at once.
  /// - Throws: `CallbackError` with code `unknownCallback`, or `wrongState` with the events that the state takes;
  ///   `parameterTooLarge` or `invalidParameter` for a note as in ``cancelByAdministrator(_:note:_:)``.
  @discardableResult
  public func apply(
    _ event: CallbackEvent,
    to id: String,
    _ context: RequestContext
  ) throws -> (callback: Callback, transitions: [CallbackTransition]) {
    let report = try report(event, to: id, context)
    return (report.callback, report.transitions)
  }

  /// Tells a callback what telephony, an agent or the customer did, and what the ones who act now have to know.
  ///
  /// What has happened is not refused for want of an access number: then the offer is made without one.
  ///
  /// - Returns: As ``apply(_:to:_:)``, with the customer's data for the agent and the offers without a number.
  /// - Throws: As ``apply(_:to:_:)``.
  public func report(
    _ event: CallbackEvent,
    to id: String,
    _ context: RequestContext
  ) throws -> EventReport {
    try report(event, to: id, for: .configure, context)
  }

  /// Applies an event on behalf of somebody who may do that.
  func report(
    _ event: CallbackEvent,
    to id: String,
    for action: AccountAction,
    _ context: RequestContext
  ) throws -> EventReport {
    if case .cancelledByAdministrator(let note) = event { try CancellationNote.check(note) }
    if case .agentReserved(let agent) = event { try AgentName.check(agent) }
    return try store.write(context.change) { writer in
      var callback = try callback(id, for: action, writer)
      let policy = try policy(of: callback, writer)
      if case .rescheduled(let desired) = event { try judge(callback, movedTo: desired, context, writer) }
      let shortages = OfferShortages()
      let transitions = try steps(context, writer, shortages: shortages)
        .apply(event, to: &callback, at: context.now, policy: policy)
      return EventReport(
        callback: callback,
        transitions: transitions,
        attachedData: try attachedData(of: callback, after: transitions, writer),
        shortages: shortages.list
      )
    }
  }

  /// Asks the rules about a new time for a callback that is SCHEDULED; in other states the machine refuses it.
  private func judge(
    _ callback: Callback,
    movedTo desired: Date,
    _ context: RequestContext,
    _ reader: any StoreReader
  ) throws {
    guard callback.state.name == .scheduled else { return }
    let properties = Options(callback.properties)
    let service = try service(service(callback.service, reader), for: properties)
    var rules = try RequestRules(service, reader, zones: zones, now: context.now)
    var trail: RuleTrail?
    try rules.check(
      JudgedRequest(change: callback, to: properties, given: [:], desired: desired),
      explaining: &trail
    )
  }

  /// The policy of a callback's service.
  ///
  /// A callback outlives its service when an administrator deletes that one: it then ends by the rules of a
  /// service that sets no option, because a record that nothing can move would be stuck for ever.
  func policy(of callback: Callback, _ reader: any StoreReader) throws -> CallbackPolicy {
    guard let service = try configuredService(of: callback, reader) else { return CallbackPolicy() }
    return try CallbackPolicy(service)
  }

  /// The service of a callback with the values that hold for it; nil when it is gone, has become one of another kind, or
  /// cannot be read for it.
  func configuredService(of callback: Callback, _ reader: any StoreReader) throws -> ConfiguredService? {
    guard try reader.service(callback.service) != nil,
      let configured = try callbackService(callback.service, reader)
    else { return nil }
    // A token that came into the service after the request has no value here; the callback must go on all the same.
    return try? service(configured, for: Options(callback.properties))
  }

  /// A configured callback service; nil for a service of another kind, as one may be that took a callback's name.
  func callbackService(_ name: String, _ reader: any StoreReader) throws -> ConfiguredService? {
    do {
      return try service(name, reader)
    } catch let error as CoreError where error.code == .wrongTemplate {
      return nil
    }
  }
}
