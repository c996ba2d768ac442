#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar

/// Reads the times that stand in records and in events: RFC 3339 with a zone, kept to the millisecond.
enum RecordTime {
  /// What the reader takes, for errors.
  static let expected = "a time as yyyy-MM-ddTHH:mm:ss.SSSZ"

  /// The instant that `text` names, cut to whole milliseconds; nil for text of another form.
  ///
  /// A fraction may have 1 to 9 digits or be absent; the zone is `Z` or an offset such as `-05:00`.
  static func read(_ text: String) -> Date? {
    // By bytes, not by parts of text: a record has a score of times, and reading it is mostly reading them.
    let bytes = Array(text.utf8)
    guard (20...35).contains(bytes.count), bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      bytes[10] | 0x20 == UInt8(ascii: "t"), bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let century = number(bytes, 0, upTo: 99), let year = number(bytes, 2, upTo: 99),
      let month = number(bytes, 5, upTo: 12), let day = number(bytes, 8, upTo: 31),
      let date = try? CivilDate(year: century * 100 + year, month: month, day: day),
      let hour = number(bytes, 11, upTo: 23), let minute = number(bytes, 14, upTo: 59),
      let second = number(bytes, 17, upTo: 59)
    else { return nil }
    var next = 19
    var milliseconds = 0
    if bytes[next] == UInt8(ascii: ".") {
      let digits = bytes[(next + 1)...].prefix { $0 >= 0x30 && $0 <= 0x39 }
      guard (1...9).contains(digits.count) else { return nil }
      let kept = digits.prefix(3).reduce(0) { $0 * 10 + Int($1 - 0x30) }
      milliseconds = digits.count == 1 ? kept * 100 : digits.count == 2 ? kept * 10 : kept
      next += 1 + digits.count
    }
    guard let offset = offset(bytes, from: next) else { return nil }
    let local = date.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second
    return Date(millisecondsSince1970: Int64(local - offset) * 1000 + Int64(milliseconds))
  }

  /// Seconds east of UTC that the rest of the text names, which must be all of it.
  private static func offset(_ bytes: [UInt8], from start: Int) -> Int? {
    guard start < bytes.count else { return nil }
    if bytes[start] | 0x20 == UInt8(ascii: "z") { return bytes.count == start + 1 ? 0 : nil }
    guard bytes[start] == UInt8(ascii: "+") || bytes[start] == UInt8(ascii: "-"), bytes.count == start + 6,
      bytes[start + 3] == UInt8(ascii: ":"), let hour = number(bytes, start + 1, upTo: 23),
      let minute = number(bytes, start + 4, upTo: 59)
    else { return nil }
    return (hour * 3600 + minute * 60) * (bytes[start] == UInt8(ascii: "-") ? -1 : 1)
  }

  /// The number of two digits that begins at `start`.
  private static func number(_ bytes: [UInt8], _ start: Int, upTo limit: Int) -> Int? {
    let (tens, ones) = (Int(bytes[start]) - 0x30, Int(bytes[start + 1]) - 0x30)
    guard (0...9).contains(tens), (0...9).contains(ones), tens * 10 + ones <= limit else { return nil }
    return tens * 10 + ones
  }
}
