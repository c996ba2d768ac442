/// The rules of one zone, sorted for compiling.
///
/// A schedule is the union of its layers: its own rules, and one
/// layer for each imported schedule.
struct ScheduleLayer: Sendable {
  /// The zone in which the rules are meant.
  let zone: ZoneRules
  /// The instants outside which an importing schedule is not in force; nil for no bound.
  let bounds: [Range<Int64>]?

  /// The hours of one date as seconds from its midnight; ends may lie on the next date.
  typealias DayHours = [Range<Int>]

  /// The regular hours of each weekday, Monday first.
  private let regular: [DayHours]
  private let hasRegular: Bool
  /// Exceptions of single dates: their day numbers, ascending, and the hours of each.
  private let exceptionDays: [Int]
  private let datedExceptions: [DayHours]
  /// Exceptions of every year, by `month * 32 + day`; empty when there are none.
  private let annualExceptions: [DayHours]
  /// Holidays of every year, by `month * 32 + day`, and day numbers of single ones, ascending.
  private let annualHolidays: [Bool]
  private let datedHolidays: [Int]
  /// The day numbers in force, sorted and disjoint; nil for all.
  private let effective: [Range<Int>]?

  /// The day numbers that some rule names, which bound the part of time that does not repeat; nil when none does.
  let namedDays: ClosedRange<Int>?

  init(rules: RuleSet, zone: ZoneRules, effective dates: [EffectiveDates], bounds: [Range<Int64>]?) {
    self.zone = zone
    self.bounds = bounds
    var regular = [DayHours](repeating: [], count: 7)
    for hours in rules.regularHours {
      for day in hours.days.days { regular[day.rawValue - 1].append(hours.hours.seconds) }
    }
    self.regular = regular.map { $0.sorted { $0.lowerBound < $1.lowerBound } }
    hasRegular = !rules.regularHours.isEmpty

    var dated: [Int: DayHours] = [:]
    var annual: [DayHours] = []
    for exception in rules.exceptions {
      switch exception.day {
      case .dated(let date): dated[date.daysSince1970, default: []].append(exception.hours.seconds)
      case .annual(let day):
        if annual.isEmpty { annual = [DayHours](repeating: [], count: ScheduleLayer.annualKeys) }
        annual[day.month * 32 + day.day].append(exception.hours.seconds)
      }
    }
    exceptionDays = dated.keys.sorted()
    datedExceptions = exceptionDays.map { dated[$0] ?? [] }
    annualExceptions = annual

    var annualHolidays = [Bool](repeating: false, count: ScheduleLayer.annualKeys)
    var datedHolidays: Set<Int> = []
    for holiday in rules.holidays {
      switch holiday.day {
      case .dated(let date): datedHolidays.insert(date.daysSince1970)
      case .annual(let day): annualHolidays[day.month * 32 + day.day] = true
      }
    }
    self.annualHolidays = annualHolidays
    self.datedHolidays = datedHolidays.sorted()
    effective = dates.isEmpty ? nil : ScheduleLayer.days(of: dates)

    var named = exceptionDays + datedHolidays
    for range in effective ?? [] { named += [range.lowerBound, range.upperBound] }
    if let first = named.min(), let last = named.max() { namedDays = first...last } else { namedDays = nil }
  }

  /// One more than the largest `month * 32 + day`.
  private static let annualKeys = 13 * 32

