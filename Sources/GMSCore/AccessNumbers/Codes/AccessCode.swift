/// A code that a customer gives when calling, beside the number that was called: 1 to 15 digits.
public struct AccessCode: Hashable, Sendable {
  /// The digits as a decimal number, with a 1 before them, so that `07` and `7` differ.
  let packed: UInt64

  /// How many digits a code can have.
  public static let lengths = 1...15

  init(packed: UInt64) { self.packed = packed }

  /// Reads a code as a caller gives it: spaces, dashes and a `#` at the end do not count; nil for text that has
  /// anything else than 1 to 15 digits.
  public init?(_ text: String) {
    var packed: UInt64 = 1
    var count = 0
    var isEnded = false
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "-"): continue
      case UInt8(ascii: "#") where !isEnded: isEnded = true
      case UInt8(ascii: "0")...UInt8(ascii: "9") where !isEnded:
        count += 1
        guard count <= AccessCode.lengths.upperBound else { return nil }
        packed = packed * 10 + UInt64(byte - 0x30)
      default: return nil
      }
    }
    guard count > 0 else { return nil }
    self.packed = packed
  }

  /// The digits.
  public var text: String {
    var length = 0
    var power: UInt64 = 1
    while packed / power >= 10 {
      power *= 10
      length += 1
    }
    return String(unsafeUninitializedCapacity: length) { buffer in
      var rest = packed
      for at in (0..<length).reversed() {
        buffer[at] = UInt8(truncatingIfNeeded: 0x30 + rest % 10)
        rest /= 10
      }
      return length
    }
  }
}

extension AccessCode: CustomStringConvertible {
  /// The digits.
  public var description: String { text }
}
