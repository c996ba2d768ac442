/// A request as a service of the desk gets it: the service, the parameters, and what the request is given.
package struct DeskRequest: Sendable {
  /// The service as it is configured.
  package let configured: ConfiguredService
  /// The service with the values that hold for this request.
  package let requested: RequestedService
  /// The instant that is now, randomness, the node.
  package let context: RequestContext

  /// The service with the values that hold; ask it for options.
  package var service: ConfiguredService { requested.service }
  /// The parameters as the request brought them.
  package var parameters: Options { requested.parameters }

  /// The service's own options with their tokens replaced, none of which comes from the request alone.
  package var configuredOptions: Options {
    Options(service.options.dictionary.filter { configured.options[$0.key] != nil })
  }

  /// The service with the values that hold, where a request has no say in some of the options.
  ///
  /// What a request may bring for an option that the service does not set is for the service to decide; an address, or
  /// the status that a load balancer is told, is not the caller's to choose.
  func service(keeping options: Set<String>) throws(CoreError) -> ConfiguredService {
    let given = Options(parameters.dictionary.filter { !options.contains($0.key) })
    return try RequestedService(configured, parameters: given).service
  }

  /// A request for a configured service.
  ///
  /// - Throws: `CoreError` with code `invalidParameter` for a parameter whose name cannot be one, or as
  ///   ``RequestedService``.
  package init(
    _ configured: ConfiguredService,
    _ parameters: Options,
    _ context: RequestContext
  ) throws(CoreError) {
    for (name, value) in parameters.sorted where !DeskRequest.canName(name) {
      throw .invalidParameter(
        name,
        of: configured.name.text,
        value: value,
        accepted: "a name of printable characters"
      )
    }
    self.configured = configured
    requested = try RequestedService(configured, parameters: parameters)
    self.context = context
  }

  /// Whether a parameter can have the name.
  private static func canName(_ name: String) -> Bool {
    !name.isEmpty && name.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
  }
}
