extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  /// `null`.
  public init(nilLiteral: ()) { self = .null }

  /// `true` or `false`.
  public init(booleanLiteral value: Bool) { self = .bool(value) }

  /// A whole number.
  public init(integerLiteral value: Int64) { self = .integer(value) }

  /// A string.
  public init(stringLiteral value: String) { self = .string(value) }

  /// An array of the elements.
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }

  /// An object of the members, in the order in which they are written; a name that stands twice is a
  /// programmer's mistake.
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    var names: Set<String> = []
    for (name, _) in elements {
      precondition(names.insert(name).inserted, "The object's name '\(name)' stands twice.")
    }
    self = .object(elements.map { Member($0.0, $0.1) })
  }
}
