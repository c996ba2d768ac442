#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif

// Stores and records are full of times in the one form of `print(_:)`. What is here prints and reads that
// form in bytes, without the freedoms that people have.
extension InstantText {
  /// How many bytes an instant has as ``print(_:)`` prints it.
  package static let printedLength = 24

  /// Appends an instant to a text as ``print(_:)`` prints it.
  package static func append(_ date: Date, to bytes: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: printedLength) { buffer in
      write(date.millisecondsSince1970, to: buffer)
      bytes.append(contentsOf: buffer)
    }
  }

  /// Writes an instant of the years 1…9999 to the first 24 bytes of a buffer.
  static func write(_ milliseconds: Int64, to buffer: UnsafeMutableBufferPointer<UInt8>) {
    let day = milliseconds.flooringDivide(86_400_000)
    let date = CivilDate(daysSince1970: Int(day))
    let clock = Int(milliseconds - day * 86_400_000)
    func write(_ value: Int, _ width: Int, at start: Int, before separator: Unicode.Scalar) {
      var rest = value
      for at in (start..<start + width).reversed() {
        buffer[at] = UInt8(truncatingIfNeeded: 0x30 + rest % 10)
        rest /= 10
      }
      buffer[start + width] = UInt8(ascii: separator)
    }
    write(date.year, 4, at: 0, before: "-")
    write(date.month, 2, at: 5, before: "-")
    write(date.day, 2, at: 8, before: "T")
    write(clock / 3_600_000, 2, at: 11, before: ":")
    write(clock / 60_000 % 60, 2, at: 14, before: ":")
    write(clock / 1000 % 60, 2, at: 17, before: ".")
    write(clock % 1000, 3, at: 20, before: "Z")
  }

  /// The milliseconds since 1970 of an instant exactly as ``print(_:)`` prints it; nil for any other text.
  package static func milliseconds(ofPrinted text: String) -> Int64? {
    var text = text
    return text.withUTF8 { milliseconds(ofPrinted: $0) }
  }

  /// The milliseconds since 1970 of an instant's bytes exactly as ``print(_:)`` prints them; nil for any
  /// others.
  package static func milliseconds(ofPrinted bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
    guard bytes.count == printedLength, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      bytes[10] == UInt8(ascii: "T"), bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      bytes[19] == UInt8(ascii: "."), bytes[23] == UInt8(ascii: "Z")
    else { return nil }
    var isNumber = true
    func number(_ start: Int, _ width: Int) -> Int {
      var value = 0
      for at in start..<start + width {
        let digit = bytes[at] &- 0x30
        if digit > 9 { isNumber = false }
        value = value * 10 + Int(digit)
      }
      return value
    }
    let (year, month, day) = (number(0, 4), number(5, 2), number(8, 2))
    let (hour, minute, second) = (number(11, 2), number(14, 2), number(17, 2))
    let fraction = number(20, 3)
    guard isNumber, year >= 1, month >= 1, month <= 12, day >= 1,
      day <= CivilDate.days(inMonth: month, ofYear: year), hour < 24, minute < 60, second < 60
    else { return nil }
    let days = CivilDate.daysSince1970(year: year, month: month, day: day)
    return Int64(((days * 24 + hour) * 60 + minute) * 60 + second) * 1000 + Int64(fraction)
  }
}
