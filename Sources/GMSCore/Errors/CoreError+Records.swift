/// The doors for errors about records, so that their facts have the same names and order everywhere.
extension CoreError {
  /// A member of a record that cannot be read.
  static func malformedRecord(
    _ kind: RecordKind,
    _ member: String,
    _ value: String?,
    expected: String
  ) -> CoreError {
    var facts: [JSONValue.Member] = [
      .init("kind", .string(kind.rawValue)), .init("member", .string(member)),
    ]
    if let value { facts.append(.init("value", .string(value))) }
    facts.append(.init("expected", .string(expected)))
    return CoreError(.malformedRecord, facts)
  }

  /// The JSON of a record's text.
  ///
  /// - Throws: `malformedRecord`, whose member is `body`.
  static func readingBody(_ text: String, of kind: RecordKind) throws(CoreError) -> JSONValue {
    do {
      return try JSONReader.read(text)
    } catch {
      throw .malformedRecord(kind, "body", error["value"], expected: error["reason"] ?? "JSON")
    }
  }

  /// The same fault, found in a record that a store keeps.
  func damaging(_ id: String) -> CoreError {
    CoreError(.damagedRecord, [.init("id", .string(id))] + facts)
  }
}
