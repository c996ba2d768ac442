import Foundation
public import GMSCore

extension StoreChange {
  /// A change for tests.
  public static let test = StoreChange(time: Date(timeIntervalSince1970: 1_736_172_000), command: "test")
  /// A dry run for tests.
  public static let dryRun = StoreChange(time: test.time, command: "test", isDryRun: true)
}

extension StoredRecord {
  /// A callback for tests; `time` and the other times count seconds after the test's day began.
  public static func test(
    _ id: String,
    service: String = "Support",
    state: String = "SCHEDULED",
    time: Double = 0,
    created: Double = 0,
    due: Double? = nil,
    customer: String? = nil,
    body: String = "{}"
  ) -> StoredRecord {
    func date(_ seconds: Double) -> Date { StoreChange.test.time + seconds }
    let keys = RecordKeys(
      service: service,
      state: state,
      time: date(time),
      created: date(created),
      due: due.map(date),
      customer: customer
    )
    return StoredRecord(kind: .callback, id: id, keys: keys, body: body)
  }
}

extension Store {
  /// Puts records in one transaction.
  public func put(_ records: StoredRecord...) throws {
    try write(.test) { store in for record in records { try store.put(record) } }
  }

  /// The ids of a query's records.
  public func ids(_ query: RecordQuery) throws -> [String] { try read { try $0.records(query).map(\.id) } }

  /// Everything in the store, to be compared.
  public func contents() throws -> StoreContents {
    try read { store in
      StoreContents(
        sequence: store.sequence,
        configuration: try store.configuration(),
        records: try store.records(RecordQuery(.callback, order: .created))
      )
    }
  }
}

/// Everything that a store of callbacks holds.
public struct StoreContents: Hashable, Sendable {
  /// How many transactions were committed.
  public var sequence: Int
  /// The configuration.
  public var configuration: Configuration
  /// The callbacks, in the order in which they were made.
  public var records: [StoredRecord]

  /// Contents from their parts.
  public init(sequence: Int, configuration: Configuration = Configuration(), records: [StoredRecord] = []) {
    self.sequence = sequence
    self.configuration = configuration
    self.records = records
  }
}
