#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

/// What a store's directory holds, in numbers.
public struct StoreInformation: Hashable, Sendable {
  /// How many records of one kind there are.
  public struct RecordCount: Hashable, Sendable {
    /// The kind.
    public let kind: RecordKind
    /// How many there are.
    public let count: Int

    /// A count from its parts.
    package init(_ kind: RecordKind, _ count: Int) {
      self.kind = kind
      self.count = count
    }
  }

  /// The directory.
  public let path: String
  /// The name of the format.
  public let format: String
  /// The version of the format.
  public let version: Int
  /// How often the log was written anew, from 1.
  public let generation: Int
  /// The number of the last transaction.
  public let sequence: Int
  /// How many transactions the log holds.
  public let transactions: Int
  /// The length of the log, in bytes.
  public let logBytes: Int
  /// How many of these bytes the state is made of.
  public let liveBytes: Int
  /// How many of these bytes were replaced or removed since.
  public let deadBytes: Int
  /// Up to where the index knows the log, in bytes.
  public let indexedBytes: Int
  /// How many bytes at the end belong to no whole transaction.
  public let tornBytes: Int
  /// How many services are configured.
  public let services: Int
  /// The records by kind.
  public let records: [RecordCount]
  /// The time of the first transaction in the log; nil when there is none.
  public let firstTime: Date?
  /// The time of the last transaction; nil when there is none.
  public let lastTime: Date?
  /// The process that says it holds the lock; nil when the lock is free.
  public let lockHolder: String?

  /// Information from its parts.
  package init(
    path: String,
    format: String,
    version: Int,
    generation: Int,
    sequence: Int,
    transactions: Int,
    logBytes: Int,
    liveBytes: Int,
    deadBytes: Int,
    indexedBytes: Int,
    tornBytes: Int,
    services: Int,
    records: [RecordCount],
    firstTime: Date?,
    lastTime: Date?,
    lockHolder: String?
  ) {
    self.path = path
    self.format = format
    self.version = version
    self.generation = generation
    self.sequence = sequence
    self.transactions = transactions
    self.logBytes = logBytes
    self.liveBytes = liveBytes
    self.deadBytes = deadBytes
    self.indexedBytes = indexedBytes
    self.tornBytes = tornBytes
    self.services = services
    self.records = records
    self.firstTime = firstTime
    self.lastTime = lastTime
    self.lockHolder = lockHolder
  }
}
