#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension [QueueStay] {
  /// The position that a place has, or would have, among those in line now.
  func position(of place: QueuePlace) -> Int {
    1 + count { $0.leftAt == nil && $0.place < place }
  }

  /// The position that a place had, or would have had, at an instant.
  func position(of place: QueuePlace, at instant: Date) -> Int {
    1 + count { $0.place.id != place.id && $0.isInLine(at: instant) && $0.place < place }
  }
}
