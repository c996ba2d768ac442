/// Says whether the values in a template fit the types that it gives them.
struct TemplateChecker {
  private let template: Template

  init(_ template: Template) { self.template = template }

  /// Checks everything that the shape of the JSON does not show.
  ///
  /// - Throws: `CoreError` with code `malformedTemplate`, options first, in order.
  func check() throws(CoreError) {
    for (index, option) in template.options.enumerated() {
      try check(option, at: "options[\(index)]")
    }
    // Without these two, every service of the template would hold options that its template does not know.
    for (name, value) in [("_type", template.type), ("_service", template.service)] {
      guard let definition = template.definition(of: name), definition.name == .exact(name),
        fault(of: value, as: definition.type, option: name) == nil
      else { throw .malformedTemplate("options", name, .missingOption(value: value)) }
    }
    for (index, scenario) in template.scenarios.enumerated() {
      try check(scenario, at: "scenarios[\(index)]")
    }
  }

  private func check(_ option: OptionDefinition, at place: String) throws(CoreError) {
    guard case .exact(let name) = option.name else {
      if let value = option.defaultValue {
        throw .malformedTemplate("\(place).default", value, .familyWithDefault)
      }
      if option.kind.isMandatory {
        throw .malformedTemplate("\(place).kind", option.kind.rawValue, .mandatoryFamily)
      }
      return
    }
    guard let value = option.defaultValue, let fault = fault(of: value, as: option.type, option: name) else {
      return
    }
    throw .malformedTemplate("\(place).default", value, .unfitDefault(option.type.accepted), fault)
  }

  private func check(_ scenario: Scenario, at place: String) throws(CoreError) {
    for (option, value) in scenario.values.sorted {
      let place = "\(place).values.\(option)"
      guard let definition = template.definition(of: option) else {
        throw unknown(option, at: place)
      }
      for (name, own) in [("_type", template.type), ("_service", template.service)]
      where option == name && value != own {
        throw .malformedTemplate(place, value, .otherValue(of: String(name.dropFirst()), own))
      }
      // An empty value stands for the default, and a token for what a request will bring.
      guard !value.isEmpty, !OptionToken.isIn(value) else { continue }
      if let fault = fault(of: value, as: definition.type, option: option) {
        throw .malformedTemplate(
          place,
          value,
          .unfitValue(option: option, definition.type.accepted),
          fault
        )
      }
    }
    for (list, options) in [("required", scenario.required), ("recommended", scenario.recommended)] {
      for (index, option) in options.enumerated() where template.definition(of: option) == nil {
        throw unknown(option, at: "\(place).\(list)[\(index)]")
      }
    }
  }

  private func unknown(_ option: String, at place: String) -> CoreError {
    .malformedTemplate(
      place,
      option,
      .unknownOption(template: template.name),
      near: [template.nearestOption(to: option)].compactMap(\.self)
    )
  }

  /// Why a text is not of a type; nil when it is.
  private func fault(of value: String, as type: OptionType, option: String) -> CoreError? {
    do throws(CoreError) {
      try OptionTextChecker.check(value, as: type, option: option, service: template.name)
      return nil
    } catch {
      return error
    }
  }
}
