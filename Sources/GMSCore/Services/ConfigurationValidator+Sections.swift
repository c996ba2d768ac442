/// The application's own sections, of which only `callback` means something here; others are kept.
extension ConfigurationValidator {
  /// Checks the section `callback`: its known options, and that the services which it names are there.
  ///
  /// - Throws: `CoreError` with code `invalidOption`, `unknownReference` or `wrongTemplate`, with fact
  ///   `section` in place of `service`.
  func checkSections(_ configuration: Configuration) throws(CoreError) {
    guard let options = configuration.options[CallbackSection.name] else { return }
    for (option, value) in options.sorted { try checkSection(option, value, in: configuration) }
  }

  /// Checks one option of the section `callback`.
  func checkSection(_ option: String, _ value: String, in configuration: Configuration) throws(CoreError) {
    guard let type = CallbackSection.options[option], !value.isEmpty, !OptionToken.isIn(value) else { return }
    do {
      try OptionTextChecker.check(value, as: type, option: option, service: CallbackSection.name)
    } catch {
      throw error.naming("section")
    }
    try CallbackSection.checkMeaning(of: option, value)
    let section = ConfigurationSection(.options, CallbackSection.name)
    for use in ConfigurationReference.named(by: option, value, as: type, user: section) {
      try check(use, in: configuration)
    }
  }
}

extension CoreError {
  /// The error about an option of another kind of section than a service.
  func naming(_ owner: String) -> CoreError {
    CoreError(code, facts.map { $0.name == "service" ? .init(owner, $0.value) : $0 })
  }
}
