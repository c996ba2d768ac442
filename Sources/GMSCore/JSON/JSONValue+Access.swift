extension JSONValue {
  /// The member of that name; nil when there is none, or this is no object.
  ///
  /// - Complexity: O(n) in the members.
  public subscript(name: String) -> JSONValue? {
    members?.first { $0.name == name }?.value
  }

  /// The text; nil when this is no string.
  public var stringValue: String? {
    if case .string(let text) = self { text } else { nil }
  }

  /// The number; nil when this is no whole number of 64 bits.
  public var integerValue: Int64? {
    if case .integer(let number) = self { number } else { nil }
  }

  /// The elements; nil when this is no array.
  public var arrayValue: [JSONValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The members in their order; nil when this is no object.
  public var members: [Member]? {
    if case .object(let members) = self { members } else { nil }
  }
}
