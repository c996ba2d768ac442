/// With which digits a node's access codes begin: one digit, such as `7`, or a range, such as `7-9`.
///
/// Nodes with prefixes that do not overlap never give out the same code, though they know nothing of each other's
/// bookings. GMS does not document how its nodes keep their codes apart; this option of a node is our decision.
public struct AccessCodePrefix: Hashable, Sendable {
  /// The first digits that a code can have.
  public let digits: ClosedRange<Int>

  /// Every digit: the codes of a node that has no prefix.
  public static let any = AccessCodePrefix(digits: 0...9)

  private init(digits: ClosedRange<Int>) { self.digits = digits }

  /// Reads a prefix.
  ///
  /// - Throws: `CoreError` with code `malformedCodePrefix` for anything but a digit, or two with a dash between
  ///   them and the smaller first.
  public init(_ text: String) throws(CoreError) {
    let bytes = Array(text.utf8)
    func digit(_ at: Int) -> Int? {
      bytes[at] >= 0x30 && bytes[at] <= 0x39 ? Int(bytes[at] - 0x30) : nil
    }
    if bytes.count == 1, let only = digit(0) {
      digits = only...only
    } else if bytes.count == 3, bytes[1] == UInt8(ascii: "-"), let first = digit(0), let last = digit(2),
      first <= last
    {
      digits = first...last
    } else {
      throw CoreError(.malformedCodePrefix, ["value": text])
    }
  }

  /// Whether there is a code that both can begin.
  public func overlaps(_ other: AccessCodePrefix) -> Bool { digits.overlaps(other.digits) }
}

extension AccessCodePrefix: CustomStringConvertible {
  /// The prefix as it is written.
  public var description: String {
    digits.count == 1 ? "\(digits.lowerBound)" : "\(digits.lowerBound)-\(digits.upperBound)"
  }
}