  /// Effective dates as sorted, disjoint ranges of day numbers.
  static func days(of dates: [EffectiveDates]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for date in dates.sorted(by: { $0.first < $1.first }) {
      let range = date.first.daysSince1970..<(date.last.daysSince1970 + 1)
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }

  /// Calls `body` with the hours of each date on which any start, over the day numbers of `days`.
  ///
  /// It walks days and dated rules side by side: a look-up in a dictionary for each day would cost more than
  /// all the rest.
  private func forEachDay(in days: Range<Int>, _ body: (Int, DayHours) -> Void) {
    guard hasRegular || !annualExceptions.isEmpty || !exceptionDays.isEmpty else { return }
    var date = CivilDate(daysSince1970: days.lowerBound)
    var weekday = CivilDate.weekday(ofDay: days.lowerBound).rawValue - 1
    var exception = exceptionDays.firstIndex { $0 >= days.lowerBound } ?? exceptionDays.count
    var holiday = datedHolidays.firstIndex { $0 >= days.lowerBound } ?? datedHolidays.count
    for day in days {
      let key = date.month * 32 + date.day
      let isDatedHoliday = holiday < datedHolidays.count && datedHolidays[holiday] == day
      let hasDatedException = exception < exceptionDays.count && exceptionDays[exception] == day
      if isEffective(day) {
        if !regular[weekday].isEmpty, !annualHolidays[key], !isDatedHoliday { body(day, regular[weekday]) }
        if !annualExceptions.isEmpty, !annualExceptions[key].isEmpty { body(day, annualExceptions[key]) }
        if hasDatedException { body(day, datedExceptions[exception]) }
      }
      if isDatedHoliday { holiday += 1 }
      if hasDatedException { exception += 1 }
      weekday = weekday == 6 ? 0 : weekday + 1
      date = date.next
    }
  }

  private func isEffective(_ day: Int) -> Bool {
    guard let effective else { return true }
    return effective.contains { $0.contains(day) }
  }

  /// Appends the open spans that touch `seconds` to `spans`; in no order, overlapping ones not merged.
  ///
  /// The dates run three days over at either end: hours last up to a day, and a zone's offset may jump by one.
  func appendSpans(in seconds: Range<Int64>, to spans: inout [Range<Int64>]) {
    let firstDay = Int(seconds.lowerBound.flooringDivide(86_400)) - 3
    let endDay = Int(seconds.upperBound.flooringDivide(86_400)) + 4
    var offsets = zone.offsetSpan(at: Int64(firstDay) * 86_400)
    forEachDay(in: firstDay..<endDay) { day, hours in
      let midnight = Int64(day) * 86_400
      while midnight >= offsets.end { offsets = zone.offsetSpan(at: offsets.end) }
      for range in hours {
        let span = instants(midnight, range, offsets)
        guard span.lowerBound < span.upperBound else { continue }
        guard span.upperBound > seconds.lowerBound, span.lowerBound < seconds.upperBound else { continue }
        guard let bounds else {
          spans.append(span)
          continue
        }
        for bound in bounds where bound.overlaps(span) { spans.append(span.clamped(to: bound)) }
      }
    }
  }

  /// The instants of hours on a date; empty when the zone skips them.
  ///
  /// Far from a change of offset the answer is one subtraction; near one the zone decides.
  private func instants(_ midnight: Int64, _ range: Range<Int>, _ offsets: OffsetSpan) -> Range<Int64> {
    let start = midnight + Int64(range.lowerBound)
    let end = midnight + Int64(range.upperBound)
    let margin: Int64 = 2 * 86_400
    let isFarFromBefore = offsets.start == .min || start - margin >= offsets.start
    let isFarFromAfter = offsets.end == .max || end + margin < offsets.end
    if isFarFromBefore, isFarFromAfter {
      return (start - Int64(offsets.offset))..<(end - Int64(offsets.offset))
    }
    let first = zone.start(ofLocal: start)
    return first..<max(first, zone.end(ofLocal: end))
  }

  /// The first day number at or after `day` on which hours might start; nil when none ever does.
  func candidateDay(from day: Int) -> Int? {
    guard let day = effectiveDay(from: day) else { return nil }
    if hasRegular || !annualExceptions.isEmpty { return day }
    return exceptionDays.first { $0 >= day }
  }

  /// The last day number at or before `day` on which hours might start; nil when none ever did.
  func candidateDay(backFrom day: Int) -> Int? {
    guard let day = effectiveDay(backFrom: day) else { return nil }
    if hasRegular || !annualExceptions.isEmpty { return day }
    return exceptionDays.last { $0 <= day }
  }

  private func effectiveDay(from day: Int) -> Int? {
    guard let effective else { return day }
    return effective.first { $0.upperBound > day }.map { max(day, $0.lowerBound) }
  }

  private func effectiveDay(backFrom day: Int) -> Int? {
    guard let effective else { return day }
    return effective.last { $0.lowerBound <= day }.map { min(day, $0.upperBound - 1) }
  }
}
