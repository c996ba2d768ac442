#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import GMSCore

/// The callbacks that are due, earliest first and then by id, read from a store in portions.
///
/// To ask a store on disk for one at a time is quadratic: each question walks over all that the transaction has changed
/// since. Whoever takes a step of a callback gives it back, because a step may make it due again at once.
struct DueCallbacks {
  private static let portion = 512

  private let reader: any StoreReader
  private let now: Date
  /// Those of the portion that wait, the latest first.
  private var waiting: [(place: Place, record: StoredRecord)] = []
  /// Up to where the portion knows everything that is due; nil for everything.
  private var bound: Place?

  /// Where a callback stands among those that are due.
  private struct Place: Comparable {
    let due: Date
    let id: String

    static func < (left: Place, right: Place) -> Bool {
      left.due == right.due ? left.id < right.id : left.due < right.due
    }
  }

  /// The callbacks that are due at an instant.
  init(by now: Date, _ reader: any StoreReader) {
    self.reader = reader
    self.now = now
  }

  /// The earliest; nil when none is due.
  ///
  /// - Throws: `CallbackError` with code `damagedRecord`; errors of the store.
  mutating func next() throws -> Callback? {
    if waiting.isEmpty {
      let records = try reader.records(
        RecordQuery(.callback, dueBy: now, order: .due, limit: DueCallbacks.portion)
      )
      waiting = records.compactMap { record in
        record.keys.due.map { (Place(due: $0, id: record.id), record) }
      }.reversed()
      bound = records.count < DueCallbacks.portion ? nil : waiting.first?.place
    }
    return try waiting.popLast().map { try Callback(stored: $0.record) }
  }

  /// Takes a callback back after its step, as the store has it now.
  mutating func giveBack(_ callback: Callback) {
    let record = callback.stored
    guard let due = record.keys.due, due <= now else { return }
    let place = Place(due: due, id: record.id)
    // What lies beyond the portion comes with the next one.
    if let bound, bound < place { return }
    var (low, high) = (0, waiting.count)
    while low < high {
      let middle = (low + high) / 2
      if waiting[middle].place > place { low = middle + 1 } else { high = middle }
    }
    waiting.insert((place, record), at: low)
  }
}
