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
    guard CallbackID.isWellFormed(text.utf8) else {
      throw CallbackError(
        .malformedID,
        ["value": text, "expected": "<number>-<uuid>, such as 1-3c8c0a5e-0b4e-4c39-9c7e-6d3f0a5b9e10"]
      )
    }
    self.text = text
  }

  /// The door for text that is known to be an id.
  init(unchecked text: String) { self.text = text }

  private static func isWellFormed(_ bytes: String.UTF8View) -> Bool {
    guard bytes.count <= 46 else { return false }
    let groups = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard groups.count == 6, (1...9).contains(groups[0].count), groups[0].allSatisfy(isDigit),
      groups.dropFirst().map(\.count) == [8, 4, 4, 4, 12]
    else { return false }
    return groups.dropFirst().allSatisfy { $0.allSatisfy(isHexadecimal) }
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
