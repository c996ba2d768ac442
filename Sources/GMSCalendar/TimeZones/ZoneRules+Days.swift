#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension ZoneRules {
  /// The instant some days later by the wall clock: the same time of another date.
  ///
  /// A day on which the clock changes has more or fewer than 24 hours. A time that the other date skips is the
  /// instant of the change; one that it repeats is the first of the two.
  public func date(byAddingDays days: Int, to date: Date) -> Date {
    let second = date.secondsSince1970
    let local = second + Int64(offset(at: second)) + Int64(days) * 86_400
    let fraction = date.timeIntervalSince1970 - Double(second)
    return Date(secondsSince1970: start(ofLocal: local)).addingTimeInterval(fraction)
  }
}
