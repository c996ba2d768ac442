extension JSONParser {
  /// Steps over the next value, checking its grammar, and answers where it stands.
  ///
  /// Names that stand twice are not found, since that would need the names.
  @discardableResult
  mutating func skipValue() throws(CoreError) -> Range<Int> {
    skipSpace()
    let start = position
    guard let byte = peek() else { throw failure(.missingValue) }
    switch byte {
    case UInt8(ascii: "\""): try skipString()
    case UInt8(ascii: "{"): try skipMembers()
    case UInt8(ascii: "["): try eachElement { parser throws(CoreError) in try parser.skipValue() }
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): _ = try skipNumber()
    case UInt8(ascii: "t"): try word("true")
    case UInt8(ascii: "f"): try word("false")
    case UInt8(ascii: "n"): try word("null")
    default: throw failure(.missingValue)
    }
    return start..<position
  }

  /// Steps over an object; as ``eachMember(_:)``, but makes no names.
  private mutating func skipMembers() throws(CoreError) {
    try open(UInt8(ascii: "{"), or: .missingObject)
    skipSpace()
    if take(UInt8(ascii: "}")) {
      depth -= 1
      return
    }
    repeat {
      skipSpace()
      guard peek() == UInt8(ascii: "\"") else { throw failure(.missingName) }
      try skipString()
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw failure(.missingColon) }
      try skipValue()
      skipSpace()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw failure(.unfinishedObject) }
    depth -= 1
  }
}
