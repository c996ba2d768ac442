import Foundation
import GMSCore

/// Puts records into a store, all in one transaction or each in its own.
enum Inserts {
  private static let change = StoreChange(
    time: Date(timeIntervalSince1970: 1_767_657_600),
    command: "benchmark"
  )

  /// Puts all records in one transaction, and answers how many.
  static func together(_ lines: RecordLines, into path: String) throws -> Int {
    let store = try FileStore(opening: path)
    try store.write(change) { writer in
      for index in 0..<lines.count { try writer.put(lines.record(at: index)) }
    }
    return lines.count
  }

  /// Puts one record in each transaction, and answers how many it were in how many nanoseconds.
  ///
  /// The records are read before the time begins, so that only the store is timed.
  static func oneByOne(_ lines: RecordLines, into path: String, for limit: Duration) throws
    -> (count: Int, nanoseconds: Int64)
  {
    let records = try (0..<lines.count).map { try lines.record(at: $0) }
    let store = try FileStore(opening: path)
    let start = ContinuousClock.now
    var elapsed = Duration.zero
    var count = 0
    for record in records {
      try store.write(change) { try $0.put(record) }
      count += 1
      elapsed = ContinuousClock.now - start
      if elapsed > limit { break }
    }
    try check(records.prefix(count), in: path)
    let parts = elapsed.components
    return (count, parts.seconds * 1_000_000_000 + parts.attoseconds / 1_000_000_000)
  }

  /// A figure counts only when the records are there, for another instance of the store, too.
  private static func check(_ records: some Sequence<StoredRecord>, in path: String) throws {
    try FileStore(opening: path).read { reader in
      for record in records where try reader.record(record.kind, record.id) != record {
        throw BenchmarkFailure("the record '\(record.id)' is not as it was put")
      }
    }
  }
}
