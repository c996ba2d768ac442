import GMSCalendar

/// The groups of access numbers: their options, and that no number stands twice.
extension ConfigurationValidator {
  /// The options that a resource group may have.
  static let resourceOptions: [String: OptionType] = [
    "strategy": .choice(AccessStrategy.allCases.map(\.rawValue)),
    "booking_expiration_timeout": .seconds(AccessGroup.expirations),
    // These two are ours: GMS gives a number out again at once, and forgets who had it.
    "cooldown": .seconds(0...86_400),
    "remember": .seconds(0...86_400),
  ]

  /// Checks all groups, in natural order.
  ///
  /// A group without numbers is none of these refusals: it is how every group begins. Numbers are compared by
  /// what is dialled: `650-466-3204` and `6504663204` are the same.
  ///
  /// - Throws: `CoreError` with code `invalidOption`, `malformedNumber` or `repeatedNumber`, with fact
  ///   `resource` in place of `service`.
  func checkResources(_ groups: [String: ResourceGroup]) throws(CoreError) {
    var owners: [String: String] = [:]
    for name in groups.keys.sorted(by: NaturalOrder.precedes) {
      guard let group = groups[name] else { continue }
      // A group's name stands in the same places as a service's: sections, paths, one line of a terminal.
      guard (try? ServiceName(name)) != nil else { throw CoreError(.malformedGroupName, ["value": name]) }
      try ConfigurationValidator.checkOptions(of: group, named: name)
      for number in group.numbers {
        guard let dialled = AccessNumber.dialled(number) else {
          throw CoreError(.malformedNumber, ["resource": name, "value": number])
        }
        if let owner = owners.updateValue(name, forKey: dialled) {
          var facts: [JSONValue.Member] = [
            .init("resource", .string(name)), .init("value", .string(number)),
          ]
          if owner != name { facts.append(.init("other", .string(owner))) }
          throw CoreError(.repeatedNumber, facts)
        }
      }
    }
  }

  /// Checks the options that a group may have.
  ///
  /// - Throws: `CoreError` with code `invalidOption`, with fact `resource` in place of `service`.
  static func checkOptions(of group: ResourceGroup, named name: String) throws(CoreError) {
    for (option, value) in group.options.sorted {
      guard option != ResourceGroup.numbersName else {
        throw CoreError.invalidOption(
          option,
          of: name,
          value: value,
          accepted: "nothing here: numbers are added to a group that is there"
        )
        .naming("resource")
      }
      guard let type = ConfigurationValidator.resourceOptions[option] else { continue }
      do {
        try OptionTextChecker.check(value, as: type, option: option, service: name)
      } catch {
        throw error.naming("resource")
      }
    }
  }
}
