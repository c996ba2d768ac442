/// The name of something that a GMS node made: `<node number>-<uuid>`.
///
/// An example is `1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10`. Any text of this form is taken as it is: an id that
/// another node made stays byte for byte what it was. The number has 1 to 9 decimal digits; the rest has 8, 4,
/// 4, 4 and 12 hexadecimal digits in either case.
public struct ServiceID: Hashable, Sendable {
  /// The id as it was given.
  public let text: String

  /// The form, for errors.
  package static let form = "<number>-<uuid>, such as 1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10"

  /// Reads an id.
  ///
  /// - Throws: `CoreError` with code `malformedServiceID` for text of another form.
  /// - Complexity: O(n) of the text's length, at most 46 bytes.
  public init(_ text: String) throws(CoreError) {
    guard ServiceID.isWellFormed(text) else {
      throw CoreError(.malformedServiceID, ["value": text, "expected": ServiceID.form])
    }
    self.text = text
  }

  /// The door for text that is known to be an id.
  package init(unchecked text: String) { self.text = text }

  /// The number of the node that made it.
  public var node: Int { text.utf8.prefix { $0 != UInt8(ascii: "-") }.reduce(0) { $0 * 10 + Int($1 - 0x30) } }

  /// Whether text has the form of an id.
  package static func isWellFormed(_ text: String) -> Bool {
    var bytes = text
    return bytes.withUTF8(isWellFormed)
  }

  /// Whether bytes have the form of an id.
  package static func isWellFormed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let digits = bytes.count - 37
    guard (1...9).contains(digits) else { return false }
    for at in 0..<digits where bytes[at] &- 0x30 > 9 { return false }
    return bytes[digits] == UInt8(ascii: "-")
      && UUIDText.isWellFormed(.init(rebasing: bytes[(digits + 1)...]))
  }
}

extension ServiceID: Comparable {
  /// Orders byte by byte, as stores order records.
  public static func < (lhs: ServiceID, rhs: ServiceID) -> Bool {
    lhs.text.utf8.lexicographicallyPrecedes(rhs.text.utf8)
  }
}

extension ServiceID: CustomStringConvertible {
  /// The id as it was given.
  public var description: String { text }
}
