import GMSCore
import Testing

/// Every typed option of every template refuses what is out of its range, as does a file that sets it.
struct OptionRangeTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let template: Template
    let definition: OptionDefinition

    var testDescription: String { "\(template.name) \(definition.name)" }
  }

  static let cases = TemplateCatalog.builtIn.templates.flatMap { template in
    template.options.map { Case(template: template, definition: $0) }
  }

  /// An option of that name, or of that family.
  private func name(_ definition: OptionDefinition) -> String {
    switch definition.name {
    case .exact(let name): name
    case .numbered(let prefix): prefix + "7"
    case .suffixed(let prefix): prefix + "x"
    case .custom: "custom"
    }
  }

  /// Texts just outside of what a type takes, and of another kind.
  private func wrong(_ type: OptionType) -> [String] {
    switch type {
    case .text: []
    case .boolean: ["TRUE", "yes", "1", " true"]
    case .integer(let range), .seconds(let range):
      ["\(range.lowerBound - 1)", "\(range.upperBound + 1)", "x", "1.5", "+1", "99999999999999999999", "１"]
    case .integers(let numbers): ["0", "\((numbers.max() ?? 0) + 1)", "five"]
    case .choice(let words): ["no-such-word", (words.first ?? "") + "x"]
    case .duration: ["1", "M", "0d", "1 M", "-1d", "1S"]
    case .names: ["a,,b", ",", "a,a", " "]
    case .namesAmong(let words): ["no_such_word", "\(words[0]),\(words[0])"]
    case .country: ["USA", "us", "U1"]
    case .target: ["Billing", "[]", "[{}]"]
    case .json: ["{", "x"]
    case .service, .resourceGroup, .patternGroup, .account: ["no such thing"]
    case .calendar(.regularHours): ["Mon 9-17", "Xyz 09:00-17:00", "Mon 09:00-09:00"]
    case .calendar(.holiday): ["2026-13-01", "02-30", "x"]
    case .calendar(.exceptionHours): ["12-24", "12-24 25:00-26:00"]
    case .calendar(.effectiveDates): ["2026-02-30", "2026-03-01 to 2026-02-01"]
    case .calendar(.zone): ["EST", "Europe/Pari"]
    case .capacityDay: ["{", "[]", #"{"8":{"0900":1}}"#, #"{"1":{"0930":1}}"#, #"{"1":{"0900":-1}}"#]
    case .capacityOverride: ["{", #"{"20260230":{"0900":1}}"#, #"{"2026":{"0900":1}}"#]
    }
  }

  /// What stands at the end of the message: what would be right.
  private func sentences(_ definition: OptionDefinition, _ value: String, _ option: String) -> [String] {
    let of = "option '\(option)' of service 's'"
    return switch definition.type {
    case .boolean, .integer, .seconds, .integers, .choice, .duration, .names, .namesAmong, .country:
      ["\(of) is '\(value)'; write \(definition.type.accepted)"]
    case .service: ["\(of) names service 'no such thing', which does not exist; create it first"]
    case .resourceGroup: ["\(of) names resource group 'no such thing', which does not exist; create it first"]
    case .patternGroup: ["\(of) names pattern group 'no such thing', which does not exist; create it first"]
    case .account: ["\(of) names account 'no such thing', which does not exist; create it first"]
    case .capacityDay, .capacityOverride:
      ["\(of) is refused: ", "\(of) is '"]
    case .text, .target, .json, .calendar: ["\(of) is refused: "]
    }
  }

  @Test(arguments: cases)
  func refusesWhatIsOutOfRange(_ test: Case) throws {
    let option = name(test.definition)
    let before = Fixture.configuration
    // '_type' and '_service' decide the template itself, and have refusals of their own.
    guard !["_type", "_service", "_service_type"].contains(option) else { return }
    for value in wrong(test.definition.type) {
      var after = before
      after.services["s"] = ["_type": test.template.type, "_service": test.template.service, option: value]
      let error = try #require(throws: CoreError.self, "\(option) = \(value)") {
        try ConfigurationValidator().check(after, replacing: before)
      }
      let expected = sentences(test.definition, value, option)
      #expect(expected.contains { error.description.hasPrefix($0) }, "\(error)")
      // Nothing but a hint may follow the words for what is right.
      if error.description.contains("; write \(test.definition.type.accepted)") {
        let rest = error.description.components(after: test.definition.type.accepted)
        #expect(
          rest.isEmpty || rest.hasPrefix("; did you mean '") || rest == ", and at most 2147483647",
          "\(error)"
        )
      }
      #expect(error["option"] == option)
      #expect(error.category == .refused)
      #expect(
        ConfigurationReport(try ConfigurationWriter.print(after, as: .json)).lines
          .contains { $0.verdict == .refused && $0.sentence == error.description }
      )
    }
  }

  @Test
  func theTableHasEveryKind() {
    #expect(Self.cases.count > 80)
    #expect(Self.cases.count { !wrong($0.definition.type).isEmpty } > 60)
  }

  /// A mandatory option without a default cannot be left out; one with a default cannot be taken away.
  @Test(arguments: cases.filter(\.definition.kind.isMandatory))
  func mandatoryOptionsStay(_ test: Case) throws {
    let option = name(test.definition)
    let type = test.template.type
    var options: Options = ["_type": type, "_service": test.template.service]
    options[option] = options[option] ?? test.definition.defaultValue
    let configuration = Configuration(services: ["s": options])
    let error = try #require(throws: CoreError.self) {
      try ServiceEditor().unset([option], of: "s", in: configuration)
    }
    #expect(
      error.description == """
        option '\(option)' of service 's' is mandatory and cannot be missing; it takes \
        \(test.definition.type.accepted)
        """
    )
    guard test.definition.defaultValue == nil else { return }
    var without = configuration
    without.services["s"]?[option] = nil
    let missing = try #require(throws: CoreError.self) { try ConfigurationValidator().check(without) }
    #expect(missing.code == .missingOption)
    #expect(
      missing.description.hasPrefix(
        "option '\(option)' of service 's' is mandatory and cannot be missing; it takes "
      )
    )
  }
}

extension String {
  /// What follows a text's last occurrence.
  fileprivate func components(after text: String) -> Substring {
    ranges(of: text).last.map { self[$0.upperBound...] } ?? ""
  }
}
