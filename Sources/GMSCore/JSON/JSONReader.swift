/// Reads JSON text strictly, as RFC 8259 says, and tells where it is wrong.
///
/// Refused are: anything after the value, comments, trailing commas, duplicate names, leading zeros, unpaired
/// surrogates, control characters in strings, bytes that are not UTF-8, and nesting deeper than
/// ``depthLimit``.
public struct JSONReader {
  /// How deep arrays and objects may be nested.
  public static let depthLimit = 512

  private let bytes: UnsafeBufferPointer<UInt8>
  private var at = 0

  /// The value that a text holds.
  ///
  /// - Throws: `CoreError` with code `malformedJSON`, with the facts `line`, `column` (in bytes, from 1),
  ///   `value` (what stands there) and `reason`.
  /// - Complexity: O(n) of the text's length.
  public static func read(_ text: String) throws(CoreError) -> JSONValue {
    var text = text
    text.makeContiguousUTF8()
    return try read(Array(text.utf8))
  }

  /// The value that UTF-8 bytes hold.
  ///
  /// - Throws: `CoreError` as for text; also for bytes that are not UTF-8.
  public static func read(_ bytes: [UInt8]) throws(CoreError) -> JSONValue {
    let result: Result<JSONValue, CoreError> = bytes.withUnsafeBufferPointer { buffer in
      var reader = JSONReader(bytes: buffer)
      do throws(CoreError) {
        return .success(try reader.document())
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  private init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  private mutating func document() throws(CoreError) -> JSONValue {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw error("a byte order mark is no JSON") }
    let value = try value(depth: 0)
    skipSpace()
    guard at == bytes.count else { throw error("nothing may follow the value") }
    return value
  }

  private mutating func value(depth: Int) throws(CoreError) -> JSONValue {
    skipSpace()
    guard at < bytes.count else { throw error("a value is missing") }
    switch bytes[at] {
    case UInt8(ascii: "{"): return try object(depth: depth + 1)
    case UInt8(ascii: "["): return try array(depth: depth + 1)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return try number()
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: throw error("a value is missing")
    }
  }

  private mutating func object(depth: Int) throws(CoreError) -> JSONValue {
    try enter(depth)
    var members: [JSONValue.Member] = []
    var names: Set<[UInt8]> = []
    skipSpace()
    if take(UInt8(ascii: "}")) { return .object([]) }
    while true {
      skipSpace()
      guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") else { throw error("a name in quotes is missing") }
      let start = at
      let name = try string()
      guard isNew(name, among: members, &names) else {
        at = start
        throw error("the name stands twice in its object")
      }
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw error("':' is missing after a name") }
      members.append(JSONValue.Member(name, try value(depth: depth)))
      skipSpace()
      if take(UInt8(ascii: ",")) { continue }
      guard take(UInt8(ascii: "}")) else { throw error("',' or '}' is missing") }
      return .object(members)
    }
  }

  /// Whether no member has the name, byte for byte.
  ///
  /// A set costs more than looking through a few names, and most objects have a few.
  private func isNew(_ name: String, among members: [JSONValue.Member], _ names: inout Set<[UInt8]>) -> Bool {
    if members.count < 16 { return !members.contains { $0.name.utf8.elementsEqual(name.utf8) } }
    if names.isEmpty { names = Set(members.map { Array($0.name.utf8) }) }
    return names.insert(Array(name.utf8)).inserted
  }

  private mutating func array(depth: Int) throws(CoreError) -> JSONValue {
    try enter(depth)
    var elements: [JSONValue] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return .array([]) }
    while true {
      elements.append(try value(depth: depth))
      skipSpace()
      if take(UInt8(ascii: ",")) { continue }
      guard take(UInt8(ascii: "]")) else { throw error("',' or ']' is missing") }
      return .array(elements)
    }
  }

  private mutating func enter(_ depth: Int) throws(CoreError) {
    guard depth <= JSONReader.depthLimit else { throw error("nesting is deeper than \(JSONReader.depthLimit)") }
    at += 1
  }

  private mutating func word(_ text: StaticString, _ value: JSONValue) throws(CoreError) -> JSONValue {
    let end = at + text.utf8CodeUnitCount
    guard end <= bytes.count, bytes[at..<end].elementsEqual(UnsafeBufferPointer(start: text.utf8Start, count: end - at))
    else { throw error("a value is missing") }
    at = end
    return value
  }

