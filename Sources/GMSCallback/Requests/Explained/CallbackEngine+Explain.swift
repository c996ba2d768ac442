public import GMSCore

extension CallbackEngine {
  /// Takes a request for a callback as ``start(_:_:)`` does, and tells what each rule said.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - trail: What the rules said, also when one of them refuses; without entries when the request came
  ///     to none.
  ///   - context: What the request is given.
  /// - Returns: The new callback.
  /// - Throws: as ``start(_:_:)``. Nothing is written then.
  @discardableResult
  public func start(
    _ request: StartRequest,
    explaining trail: inout RuleTrail,
    _ context: RequestContext
  ) throws -> Callback {
    var told: RuleTrail? = RuleTrail()
    defer { trail = told ?? RuleTrail() }
    return try store.write(context.change) { try start(request, explaining: &told, context, $0) }
  }

  /// What each rule says about a request, without taking it; nothing is written.
  ///
  /// - Parameters:
  ///   - request: The request.
  ///   - context: What the request would be given.
  /// - Returns: The rules with their answers; ``RuleTrail/refusal`` is what ``start(_:_:)`` would throw.
  /// - Throws: `CoreError` about the service or what it names, or with code `nodeShutDown`; `CalendarError`
  ///   about its calendars.
  public func explain(_ request: StartRequest, _ context: RequestContext) throws -> RuleTrail {
    try store.read { reader in
      var told: RuleTrail? = RuleTrail()
      do {
        _ = try judge(request, explaining: &told, context, reader)
      } catch let error as CallbackError where told?.refusal == error {
        // The trail tells it.
      }
      return told ?? RuleTrail()
    }
  }
}
