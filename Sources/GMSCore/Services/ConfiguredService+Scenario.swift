extension ConfiguredService {
  /// The scenario of the template that this service plays; nil when its values are those of none.
  ///
  /// A scenario is played when each of its values is in force. Of several, it is the one of whose further options
  /// (those that it requires or recommends) the most are set, and of equals the first: with office hours a
  /// delayed callback is a scheduled one.
  public var scenario: Scenario? {
    var best: (scenario: Scenario, count: Int)?
    let decisive = template.decisiveOptions
    for scenario in template.scenarios where plays(scenario, decisive) {
      let count = (scenario.required + scenario.recommended).count { self[$0] != nil }
      if best.map({ count > $0.count }) ?? true { best = (scenario, count) }
    }
    return best?.scenario
  }

  /// Whether each option that decides what happens has the scenario's value; how long things take decides nothing.
  private func plays(_ scenario: Scenario, _ decisive: [String]) -> Bool {
    decisive.allSatisfy { option in
      let value = self[option]
      if let own = scenario.values[option] { return value == own }
      return value == template.definition(of: option)?.defaultValue
    }
  }
}

extension Template {
  /// The options in whose values the scenarios differ; one that a scenario does not set has its default there.
  fileprivate var decisiveOptions: [String] {
    guard let first = scenarios.first else { return [] }
    var names: Set<String> = []
    for scenario in scenarios {
      for option in scenario.values.dictionary.keys where !names.contains(option) {
        let defaultValue = definition(of: option)?.defaultValue
        let value = first.values[option] ?? defaultValue
        if scenarios.contains(where: { $0.values[option] ?? defaultValue != value }) { names.insert(option) }
      }
    }
    return names.sorted()
  }
}
