#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar

extension Date {
  /// The instant on the grid of whole milliseconds that records are kept on.
  ///
  /// Everything that a state holds lies on this grid, so that a record which is written and read again is
  /// equal to what it was: sums of fractional seconds would differ in their last bit.
  var onMillisecond: Date {
    let seconds = timeIntervalSince1970
    guard Date.evenSeconds.contains(seconds) else {
      return Date(millisecondsSince1970: millisecondsSince1970)
    }
    return Date(timeIntervalSince1970: (seconds * 1000).rounded() / 1000)
  }

  /// Seconds since 1970 in which all numbers lie equally far apart, from 2004 to 2038.
  ///
  /// Between two of them, whole seconds are added without rounding: the sum is the same number that the sum of the
  /// milliseconds divided by 1000 is.
  private static var evenSeconds: Range<Double> { 1_073_741_824..<2_147_483_648 }

  /// The instant so many seconds later than one on the grid; beyond the year 9999 it stays there.
  func adding(seconds: Int) -> Date {
    let before = timeIntervalSince1970
    let after = before + Double(seconds)
    guard Date.evenSeconds.contains(before), Date.evenSeconds.contains(after) else {
      return adding(milliseconds: Int64(clamping: seconds).saturatingMilliseconds)
    }
    return Date(timeIntervalSince1970: after)
  }

  /// The instant so many milliseconds later, on the grid; outside the years 1…9999 it stays at their edge.
  func adding(milliseconds: Int64) -> Date {
    let (sum, overflow) = millisecondsSince1970.addingReportingOverflow(milliseconds)
    if overflow { return milliseconds < 0 ? Date.distantEdges.lowerBound : Date.distantEdges.upperBound }
    return min(
      max(Date(millisecondsSince1970: sum), Date.distantEdges.lowerBound),
      Date.distantEdges.upperBound
    )
  }

  private static let distantEdges =
    Date(secondsSince1970: Date.earliestSecond)...Date(millisecondsSince1970: Date.endOfSeconds * 1000 - 1)
}

extension Int64 {
  /// So many seconds as milliseconds, or the nearest that 64 bits hold.
  fileprivate var saturatingMilliseconds: Int64 {
    let (product, overflow) = multipliedReportingOverflow(by: 1000)
    return overflow ? (self < 0 ? .min : .max) : product
  }
}
