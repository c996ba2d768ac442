import GMSCalendar

/// The doors for errors about options, so that their facts have the same names and order everywhere.
extension CoreError {
  /// An option's value that is not of the option's type.
  static func invalidOption(
    _ option: String,
    of service: String,
    value: String,
    accepted: String,
    suggestion: String? = nil
  ) -> CoreError {
    var facts = place(option, service, value)
    facts.append(.init("accepted", .string(accepted)))
    if let suggestion { facts.append(.init("suggestion", .string(suggestion))) }
    return CoreError(.invalidOption, facts)
  }

  /// An option's value that a calendar refuses; the calendar's code and sentence become facts.
  ///
  /// A capacity above the maximum and an import cycle keep a code of their own: callers tell them apart.
  static func invalidOption(
    _ option: String,
    of service: String,
    value: String,
    because error: CalendarError
  ) -> CoreError {
    if error.code == .capacityAboveMaximum {
      var facts = place(option, service, error.value)
      if let text = error.text { facts.append(.init("text", .string(text))) }
      facts.append(.init("maximum", .string(error.detail ?? "")))
      return CoreError(.capacityAboveMaximum, facts)
    }
    var facts = place(option, service, value)
    facts.append(.init("cause", .string(error.code.rawValue)))
    facts.append(.init("reason", .string(error.description)))
    if let suggestion = error.suggestion { facts.append(.init("suggestion", .string(suggestion))) }
    return CoreError(.invalidOption, facts)
  }

  /// An option's value that is not JSON; the place in the value becomes facts.
  static func invalidOption(
    _ option: String,
    of service: String,
    value: String,
    because error: CoreError
  ) -> CoreError {
    var facts = place(option, service, value)
    facts.append(.init("cause", .string(error.code.rawValue)))
    facts.append(.init("reason", .string(error.description)))
    facts += error.facts.filter { $0.name == "line" || $0.name == "column" }
    return CoreError(.invalidOption, facts)
  }

  /// A mandatory option that is missing.
  static func missingOption(_ option: String, of service: String, accepted: String) -> CoreError {
    CoreError(.missingOption, ["service": service, "option": option, "accepted": accepted])
  }

  /// A name that leads nowhere, with the nearest of the names that would.
  static func unknown(
    _ code: Code,
    _ value: String,
    as fact: String,
    among names: some Sequence<String>,
    accepted: String? = nil
  ) -> CoreError {
    var facts = [JSONValue.Member(fact, .string(value))]
    if let nearest = NearestName.find(value, in: names) {
      facts.append(.init("suggestion", .string(nearest)))
    }
    if let accepted { facts.append(.init("accepted", .string(accepted))) }
    return CoreError(code, facts)
  }

  private static func place(_ option: String, _ service: String, _ value: String) -> [JSONValue.Member] {
    [
      .init("service", .string(service)), .init("option", .string(option)), .init("value", .string(value)),
    ]
  }
}
