/// The name of a callback: `<node number>-<uuid>`, such as `1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10`.
///
/// Any text of this form is taken as it is: an id that another node made stays byte for byte what it was. The
/// number has 1 to 9 decimal digits; the rest has 8, 4, 4, 4 and 12 hexadecimal digits in either case.
public struct CallbackID: Hashable, Sendable {
  /// The id as it was given.
  public let text: String

  /// Reads an id.
  ///
  /// - Throws: `CallbackError` with code `malformedID` for text of another form.
  /// - Complexity: O(n) of the text's length, at most 46 bytes.
  public init(_ text: String) throws(CallbackError) {
    var bytes = text
    guard bytes.withUTF8(CallbackID.isWellFormed) else {
      throw CallbackError(
        .malformedID,
        ["value": text, "expected": "<number>-<uuid>, such as 1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10"]
      )
    }
    self.text = text
  }

  /// The door for text that is known to be an id.
  init(unchecked text: String) { self.text = text }

  /// Whether bytes have the form of an id.
  static func isWellFormed(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let digits = bytes.count - 37
    guard (1...9).contains(digits) else { return false }
    for at in 0..<digits where bytes[at] &- 0x30 > 9 { return false }
    for dash in [0, 9, 14, 19, 24] where bytes[digits + dash] != UInt8(ascii: "-") { return false }
    // Counted without a branch for each byte: records are full of ids. Only the five dashes are no digits.
    var others = 0
    for at in digits..<bytes.count {
      let byte = bytes[at]
      others &+= (byte &- 0x30 <= 9 ? 0 : 1) & ((byte | 0x20) &- 0x61 <= 5 ? 0 : 1)
    }
    return others == 5
  }
}

extension CallbackID: Comparable {
  /// Orders byte by byte, as stores order records.
  public static func < (lhs: CallbackID, rhs: CallbackID) -> Bool {
    lhs.text.utf8.lexicographicallyPrecedes(rhs.text.utf8)
  }
}

extension CallbackID: CustomStringConvertible {
  /// The id as it was given.
  public var description: String { text }
}
