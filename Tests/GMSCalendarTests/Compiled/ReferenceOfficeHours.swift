import Foundation
import GMSCalendar

/// The slow, obvious meaning of office hours, minute by minute: what the compiled calendar must agree with.
///
/// It shares with the library the values of the rules and a zone's offset at an instant, and nothing of the
/// compiling: imports are followed by plain recursion, wall times become instants by trying every minute, and
/// a minute is open when any hours of any nearby date cover it. Offsets must be whole minutes.
struct ReferenceOfficeHours {
  let hours: OfficeHours
  let others: [String: OfficeHours]
  let zones: ZoneDatabase

  /// The open minutes (minutes since 1970) of a range of minutes.
  func openMinutes(in range: Range<Int>) throws -> [Bool] {
    var open = [Bool](repeating: false, count: range.count)
    try mark(hours, in: range, inForce: nil, &open)
    return open
  }

  private func mark(
    _ hours: OfficeHours,
    in range: Range<Int>,
    inForce: ((Int) -> Bool)?,
    _ open: inout [Bool]
  ) throws {
    let zone = try zones.rules(named: hours.timeZone)
    let rules = allRules(hours)
    let firstDay = range.lowerBound / 1440 - 4
    let lastDay = range.upperBound / 1440 + 4
    for day in firstDay...lastDay {
      let date = CivilDate(daysSince1970: day)
      guard isEffective(hours, date) else { continue }
      var ranges = rules.filter(\.isException).compactMap { $0.hours(on: date) }
      if !rules.contains(where: { $0.isHoliday(date) }) {
        ranges += rules.filter { !$0.isException }.compactMap { $0.hours(on: date) }
      }
      for hours in ranges {
        let start = firstMinute(ofWall: day * 1440 + hours.start.minutes, zone)
        let end = lastMinute(
          ofWall: day * 1440 + hours.end.minutes + (hours.crossesMidnight ? 1440 : 0),
          zone
        )
        guard start < end else { continue }
        for minute in max(
          start,
          range.lowerBound
        )..<max(max(start, range.lowerBound), min(end, range.upperBound))
        where inForce?(minute) ?? true {
          open[minute - range.lowerBound] = true
        }
      }
    }
    for name in hours.scheduleImports {
      guard let imported = others[name] else { continue }
      let inForce = { (minute: Int) in
        (inForce?(minute) ?? true) && (hours.effectiveDates.isEmpty || isInForce(minute, hours, zone))
      }
      try mark(imported, in: range, inForce: inForce, &open)
    }
  }

  /// An imported schedule is bounded by the importer's effective dates, from their first to their last midnight.
  private func isInForce(_ minute: Int, _ hours: OfficeHours, _ zone: ZoneRules) -> Bool {
    hours.effectiveDates.contains {
      firstMinute(ofWall: $0.first.daysSince1970 * 1440, zone) <= minute
        && minute < lastMinute(ofWall: ($0.last.daysSince1970 + 1) * 1440, zone)
    }
  }

  private func isEffective(_ hours: OfficeHours, _ date: CivilDate) -> Bool {
    hours.effectiveDates.isEmpty || hours.effectiveDates.contains { $0.first <= date && date <= $0.last }
  }

  private enum Rule {
    case regular(RegularHours)
    case holiday(Holiday)
    case exception(ExceptionHours)

    var isException: Bool {
      switch self {
      case .exception: true
      case .regular, .holiday: false
      }
    }

    func isHoliday(_ date: CivilDate) -> Bool {
      switch self {
      case .holiday(let holiday): holiday.day.matches(date)
      case .regular, .exception: false
      }
    }

    func hours(on date: CivilDate) -> HoursRange? {
      switch self {
      case .regular(let regular): regular.days.days.contains(date.weekday) ? regular.hours : nil
      case .exception(let exception): exception.day.matches(date) ? exception.hours : nil
      case .holiday: nil
      }
    }
  }

  private func allRules(_ hours: OfficeHours) -> [Rule] {
    hours.regularHours.map(Rule.regular) + hours.holidays.map(Rule.holiday)
      + hours.exceptions.map(Rule.exception)
      + hours.ruleImports.flatMap { others[$0].map(allRules) ?? [] }
  }

  private func wall(_ minute: Int, _ zone: ZoneRules) -> Int {
    minute + zone.offset(at: Int64(minute) * 60) / 60
  }

  /// The minutes in which a wall clock can show a wall time at all: offsets lie within 16 hours, jumps within 24.
  private func nearby(_ wall: Int) -> ClosedRange<Int> { (wall - 40 * 60)...(wall + 40 * 60) }

  private func hasOneOffset(_ minutes: ClosedRange<Int>, _ zone: ZoneRules) -> Bool {
    let offset = zone.offset(at: Int64(minutes.lowerBound) * 60)
    return stride(from: minutes.lowerBound, through: minutes.upperBound, by: 30)
      .allSatisfy { zone.offset(at: Int64($0) * 60) == offset }
  }

  /// The first minute that shows a wall time; a skipped one is the minute of the jump.
  func firstMinute(ofWall wanted: Int, _ zone: ZoneRules) -> Int {
    let minutes = nearby(wanted)
    if hasOneOffset(minutes, zone) { return wanted - zone.offset(at: Int64(wanted) * 60) / 60 }
    return minutes.first { wall($0, zone) == wanted } ?? minutes.first { wall($0, zone) > wanted } ?? 0
  }

  /// The last minute that shows a wall time to which the clock ran (not jumped); a skipped one is the minute of
  /// the jump.
  func lastMinute(ofWall wanted: Int, _ zone: ZoneRules) -> Int {
    let minutes = nearby(wanted)
    if hasOneOffset(minutes, zone) { return wanted - zone.offset(at: Int64(wanted) * 60) / 60 }
    let shown = minutes.filter { wall($0, zone) == wanted }
    return shown.last { wall($0 - 1, zone) == wanted - 1 } ?? shown.last
      ?? minutes.first { wall($0, zone) > wanted } ?? 0
  }
}
