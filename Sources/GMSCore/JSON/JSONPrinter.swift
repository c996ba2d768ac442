/// Appends JSON text to a buffer of bytes.
package struct JSONPrinter {
  /// What was printed; whoever appends to it appends JSON.
  package var bytes: [UInt8] = []

  /// A printer that has printed nothing.
  package init() {}

  /// A printer that goes on where other bytes end, and has them for its own meanwhile.
  init(taking bytes: inout [UInt8]) { swap(&self.bytes, &bytes) }

  /// Takes everything out.
  mutating func take() -> [UInt8] {
    var taken: [UInt8] = []
    swap(&taken, &bytes)
    return taken
  }

  /// What was printed, as text.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Makes room for so many bytes.
  package mutating func reserve(_ count: Int) { bytes.reserveCapacity(count) }

  /// Appends text as it stands.
  mutating func raw(_ text: String) {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  /// Appends bytes as they stand.
  mutating func raw(_ text: UnsafeRawBufferPointer) { bytes.append(contentsOf: text) }

  /// Appends a whole number.
  package mutating func integer(_ number: Int64) {
    guard (0...9).contains(number) else { return raw(String(number)) }
    bytes.append(0x30 + UInt8(number))
  }

  mutating func compact(_ value: JSONValue) {
    switch value {
    case .null, .bool, .integer, .number, .string: scalar(value)
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        compact(element)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        string(member.name)
        bytes.append(UInt8(ascii: ":"))
        compact(member.value)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  mutating func pretty(_ value: JSONValue, indent: Int) {
    switch value {
    case .null, .bool, .integer, .number, .string: scalar(value)
    case .array([]): raw("[]")
    case .object([]): raw("{}")
    case .array(let elements):
      bytes.append(UInt8(ascii: "["))
      for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        line(indent + 2)
        pretty(element, indent: indent + 2)
      }
      line(indent)
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        line(indent + 2)
        string(member.name)
        raw(": ")
        pretty(member.value, indent: indent + 2)
      }
      line(indent)
      bytes.append(UInt8(ascii: "}"))
    }
  }

  private mutating func line(_ indent: Int) {
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: indent))
  }

  private mutating func scalar(_ value: JSONValue) {
    switch value {
    case .null: raw("null")
    case .bool(let flag): raw(flag ? "true" : "false")
    case .integer(let number): integer(number)
    case .number(let text):
      precondition(JSONPrinter.isNumber(text), "'\(text)' is not the text of a JSON number.")
      raw(text)
    case .string(let text): string(text)
    case .array, .object: preconditionFailure("Arrays and objects are no scalars.")
    }
  }

  /// Appends a string with quotes and the escapes that it must have.
  package mutating func string(_ text: String) {
    var text = text
    text.withUTF8 { utf8 in
      bytes.append(UInt8(ascii: "\""))
      var start = 0
      for at in utf8.indices where JSONPrinter.mustEscape(utf8[at]) {
        bytes.append(contentsOf: utf8[start..<at])
        escape(utf8[at])
        start = at + 1
      }
      bytes.append(contentsOf: utf8[start...])
      bytes.append(UInt8(ascii: "\""))
    }
  }

  private static func mustEscape(_ byte: UInt8) -> Bool {
    byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
  }

  private mutating func escape(_ byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    default:
      raw(byte < 0x10 ? "u000" : "u00")
      raw(String(byte, radix: 16))
    }
  }

  private static func isNumber(_ text: String) -> Bool {
    do {
      return try JSONReader.parse(text) { parser throws(CoreError) in
        _ = try parser.skipNumber()
        return parser.position == parser.count
      }
    } catch {
      return false
    }
  }
}
