/// How many callbacks each time bucket can take, by weekday and hour, as a person writes it.
///
/// A dated override replaces the whole day: hours that it does not name have no capacity. The number holds for
/// **each** bucket of its hour: capacity 10 with buckets of 5 minutes is 120 an hour. On days on which the
/// clock changes the number of the wall hour holds for both passes of a repeated hour, and a skipped hour has
/// none. Source: the service-management seed, "Capacity Service".
public struct CapacityPlan: Hashable, Sendable {
  /// The tz database name of the zone in which hours and dates are meant.
  public var timeZone: String
  /// The largest capacity that an hour may have.
  public let maximum: Int
  /// The capacity of each weekday; a day that is missing has none.
  public private(set) var week: [Weekday: HourlyCapacity] = [:]
  /// The days that differ from their weekday.
  public private(set) var overrides: [CivilDate: HourlyCapacity] = [:]

  /// GMS's largest capacity of a bucket, 1000.
  public static let defaultMaximum = 1000

  /// A plan from its parts.
  ///
  /// - Throws: `CalendarError` with code `capacityAboveMaximum`.
  public init(
    timeZone: String = "UTC",
    week: [Weekday: HourlyCapacity] = [:],
    overrides: [CivilDate: HourlyCapacity] = [:],
    maximum: Int = CapacityPlan.defaultMaximum
  ) throws(CalendarError) {
    self.timeZone = timeZone
    self.maximum = maximum
    for (day, capacity) in week.sorted(by: { $0.key < $1.key }) { try set(capacity, on: day) }
    for (date, capacity) in overrides.sorted(by: { $0.key < $1.key }) { try set(capacity, on: date) }
  }

  /// Gives a weekday its capacity.
  ///
  /// - Throws: `CalendarError` with code `capacityAboveMaximum`; the plan is then as before.
  public mutating func set(_ capacity: HourlyCapacity, on day: Weekday) throws(CalendarError) {
    try check(capacity)
    week[day] = capacity.isEmpty ? nil : capacity
  }

  /// Gives a date a capacity that replaces its weekday's.
  ///
  /// - Throws: `CalendarError` with code `capacityAboveMaximum`; the plan is then as before.
  public mutating func set(_ capacity: HourlyCapacity, on date: CivilDate) throws(CalendarError) {
    try check(capacity)
    overrides[date] = capacity
  }

  /// Takes the override of a date away, so that its weekday holds again.
  public mutating func removeOverride(on date: CivilDate) { overrides[date] = nil }

  private func check(_ capacity: HourlyCapacity) throws(CalendarError) {
    for value in capacity.hours where value > maximum {
      throw CalendarError(.capacityAboveMaximum, value: "\(value)", detail: "\(maximum)")
    }
  }

  /// The capacity of a date's hours: its override, else its weekday's.
  public func capacity(on date: CivilDate) -> HourlyCapacity {
    overrides[date] ?? week[date.weekday] ?? .none
  }
}
