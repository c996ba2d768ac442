import GMSCore

/// Changes in JSON values, as tests that damage records need them. A path is written `state.agent` or
/// `history[2].at`.
extension JSONValue {
  /// The value with the member at the path replaced, or taken away when there is no new value.
  func replacing(_ path: String, with value: JSONValue?) -> JSONValue {
    let steps = path.split(whereSeparator: { ".[]".contains($0) }).map(String.init)
    return replacing(steps[...], with: value)
  }

  private func replacing(_ steps: ArraySlice<String>, with value: JSONValue?) -> JSONValue {
    guard let step = steps.first else { return value ?? .null }
    switch self {
    case .object(var members):
      guard let index = members.firstIndex(where: { $0.name == step }) else {
        return value.map { .object(members + [Member(step, $0)]) } ?? self
      }
      if steps.count == 1, value == nil {
        members.remove(at: index)
      } else {
        members[index].value = members[index].value.replacing(steps.dropFirst(), with: value)
      }
      return .object(members)
    case .array(var values):
      guard let index = Int(step), values.indices.contains(index) else { return self }
      if steps.count == 1, value == nil {
        values.remove(at: index)
      } else {
        values[index] = values[index].replacing(steps.dropFirst(), with: value)
      }
      return .array(values)
    case .null, .bool, .integer, .number, .string: return self
    }
  }

  /// The names of an object's members, in order.
  var names: [String] {
    if case .object(let members) = self { members.map(\.name) } else { [] }
  }
}
