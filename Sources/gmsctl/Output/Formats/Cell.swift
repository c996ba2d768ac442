internal import GMSCore

/// One value in a table or in CSV.
enum Cell {
  /// A value as plain text: strings as they are, null as nothing, arrays and objects as compact JSON.
  static func text(_ value: JSONValue?) -> String {
    switch value {
    case nil, .null: ""
    case .bool(let bool): bool ? "true" : "false"
    case .integer(let integer): String(integer)
    case .number(let text): text
    case .string(let text): text
    case .array, .object: value.map(JSONWriter.compact) ?? ""
    }
  }

  /// A value for a person: as ``text(_:)``, but the elements of an array stand with commas between them, and no
  /// character of it can harm a terminal.
  static func shown(_ value: JSONValue?) -> String {
    guard case .array(let elements) = value else { return visible(text(value)) }
    return elements.map { visible(text($0)) }.joined(separator: ", ")
  }

  /// Text that cannot move the cursor, colour the terminal or break a row: control characters are written as
  /// escapes.
  ///
  /// Data comes from customers, and a terminal obeys what it is sent.
  static func visible(_ text: String) -> String {
    func isControl(_ scalar: Unicode.Scalar) -> Bool {
      scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
        || scalar.value == 0x2028 || scalar.value == 0x2029
    }
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    return text.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _ where isControl(scalar): result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
