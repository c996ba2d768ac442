extension OptionType {
  /// Reads the type of an option: its word, and the members that say more about it.
  ///
  /// - Throws: `CoreError` with code `malformedTemplate`.
  init(form option: TemplateMembers) throws(CoreError) {
    let text = try option.text("type")
    guard let word = OptionTypeWord(word: text) else {
      throw .malformedTemplate(option.path("type"), text, .unknownType, near: OptionTypeWord.words)
    }
    let details = word.details
    for member in option.members
    where OptionTypeWord.details.contains(member.name) && !details.contains(member.name) {
      throw .malformedTemplate(option.path(member.name), member.value.shown, .detailOfAnotherType(word))
    }
    switch word {
    case .text: self = .text
    case .boolean: self = .boolean
    case .integer:
      if let values = option.value("values") {
        for bound in ["minimum", "maximum"] where option.value(bound) != nil {
          throw .malformedTemplate(option.path(bound), nil, .boundsBesideValues)
        }
        let numbers = try option.numbers(values, "values")
        guard !numbers.isEmpty else { throw .malformedTemplate(option.path("values"), nil, .noValues) }
        self = .integers(numbers)
      } else {
        self = .integer(try OptionType.range(option))
      }
    case .seconds: self = .seconds(try OptionType.range(option))
    case .choice: self = .choice(try OptionType.values(option.required("values"), option))
    case .duration: self = .duration
    case .names:
      if let values = option.value("values") {
        self = .namesAmong(try OptionType.values(values, option))
      } else {
        self = .names
      }
    case .country: self = .country
    case .target: self = .target
    case .json: self = .json
    case .service: self = .service(template: try option.text("template"))
    case .resourceGroup: self = .resourceGroup
    case .patternGroup: self = .patternGroup
    case .account: self = .account
    case .regularHours: self = .calendar(.regularHours)
    case .holiday: self = .calendar(.holiday)
    case .exceptionHours: self = .calendar(.exceptionHours)
    case .effectiveDates: self = .calendar(.effectiveDates)
    case .timeZone: self = .calendar(.zone)
    case .capacityWeek: self = .capacityDay
    case .capacityDates: self = .capacityOverride
    }
  }

  private static func range(_ option: TemplateMembers) throws(CoreError) -> ClosedRange<Int> {
    let minimum = try option.number("minimum") ?? 0
    let maximum = try option.number("maximum") ?? max(minimum, OptionType.unbounded)
    guard minimum <= maximum else {
      throw .malformedTemplate(option.path("maximum"), "\(maximum)", .emptyRange(minimum: minimum))
    }
    return minimum...maximum
  }

  private static func values(
    _ value: JSONValue,
    _ option: TemplateMembers
  ) throws(CoreError) -> [String] {
    let values = try option.texts(value, "values")
    guard !values.isEmpty else { throw .malformedTemplate(option.path("values"), nil, .noValues) }
    return values
  }
}
