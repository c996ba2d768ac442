import GMSCalendar

extension Configuration {
  /// Reads the JSON form: an object with the members `options`, `services`, `resources`, `patterns`,
  /// `accounts` and `templates`, each of which may be absent.
  ///
  /// Each holds an object of sections by name, and a section is an object of option values. A value is a
  /// string. A number or a boolean is taken as its text, and an array or object as its compact JSON text, so
  /// that `"_capacity_1": {"1":{"0900":5}}` needs no escapes; `null` is refused. A resource group's `numbers`
  /// are an array of strings (a number is taken as its text).
  ///
  /// - Throws: `CoreError` with code `malformedConfiguration` and the facts `value` (the member, with the
  ///   path to it, such as `services/Business-hours/_timezone`), `reason`, and `suggestion` where a known name
  ///   is near.
  public init(json: JSONValue) throws(CoreError) {
    self.init()
    guard let members = json.members else { throw .malformed(json.kind, .notAnObject) }
    for member in members {
      guard let family = ConfigurationSection.Family(rawValue: member.name) else {
        throw .malformed(
          member.name,
          .unknownMember,
          near: ConfigurationSection.Family.allCases.map(\.rawValue)
        )
      }
      guard let sections = member.value.members else { throw .malformed(member.name, .sectionsNotAnObject) }
      for section in sections {
        let path = "\(member.name)/\(section.name)"
        guard let values = section.value.members else { throw .malformed(path, .sectionNotAnObject) }
        guard !section.name.isEmpty else { throw .malformed(path, .emptySectionName) }
        var group = ResourceGroup()
        group.options.reserveCapacity(values.count)
        for member in values { try group.read(member, of: family, path: path) }
        self[ConfigurationSection(family, section.name)] = group
      }
    }
  }

  /// The JSON form, which `init(json:)` reads back to an equal configuration.
  ///
  /// Families without a section are left out; sections and options are in natural order, all values are
  /// strings, and a group's `numbers` come last. That the options of a resource group have one named `numbers`
  /// is a programmer's mistake: no text makes such a group.
  public var json: JSONValue {
    var members: [ConfigurationSection.Family: [JSONValue.Member]] = [:]
    for section in sections {
      guard let group = self[section] else { continue }
      members[section.family, default: []].append(
        JSONValue.Member(section.name, Configuration.json(group, of: section))
      )
    }
    return .object(
      ConfigurationSection.Family.allCases.compactMap { family in
        members[family].map { JSONValue.Member(family.rawValue, .object($0)) }
      }
    )
  }

  private static func json(_ group: ResourceGroup, of section: ConfigurationSection) -> JSONValue {
    var members = group.options.sorted.map { JSONValue.Member($0.name, .string($0.value)) }
    if section.family == .resources {
      precondition(
        group.options[ResourceGroup.numbersName] == nil,
        "The numbers of resource group '\(section.name)' are set as an option; set them as numbers."
      )
      members.append(JSONValue.Member(ResourceGroup.numbersName, .array(group.numbers.map { .string($0) })))
    }
    return .object(members)
  }
}

extension ResourceGroup {
  /// Takes one member of a section's JSON: an option, or the numbers of a resource group.
  ///
  /// - Throws: `CoreError` with code `malformedConfiguration` and the path to the member.
  mutating func read(
    _ member: JSONValue.Member,
    of family: ConfigurationSection.Family,
    path: @autoclosure () -> String
  ) throws(CoreError) {
    func refused(_ fault: ConfigurationFault) -> CoreError { .malformed("\(path())/\(member.name)", fault) }
    guard !member.name.isEmpty else { throw refused(.emptyOptionName) }
    guard family == .resources, member.name == ResourceGroup.numbersName else {
      guard let value = member.value.optionText else { throw refused(.nullValue) }
      options[member.name] = value
      return
    }
    guard let elements = member.value.arrayValue else { throw refused(.numbersNotAnArray) }
    for element in elements {
      switch element {
      case .string(let number): numbers.append(number)
      case .integer(let number): numbers.append(String(number))
      case .null, .bool, .number, .array, .object: throw refused(.numbersNotAnArray)
      }
    }
  }
}

extension JSONValue {
  /// The value as the text of an option; nil for `null`.
  fileprivate var optionText: String? {
    switch self {
    case .null: nil
    case .string(let text): text
    case .bool, .integer, .number, .array, .object: JSONWriter.compact(self)
    }
  }

  /// What kind of value this is, for an error.
  fileprivate var kind: String {
    switch self {
    case .null: "null"
    case .bool, .integer, .number: JSONWriter.compact(self)
    case .string(let text): text
    case .array: "an array"
    case .object: "an object"
    }
  }
}
