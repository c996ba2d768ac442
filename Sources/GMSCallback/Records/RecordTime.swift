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

  /// The instant that `text` names; nil for text of another form.
  ///
  /// What a person may write on a command line is looser: in a record the `T`, the seconds and the zone must
  /// stand, and the end of a day is the next day's 00:00, not 24:00.
  static func read(_ text: String) -> Date? {
    if let milliseconds = InstantText.milliseconds(ofPrinted: text) {
      return Date(millisecondsSince1970: milliseconds)
    }
    let bytes = Array(text.utf8.prefix(36))
    guard (20...35).contains(bytes.count), bytes[10] | 0x20 == UInt8(ascii: "t"),
      bytes[16] == UInt8(ascii: ":"),
      bytes[11] != UInt8(ascii: "2") || bytes[12] != UInt8(ascii: "4")
    else { return nil }
    let zone = bytes[19...]
    guard
      zone.contains(where: {
        [UInt8(ascii: "z"), UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-")].contains($0)
      })
    else { return nil }
    return try? InstantText.read(text)
  }
}
