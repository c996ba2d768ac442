import GMSCore

/// In which virtual queue a callback waits: the one that its service names in `_urs_virtual_queue`; where the service
/// names none, the one that the request named; else one of the service's own name.
struct VirtualQueueRule {
  /// The service's name.
  let service: String
  /// The virtual queue of all callbacks of the service; nil where it depends on the request.
  let common: String?
  /// The service, where its option has tokens, for which each request has its own values.
  private let tokens: ConfiguredService?

  /// The rule of a service.
  ///
  /// - Parameters:
  ///   - name: The service's name.
  ///   - service: The service as it is configured; nil for one that is gone.
  init(_ name: String, _ service: ConfiguredService?) {
    self.service = name
    let configured = service?[VirtualQueueRule.option].flatMap { $0.isEmpty ? nil : $0 }
    let hasTokens = configured?.utf8.contains(UInt8(ascii: "$")) ?? false
    common = hasTokens ? nil : configured
    tokens = hasTokens ? service : nil
  }

  /// The virtual queue of a callback with these properties.
  ///
  /// A token that has no value leaves the service without a virtual queue of its own, for that callback.
  ///
  /// - Complexity: O(1), but for services with tokens.
  func queue(of properties: [String: String]) -> String {
    if let common { return common }
    if let tokens,
      let requested = try? RequestedService(tokens, parameters: Options(properties)),
      let queue = requested.service[VirtualQueueRule.option], !queue.isEmpty
    {
      return queue
    }
    guard let requested = properties[VirtualQueueRule.option], !requested.isEmpty else { return service }
    return requested
  }

  /// Whether callbacks of the service may wait in a virtual queue.
  func allows(_ queue: String) -> Bool { common.map { $0 == queue } ?? true }

  /// The option, and the parameter, that names the virtual queue.
  static let option = "_urs_virtual_queue"
}
