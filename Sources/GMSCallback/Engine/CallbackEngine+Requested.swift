import GMSCore

extension CallbackEngine {
  /// A callback service as a request sees it: tokens replaced by the request's parameters, and `_target` and `_ors` the
  /// request's own where `_overwritable_options` lists them.
  ///
  /// Other parameters change no option of a callback service, whatever they are called: who asks for a callback does
  /// not lift the limits that hold for all. GMS does not document this.
  ///
  /// - Throws: `CoreError` with code `tokenWithoutValue` for a token whose parameter is missing.
  /// - Complexity: O(n) in the options; O(1) for a service without tokens that was asked for before.
  func service(_ service: ConfiguredService, for parameters: Options) throws(CoreError) -> ConfiguredService {
    let dependence = service.derived { service throws(Never) in RequestDependence(service) }
    guard dependence.depends else { return service }
    var given = parameters
    for name in parameters.names where service.template.definition(of: name) != nil {
      if RequestedService.overwritable.contains(name) || !(service.options[name] ?? "").isEmpty { continue }
      // A token may name it all the same.
      guard !CallbackEngine.hasToken(name, service) else { continue }
      given[name] = nil
    }
    return try RequestedService(service, parameters: given).service
  }

  private static func hasToken(_ name: String, _ service: ConfiguredService) -> Bool {
    service.options.dictionary.values.contains { $0.contains("$\(name)$") }
  }
}

/// Whether a request can change what a service's options say.
private struct RequestDependence {
  let depends: Bool

  init(_ service: ConfiguredService) {
    depends = service.options.dictionary.contains {
      $0.key == "_overwritable_options" || $0.value.utf8.contains(UInt8(ascii: "$"))
    }
  }
}
