import GMSCalendar

/// What services of one kind are made of: the options that they may have, and common configurations.
///
/// A service belongs to the template whose ``type`` and ``service`` its options `_type` and `_service` name.
public struct Template: Hashable, Identifiable, Sendable {
  /// The name, such as `office-hours`.
  public let name: String
  /// The value of `_type`: `builtin` or `ors`.
  public let type: String
  /// The value of `_service`.
  public let service: String
  /// What services of it are for, in a sentence.
  public let summary: String
  /// The options, in the order in which people read them.
  public let options: [OptionDefinition]
  /// The common default configurations; empty for most templates.
  public let scenarios: [Scenario]

  /// The name.
  public var id: String { name }

  /// The mandatory options without a default, which every service must set.
  let indispensable: [String]
  /// Where each option of one name stands in `options`.
  private let exact: [String: Int]
  /// Where the families stand in `options`, the longest prefix first: `_capacity_add_` before `_capacity_`.
  private let families: [Int]

  /// A template from its parts.
  ///
  /// - Precondition: no two options have the same name.
  public init(
    name: String,
    type: String,
    service: String,
    summary: String,
    options: [OptionDefinition],
    scenarios: [Scenario] = []
  ) {
    self.name = name
    self.type = type
    self.service = service
    self.summary = summary
    self.options = options
    self.scenarios = scenarios
    var exact: [String: Int] = [:]
    var families: [Int] = []
    for (index, option) in options.enumerated() {
      switch option.name {
      case .exact(let name):
        precondition(exact[name] == nil, "A template defines each option once, not '\(name)' twice.")
        exact[name] = index
      case .numbered, .suffixed: families.append(index)
      }
    }
    self.exact = exact
    indispensable = options.compactMap { option in
      guard case .exact(let name) = option.name, option.kind.isMandatory, option.defaultValue == nil else {
        return nil
      }
      return name
    }
    self.families = families.sorted {
      options[$0].name.prefix.utf8.count > options[$1].name.prefix.utf8.count
    }
  }

  /// The definition of an option, by its own name or as one of a family; nil for an unknown option.
  ///
  /// - Complexity: O(1) for an option of one name, else O(n) for n families.
  public func definition(of name: String) -> OptionDefinition? {
    if let index = exact[name] { return options[index] }
    for index in families where options[index].name.matches(name) { return options[index] }
    return nil
  }

  /// The known option that `name` most likely means; nil when none is near.
  public func nearestOption(to name: String) -> String? {
    NearestName.find(name, in: options.lazy.map { $0.name.candidate(for: name) })
  }

  /// The scenario of that name.
  ///
  /// - Throws: `CoreError` with code `unknownScenario`, the nearest name and all names.
  public func scenario(named name: String) throws(CoreError) -> Scenario {
    if let scenario = scenarios.first(where: { $0.name == name }) { return scenario }
    let names = scenarios.map(\.name)
    var facts: [JSONValue.Member] = [.init("template", .string(self.name)), .init("value", .string(name))]
    if let nearest = NearestName.find(name, in: names) {
      facts.append(.init("suggestion", .string(nearest)))
    }
    facts.append(.init("accepted", .string(names.joined(separator: ", "))))
    throw CoreError(.unknownScenario, facts)
  }
}
