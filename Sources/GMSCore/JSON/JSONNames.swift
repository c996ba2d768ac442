/// Finds the name that stands twice in one object: by comparing while members are few, then by a set.
struct JSONNames {
  private static let few = 12
  private var set: Set<String> = []

  /// Whether the name is new, given the members before it.
  mutating func insert(_ name: String, after members: [JSONValue.Member]) -> Bool {
    if members.count < JSONNames.few {
      for member in members where member.name == name { return false }
      return true
    }
    if set.isEmpty { set = Set(members.lazy.map(\.name)) }
    return set.insert(name).inserted
  }
}
