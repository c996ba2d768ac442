public import GMSCore

extension CallbackEngine {
  /// Runs a configured service once, as `POST /genesys/1/service/{name}` does.
  ///
  /// A callback service starts a callback: `_desired_time` is when the customer wants to be called, RFC 3339 and in UTC
  /// where it names no zone; without it the callback is for at once. The answer is what the customer's device is to do
  /// first, see ``startWithDialog(_:_:)``; in scenarios that call the customer it is the new record. Every other
  /// service is run by the ``desk``.
  ///
  /// - Parameters:
  ///   - service: The service's name.
  ///   - parameters: The request's parameters.
  ///   - context: What the request is given.
  /// - Returns: The HTTP status and the body.
  /// - Throws: as ``start(_:_:)`` for a callback service, with `invalidParameter` for a `_desired_time` that is no time;
  ///   as `ServiceDesk.request` for any other.
  public func request(
    _ service: String,
    _ parameters: Options = [:],
    _ context: RequestContext
  ) throws -> ServiceResponse {
    let isCallback = try store.read { reader in
      // One who may not see a service is not told whether there is one.
      try authority.require(.view, on: service, reader)
      try Node.requireRunning(context.node, reader)
      return try ServiceCalendars(reader, zones: zones).service(service).template.name == "callback"
    }
    guard isCallback else { return try desk.request(service, parameters, context) }
    var request = StartRequest(service, parameters: parameters)
    try request.takeDesiredTime()
    return try store.write(context.change) { writer in
      let started = try startWithDialog(request, context, writer)
      return ServiceResponse(started.answer(keys: try returnedKeys(of: service, writer)))
    }
  }
}
