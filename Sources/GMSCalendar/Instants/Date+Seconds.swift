#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif

extension Date {
  /// The first whole second of the years that calendars know, 0001-01-01T00:00:00Z.
  package static let earliestSecond: Int64 = -62_135_596_800
  /// The second after the last of the years that calendars know, 10000-01-01T00:00:00Z.
  package static let endOfSeconds: Int64 = 253_402_300_800

  /// Whole seconds since 1970, rounded down; an instant outside the years 1…9999 counts as the nearest inside.
  package var secondsSince1970: Int64 {
    let seconds = timeIntervalSince1970
    // Written so that NaN, too, takes the first branch: the conversion below would trap on it.
    guard seconds >= Double(Date.earliestSecond) else { return Date.earliestSecond }
    guard seconds < Double(Date.endOfSeconds) else { return Date.endOfSeconds }
    return Int64(seconds.rounded(.down))
  }

  /// Whole milliseconds since 1970, rounded to the nearest; clamped to the years 1…9999.
  package var millisecondsSince1970: Int64 {
    let milliseconds = (timeIntervalSince1970 * 1000).rounded()
    guard milliseconds >= Double(Date.earliestSecond) * 1000 else { return Date.earliestSecond * 1000 }
    guard milliseconds < Double(Date.endOfSeconds) * 1000 else { return Date.endOfSeconds * 1000 - 1 }
    return Int64(milliseconds)
  }

  /// The instant that lies so many seconds after 1970.
  package init(secondsSince1970 seconds: Int64) {
    self.init(timeIntervalSince1970: Double(seconds))
  }

  /// The instant that lies so many milliseconds after 1970.
  package init(millisecondsSince1970 milliseconds: Int64) {
    self.init(timeIntervalSince1970: Double(milliseconds) / 1000)
  }
}

extension Int64 {
  /// The quotient rounded towards minus infinity; `divisor` is positive.
  package func flooringDivide(_ divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
