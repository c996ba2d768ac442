/// Reading and printing of fixed-width decimal numbers, as dates and times need them.
package enum Digits {
  /// The number that `text` spells with ASCII digits only, when it has as many digits as allowed.
  package static func read(_ text: some StringProtocol, count: ClosedRange<Int>) -> Int? {
    read(Substring(text), count: count)
  }

  /// The same for a whole string.
  ///
  /// Without generics: other modules cannot specialise the one above, and pay fifty times as much for it.
  package static func read(_ text: String, count: ClosedRange<Int>) -> Int? { read(text[...], count: count) }

  /// The same for a part of a string.
  package static func read(_ text: Substring, count: ClosedRange<Int>) -> Int? {
    let bytes = text.utf8
    guard count.contains(bytes.count) else { return nil }
    var value = 0
    for byte in bytes {
      guard byte >= 0x30, byte <= 0x39 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }

  /// `value` with leading zeros to `width` digits; a negative one keeps its sign before them.
  package static func padded(_ value: Int, _ width: Int) -> String {
    let digits = String(value.magnitude)
    let zeros = String(repeating: "0", count: max(0, width - digits.utf8.count))
    return (value < 0 ? "-" : "") + zeros + digits
  }

  /// `yyyy-MM-dd`.
  static func date(_ year: Int, _ month: Int, _ day: Int) -> String {
    "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}
