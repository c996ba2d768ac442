/// The templates of one's own.
extension ConfigurationValidator {
  /// This validator with the templates of a configuration, where it was given none.
  ///
  /// - Throws: `CoreError` as ``Configuration/catalog``.
  func knowing(_ configuration: Configuration) throws(CoreError) -> ConfigurationValidator {
    if given != nil || configuration.templates.isEmpty { return self }
    return ConfigurationValidator(catalog: try configuration.catalog)
  }

  /// Checks the templates themselves, and that the templates exist whose services their options name.
  ///
  /// - Throws: `CoreError` with code `malformedTemplate`, `templateIsShipped` or `templateExists`.
  func checkTemplates(_ configuration: Configuration) throws(CoreError) {
    guard !configuration.templates.isEmpty else { return }
    let catalog = try configuration.catalog
    for template in catalog.ownTemplates { try checkReferences(of: template, among: catalog.names) }
  }

  private func checkReferences(of template: Template, among names: [String]) throws(CoreError) {
    for (index, option) in template.options.enumerated() {
      guard case .service(let other) = option.type, !names.contains(other) else { continue }
      let place = "\(TemplatePlace.option(index).path).template"
      throw .malformedTemplate(place, other, .unknownTemplate, near: names).inTemplate(template.name)
    }
  }

  /// The findings about templates, and this validator with those of them that can be read.
  func templateFindings(
    _ configuration: Configuration
  ) -> (findings: [OptionFinding], validator: ConfigurationValidator) {
    if given != nil || configuration.templates.isEmpty { return ([], self) }
    var findings: [OptionFinding] = []
    var catalog = TemplateCatalog.builtIn
    for name in configuration.templates.keys.sorted(by: NaturalOrder.precedes) {
      let section = configuration.templates[name] ?? [:]
      for (option, value) in section.sorted where option != Template.definitionOption {
        let nearest = OptionTextChecker.nearest(option, [Template.definitionOption])
        findings.append(
          .init(
            place: .template(name),
            option: option,
            value: value,
            kind: .unknown(template: "templates", nearest: nearest)
          )
        )
      }
      do throws(CoreError) {
        catalog = try catalog.adding(configuration.ownTemplate(name, section))
      } catch {
        findings.append(ConfigurationValidator.refusal(error, ofTemplate: name))
      }
    }
    for template in catalog.ownTemplates {
      do throws(CoreError) {
        try checkReferences(of: template, among: catalog.names)
      } catch {
        findings.append(ConfigurationValidator.refusal(error, ofTemplate: template.name))
      }
    }
    return (findings, ConfigurationValidator(catalog: catalog))
  }

  private static func refusal(_ error: CoreError, ofTemplate name: String) -> OptionFinding {
    OptionFinding(
      place: .template(name),
      option: Template.definitionOption,
      value: error["value"],
      kind: .refused(error)
    )
  }
}
