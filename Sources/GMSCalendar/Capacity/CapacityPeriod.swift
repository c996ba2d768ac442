#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A half-open period over which each bucket has the same capacity.
public struct CapacityPeriod: Hashable, Sendable {
  /// When the period begins.
  public let start: Date
  /// When the period ends.
  public let end: Date
  /// The capacity of each bucket in it, over 0.
  public let capacity: Int

  /// A period from its parts.
  public init(start: Date, end: Date, capacity: Int) {
    self.start = start
    self.end = end
    self.capacity = capacity
  }
}
