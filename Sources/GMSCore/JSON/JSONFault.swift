/// What can be wrong with JSON text, with its English.
enum JSONFault {
  case missingValue
  case missingName
  case missingColon
  case missingObject
  case missingArray
  case unfinishedObject
  case unfinishedArray
  case unfinishedString
  case trailing
  case tooDeep
  case repeatedName(String)
  case controlCharacter
  case badEscape
  case loneSurrogate
  case badNumber
  case leadingZero
  case invalidUTF8
  /// JSON, but not what a store's document has.
  case content(StoreFault)

  /// What is wrong, and what would be right.
  var reason: String {
    switch self {
    case .missingValue: "a value is missing here"
    case .missingName: "a name in double quotes is missing here"
    case .missingColon: "a colon is missing after the name"
    case .missingObject: "an object is missing here"
    case .missingArray: "an array is missing here"
    case .unfinishedObject: "a comma or } is missing here"
    case .unfinishedArray: "a comma or ] is missing here"
    case .unfinishedString: "this string has no closing quote"
    case .trailing: "nothing may follow the value"
    case .tooDeep: "arrays and objects may be nested \(JSONReader.depthLimit) deep, and no deeper"
    case .repeatedName: "a name may stand only once in an object"
    case .controlCharacter: "a control character in a string must be written as an escape"
    case .badEscape: #"an escape is one of \" \\ \/ \b \f \n \r \t, or \u and four hexadecimal digits"#
    case .loneSurrogate: #"half of a surrogate pair; write both halves, such as \ud83d\ude00"#
    case .badNumber: "a digit is missing in this number"
    case .leadingZero: "a number has no leading zero"
    case .invalidUTF8: "these bytes are not UTF-8"
    case .content(let fault): fault.reason
    }
  }
}

extension JSONParser {
  /// The error for what is wrong at a byte, which without `at` is the next one.
  func failure(_ fault: JSONFault, at offset: Int? = nil) -> CoreError {
    let offset = offset ?? position
    let (line, column) = place(of: offset)
    let found: String
    if case .repeatedName(let name) = fault { found = name } else { found = excerpt(at: offset) }
    return CoreError(
      .malformedJSON,
      [
        JSONValue.Member("line", .integer(Int64(line))),
        JSONValue.Member("column", .integer(Int64(column))),
        JSONValue.Member("reason", .string(fault.reason)),
        JSONValue.Member("value", .string(found)),
      ]
    )
  }

  /// Line and column of a byte, both from 1; a column is a Unicode scalar.
  func place(of offset: Int) -> (line: Int, column: Int) {
    var (line, column) = (1, 1)
    for byte in bytes[..<offset] {
      if byte == 0x0A {
        (line, column) = (line + 1, 1)
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }

  /// What stands at a byte: a word or number, else one character; a character that cannot be seen by its code.
  private func excerpt(at offset: Int) -> String {
    guard offset < count else { return "the end of the text" }
    let rest = UnsafeBufferPointer(rebasing: bytes[offset..<min(count, offset + 40)])
    let word = rest.prefix { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E, 0x5C, 0x5F: true
      default: false
      }
    }
    if !word.isEmpty { return String(decoding: word, as: UTF8.self) }
    var decoder = UTF8()
    var iterator = rest.makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else {
      return "0x" + String(rest[0], radix: 16, uppercase: true)
    }
    let isVisible =
      scalar.properties.generalCategory != .control && scalar.properties.generalCategory != .format
    if isVisible, !scalar.properties.isWhitespace { return String(scalar) }
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
