/// A line of an export, opened just as far as need be to know what it is about.
struct TransferLine {
  /// The text of the member `kind`.
  let kind: String
  private let bytes: UnsafeBufferPointer<UInt8>
  /// What is left out of the line to have the object without its kind.
  private let cut: Range<Int>

  /// How a line begins that nobody has edited.
  private static let opening = Array("{\"kind\":\"".utf8)

  /// Opens a line; nil when it is blank.
  ///
  /// The kind may stand anywhere in the object. Where it is the first member, as it is written, the rest is not
  /// looked at.
  ///
  /// - Throws: `CoreError` with code `malformedImport`.
  init?(_ bytes: UnsafeBufferPointer<UInt8>, number: Int) throws(CoreError) {
    self.bytes = bytes
    var parser = JSONParser(bytes)
    do {
      try parser.checkUTF8()
    } catch {
      throw .malformedImport(line: number, notJSON: error)
    }
    if let (kind, end) = TransferLine.openingKind(bytes) {
      self.kind = kind
      cut = 1..<end
      return
    }
    parser.skipSpace()
    guard parser.position < parser.count else { return nil }
    let member: (kind: JSONValue, cut: Range<Int>)?
    do {
      member = try TransferLine.find(&parser)
    } catch {
      throw .malformedImport(line: number, notJSON: error)
    }
    guard let found = member else { throw .malformedImport(line: number, .noKind) }
    guard let kind = found.kind.stringValue else {
      throw .malformedImport(line: number, .kindNotAString, value: JSONWriter.compact(found.kind))
    }
    self.kind = kind
    cut = found.cut
  }

  /// The object without its kind, as text.
  var object: String {
    String(unsafeUninitializedCapacity: bytes.count - cut.count) { buffer in
      let head = buffer.update(fromContentsOf: bytes[..<cut.lowerBound])
      return buffer[head...].update(fromContentsOf: bytes[cut.upperBound...])
    }
  }

  /// The kind of a line that begins as it is written, and where its next member stands.
  private static func openingKind(_ bytes: UnsafeBufferPointer<UInt8>) -> (kind: String, end: Int)? {
    guard bytes.starts(with: opening) else { return nil }
    let name = bytes[opening.count...].prefix { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }
    // With white space or escapes, or no further member, the long way finds it.
    guard bytes[name.endIndex...].starts(with: "\",\"".utf8) else { return nil }
    return (String(decoding: name, as: UTF8.self), name.endIndex + 2)
  }

  /// Steps over the whole object; answers the member `kind`, and what to cut so that the rest is an object.
  private static func find(_ parser: inout JSONParser) throws(CoreError) -> (
    kind: JSONValue, cut: Range<Int>
  )? {
    var found: (kind: JSONValue, cut: Range<Int>)?
    var isFirst = false
    /// Where the member before ended; cutting from there takes the comma, too.
    var before: Int?
    try parser.eachMember { parser, name, start throws(CoreError) in
      // A first member goes together with the comma after it.
      if isFirst, let kind = found?.kind, let cut = found?.cut { found = (kind, cut.lowerBound..<start) }
      isFirst = false
      if name == TransferKind.member {
        guard found == nil else { throw parser.failure(.repeatedName(name), at: start) }
        let kind = try parser.value()
        isFirst = before == nil
        found = (kind, (before ?? start)..<parser.position)
      } else {
        try parser.skipValue()
      }
      before = parser.position
    }
    try parser.end()
    return found
  }
}
