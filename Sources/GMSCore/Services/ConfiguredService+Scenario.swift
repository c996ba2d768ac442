extension ConfiguredService {
  /// The scenario of the template that this service plays; nil when its values are those of none.
  ///
  /// A scenario is played when each of its values is in force. Of several, it is the one of whose further options
  /// (those that it requires or recommends) the most are set, and of equals the first: with office hours a
  /// delayed callback is a scheduled one.
  public var scenario: Scenario? {
    var best: (scenario: Scenario, count: Int)?
    for scenario in template.scenarios where plays(scenario) {
      let count = (scenario.required + scenario.recommended).count { self[$0] != nil }
      if best.map({ count > $0.count }) ?? true { best = (scenario, count) }
    }
    return best?.scenario
  }

  /// Whether each option that decides what happens has the scenario's value; how long things take decides nothing.
  private func plays(_ scenario: Scenario) -> Bool {
    template.options.allSatisfy { definition in
      guard case .exact(let option) = definition.name, definition.isDecisive(in: template) else {
        return true
      }
      return self[option] == scenario.values[option] ?? definition.defaultValue
    }
  }
}

extension OptionDefinition {
  /// Whether the scenarios of a template differ in this option.
  fileprivate func isDecisive(in template: Template) -> Bool {
    guard case .exact(let option) = name else { return false }
    let values = Set(template.scenarios.map { $0.values[option] ?? defaultValue })
    return values.count > 1
  }
}
