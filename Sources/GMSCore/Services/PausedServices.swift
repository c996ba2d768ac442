/// The callback services that are paused: the list `_paused_services_list` of the section `callback`.
///
/// While a service is on it, its callbacks in the queue are PAUSED.
public struct PausedServices: Hashable, Sendable {
  /// The names, in the order of the list.
  public private(set) var names: [String]

  /// The list that the section `callback` writes; empty without the section, or where the list does not read.
  public init(_ section: Options?) {
    guard let text = section?[ConfigurationReference.pausedServices], !text.isEmpty else {
      names = []
      return
    }
    names = OptionTextChecker.names(text) ?? []
  }

  /// The list of a configuration.
  public init(_ configuration: Configuration) { self.init(configuration.options[CallbackSection.name]) }

  /// Whether a service is paused.
  public func contains(_ service: String) -> Bool { names.contains(service) }

  /// The names as the option's value; nil for none.
  var text: String? { names.isEmpty ? nil : names.joined(separator: ", ") }

  /// Puts a service at the end of the list, or takes it off.
  mutating func set(_ service: String, paused: Bool) {
    names.removeAll { $0 == service }
    if paused { names.append(service) }
  }
}

extension StoreReader {
  /// The callback services that are paused.
  ///
  /// - Throws: `CoreError` when the store cannot be read.
  /// - Complexity: O(1) where the store keeps ``CompiledServices`` and this was asked before.
  public func pausedServices() throws -> PausedServices {
    guard let compiled = compiledServices else { return PausedServices(try section(CallbackSection.name)) }
    return try compiled.value { PausedServices(try section(CallbackSection.name)) }
  }
}
