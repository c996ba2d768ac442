/// Permissions as errors, for whoever wants the refusal and not the decision.
extension Permissions {
  /// Goes on when the account may do something to a service; nil for the service as in ``decision(_:on:)``.
  ///
  /// - Throws: `CoreError` with code `notPermitted`, and facts `account`, `action`, `service`, `role`,
  ///   `reason` (as ``PermissionDecision/Reason``) and `accepted`.
  public func require(_ action: AccountAction, on service: String? = nil) throws(CoreError) {
    guard let error = refusal(action, on: service) else { return }
    throw error
  }

  /// Goes on when the account may do something to a thing that has an id and belongs to a service.
  ///
  /// - Parameters:
  ///   - action: what it would do.
  ///   - id: the thing's id.
  ///   - service: the service to which the thing belongs; nil when there is no such thing.
  /// - Throws: `CoreError` with code `notPermitted`. Of an account that looks after some services only, a
  ///   thing of another service and one that does not exist get the same refusal, which names no service: it
  ///   must not tell the one from the other.
  public func require(_ action: AccountAction, of id: String, in service: String?) throws(CoreError) {
    guard let error = refusal(action, of: id, in: service) else { return }
    throw error
  }

  /// The error that ``require(_:of:in:)`` throws; nil when the account may.
  public func refusal(_ action: AccountAction, of id: String, in service: String?) -> CoreError? {
    if let error = refusal(action) { return error }
    guard action.isLimitedToServices, let services else { return nil }
    if let service, services.contains(service) { return nil }
    return notPermitted(action, [.init("id", .string(id))], .serviceNotListed)
  }

  /// The error that ``require(_:on:)`` throws; nil when the account may.
  public func refusal(_ action: AccountAction, on service: String? = nil) -> CoreError? {
    switch decision(action, on: service) {
    case .allowed: nil
    case .refused(let reason):
      notPermitted(action, service.map { [.init("service", .string($0))] } ?? [], reason)
    }
  }

  private func notPermitted(
    _ action: AccountAction,
    _ subject: [JSONValue.Member],
    _ reason: PermissionDecision.Reason
  ) -> CoreError {
    var facts: [JSONValue.Member] = [
      .init("account", .string(account)), .init("action", .string(action.rawValue)),
    ]
    facts += subject
    facts.append(.init("role", .string(roles.map(\.rawValue).joined(separator: ","))))
    facts.append(.init("reason", .string(reason.rawValue)))
    if reason != .serviceNotListed {
      let accepted = OptionType.choice(action.roles.map(\.rawValue)).accepted
      facts.append(.init("accepted", .string(accepted)))
    }
    return CoreError(.notPermitted, facts)
  }
}
