/// What there is to say about options, whether they are refused or not.
extension ConfigurationValidator {
  /// The findings of a whole configuration: services in natural order, then resource groups and
  /// pattern groups.
  ///
  /// Refusals are findings here, so that a person sees all of them at once.
  ///
  /// - Complexity: O(n log n) for n options in all.
  public func findings(_ configuration: Configuration) -> [OptionFinding] {
    let graph = importGraph(of: configuration)
    var findings: [OptionFinding] = []
    for name in configuration.serviceNames {
      findings += self.findings(service: name, in: configuration, graph)
    }
    for name in configuration.resources.keys.sorted(by: NaturalOrder.precedes) {
      guard let group = configuration.resources[name] else { continue }
      findings += self.findings(of: group, named: name)
    }
    findings += sharedNumbers(configuration.resources)
    for name in configuration.patterns.keys.sorted(by: NaturalOrder.precedes) {
      findings += self.findings(ofPatterns: configuration.patterns[name] ?? [:], named: name)
    }
    return findings
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
    return findings(service: name, in: configuration, importGraph(of: configuration))
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
      if service.template.name == CallbackTemplate.name { findings += contradictions(in: service) }
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
    if option == "_max_request_by_time_bucket", service["_capacity_service"] != nil {
      return .ignored(because: "_capacity_service")
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

  /// What the options of a callback service say against each other.
  ///
  /// None of it is refused: each has a meaning, only hardly the intended one.
  private func contradictions(in service: ConfiguredService) -> [OptionFinding] {
    var findings: [OptionFinding] = []
    func add(_ option: String, _ kind: OptionFinding.Kind) {
      findings.append(
        .init(place: .service(service.name.text), option: option, value: service[option], kind: kind)
      )
    }
    if service["_wait_for_user_confirm"] == "true", service["_wait_for_agent"] != "true" {
      add("_wait_for_user_confirm", .contradicts("_wait_for_agent"))
    }
    if let threshold = service["_desired_connect_time_threshold"].flatMap({ Int($0) }),
      let buffer = service["_request_execution_time_buffer"].flatMap({ Int($0) }), threshold < buffer
    {
      add("_desired_connect_time_threshold", .contradicts("_request_execution_time_buffer"))
    }
    if service["_capacity_service"] != nil, service["_business_hours_service"] == nil {
      add("_capacity_service", .needs("_business_hours_service"))
    }
    for option in ["_target", "_urs_virtual_queue"] where service[option] == nil {
      add(option, .standIn(service.name.text))
    }
    return findings
  }

  private func refusal(_ error: CoreError, of name: String) -> OptionFinding {
    OptionFinding(
      place: .service(name),
      option: error["option"] ?? "",
      value: error["value"],
      kind: .refused(error)
    )
  }

  private func findings(of group: ResourceGroup, named name: String) -> [OptionFinding] {
    let place = OptionFinding.Place.resource(name)
    var findings: [OptionFinding] = []
    for (option, value) in group.options.sorted {
      let kind: OptionFinding.Kind
      if ConfigurationValidator.resourceOptions[option] == nil {
        let names = ConfigurationValidator.resourceOptions.keys.sorted()
        kind = .unknown(template: "resource groups", nearest: OptionTextChecker.nearest(option, names))
      } else {
        do throws(CoreError) {
          try checkResources([name: ResourceGroup(options: [option: value])])
          kind = .used
        } catch {
          kind = .refused(error)
        }
      }
      findings.append(.init(place: place, option: option, value: value, kind: kind))
    }
    if group.numbers.isEmpty {
      findings.append(.init(place: place, option: "numbers", value: nil, kind: .noNumbers))
    }
    return findings
  }

  /// The first number that is malformed or stands twice: where numbers repeat, one report says enough.
  private func sharedNumbers(_ groups: [String: ResourceGroup]) -> [OptionFinding] {
    do throws(CoreError) {
      try checkResources(groups.mapValues { ResourceGroup(numbers: $0.numbers) })
      return []
    } catch {
      return [
        .init(
          place: .resource(error["resource"] ?? ""),
          option: "numbers",
          value: error["value"],
          kind: .refused(error)
        )
      ]
    }
  }
}
