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
    try authority.require(.start, on: request.service, writer)
    try Node.requireRunning(context.node, writer)
    let service = try service(service(request.service, writer), for: request.parameters)
    let now = context.now
    try RequestRules(service: service, reader: writer, zones: zones, now: now)
      .check(request.parameters, desiredTime: request.desiredTime)
    var callback = try newCallback(
      service,
      desired: request.desiredTime ?? now,
      parameters: request.parameters,
      context,
      sequence: writer.sequence
    )
    try steps(context, writer).begin(&callback, at: now, policy: CallbackPolicy(service))
    return callback
  }

  /// A new record, not yet in the store.
  func newCallback(
    _ service: ConfiguredService,
    desired: Date,
    parameters: Options,
    _ context: RequestContext,
    sequence: Int
  ) throws -> Callback {
    var generator: any RandomNumberGenerator = context.randomness.generator(sequence: sequence)
    return Callback(
      id: CallbackID(node: context.node, using: &generator),
      service: service.name.text,
      desired: desired,
      created: context.now,
      properties: parameters.dictionary,
      policy: try CallbackPolicy(service)
    )
  }

  /// Takes steps in a transaction.
  ///
  /// - Parameter shortages: Where offers without an access number are kept; nil where such an offer is refused, as it
  ///   is when the customer asks for it.
  func steps(
    _ context: RequestContext,
    _ writer: any StoreWriter,
    shortages: OfferShortages? = nil
  ) -> CallbackSteps {
    CallbackSteps(engine: self, context: context, writer: writer, shortages: shortages)
  }
}
