#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// Capacities made ready for questions: how many callbacks a bucket can take at an instant.
public struct CapacityCalendar: Sendable {
  /// The zone in which hours are meant, and to whose hours slots are aligned.
  public let zone: ZoneRules
  /// The capacity of the 24 hours of each weekday, Monday first.
  private let week: [[Int]]
  /// The days that differ, by day number.
  private let overrides: [Int: [Int]]

  /// Compiles a plan.
  ///
  /// - Throws: `CalendarError` about the zone.
  public init(_ plan: CapacityPlan, zones: ZoneDatabase = .system) throws(CalendarError) {
    zone = try zones.rules(named: plan.timeZone)
    week = Weekday.allCases.map { plan.week[$0]?.hours ?? HourlyCapacity.none.hours }
    var overrides: [Int: [Int]] = [:]
    for (date, capacity) in plan.overrides { overrides[date.daysSince1970] = capacity.hours }
    self.overrides = overrides
  }

  /// The same capacity in every hour of every day: GMS's `_max_request_by_time_bucket`.
  public init(constant capacity: Int, zone: ZoneRules) {
    precondition(capacity >= 0, "a capacity is never negative, but \(capacity) was given")
    self.zone = zone
    week = [[Int]](repeating: [Int](repeating: capacity, count: 24), count: 7)
    overrides = [:]
  }

  /// The capacity of each bucket at an instant.
  public func capacity(at date: Date) -> Int {
    let second = date.secondsSince1970
    let local = second + Int64(zone.offset(at: second))
    let day = local.flooringDivide(86_400)
    return hours(ofDay: Int(day))[Int(local - day * 86_400) / 3600]
  }

  /// The capacities of the 24 hours of a day number.
  func hours(ofDay day: Int) -> [Int] {
    if !overrides.isEmpty, let hours = overrides[day] { return hours }
    return week[CivilDate.weekday(ofDay: day).rawValue - 1]
  }

  /// The capacities of a range as periods: neighbours of equal capacity are joined, periods without are left out.
  ///
  /// - Throws: `CalendarError` with code `rangeTooLong` for more than 100 years, or `instantOutOfRange`.
  public func periods(in range: Range<Date>) throws(CalendarError) -> [CapacityPeriod] {
    let seconds = try CalendarLimits.periods.check(range)
    var periods: [CapacityPeriod] = []
    var current: (start: Int64, end: Int64, capacity: Int)?
    func close() {
      guard let done = current, done.capacity > 0 else { return }
      periods.append(
        CapacityPeriod(
          start: max(Date(secondsSince1970: done.start), range.lowerBound),
          end: min(Date(secondsSince1970: done.end), range.upperBound),
          capacity: done.capacity
        )
      )
    }
    forEachHour(in: seconds) { start, end, capacity in
      if let last = current, last.capacity == capacity {
        current = (last.start, end, capacity)
      } else {
        close()
        current = (start, end, capacity)
      }
    }
    close()
    return periods
  }

  /// Calls `body` with each wall hour, or what a change of offset leaves of it, that touches `range`, clipped to it.
  func forEachHour(in range: Range<Int64>, _ body: (Int64, Int64, Int) -> Void) {
    forEachSlot(of: 3600, in: range) { start, end, capacity in
      body(max(start, range.lowerBound), min(end, range.upperBound), capacity)
    }
  }

  /// Calls `body` with each slot of a length that touches `range`, whole: its start, its end, its capacity.
  ///
  /// Slots begin at multiples of their length from local midnight, and a change of offset begins a new one, so
  /// that no slot reaches over it: 120 minutes become 60 on the day on which the clock goes forward.
  func forEachSlot(of length: Int64, in range: Range<Int64>, _ body: (Int64, Int64, Int) -> Void) {
    guard !range.isEmpty else { return }
    var offsets = zone.offsetSpan(at: range.lowerBound)
    var second = slotStart(of: length, at: range.lowerBound, offsets)
    var day: Int64 = .min
    var hours: [Int] = []
    while second < range.upperBound {
      if second >= offsets.end { offsets = zone.offsetSpan(at: second) }
      let local = second + Int64(offsets.offset)
      if local < day || local >= day + 86_400 {
        let number = local.flooringDivide(86_400)
        day = number * 86_400
        hours = self.hours(ofDay: Int(number))
      }
      let inDay = local - day
      let next = min(second + length - inDay % length, offsets.end)
      body(second, next, hours[Int(inDay / 3600)])
      second = next
    }
  }

  private func slotStart(of length: Int64, at second: Int64, _ offsets: OffsetSpan) -> Int64 {
    let local = second + Int64(offsets.offset)
    let inDay = local - local.flooringDivide(86_400) * 86_400
    return max(second - inDay % length, offsets.start)
  }
}
