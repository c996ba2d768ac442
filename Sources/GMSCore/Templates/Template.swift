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
  /// The headings of the options, in the order in which people read them.
  public let categories: [OptionCategory]
  /// The options, in the order in which people read them.
  public let options: [OptionDefinition]
  /// The common default configurations; empty for most templates.
  public let scenarios: [Scenario]

  /// The name.
  public var id: String { name }

  private let index: OptionIndex

  /// A template from its parts.
  ///
  /// - Parameters:
  ///   - name: its name.
  ///   - type: the `_type` of its services.
  ///   - service: the `_service` of its services.
  ///   - summary: what services of it are for.
  ///   - categories: the headings in order; without them, in the order in which the options have them.
  ///   - options: the options.
  ///   - scenarios: the common default configurations.
  /// - Precondition: no two options have the same name.
  public init(
    name: String,
    type: String,
    service: String,
    summary: String,
    categories: [OptionCategory]? = nil,
    options: [OptionDefinition],
    scenarios: [Scenario] = []
  ) {
    let index = OptionIndex(options)
    if let repeated = index.repeated {
      preconditionFailure("A template defines each option once, not '\(options[repeated].name)' twice.")
    }
    self.init(
      name: name,
      type: type,
      service: service,
      summary: summary,
      categories: categories ?? Template.categories(of: options),
      options: options,
      index: index,
      scenarios: scenarios
    )
  }

  /// A template whose options have been indexed, and of which none stands twice.
  init(
    name: String,
    type: String,
    service: String,
    summary: String,
    categories: [OptionCategory],
    options: [OptionDefinition],
    index: OptionIndex,
    scenarios: [Scenario]
  ) {
    self.name = name
    self.type = type
    self.service = service
    self.summary = summary
    self.categories = categories
    self.options = options
    self.index = index
    self.scenarios = scenarios
  }

  private static func categories(of options: [OptionDefinition]) -> [OptionCategory] {
    var seen: Set<OptionCategory> = []
    return options.map(\.category).filter { seen.insert($0).inserted }
  }

  /// The definition of an option, by its own name or as one of a family; nil for an unknown option.
  ///
  /// - Complexity: O(1) for an option of one name, else O(n) for n families.
  public func definition(of name: String) -> OptionDefinition? {
    index.place(of: name, in: options).map { options[$0] }
  }

  /// The mandatory options without a default, which every service must set.
  var indispensable: [String] {
    options.compactMap { option in
      guard case .exact(let name) = option.name, option.kind.isMandatory, option.defaultValue == nil else {
        return nil
      }
      return name
    }
  }

  /// The known option that `name` most likely means; nil when none is near.
  public func nearestOption(to name: String) -> String? {
    NearestName.find(name, in: options.lazy.compactMap { $0.name.candidate(for: name) }.filter { $0 != name })
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
