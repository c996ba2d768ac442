/// A place that keeps one configuration and the records, and changes them in transactions.
///
/// Two stores ship: ``MemoryStore`` for tests and embedding, ``FileStore`` for a directory of JSON. Both pass
/// one conformance suite, and a store of your own should too.
///
/// Promises of every store:
/// - A transaction is all or nothing: when its body throws, or the commit fails, the state is as before.
/// - A reader sees one state from its beginning to its end.
/// - Writers come one after another; a transaction sees every change that was committed before it, and its
///   own changes.
public protocol Store: Sendable {
  /// Runs `body` on one state of the store.
  ///
  /// - Throws: what `body` throws; `CoreError` when the store cannot be read.
  func read<Result>(_ body: (any StoreReader) throws -> Result) throws -> Result

  /// Runs `body` as one transaction, and commits what it changed.
  ///
  /// Nothing is written when `body` throws, when it changed nothing, or when `change.isDryRun`.
  ///
  /// - Throws: what `body` throws; `CoreError` when the store is busy or cannot be written.
  func write<Result>(_ change: StoreChange, _ body: (any StoreWriter) throws -> Result) throws -> Result
}

/// The reading side of a transaction.
///
/// Not to be kept after the body that received it has ended.
public protocol StoreReader {
  /// How many transactions have been committed; each commit makes it larger.
  var sequence: Int { get }

  /// The whole configuration.
  func configuration() throws -> Configuration

  /// The options of one configured service; nil when there is none of that name. Never reads the others.
  func service(_ name: String) throws -> Options?

  /// The options of one section beside the services, such as `callback`; nil when there is none of that name.
  func section(_ name: String) throws -> Options?

  /// What has been made of the services of this configuration; nil when the store keeps nothing of it.
  ///
  /// Two readers may share one only when their configurations are the same to the byte. A store makes a new one
  /// whenever it takes another configuration, and a transaction that fails has the old one again.
  var compiledServices: CompiledServices? { get }

  /// One record; nil when there is none of that id.
  func record(_ kind: RecordKind, _ id: String) throws -> StoredRecord?

  /// The records of a query, in its order.
  func records(_ query: RecordQuery) throws -> [StoredRecord]

  /// Runs `visit` on each record that `records` would answer, in that order.
  ///
  /// A store need not hold all of them at once, so this is the way to read many.
  ///
  /// - Throws: what `visit` throws, which ends the visit; `CoreError` when the store cannot be read.
  func forEachRecord(_ query: RecordQuery, _ visit: (StoredRecord) throws -> Void) throws

  /// How many records `records` would answer, without making them.
  func count(_ query: RecordQuery) throws -> Int

  /// The `time` of each record that `records` would answer, ascending, in milliseconds since 1970.
  ///
  /// This is what counting the bookings of thousands of slots needs, so it makes no record.
  func times(_ query: RecordQuery) throws -> [Int64]
}

/// The writing side of a transaction.
///
/// Not to be kept after the body that received it has ended.
public protocol StoreWriter: StoreReader {
  /// Replaces the whole configuration.
  func setConfiguration(_ configuration: Configuration) throws

  /// Adds a record, or replaces the one of the same kind and id.
  func put(_ record: StoredRecord) throws

  /// Takes a record away; false when there was none.
  @discardableResult
  func remove(_ kind: RecordKind, _ id: String) throws -> Bool
}
