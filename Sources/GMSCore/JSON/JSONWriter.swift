/// Writes JSON text: members in their order, only what must be escaped is escaped.
public enum JSONWriter {
  /// The value on one line, without spaces.
  public static func compact(_ value: JSONValue) -> String {
    var bytes: [UInt8] = []
    write(value, to: &bytes, indent: nil)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The value over several lines, indented by two spaces, without a line break at the end.
  ///
  /// Empty arrays and objects stay on one line.
  public static func pretty(_ value: JSONValue) -> String {
    var bytes: [UInt8] = []
    write(value, to: &bytes, indent: 0)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func write(_ value: JSONValue, to bytes: inout [UInt8], indent: Int?) {
    switch value {
    case .null: bytes.append(contentsOf: "null".utf8)
    case .bool(let flag): bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    case .integer(let number): bytes.append(contentsOf: String(number).utf8)
    case .number(let text): bytes.append(contentsOf: text.utf8)
    case .string(let text): write(text, to: &bytes)
    case .array(let elements):
      write(elements, "[", "]", to: &bytes, indent: indent) { element, bytes, indent in
        write(element, to: &bytes, indent: indent)
      }
    case .object(let members):
      write(members, "{", "}", to: &bytes, indent: indent) { member, bytes, indent in
        write(member.name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        if indent != nil { bytes.append(UInt8(ascii: " ")) }
        write(member.value, to: &bytes, indent: indent)
      }
    }
  }

  private static func write<Part>(
    _ parts: [Part],
    _ open: Unicode.Scalar,
    _ close: Unicode.Scalar,
    to bytes: inout [UInt8],
    indent: Int?,
    _ writePart: (Part, inout [UInt8], Int?) -> Void
  ) {
    bytes.append(UInt8(ascii: open))
    let inner = indent.map { $0 + 2 }
    for (index, part) in parts.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      breakLine(inner, &bytes)
      writePart(part, &bytes, inner)
    }
    if !parts.isEmpty { breakLine(indent, &bytes) }
    bytes.append(UInt8(ascii: close))
  }

  private static func breakLine(_ indent: Int?, _ bytes: inout [UInt8]) {
    guard let indent else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(0x20, count: indent))
  }

  private static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x08: bytes.append(contentsOf: #"\b"#.utf8)
      case 0x09: bytes.append(contentsOf: #"\t"#.utf8)
      case 0x0A: bytes.append(contentsOf: #"\n"#.utf8)
      case 0x0C: bytes.append(contentsOf: #"\f"#.utf8)
      case 0x0D: bytes.append(contentsOf: #"\r"#.utf8)
      case 0..<0x20:
        let digits = Array("0123456789abcdef".utf8)
        bytes.append(contentsOf: #"\u00"#.utf8)
        bytes.append(digits[Int(byte >> 4)])
        bytes.append(digits[Int(byte & 0xF)])
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
