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
    guard bytes.count <= 46, let first = bytes.firstIndex(of: UInt8(ascii: "-")), (1...9).contains(first),
      bytes[..<first].allSatisfy(isDigit), bytes.count - first == 37
    else { return false }
    for at in 1..<37 {
      let byte = bytes[first + at]
      switch at {
      case 9, 14, 19, 24: guard byte == UInt8(ascii: "-") else { return false }
      default: guard isHexadecimal(byte) else { return false }
      }
    }
    return true
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x66)
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
