import Foundation
package import GMSCore

/// A store as one would first write it: a dictionary, and every query walks all of it.
package struct StoreModel: Equatable, Sendable {
  /// How many transactions were committed.
  package var sequence = 0
  /// The services of the configuration.
  package var services: [String: Options] = [:]
  /// The callbacks, by id.
  package var records: [String: StoredRecord] = [:]

  /// A model of an empty store.
  package init() {}

  /// Milliseconds since 1970.
  private static func count(_ date: Date) -> Int64 { Int64((date.timeIntervalSince1970 * 1000).rounded()) }

  func answer(_ query: RecordQuery) -> [StoredRecord] {
    let found = records.values.filter { record in
      let keys = record.keys
      let time = StoreModel.count(keys.time)
      return query.services?.contains(keys.service) != false && query.states?.contains(keys.state) != false
        && query.from.map { time >= StoreModel.count($0) } != false
        && query.to.map { time < StoreModel.count($0) } != false
        && query.customer.map { keys.customer == $0 } != false
        && query.createdFrom.map { keys.created >= $0 } != false
        && query.dueBy.map { last in keys.due.map { $0 <= last } ?? false } != false
        && (query.order != .due || keys.due != nil)
    }
    let sorted = found.sorted { left, right in
      let (first, second) = (sortTime(left, query), sortTime(right, query))
      return first != second ? first < second : left.id.utf8.lexicographicallyPrecedes(right.id.utf8)
    }
    return Array(sorted.prefix(query.limit ?? .max))
  }

  func times(_ query: RecordQuery) -> [Int64] {
    answer(query).map { StoreModel.count($0.keys.time) }.sorted()
  }

  private func sortTime(_ record: StoredRecord, _ query: RecordQuery) -> Int64 {
    switch query.order {
    case .time: StoreModel.count(record.keys.time)
    case .due: StoreModel.count(record.keys.due ?? .distantFuture)
    case .created: StoreModel.count(record.keys.created)
    }
  }
}
