#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
internal import GMSCalendar

// Stands in for GMSCalendar's `InstantText.read(_:zone:)` until that is merged; delete this file then and give
// `GMSCtl.run` a reader that looks the zone up.
extension InstantReading {
  /// Reads `yyyy-MM-ddTHH:mm:ss[.SSS]` with `Z` or without a zone, then in UTC whatever the zone is called.
  package static let standIn: Reader = { text, _ in
    let parts = (text.hasSuffix("Z") ? text.dropLast() : text[...])
      .split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, let date = try? CivilDate(String(parts[0])) else {
      throw CalendarError(.malformedInstant, value: text)
    }
    let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false)
    guard clock.count == 3, let hour = Int64(clock[0]), let minute = Int64(clock[1]),
      let second = Double(String(clock[2])), (0..<24).contains(hour), (0..<60).contains(minute),
      (0..<60).contains(second)
    else { throw CalendarError(.malformedInstant, value: text) }
    let seconds = Int64(date.daysSince1970) * 86_400 + hour * 3600 + minute * 60
    return Date(millisecondsSince1970: seconds * 1000 + Int64((second * 1000).rounded()))
  }
}
