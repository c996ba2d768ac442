extension ServiceEditor {
  /// Puts a callback service on the list of paused ones, or takes it off; one that is as it should be stays so.
  ///
  /// - Throws: `CoreError` with code `unknownService`, `wrongTemplate` for a service that is none of callbacks,
  ///   `invalidOption` for a name with a comma, which no list can hold.
  public func setPaused(
    _ isPaused: Bool,
    _ name: String,
    in configuration: Configuration
  ) throws(CoreError) -> Configuration {
    let (catalog, validator) = try templates(of: configuration)
    try ConfiguredService(name, in: configuration, catalog: catalog).require(CallbackTemplate.name)
    var list = PausedServices(configuration)
    guard list.contains(name) != isPaused else { return configuration }
    guard !name.contains(",") else {
      throw .invalidOption(
        ConfigurationReference.pausedServices,
        of: CallbackSection.name,
        value: name,
        accepted: "the name of a service without a comma, which would be two in the list"
      ).naming("section")
    }
    list.set(name, paused: isPaused)
    var result = configuration
    var section = configuration.options[CallbackSection.name] ?? [:]
    section[ConfigurationReference.pausedServices] = list.text
    result.options[CallbackSection.name] = section.isEmpty ? nil : section
    try validator.checkSections(result)
    return result
  }
}
