#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar

/// An instant on the grid of whole milliseconds, in the years 1…9999.
///
/// The machine counts in these: comparing and adding integers is exact, and a step does so several times. A `Date` is
/// made of it where somebody outside asks for one; it is the one that `Date.onMillisecond` answers.
struct GridInstant: Hashable, Sendable {
  /// Milliseconds since 1970.
  let milliseconds: Int64

  /// What a member that a state has no use for holds.
  static var none: GridInstant {
    @inline(__always) get { GridInstant(milliseconds: 0) }
  }

  @inline(__always)
  private init(milliseconds: Int64) { self.milliseconds = milliseconds }

  /// The instant on the grid that is nearest to a date.
  @inline(__always)
  init(_ date: Date) {
    let seconds = date.timeIntervalSince1970
    // Where no sign and no edge matters, adding a half and cutting is rounding, without calling the C library.
    if GridInstant.usualSeconds.contains(seconds) {
      milliseconds = Int64(seconds * 1000 + 0.5)
    } else {
      milliseconds = date.millisecondsSince1970
    }
  }

  /// From the second second of 1970 to 2038: no less, for a half is not added exactly to what is smaller than it.
  private static var usualSeconds: Range<Double> {
    @inline(__always) get { 1..<2_147_483_648 }
  }

  /// The instant as a date.
  var date: Date { Date(millisecondsSince1970: milliseconds) }

  /// The instant so many seconds later; at the edge of the years 1…9999 it stays there.
  @inline(__always)
  func adding(seconds: Int) -> GridInstant {
    let (product, overflow) = Int64(seconds).multipliedReportingOverflow(by: 1000)
    return adding(milliseconds: overflow ? (seconds < 0 ? .min : .max) : product)
  }

  /// The instant so many milliseconds later; at the edge of the years 1…9999 it stays there.
  @inline(__always)
  func adding(milliseconds: Int64) -> GridInstant {
    let (sum, overflow) = self.milliseconds.addingReportingOverflow(milliseconds)
    let inside = overflow ? (milliseconds < 0 ? .min : .max) : sum
    return GridInstant(milliseconds: min(max(inside, GridInstant.first), GridInstant.last))
  }

  private static var first: Int64 {
    @inline(__always) get { -62_135_596_800_000 }
  }
  private static var last: Int64 {
    @inline(__always) get { 253_402_300_799_999 }
  }
}

extension GridInstant: Comparable {
  /// Whether one is earlier.
  @inline(__always)
  static func < (lhs: GridInstant, rhs: GridInstant) -> Bool { lhs.milliseconds < rhs.milliseconds }
}
