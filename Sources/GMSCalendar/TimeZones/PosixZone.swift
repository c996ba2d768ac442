/// A zone whose offset follows one rule for ever, as a POSIX TZ string writes it (`EST5EDT,M3.2.0,M11.1.0`).
///
/// The "daylight" offset may be the lower one (Europe/Dublin), and the time of it may run over the new year
/// (the southern hemisphere). Where it ends in the moment in which it begins again it lasts all year, and the
/// zone counts as one of a single offset.
struct PosixZone: Hashable, Sendable {
  /// The other offset and when it holds.
  struct Daylight: Hashable, Sendable {
    /// Seconds east of UTC.
    let offset: Int
    /// When it begins, on the wall clock of standard time.
    let start: PosixDay
    /// When it ends, on its own wall clock.
    let end: PosixDay
  }

  /// Seconds east of UTC outside of daylight time.
  let standardOffset: Int
  /// Daylight time; nil when the offset never changes.
  let daylight: Daylight?

  /// A rule from its parts; one that never changes the offset is reduced to that offset.
  init(standardOffset: Int, daylight: Daylight?) {
    let rule = PosixZone(unreduced: standardOffset, daylight)
    if let daylight, rule.nextChange(after: 0) == nil {
      self.init(unreduced: rule.isDaylight(at: 0) ? daylight.offset : standardOffset, nil)
    } else {
      self = rule
    }
  }

  private init(unreduced standardOffset: Int, _ daylight: Daylight?) {
    self.standardOffset = standardOffset
    self.daylight = daylight
  }
}

extension PosixZone {
  /// The Gregorian calendar repeats after 400 years, weekdays included; so does every rule.
  private static let cycle: Int64 = 146_097 * 86_400

  /// The offset at that second; the standard one outside of `TZifFile.seconds`.
  ///
  /// Constant time, without allocation.
  func offset(at second: Int64) -> Int {
    guard let daylight, TZifFile.seconds.contains(second) else { return standardOffset }
    let folded = second - second.flooringDivide(PosixZone.cycle) * PosixZone.cycle
    return isDaylight(at: folded) ? daylight.offset : standardOffset
  }

  /// The span around that second.
  func span(at second: Int64) -> OffsetSpan {
    let offset = offset(at: second)
    guard daylight != nil, TZifFile.seconds.contains(second) else {
      return switch second {
      case ..<TZifFile.seconds.lowerBound where daylight != nil:
        OffsetSpan(start: .min, end: TZifFile.seconds.lowerBound, offset: offset)
      case TZifFile.seconds.upperBound... where daylight != nil:
        OffsetSpan(start: TZifFile.seconds.upperBound + 1, end: .max, offset: offset)
      default: OffsetSpan(start: .min, end: .max, offset: offset)
      }
    }
    let shift = second.flooringDivide(PosixZone.cycle) * PosixZone.cycle
    let start = lastChange(upTo: second - shift).map { $0 + shift }
    let end = nextChange(after: second - shift).map { $0 + shift }
    return OffsetSpan(start: start ?? .min, end: end ?? .max, offset: offset)
  }

  /// The first change of the offset after that second, and the new offset; nil when none comes.
  func change(after second: Int64) -> OffsetChange? {
    guard daylight != nil, TZifFile.seconds.contains(second) else { return nil }
    let shift = second.flooringDivide(PosixZone.cycle) * PosixZone.cycle
    return nextChange(after: second - shift).map { OffsetChange(second: $0 + shift, offset: offset(at: $0)) }
  }

  /// Whether daylight time holds at a second of the first cycle, or of its neighbourhood.
  ///
  /// A change can lie up to 7 days outside of its year, and daylight time can last into the next one.
  private func isDaylight(at second: Int64) -> Bool {
    let year = PosixZone.year(of: second)
    for candidate in (year - 2)...(year + 1) {
      let (start, end) = daylightTime(from: candidate)
      if start <= second, second < end { return true }
    }
    return false
  }

  /// Daylight time that starts in that year: from, and until when; empty when they are the same.
  func daylightTime(from year: Int) -> (start: Int64, end: Int64) {
    guard let daylight else { return (0, 0) }
    let start = daylight.start.localSecond(inYear: year) - Int64(standardOffset)
    let end = daylight.end.localSecond(inYear: year) - Int64(daylight.offset)
    if start <= end { return (start, end) }
    return (start, daylight.end.localSecond(inYear: year + 1) - Int64(daylight.offset))
  }

  /// The first change after a second of the first cycle; nil when none comes within 400 years.
  private func nextChange(after second: Int64) -> Int64? {
    guard let daylight, daylight.offset != standardOffset else { return nil }
    var cursor = second
    while cursor <= second + PosixZone.cycle {
      let year = PosixZone.year(of: cursor)
      var next = Int64.max
      for candidate in (year - 2)...(year + 2) {
        let (start, end) = daylightTime(from: candidate)
        if start > cursor, start < next { next = start }
        if end > cursor, end < next { next = end }
      }
      if isDaylight(at: next) != isDaylight(at: next - 1) { return next }
      cursor = next
    }
    return nil
  }

  /// The last change at or before a second of the first cycle; nil when none lies within 400 years.
  private func lastChange(upTo second: Int64) -> Int64? {
    guard let daylight, daylight.offset != standardOffset else { return nil }
    var cursor = second
    while cursor >= second - PosixZone.cycle {
      let year = PosixZone.year(of: cursor)
      var last = Int64.min
      for candidate in (year - 2)...(year + 2) {
        let (start, end) = daylightTime(from: candidate)
        if start <= cursor, start > last { last = start }
        if end <= cursor, end > last { last = end }
      }
      if isDaylight(at: last) != isDaylight(at: last - 1) { return last }
      cursor = last - 1
    }
    return nil
  }

  static func year(of second: Int64) -> Int {
    CivilDate(daysSince1970: Int(second.flooringDivide(86_400))).year
  }
}
