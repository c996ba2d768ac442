#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

// When clocks are changed, a wall time can be missing or come twice. What follows decides for opening hours:
//
// - a wall time that is skipped is the instant of the transition, for a start and for an end;
// - of one that comes twice, a start takes the first and an end takes the last, but
// - an end exactly on the first moment that comes twice ends there, when it comes first: "until 01:00" is over
//   when the clock shows 01:00, even if it is set back to 01:00 an hour later.
extension ZoneRules {
  /// The instant at which hours begin that start at that wall time.
  ///
  /// New York skips 02:00–03:00 on 2025-03-09: 02:30 there is 07:00Z, the moment of the change. It repeats
  /// 01:00–02:00 on 2025-11-02: 01:30 is 05:30Z, the first of two. `time` may be 24:00, the next midnight.
  public func start(of date: CivilDate, at time: TimeOfDay) -> Date {
    Date(secondsSince1970: start(ofLocal: Int64(date.daysSince1970) * 86_400 + Int64(time.seconds)))
  }

  /// The instant at which hours are over that end at that wall time.
  ///
  /// New York repeats 01:00–02:00 on 2025-11-02: 01:30 there is 06:30Z, the second of two; 01:00, the first
  /// moment that is repeated, is 05:00Z. `time` may be 24:00, the next midnight.
  public func end(of date: CivilDate, at time: TimeOfDay) -> Date {
    Date(secondsSince1970: end(ofLocal: Int64(date.daysSince1970) * 86_400 + Int64(time.seconds)))
  }

  /// What clock and calendar in the zone show at that instant; fractions of a second are cut off.
  public func local(_ date: Date) -> LocalMoment {
    let second = date.secondsSince1970
    return LocalMoment(localSeconds: second + Int64(offset(at: second)))
  }

  /// The instant at which hours begin; `seconds` count as if the wall clock were UTC.
  ///
  /// - Complexity: O(k) for the k transitions between the zone's highest and lowest offset around that time,
  ///   most often none or one.
  package func start(ofLocal seconds: Int64) -> Int64 {
    let local = ZoneRules.clamped(seconds)
    let latest = local - offsets.lowerBound
    var span = offsetSpan(at: local - offsets.upperBound)
    var skipped: Int64?
    while true {
      let instant = local - Int64(span.offset)
      if instant >= span.start, instant < span.end { return instant }
      guard span.end <= latest else { break }
      let next = offsetSpan(at: span.end)
      if skipped == nil, ZoneRules.skips(local, from: span, to: next) { skipped = span.end }
      span = next
    }
    // Local time passes every value, by reaching it or by a jump over it, so one of the two was found.
    return skipped ?? latest
  }

  /// The instant at which hours are over; `seconds` count as if the wall clock were UTC.
  ///
  /// - Complexity: As of `start(ofLocal:)`.
  package func end(ofLocal seconds: Int64) -> Int64 {
    let local = ZoneRules.clamped(seconds)
    let latest = local - offsets.lowerBound
    var span = offsetSpan(at: local - offsets.upperBound)
    var found: Int64?
    var skipped: Int64?
    while true {
      let instant = local - Int64(span.offset)
      if instant >= span.start, instant < span.end {
        // A time that is found again in the very moment of a transition is the first of the repeated ones.
        let isFirstRepeated = instant == span.start && found != nil
        if !isFirstRepeated { found = instant }
      }
      guard span.end <= latest else { break }
      let next = offsetSpan(at: span.end)
      if ZoneRules.skips(local, from: span, to: next) { skipped = span.end }
      span = next
    }
    return found ?? skipped ?? latest
  }

  /// Whether the wall clock jumps over `local` between two neighbouring spans.
  private static func skips(_ local: Int64, from span: OffsetSpan, to next: OffsetSpan) -> Bool {
    local >= span.end + Int64(span.offset) && local < span.end + Int64(next.offset)
  }

  /// Far enough from the limits of `Int64` for offsets to be added.
  private static func clamped(_ seconds: Int64) -> Int64 { min(max(seconds, -1 << 62), 1 << 62) }
}
