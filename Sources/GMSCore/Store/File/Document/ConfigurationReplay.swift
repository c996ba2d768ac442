/// A configuration that is put together from what the log says of its members.
struct ConfigurationReplay {
  private var values: [ConfigurationMember: JSONValue] = [:]
  private var order: [ConfigurationMember] = []

  /// Nothing.
  init() {}

  /// What a configuration says.
  init(_ configuration: Configuration) {
    for (member, value) in ConfigurationChanges.members(of: configuration) { set(member, value) }
  }

  private mutating func set(_ member: ConfigurationMember, _ value: JSONValue) {
    if values.updateValue(value, forKey: member) == nil { order.append(member) }
  }

  /// Takes a line in.
  ///
  /// - Throws: `CoreError` with code `malformedJSON` for a value that is no JSON.
  mutating func apply(_ line: LogLine) throws(CoreError) {
    switch line.content {
    case .set(let section, let name, let value):
      set(
        ConfigurationMember(section: section.text, name: name.text),
        try JSONReader.read(String(decoding: value, as: UTF8.self))
      )
    case .unset(let section, let name):
      let member = ConfigurationMember(section: section.text, name: name.text)
      if values.removeValue(forKey: member) != nil { order.removeAll { $0 == member } }
    case .header, .put, .remove, .commit: break
    }
  }

  /// The configuration.
  ///
  /// - Throws: `CoreError` with code `malformedConfiguration`.
  func configuration() throws(CoreError) -> Configuration {
    var sections: [JSONValue.Member] = []
    for member in order {
      guard let value = values[member] else { continue }
      let entry = JSONValue.Member(member.name, value)
      if let at = sections.firstIndex(where: { $0.name == member.section }) {
        sections[at] = JSONValue.Member(member.section, .object((sections[at].value.members ?? []) + [entry]))
      } else {
        sections.append(JSONValue.Member(member.section, .object([entry])))
      }
    }
    return try Configuration(json: .object(sections))
  }
}
