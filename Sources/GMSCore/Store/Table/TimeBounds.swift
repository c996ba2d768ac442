#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCalendar

/// A half-open range of whole milliseconds since 1970; without bounds, all of them.
struct TimeBounds: Hashable, Sendable {
  /// The first millisecond inside.
  var lower = Int64.min
  /// The first millisecond after it; `.max` where there is no end.
  var upper = Int64.max

  /// Everything.
  static let all = TimeBounds()

  /// From an instant on, and before another one.
  static func between(_ from: Date?, _ to: Date?) -> TimeBounds {
    TimeBounds(lower: from?.millisecondsSince1970 ?? .min, upper: to?.millisecondsSince1970 ?? .max)
  }

  /// Up to an instant, with it.
  static func upTo(_ last: Date?) -> TimeBounds {
    TimeBounds(upper: last.map { $0.millisecondsSince1970 + 1 } ?? .max)
  }

  func contains(_ time: Int64) -> Bool { time >= lower && (time < upper || upper == .max) }
}
