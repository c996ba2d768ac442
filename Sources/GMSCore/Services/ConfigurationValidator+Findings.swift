/// What there is to say about options, whether they are refused or not.
extension ConfigurationValidator {
  /// The findings of a whole configuration: its own templates, services in natural order, then resource groups,
  /// pattern groups, accounts and the application's own sections.
  ///
  /// Refusals are findings here, so that a person sees all of them at once.
  ///
  /// - Complexity: O(n log n) for n options in all.
  public func findings(_ configuration: Configuration) -> [OptionFinding] {
    var (findings, validator) = templateFindings(configuration)
    let graph = validator.importGraph(of: configuration)
    for name in configuration.serviceNames {
      findings += validator.findings(service: name, in: configuration, graph)
    }
    findings += groupFindings(configuration)
    for name in configuration.accountNames { findings += self.findings(account: name, in: configuration) }
    return findings + sectionFindings(configuration)
  }

  /// The findings of one service: its configured options in natural order, then the template's defaults.
  ///
  /// - Throws: `CoreError` with code `unknownService`.
  public func findings(
    service name: String,
    in configuration: Configuration
  ) throws(CoreError) -> [OptionFinding] {
    guard configuration.services[name] != nil else {
      throw ConfiguredService.unknown(name, in: configuration)
    }
    let validator = templateFindings(configuration).validator
    return validator.findings(
      service: name,
      in: configuration,
      validator.importGraph(of: configuration)
    )
  }

  private func findings(
    service name: String,
    in configuration: Configuration,
    _ graph: ImportGraph
  ) -> [OptionFinding] {
    let service: ConfiguredService
    do throws(CoreError) {
      service = try ConfiguredService(name, in: configuration, catalog: catalog)
    } catch {
      return [refusal(error, of: name)]
    }
    var findings: [OptionFinding] = []
    var isSound = true
    for (option, value) in service.options.sorted {
      do throws(CoreError) {
        try check(option, value, of: service, in: configuration)
        findings.append(finding(option, value, of: service))
      } catch {
        isSound = false
        findings.append(
          .init(place: .service(name), option: option, value: value, kind: .refused(error))
        )
      }
    }
    findings += defaults(of: service)
    // What several options say together means something only when each says something by itself.
    if isSound {
      do throws(CoreError) {
        try checkTogether(service)
        try check(graph, from: [name])
      } catch {
        findings.append(refusal(error, of: name))
      }
      if service.template.name == CallbackTemplate.name {
        findings += CallbackLint(service, in: configuration, catalog: catalog).findings
      }
    }
    return findings
  }

  private func finding(_ option: String, _ value: String, of service: ConfiguredService) -> OptionFinding {
    OptionFinding(
      place: .service(service.name.text),
      option: option,
      value: value,
      kind: kind(option, value, of: service)
    )
  }

  private func kind(
    _ option: String,
    _ value: String,
    of service: ConfiguredService
  ) -> OptionFinding.Kind {
    guard let definition = service.template.definition(of: option) else {
      return .unknown(
        template: "template '\(service.template.name)'",
        nearest: service.template.nearestOption(to: option)
      )
    }
    if value.isEmpty { return definition.defaultValue.map(OptionFinding.Kind.usesDefault) ?? .empty }
    if definition.kind == .requestParameter { return .requestParameter }
    if option == "_type", value != service.template.type { return .readAs(service.template.type) }
    if service.template.name == CallbackTemplate.name {
      return CallbackLint.kind(of: option, value, definition, in: service)
    }
    return .used
  }

  private func defaults(of service: ConfiguredService) -> [OptionFinding] {
    service.template.options.compactMap { definition in
      guard case .exact(let name) = definition.name, service.options[name] == nil,
        let value = definition.defaultValue
      else { return nil }
      return OptionFinding(
        place: .service(service.name.text),
        option: name,
        value: nil,
        kind: .usesDefault(value)
      )
    }
  }

  private func refusal(_ error: CoreError, of name: String) -> OptionFinding {
    OptionFinding(
      place: .service(name),
      option: error["option"] ?? "",
      value: error["value"],
      kind: .refused(error)
    )
  }
}
