/// A cursor over JSON text: takes values off its front, or steps over them.
///
/// The bytes are UTF-8 (``checkUTF8()`` proves it where that is not known) and outlive the parser.
struct JSONParser {
  let bytes: UnsafeBufferPointer<UInt8>
  /// The byte that is read next.
  var position = 0
  /// How many arrays and objects are open.
  var depth = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  var count: Int { bytes.count }

  // MARK: - Documents

  /// The one value of the text.
  mutating func document() throws(CoreError) -> JSONValue {
    let value = try value()
    try end()
    return value
  }

  /// Checks that nothing but white space follows.
  mutating func end() throws(CoreError) {
    skipSpace()
    if position < count { throw failure(position == 0 ? .missingValue : .trailing) }
  }

  // MARK: - Values

  /// Takes the next value.
  mutating func value() throws(CoreError) -> JSONValue {
    skipSpace()
    guard position < count else { throw failure(.missingValue) }
    switch bytes[position] {
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "{"): return .object(try members())
    case UInt8(ascii: "["): return .array(try elements())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    case UInt8(ascii: "t"):
      try word("true")
      return .bool(true)
    case UInt8(ascii: "f"):
      try word("false")
      return .bool(false)
    case UInt8(ascii: "n"):
      try word("null")
      return .null
    default: throw failure(.missingValue)
    }
  }

  private mutating func members() throws(CoreError) -> [JSONValue.Member] {
    var members: [JSONValue.Member] = []
    var names = JSONNames()
    try eachMember { parser, name, start throws(CoreError) in
      guard names.insert(name, after: members) else { throw parser.failure(.repeatedName(name), at: start) }
      members.append(JSONValue.Member(name, try parser.value()))
    }
    return members
  }

  private mutating func elements() throws(CoreError) -> [JSONValue] {
    var elements: [JSONValue] = []
    try eachElement { parser throws(CoreError) in elements.append(try parser.value()) }
    return elements
  }

  /// Runs `body` before the value of each member of the object that comes next; `body` takes the value.
  mutating func eachMember(
    _ body: (inout JSONParser, _ name: String, _ start: Int) throws(CoreError) -> Void
  ) throws(CoreError) {
    try open(UInt8(ascii: "{"), or: .missingObject)
    skipSpace()
    if take(UInt8(ascii: "}")) {
      depth -= 1
      return
    }
    repeat {
      skipSpace()
      let start = position
      guard peek() == UInt8(ascii: "\"") else { throw failure(.missingName) }
      let name = try string()
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw failure(.missingColon) }
      try body(&self, name, start)
      skipSpace()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw failure(.unfinishedObject) }
    depth -= 1
  }

  /// Runs `body` before each element of the array that comes next; `body` takes the element.
  mutating func eachElement(
    _ body: (inout JSONParser) throws(CoreError) -> Void
  ) throws(CoreError) {
    try open(UInt8(ascii: "["), or: .missingArray)
    skipSpace()
    if take(UInt8(ascii: "]")) {
      depth -= 1
      return
    }
    repeat {
      try body(&self)
      skipSpace()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw failure(.unfinishedArray) }
    depth -= 1
  }

  /// Takes an opening bracket, and counts the depth.
  mutating func open(_ bracket: UInt8, or fault: JSONFault) throws(CoreError) {
    skipSpace()
    guard peek() == bracket else { throw failure(fault) }
    guard depth < JSONReader.depthLimit else { throw failure(.tooDeep) }
    depth += 1
    position += 1
  }

  mutating func word(_ word: StaticString) throws(CoreError) {
    let length = word.utf8CodeUnitCount
    guard position + length <= count else { throw failure(.missingValue) }
    for offset in 0..<length where bytes[position + offset] != word.utf8Start[offset] {
      throw failure(.missingValue)
    }
    position += length
  }

  // MARK: - Bytes

  func peek() -> UInt8? { position < count ? bytes[position] : nil }

  mutating func take(_ byte: UInt8) -> Bool {
    guard position < count, bytes[position] == byte else { return false }
    position += 1
    return true
  }

  mutating func skipSpace() {
    while position < count {
      switch bytes[position] {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      default: return
      }
    }
  }

  func hasLineBreak(in range: Range<Int>) -> Bool {
    bytes[range].contains { $0 == 0x0A || $0 == 0x0D }
  }

  /// The bytes of a range as text.
  func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }
}
