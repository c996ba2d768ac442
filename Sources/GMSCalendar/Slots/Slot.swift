#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// One bookable slot: a half-open span of time and how many callbacks it can take in all.
public struct Slot: Hashable, Sendable {
  /// When the slot begins.
  public let start: Date
  /// When the slot ends.
  public let end: Date
  /// How many callbacks the slot can take, booked ones included; over 0.
  public let total: Int

  /// A slot from its parts.
  public init(start: Date, end: Date, total: Int) {
    self.start = start
    self.end = end
    self.total = total
  }
}
