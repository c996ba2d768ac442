#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// One whole period in which an office is open, half-open; an end that does not exist is nil.
public struct OpenPeriod: Hashable, Sendable {
  /// When the office opened; nil when it always was open.
  public let start: Date?
  /// When the office closes; nil when it never does.
  public let end: Date?

  /// A period from its ends.
  public init(start: Date?, end: Date?) {
    self.start = start
    self.end = end
  }
}