  private mutating func number() throws(CoreError) -> JSONValue {
    let start = at
    _ = take(UInt8(ascii: "-"))
    let digits = at
    skipDigits()
    guard at > digits else { throw error("a digit is missing") }
    if at > digits + 1, bytes[digits] == UInt8(ascii: "0") {
      at = digits
      throw error("a number has no leading zero")
    }
    var isInteger = true
    if take(UInt8(ascii: ".")) {
      isInteger = false
      let fraction = at
      skipDigits()
      guard at > fraction else { throw error("a digit is missing after '.'") }
    }
    if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") {
      isInteger = false
      at += 1
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      let exponent = at
      skipDigits()
      guard at > exponent else { throw error("a digit is missing in the exponent") }
    }
    let text = String(decoding: bytes[start..<at], as: UTF8.self)
    if isInteger, text != "-0", let integer = Int64(text) { return .integer(integer) }
    return .number(text)
  }

  private mutating func string() throws(CoreError) -> String {
    let start = at
    at += 1
    let content = at
    while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\") {
      guard bytes[at] >= 0x20 else { throw error("a control character must be escaped") }
      at += 1
    }
    guard at < bytes.count else {
      at = start
      throw error("a string has no end")
    }
    if bytes[at] == UInt8(ascii: "\"") {
      let text = try utf8(bytes[content..<at], from: content)
      at += 1
      return text
    }
    return try escapedString(start: start, content: content)
  }

  /// A string from its first escape on.
  private mutating func escapedString(start: Int, content: Int) throws(CoreError) -> String {
    var unescaped = Array(bytes[content..<at])
    while at < bytes.count {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        let text = try utf8(unescaped[...], from: content)
        at += 1
        return text
      case UInt8(ascii: "\\"): try escape(into: &unescaped)
      case 0..<0x20: throw error("a control character must be escaped")
      default:
        unescaped.append(bytes[at])
        at += 1
      }
    }
    at = start
    throw error("a string has no end")
  }

  private mutating func escape(into unescaped: inout [UInt8]) throws(CoreError) {
    let start = at
    at += 1
    guard at < bytes.count else { throw error("an escape has no end") }
    let simple: UInt8? =
      switch bytes[at] {
      case UInt8(ascii: "\""): UInt8(ascii: "\"")
      case UInt8(ascii: "\\"): UInt8(ascii: "\\")
      case UInt8(ascii: "/"): UInt8(ascii: "/")
      case UInt8(ascii: "b"): 0x08
      case UInt8(ascii: "f"): 0x0C
      case UInt8(ascii: "n"): 0x0A
      case UInt8(ascii: "r"): 0x0D
      case UInt8(ascii: "t"): 0x09
      default: nil
      }
    if let simple {
      unescaped.append(simple)
      at += 1
      return
    }
    guard bytes[at] == UInt8(ascii: "u"), let unit = hexadecimal(at + 1) else {
      at = start
      throw error("there is no such escape")
    }
    at += 5
    if let scalar = Unicode.Scalar(unit) {
      unescaped.append(contentsOf: String(Character(scalar)).utf8)
      return
    }
    guard unit < 0xDC00, at + 1 < bytes.count, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u"),
      let low = hexadecimal(at + 2), (0xDC00...0xDFFF).contains(low),
      let scalar = Unicode.Scalar(0x10000 + (UInt32(unit) - 0xD800) << 10 + (UInt32(low) - 0xDC00))
    else {
      at = start
      throw error("a surrogate stands alone")
    }
    unescaped.append(contentsOf: String(Character(scalar)).utf8)
    at += 6
  }

  private func hexadecimal(_ start: Int) -> UInt16? {
    guard start + 4 <= bytes.count else { return nil }
    var value: UInt16 = 0
    for byte in bytes[start..<(start + 4)] {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: return nil
      }
      value = value << 4 | UInt16(digit)
    }
    return value
  }

  private mutating func utf8(_ slice: some Sequence<UInt8>, from start: Int) throws(CoreError) -> String {
    guard let text = String(validating: slice, as: UTF8.self) else {
      at = start
      throw error("the string is not UTF-8")
    }
    return text
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard at < bytes.count, bytes[at] == byte else { return false }
    at += 1
    return true
  }

  private mutating func skipSpace() {
    while at < bytes.count, bytes[at] == 0x20 || bytes[at] == 0x0A || bytes[at] == 0x0D || bytes[at] == 0x09 {
      at += 1
    }
  }

  private mutating func skipDigits() {
    while at < bytes.count, bytes[at] >= 0x30, bytes[at] <= 0x39 { at += 1 }
  }

  /// The error at the present position.
  private func error(_ reason: String) -> CoreError {
    let before = bytes[..<min(at, bytes.count)]
    let line = before.count { $0 == 0x0A } + 1
    let column = before.count - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0) + 1
    let rest = bytes[before.count...].prefix { $0 != 0x0A }.prefix(20)
    return CoreError(
      .malformedJSON,
      [
        .init("line", .integer(Int64(line))), .init("column", .integer(Int64(column))),
        .init("value", .string(String(decoding: rest, as: UTF8.self))), .init("reason", .string(reason)),
      ]
    )
  }
}
