/// Reads JSON text strictly as RFC 8259 defines it, and keeps the order of members.
///
/// Beyond the grammar two things are refused: a name that stands twice in one object (names that are equal as
/// Swift strings count as the same), and nesting deeper than ``depthLimit``. A whole number that fits 64 bits
/// becomes `.integer`; every other number, `-0` among them, keeps its text.
public enum JSONReader {
  /// How many arrays and objects may stand inside each other.
  public static let depthLimit = 512

  /// Reads one JSON document.
  ///
  /// - Throws: `CoreError` with code `malformedJSON` and the facts `line` and `column` (from 1; a column is a
  ///   Unicode scalar), `reason`, and `value`, which is what stood there.
  /// - Complexity: O(n) in the length of the text, beyond which an object of many members costs a set.
  public static func read(_ text: String) throws(CoreError) -> JSONValue {
    try parse(text) { parser throws(CoreError) in try parser.document() }
  }

  /// Reads one JSON document from its UTF-8 bytes; a byte order mark is refused, as RFC 8259 allows.
  ///
  /// - Throws: as `read(_:)`, also for bytes that are not UTF-8.
  public static func read(_ bytes: [UInt8]) throws(CoreError) -> JSONValue {
    try parse(bytes) { parser throws(CoreError) in try parser.document() }
  }

  /// Whether the text is one JSON object on one line: what a store takes as a record's body.
  package static func isObjectOnOneLine(_ text: String) -> Bool {
    do {
      return try parse(text) { parser throws(CoreError) in
        guard parser.peek() == UInt8(ascii: "{"), !parser.hasLineBreak(in: 0..<parser.count) else {
          return false
        }
        try parser.skipValue()
        return parser.position == parser.count
      }
    } catch {
      return false
    }
  }

  /// Runs `body` on a parser of the text's own bytes.
  static func parse<Result>(
    _ text: String,
    _ body: (inout JSONParser) throws(CoreError) -> Result
  ) throws(CoreError) -> Result {
    var text = text
    let outcome = text.withUTF8 { bytes in
      Swift.Result { () throws(CoreError) in
        var parser = JSONParser(bytes)
        return try body(&parser)
      }
    }
    return try outcome.get()
  }

  /// Runs `body` on a parser of bytes that need not be UTF-8.
  static func parse<Result>(
    _ bytes: [UInt8],
    _ body: (inout JSONParser) throws(CoreError) -> Result
  ) throws(CoreError) -> Result {
    let outcome = bytes.withUnsafeBufferPointer { bytes in
      Swift.Result { () throws(CoreError) in
        var parser = JSONParser(bytes)
        try parser.checkUTF8()
        return try body(&parser)
      }
    }
    return try outcome.get()
  }
}
