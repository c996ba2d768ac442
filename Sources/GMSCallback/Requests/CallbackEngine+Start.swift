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
    let callback = try newCallback(
      service,
      desired: request.desiredTime ?? now,
      parameters: request.parameters,
      context,
      sequence: writer.sequence
    )
    return try submitIfDue(callback, policy: CallbackPolicy(service), now: now, writer)
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

  /// Stores a new callback, and submits it when its time has come already.
  func submitIfDue(
    _ callback: Callback,
    policy: CallbackPolicy,
    now: Date,
    _ writer: any StoreWriter
  ) throws -> Callback {
    var callback = callback
    let timer = callback.machine.nextTimer
    if timer.event == .submissionFellDue, timer.due <= now {
      try submit(&callback, at: now, policy: policy)
    }
    try writer.put(callback.stored)
    return callback
  }

  /// Takes the step of a callback whose submission fell due, and asks the queue.
  @discardableResult
  func submit(_ callback: inout Callback, at now: Date, policy: CallbackPolicy) throws -> [CallbackTransition]
  {
    let fell = try callback.apply(.submissionFellDue, at: now, policy: policy)
    let answer: CallbackEvent = submit(callback) ? .submitted : .submissionFailed
    return [fell, try callback.apply(answer, at: now, policy: policy)]
  }
}
