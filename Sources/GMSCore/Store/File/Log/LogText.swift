/// A string in a line of the log: its bytes between the quotes.
struct LogText {
  /// The bytes as they stand, with escapes.
  let bytes: UnsafeRawBufferPointer
  /// Whether there is an escape in them.
  let hasEscapes: Bool

  /// The text.
  var text: String {
    guard hasEscapes, let start = bytes.baseAddress else { return String(decoding: bytes, as: UTF8.self) }
    // The quotes stand around the bytes, as a line is one piece of memory.
    let quoted = UnsafeRawBufferPointer(start: start - 1, count: bytes.count + 2)
    var parser = JSONParser(quoted.bindMemory(to: UInt8.self))
    // Our own printer made the escapes, and the line's checksum is right.
    return (try? parser.string()) ?? String(decoding: bytes, as: UTF8.self)
  }

  /// Runs `body` on the text's own bytes.
  func withText<Value>(_ body: (UnsafeRawBufferPointer) -> Value) -> Value {
    guard hasEscapes else { return body(bytes) }
    var text = text
    return text.withUTF8 { body(UnsafeRawBufferPointer($0)) }
  }

  /// Whether the text is this one.
  func isEqual(to other: String) -> Bool {
    if hasEscapes { return ExactText(text) == ExactText(other) }
    var other = other
    return other.withUTF8 { other in
      other.count == bytes.count && (other.isEmpty || zip(other, bytes).allSatisfy(==))
    }
  }
}
