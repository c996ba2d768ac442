#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
public import GMSCore

extension CallbackEngine {
  /// Takes a request for a callback, or refuses it by a rule.
  ///
  /// A callback that is due already (its desired time, less the service's `_request_execution_time_buffer`, has
  /// come) is submitted at once and answered QUEUED; any other is SCHEDULED until then.
  ///
  /// - Returns: The new callback.
  /// - Throws: `CallbackError` with the rule that refused, its option and value, and for a desired time in closed
  ///   hours or in a full slot the free slots beside it; `CoreError` about the service, or with
  ///   code `nodeShutDown`. Nothing is written then.
  @discardableResult
  public func start(_ request: StartRequest, _ context: RequestContext) throws -> Callback {
    try store.write(context.change) { try start(request, context, $0) }
  }

  /// Takes a request for a callback inside a transaction.
  func start(_ request: StartRequest, _ context: RequestContext, _ writer: any StoreWriter) throws -> Callback
  {
    var trail: RuleTrail?
    return try start(request, explaining: &trail, context, writer)
  }

  /// Takes a request for a callback inside a transaction; a trail that is given gets what the rules say.
  func start(
    _ request: StartRequest,
    explaining trail: inout RuleTrail?,
    _ context: RequestContext,
    _ writer: any StoreWriter
  ) throws -> Callback {
    let service = try judge(request, explaining: &trail, context, writer)
    var callback = try newCallback(
      service,
      desired: request.desiredTime ?? context.now,
      parameters: request.parameters,
      context,
      sequence: writer.sequence
    )
    try steps(context, writer).begin(&callback, at: context.now, policy: CallbackPolicy(service))
    return callback
  }

  /// Asks every rule about a request; answers the service as the request sees it.
  ///
  /// - Throws: the refusal of a rule, and what else stands in the way of a request.
  func judge(
    _ request: StartRequest,
    explaining trail: inout RuleTrail?,
    _ context: RequestContext,
    _ reader: any StoreReader
  ) throws -> ConfiguredService {
    try authority.require(.start, on: request.service, reader)
    try Node.requireRunning(context.node, reader)
    let service = try service(service(request.service, reader), for: request.parameters)
    var rules = try RequestRules(service, reader, zones: zones, now: context.now)
    try rules.check(
      JudgedRequest(new: request.parameters, desired: request.desiredTime),
      explaining: &trail
    )
    return service
  }

  /// A new record, not yet in the store.
  func newCallback(
    _ service: ConfiguredService,
    desired: Date,
    parameters: Options,
    given: Options? = nil,
    _ context: RequestContext,
    sequence: Int
  ) throws -> Callback {
    var generator: any RandomNumberGenerator = context.randomness.generator(sequence: sequence)
    return Callback(
      id: CallbackID(node: context.node, using: &generator),
      service: service.name.text,
      desired: desired,
      created: context.now,
      priority: try CallbackEngine.priority(service, parameters, given: given ?? parameters),
      properties: parameters.dictionary,
      policy: try CallbackPolicy(service)
    )
  }

  /// Takes steps in a transaction.
  ///
  /// Where offers without an access number are kept, such an offer is told and made; without a place for them it is
  /// refused, as it is when the customer asks for it.
  func steps(
    _ context: RequestContext,
    _ writer: any StoreWriter,
    shortages: OfferShortages? = nil
  ) -> CallbackSteps {
    CallbackSteps(engine: self, context: context, writer: writer, shortages: shortages)
  }
}
