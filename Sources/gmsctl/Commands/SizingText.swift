/// Reads what a person writes of a load: rates, times and shares with their units.
enum SizingText {
  private static let secondsOf: [(unit: String, seconds: Double)] = [
    ("s", 1), ("min", 60), ("m", 60), ("h", 3600), ("d", 86_400),
  ]

  /// Requests an hour, from `40/h`.
  static func requestsPerHour(_ text: String, place: String) throws(UsageError) -> Double {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let count = number(parts[0]),
      let unit = secondsOf.first(where: { $0.unit == parts[1] })
    else { throw malformed(text, place, "write a number and what it is for, such as 40/h or 2/min") }
    return count * 3600 / unit.seconds
  }

  /// Seconds, from `30s`.
  static func seconds(_ text: String, place: String) throws(UsageError) -> Double {
    let digits = text.prefix { $0.isNumber || $0 == "." }
    guard let count = number(digits),
      let unit = secondsOf.first(where: { $0.unit == text.dropFirst(digits.count) })
    else { throw malformed(text, place, "write a number and its unit, such as 30s, 2min or 1h") }
    return count * unit.seconds
  }

  /// A share from 0 to 1, from `0.1%` or `0.001`.
  static func share(_ text: String, place: String) throws(UsageError) -> Double {
    let isPercent = text.hasSuffix("%")
    guard let value = number(isPercent ? text.dropLast() : text[...]) else {
      throw malformed(text, place, "write a share such as 0.1% or 0.001")
    }
    return isPercent ? value / 100 : value
  }

  /// A decimal number without sign and exponent; nil for anything else.
  private static func number(_ text: Substring) -> Double? {
    let bytes = text.utf8
    guard (1...15).contains(bytes.count), bytes.allSatisfy({ $0 == 0x2E || $0 &- 0x30 <= 9 }),
      bytes.first != 0x2E, bytes.last != 0x2E
    else { return nil }
    return Double(text)
  }

  private static func malformed(_ text: String, _ place: String, _ detail: String) -> UsageError {
    UsageError(.malformedQuantity, value: text, place: place, detail: detail)
  }
}
