/// What names what in a configuration.
extension Configuration {
  /// All references to a section, in the order of the sections that refer.
  ///
  /// A service that cannot be read refers to nothing; reading it says why. Services are read by the templates that
  /// are given, or by those of this configuration.
  ///
  /// - Complexity: O(n log n) for n options in all.
  public func references(
    to section: ConfigurationSection,
    catalog: TemplateCatalog? = nil
  ) -> [ConfigurationReference] {
    references(catalog: catalog).filter { $0.section == section }
  }

  /// All references, in the order of the sections that refer, each in natural order of its options.
  ///
  /// Services are read by the templates that are given, or by those of this configuration.
  ///
  /// - Complexity: O(n log n) for n options in all.
  public func references(catalog: TemplateCatalog? = nil) -> [ConfigurationReference] {
    let catalog = catalog ?? readableCatalog
    var references = callbackSectionReferences
    for name in serviceNames {
      guard let options = services[name],
        let service = try? ConfiguredService(name, options, catalog: catalog)
      else { continue }
      references += service.references
    }
    return references
  }

  /// What the application's section `callback` names: the services that are paused.
  var callbackSectionReferences: [ConfigurationReference] {
    let section = ConfigurationSection(.options, CallbackSection.name)
    let option = ConfigurationReference.pausedServices
    guard let list = options[CallbackSection.name]?[option], let type = CallbackSection.options[option] else {
      return []
    }
    return ConfigurationReference.named(by: option, list, as: type, user: section)
  }
}

extension ConfigurationReference {
  /// The option that lists paused callback services, in section `callback` and in services.
  static let pausedServices = "_paused_services_list"

  /// What one option of a service names; nothing for an option that names nothing.
  ///
  /// A value with a token is left out: what it names is known only when a request comes.
  static func named(
    by option: String,
    _ value: String,
    of service: ConfiguredService
  ) -> [ConfigurationReference] {
    guard !value.isEmpty, let type = service.template.definition(of: option)?.type else { return [] }
    return named(by: option, value, as: type, user: ConfigurationSection(.services, service.name.text))
  }

  /// What one option of that type names.
  static func named(
    by option: String,
    _ value: String,
    as type: OptionType,
    user: ConfigurationSection
  ) -> [ConfigurationReference] {
    if let kind = type.referenceKind {
      if OptionToken.isIn(value) { return [] }
      return [ConfigurationReference(user: user, option: option, target: value, kind: kind)]
    }
    guard option == pausedServices, !OptionToken.isIn(value) else { return [] }
    return (OptionTextChecker.names(value) ?? []).map { name in
      ConfigurationReference(
        user: user,
        option: option,
        target: name,
        kind: .service(template: CallbackTemplate.name)
      )
    }
  }
}

extension ConfiguredService {
  /// The references of this service, in natural order of the options.
  ///
  /// A value with a token is left out: what it names is known only when a request comes.
  public var references: [ConfigurationReference] {
    options.sorted.flatMap { ConfigurationReference.named(by: $0.name, $0.value, of: self) }
  }
}
