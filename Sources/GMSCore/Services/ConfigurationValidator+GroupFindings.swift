/// What there is to say about groups of numbers and patterns, and about the application's own sections.
extension ConfigurationValidator {
  /// The findings of resource groups, then of pattern groups.
  func groupFindings(_ configuration: Configuration) -> [OptionFinding] {
    let used = Set(configuration.references(catalog: catalog).map(\.section))
    var findings: [OptionFinding] = []
    for name in configuration.resources.keys.sorted(by: NaturalOrder.precedes) {
      guard let group = configuration.resources[name] else { continue }
      findings += self.findings(of: group, named: name)
      if !used.contains(ConfigurationSection(.resources, name)) {
        findings.append(.init(place: .resource(name), option: "", value: nil, kind: .unused))
      }
    }
    findings += sharedNumbers(configuration.resources)
    for name in configuration.patterns.keys.sorted(by: NaturalOrder.precedes) {
      let place = OptionFinding.Place.pattern(name)
      findings += self.findings(ofPatterns: configuration.patterns[name] ?? [:], named: name)
      if configuration.patterns[name]?.isEmpty == true {
        findings.append(.init(place: place, option: "", value: nil, kind: .noPatterns))
      }
      if !used.contains(ConfigurationSection(.patterns, name)) {
        findings.append(.init(place: place, option: "", value: nil, kind: .unused))
      }
    }
    return findings
  }

  /// The findings of the application's own sections.
  func sectionFindings(_ configuration: Configuration) -> [OptionFinding] {
    var findings: [OptionFinding] = []
    for name in configuration.options.keys.sorted(by: NaturalOrder.precedes) {
      if name == NodeCodePrefixes.section || name == ServerAddress.section { continue }
      guard name == CallbackSection.name else {
        let nearest = OptionTextChecker.nearest(name, [CallbackSection.name])
        findings.append(
          .init(place: .section(name), option: "", value: nil, kind: .unknownSection(nearest: nearest))
        )
        continue
      }
      for (option, value) in configuration.options[name]?.sorted ?? [] {
        findings.append(
          .init(
            place: .section(name),
            option: option,
            value: value,
            kind: sectionKind(option, value, in: configuration)
          )
        )
      }
    }
    return findings
  }

  /// What there is to say of one option of the section `callback`.
  func sectionKind(
    _ option: String,
    _ value: String,
    in configuration: Configuration
  ) -> OptionFinding.Kind {
    guard CallbackSection.options[option] != nil else {
      let names = CallbackSection.options.keys.sorted()
      return .unknown(
        template: "section '\(CallbackSection.name)'",
        nearest: OptionTextChecker.nearest(option, names)
      )
    }
    if value.isEmpty { return .empty }
    do throws(CoreError) {
      try checkSection(option, value, in: configuration)
      return .used
    } catch {
      return .refused(error)
    }
  }

  private func findings(of group: ResourceGroup, named name: String) -> [OptionFinding] {
    let place = OptionFinding.Place.resource(name)
    var findings = group.options.sorted.map { option, value in
      OptionFinding(place: place, option: option, value: value, kind: resourceKind(option, value, of: name))
    }
    if group.numbers.isEmpty {
      findings.append(.init(place: place, option: "numbers", value: nil, kind: .noNumbers))
    }
    return findings
  }

  /// What there is to say of one option of a resource group.
  func resourceKind(_ option: String, _ value: String, of name: String) -> OptionFinding.Kind {
    if ConfigurationValidator.resourceOptions[option] == nil {
      let names = ConfigurationValidator.resourceOptions.keys.sorted()
      return .unknown(template: "resource groups", nearest: OptionTextChecker.nearest(option, names))
    }
    do throws(CoreError) {
      try checkResources([name: ResourceGroup(options: [option: value])])
      return .used
    } catch {
      return .refused(error)
    }
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
