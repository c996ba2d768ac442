#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension InstantText {
  /// Reads a point in time: RFC 3339, or a date and time, or a date alone, of a zone.
  ///
  /// | text | is |
  /// |---|---|
  /// | `2025-07-04T09:00:00Z`, `2025-07-04t09:00:00.25z` | that instant; one to nine digits, rounded to ms |
  /// | `2025-07-04T09:00:00+02:00`, `…+0200` | that instant |
  /// | `2025-07-04T09:00:00`, `2025-07-04 09:00` | the time of day in `zone` |
  /// | `2025-07-04T24:00` | the midnight that ends the date |
  /// | `2025-07-04` | the midnight in `zone` that begins the date |
  ///
  /// In `zone` a time that comes twice is its first occurrence, and one that clocks skip is the moment of
  /// the change, as for the start of opening hours. A leap second, `23:59:60` in UTC, is read as the second
  /// after it, because `Date` has no other; everywhere else a second of 60 is refused.
  ///
  /// - Throws: `CalendarError` with code
  ///   - `malformedInstant` for other text, with what is wrong as `detail`;
  ///   - `noSuchDate` for `2025-02-29`, and `noSuchTime` for `25:00`, with the whole as `text`;
  ///   - `instantOutOfRange` outside the years 1 to 9999 in UTC.
  public static func read(_ text: some StringProtocol, zone: ZoneRules = .utc) throws(CalendarError) -> Date {
    let parts: InstantParts
    do {
      parts = try InstantParts(text)
    } catch {
      throw CalendarError(.malformedInstant, value: String(text), detail: error.description)
    }
    let date: CivilDate
    do {
      date = try CivilDate(year: parts.year, month: parts.month, day: parts.day)
    } catch {
      throw error.inside(text)
    }
    guard let milliseconds = milliseconds(of: date, parts, zone: zone) else {
      throw CalendarError(.noSuchTime, value: parts.timeText, text: String(text))
    }
    guard milliseconds >= Date.earliestSecond * 1000, milliseconds < Date.endOfSeconds * 1000 else {
      throw CalendarError(.instantOutOfRange, value: String(text))
    }
    return Date(millisecondsSince1970: milliseconds)
  }

  /// Milliseconds since 1970; nil when no clock ever shows that time of day.
  private static func milliseconds(of date: CivilDate, _ parts: InstantParts, zone: ZoneRules) -> Int64? {
    guard parts.isTimeOfDay else { return nil }
    let time = parts.hour * 3600 + parts.minute * 60 + parts.second
    let local = Int64(date.daysSince1970) * 86_400 + Int64(time)
    let second = parts.offset.map { local - Int64($0) } ?? zone.start(ofLocal: local)
    // Leap seconds are inserted where a UTC day ends, wherever that falls on the local clock.
    if parts.second == 60, (second - second.flooringDivide(86_400) * 86_400) != 0 { return nil }
    // A skipped time is the moment of the change, to which nothing is added.
    let isShown = parts.offset != nil || second + Int64(zone.offset(at: second)) == local
    return second * 1000 + (isShown ? Int64(parts.milliseconds) : 0)
  }

  /// The instant as `yyyy-MM-dd'T'HH:mm:ss.SSS` on the zone's wall clock, as GMS gives local times.
  ///
  /// A date that lies outside the years 1…9999, in UTC or on that clock, is printed as the nearest one inside.
  public static func print(_ date: Date, in zone: ZoneRules) -> String {
    let instant = date.millisecondsSince1970
    let offset = Int64(zone.offset(at: instant.flooringDivide(1000)))
    let limits = Date.earliestSecond * 1000...Date.endOfSeconds * 1000 - 1
    let local = min(max(instant + offset * 1000, limits.lowerBound), limits.upperBound)
    let second = local.flooringDivide(1000)
    return "\(print(localSeconds: second)).\(Digits.padded(Int(local - second * 1000), 3))"
  }
}
