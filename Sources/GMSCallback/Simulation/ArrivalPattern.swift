#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
public import GMSCalendar

/// How many people ask for a callback, by the time of day; who comes when within it is chance.
///
/// Its text form is one rate for all day, or rates for hours of the day with commas between them:
///
///     60/h
///     9:00-12:00=120/h,12:00-17:00=60/h
///
/// A rate is a number and what it is for: `s`, `min`, `h` or `d`. Hours are by the clock of the service's office
/// hours, end before they overlap, and may cross midnight (`22:00-6:00=5/h`); nobody comes at times without a rate.
public struct ArrivalPattern: Hashable, Sendable {
  /// A rate for some hours of each day.
  public struct Stretch: Hashable, Sendable {
    /// The hours.
    public let hours: HoursRange
    /// How many people come in an hour, on average.
    public let perHour: Double

    /// A stretch from its parts.
    public init(_ hours: HoursRange, perHour: Double) {
      self.hours = hours
      self.perHour = perHour
    }
  }

  /// The stretches, in the order in which they were given; they do not overlap.
  public let stretches: [Stretch]
  /// The pattern as a person writes it.
  public let description: String

  /// The most people an hour that a stretch may have.
  public static let highestRate = 1_000_000.0

  /// One rate for all day.
  ///
  /// - Throws: `CallbackError` with code `invalidSimulation` for a rate that is not 0…``highestRate``.
  public init(perHour: Double) throws(CallbackError) {
    try self.init([Stretch(.wholeDay, perHour: perHour)], text: "\(ArrivalPattern.text(perHour))/h")
  }

  /// What a simulation assumes when nothing is said: a day from 8 to 18 with a peak in the morning and one in the
  /// afternoon, 620 people in all.
  public static let standard: ArrivalPattern = {
    do {
      return try ArrivalPattern(
        "08:00-09:00=30/h,09:00-11:30=90/h,11:30-13:30=50/h,13:30-16:00=80/h,16:00-18:00=32.5/h"
      )
    } catch {
      preconditionFailure("The standard pattern is wrong: \(error)")
    }
  }()

  init(_ stretches: [Stretch], text: String) throws(CallbackError) {
    for stretch in stretches
    where !(stretch.perHour >= 0 && stretch.perHour <= ArrivalPattern.highestRate) {
      throw .simulation("arrivals", text, "rates of 0 to 1000000 an hour")
    }
    self.stretches = stretches
    description = text
    try checkOverlaps()
  }

  private func checkOverlaps() throws(CallbackError) {
    var minutes: [(range: Range<Int>, hours: HoursRange)] = []
    for stretch in stretches {
      let (start, end) = (stretch.hours.start.minutes, stretch.hours.end.minutes)
      let parts =
        stretch.hours.crossesMidnight ? [start..<1440, 0..<end] : [start..<end]
      for part in parts {
        if let other = minutes.first(where: { $0.range.overlaps(part) }) {
          throw .simulation(
            "arrivals",
            description,
            "hours that do not overlap, as '\(other.hours)' and '\(stretch.hours)' do"
          )
        }
      }
      minutes += parts.map { ($0, stretch.hours) }
    }
  }

  /// How many people come in a range, on average.
  public func expected(in range: Range<Date>, zone: ZoneRules) -> Double {
    spans(in: range, zone: zone).reduce(0) { $0 + Double($1.end - $1.start) / 3_600_000 * $1.perHour }
  }

  /// The stretches of a range as instants, in order and without overlaps, in milliseconds since 1970.
  func spans(in range: Range<Date>, zone: ZoneRules) -> [(start: Int64, end: Int64, perHour: Double)] {
    let (from, to) = (range.lowerBound.millisecondsSince1970, range.upperBound.millisecondsSince1970)
    guard from < to else { return [] }
    var date = zone.local(range.lowerBound).date.adding(days: -1)
    let last = zone.local(range.upperBound).date
    var spans: [(start: Int64, end: Int64, perHour: Double)] = []
    while date <= last {
      for stretch in stretches where stretch.perHour > 0 {
        let endDate = stretch.hours.crossesMidnight ? date.adding(days: 1) : date
        spans.append(
          (
            zone.start(of: date, at: stretch.hours.start).millisecondsSince1970,
            zone.end(of: endDate, at: stretch.hours.end).millisecondsSince1970, stretch.perHour
          )
        )
      }
      date = date.adding(days: 1)
    }
    spans.sort { $0.start < $1.start }
    var result: [(start: Int64, end: Int64, perHour: Double)] = []
    var reached = from
    for span in spans {
      // An hour that the clock repeats belongs to two stretches: the first one has it.
      let (start, end) = (max(span.start, reached), min(span.end, to))
      guard start < end else { continue }
      result.append((start, end, span.perHour))
      reached = end
    }
    return result
  }

  /// A number without needless digits.
  private static func text(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? "\(Int64(number))" : "\(number)"
  }
}
