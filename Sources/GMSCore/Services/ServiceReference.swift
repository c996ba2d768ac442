/// One option of a service that names another part of the configuration.
public struct ServiceReference: Hashable, Sendable {
  /// The service that refers.
  public let service: String
  /// Its option.
  public let option: String
  /// What the option names.
  public let target: String
  /// What kind of thing that must be.
  public let kind: Kind

  /// The parts of a configuration that options can name.
  public enum Kind: Hashable, Sendable {
    /// A service of that template.
    case service(template: String)
    /// A resource group.
    case resourceGroup
    /// A pattern group.
    case patternGroup
    /// An account.
    case account
  }
}

extension OptionType {
  /// What kind of thing an option of this type names; nil when it names nothing.
  var referenceKind: ServiceReference.Kind? {
    switch self {
    case .service(let template): .service(template: template)
    case .resourceGroup: .resourceGroup
    case .patternGroup: .patternGroup
    case .account: .account
    case .text, .boolean, .integer, .seconds, .integers, .choice, .duration, .names, .namesAmong, .country,
      .target, .json, .calendar, .capacityDay, .capacityOverride:
      nil
    }
  }
}

extension ConfiguredService {
  /// The references of this service, in natural order of the options.
  ///
  /// A value with a token is left out: what it names is known only when a request comes.
  public var references: [ServiceReference] {
    options.sorted.compactMap { option, value in
      guard !value.isEmpty, let kind = template.definition(of: option)?.type.referenceKind,
        !OptionToken.isIn(value)
      else { return nil }
      return ServiceReference(service: name.text, option: option, target: value, kind: kind)
    }
  }
}

extension Configuration {
  /// All references to a service, in natural order of the services that refer to it.
  ///
  /// - Complexity: O(n) for n options in all services.
  func references(toService name: String, catalog: TemplateCatalog) -> [ServiceReference] {
    serviceNames.flatMap { user -> [ServiceReference] in
      // A service that cannot be read refers to nothing; reading it says why.
      guard let options = services[user],
        let service = try? ConfiguredService(user, options, catalog: catalog)
      else { return [] }
      return service.references.filter { reference in
        guard case .service = reference.kind else { return false }
        return reference.target == name
      }
    }
  }
}
