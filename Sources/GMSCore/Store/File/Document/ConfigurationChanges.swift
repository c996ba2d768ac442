/// The members in which two configurations differ.
enum ConfigurationChanges {
  /// What makes the second one out of the first: each member with its new value, nil for one that is gone; in
  /// the order of the configurations.
  static func between(
    _ before: Configuration,
    _ after: Configuration
  ) -> [(member: ConfigurationMember, value: JSONValue?)] {
    let (old, new) = (members(of: before), members(of: after))
    let oldValues = Dictionary(uniqueKeysWithValues: old.map { ($0.member, $0.value) })
    let newNames = Set(new.map(\.member))
    var changes: [(member: ConfigurationMember, value: JSONValue?)] = []
    for (member, _) in old where !newNames.contains(member) { changes.append((member, nil)) }
    for (member, value) in new where oldValues[member] != value { changes.append((member, value)) }
    return changes
  }

  /// Refuses a member that could be written and not be read again, such as one without a name.
  ///
  /// - Throws: `CoreError` with code `malformedConfiguration`.
  static func checkReadable(_ member: ConfigurationMember, _ value: JSONValue) throws(CoreError) {
    let alone = JSONValue.object([.init(member.section, .object([.init(member.name, value)]))])
    _ = try Configuration(json: alone)
  }

  /// All members of a configuration, in order.
  static func members(of configuration: Configuration) -> [(member: ConfigurationMember, value: JSONValue)] {
    (configuration.json.members ?? []).flatMap { section in
      (section.value.members ?? []).map {
        (ConfigurationMember(section: section.name, name: $0.name), $0.value)
      }
    }
  }
}
