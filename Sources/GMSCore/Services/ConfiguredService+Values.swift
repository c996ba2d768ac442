import GMSCalendar

/// The effective values, as text and as what their type says.
extension ConfiguredService {
  /// The effective text of an option: the configured one unless it is empty, else the template's default.
  public subscript(option: String) -> String? {
    if let value = options[option], !value.isEmpty { return value }
    return template.definition(of: option)?.defaultValue
  }

  /// The effective text of an option, checked by its type; nil when there is none.
  ///
  /// - Throws: `CoreError` with code `invalidOption` that names service, option, value and what is accepted.
  public func string(ifSet option: String) throws(CoreError) -> String? {
    guard let value = self[option] else { return nil }
    if let definition = template.definition(of: option) {
      try OptionTextChecker.check(value, as: definition.type, option: option, service: name.text)
    }
    return value
  }

  /// The effective text of an option, checked by its type.
  ///
  /// - Throws: `CoreError` with code `missingOption` when there is none, `invalidOption` as above.
  public func string(_ option: String) throws(CoreError) -> String {
    guard let value = try string(ifSet: option) else { throw missing(option) }
    return value
  }

  /// The effective whole number of an option, seconds included; nil when there is none.
  ///
  /// - Throws: `CoreError` with code `invalidOption`.
  public func integer(ifSet option: String) throws(CoreError) -> Int? {
    guard let value = try string(ifSet: option) else { return nil }
    guard let number = OptionTextChecker.integer(value) else {
      throw .invalidOption(
        option,
        of: name.text,
        value: value,
        accepted: OptionType.integer(Int(Int32.min)...OptionType.unbounded).accepted
      )
    }
    return number
  }

  /// The effective whole number of an option, seconds included.
  ///
  /// - Throws: `CoreError` with code `missingOption` or `invalidOption`.
  public func integer(_ option: String) throws(CoreError) -> Int {
    guard let number = try integer(ifSet: option) else { throw missing(option) }
    return number
  }

  /// The effective truth of an option.
  ///
  /// - Throws: `CoreError` with code `missingOption` or `invalidOption`.
  public func boolean(_ option: String) throws(CoreError) -> Bool {
    let value = try string(option)
    guard let flag = Bool(value) else {
      throw .invalidOption(option, of: name.text, value: value, accepted: OptionType.boolean.accepted)
    }
    return flag
  }

  /// The effective value of an option as a case of an enumeration whose raw values are the option's words.
  ///
  /// - Throws: `CoreError` with code `missingOption`, or `invalidOption` when there is no such case.
  public func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ option: String,
    as type: Choice.Type = Choice.self
  ) throws(CoreError) -> Choice {
    let value = try string(option)
    guard let choice = Choice(rawValue: value) else {
      let words = Choice.allCases.map(\.rawValue)
      throw .invalidOption(
        option,
        of: name.text,
        value: value,
        accepted: OptionType.choice(words).accepted,
        suggestion: OptionTextChecker.nearest(value, words)
      )
    }
    return choice
  }

  /// The effective length of time of an option.
  ///
  /// - Throws: `CoreError` with code `missingOption` or `invalidOption`.
  public func duration(_ option: String) throws(CoreError) -> DurationText {
    let value = try string(option)
    guard let duration = DurationText(value) else {
      throw .invalidOption(option, of: name.text, value: value, accepted: OptionType.duration.accepted)
    }
    return duration
  }

  /// The names that an option lists; empty when there is none.
  ///
  /// - Throws: `CoreError` with code `invalidOption`.
  public func names(_ option: String) throws(CoreError) -> [String] {
    guard let value = try string(ifSet: option) else { return [] }
    guard let names = OptionTextChecker.names(value) else {
      throw .invalidOption(option, of: name.text, value: value, accepted: OptionType.names.accepted)
    }
    return names
  }

  /// The configured options of a family that are not empty, such as all of `_holiday`, in natural order.
  ///
  /// - Precondition: the template has a family of that prefix.
  /// - Complexity: O(n log n) for n configured options.
  public func family(_ prefix: String) -> [(option: String, value: String)] {
    let family = template.options.first { $0.name != .exact(prefix) && $0.name.prefix == prefix }
    precondition(family != nil, "Template '\(template.name)' has no family of options '\(prefix)'.")
    return options.sorted.compactMap { option, value in
      // Through the template, so that `_capacity_add_1` belongs to its own family and not to `_capacity_`.
      guard option.hasPrefix(prefix), !value.isEmpty, template.definition(of: option) == family else {
        return nil
      }
      return (option, value)
    }
  }

  /// The administrator's own options, those without an underscore in front that some services answer as they
  /// are, in natural order; empty where the template takes none.
  ///
  /// Options that the template names itself, such as `result` of basic_get, are not among them.
  ///
  /// - Complexity: O(n log n) for n configured options.
  public var customOptions: [(option: String, value: String)] {
    options.sorted.compactMap { option, value in
      template.definition(of: option)?.name == .custom ? (option, value) : nil
    }
  }

  private func missing(_ option: String) -> CoreError {
    .missingOption(
      option,
      of: name.text,
      accepted: (template.definition(of: option)?.type ?? .text).accepted
    )
  }
}
