#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// A place in line; a smaller one is served before a greater one.
///
/// Higher priority comes first; of equals the one who entered the queue first; of equals again the smaller id,
/// so that the order never depends on chance.
public struct QueuePlace: Hashable, Sendable {
  /// The callback's priority; higher is served first.
  public let priority: Int
  /// When the callback entered the queue; retries, snoozes and pauses keep it.
  public let enteredAt: Date
  /// The callback's name.
  public let id: CallbackID

  /// A place from its parts.
  public init(priority: Int, enteredAt: Date, id: CallbackID) {
    self.priority = priority
    self.enteredAt = enteredAt
    self.id = id
  }
}

extension QueuePlace: Comparable {
  /// Whether the left place is served before the right one.
  public static func < (lhs: QueuePlace, rhs: QueuePlace) -> Bool {
    if lhs.priority != rhs.priority { return lhs.priority > rhs.priority }
    if lhs.enteredAt != rhs.enteredAt { return lhs.enteredAt < rhs.enteredAt }
    return lhs.id < rhs.id
  }
}
