#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// What moving time on did, and when it must be done next.
public struct DriverReport: Hashable, Sendable {
  /// The steps, in order of time.
  public let steps: [DriverStep]
  /// The next instant at which a callback falls due; nil when none will.
  public let nextDue: Date?

  /// A report from its parts.
  public init(steps: [DriverStep], nextDue: Date?) {
    self.steps = steps
    self.nextDue = nextDue
  }
}
