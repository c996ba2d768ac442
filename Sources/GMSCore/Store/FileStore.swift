import Synchronization

/// A store in a directory: one JSON document that a person can read, compare and repair, and a lock.
///
/// - A reader takes no lock and waits for no one: the document is replaced in one step, so what it reads is
///   whole. It is read again only when it has changed.
/// - Writers of all processes come one after another; a writer waits for the lock up to a time-out.
/// - A commit is on the disk when `write` returns. It is encoded before anything is written, written to a file
///   of its own, synced, and put in place.
/// - When a sync fails, the system may have dropped what it was given. This instance then refuses to write.
///
/// A commit costs time in proportion to the whole store.
public final class FileStore: Store {
  private let directory: StoreDirectory
  private let cache: Mutex<StoreDirectory.Loaded?>
  private let writing: Mutex<WriterState>
  private let writer = WriterThread()

  private struct WriterState: Sendable {
    var lock: StoreLock
    /// Whether a failed sync forbids writing.
    var isBroken = false
  }

  /// Opens a store, and reads it.
  ///
  /// - Parameters:
  ///   - path: the directory.
  ///   - lockTimeout: how long a writer waits for another.
  /// - Throws: `CoreError` with code `storeMissing`, `storeUnreadable`, `storeDamaged` (with `line` and
  ///   `column`) or `storeTooNew`.
  public convenience init(opening path: String, lockTimeout: Duration = .seconds(5)) throws(CoreError) {
    try self.init(opening: path, lockTimeout: lockTimeout, fileSystem: LocalFileSystem())
  }

  /// Opens a store on a file system of the caller's.
  package convenience init(
    opening path: String,
    lockTimeout: Duration = .seconds(5),
    fileSystem: any FileSystem,
    format: StoreFormat = .current
  ) throws(CoreError) {
    let directory = StoreDirectory(path, fileSystem: fileSystem, format: format)
    self.init(directory, try directory.load(known: nil), directory.lock(timeout: lockTimeout))
  }

  private init(_ directory: StoreDirectory, _ loaded: StoreDirectory.Loaded, _ lock: StoreLock) {
    self.directory = directory
    cache = Mutex(loaded)
    writing = Mutex(WriterState(lock: lock))
  }

  deinit { writing.withLock { $0.lock.close() } }

  /// Makes a store, and the directory where it does not exist; the directory above must exist.
  ///
  /// - Parameters:
  ///   - path: the directory. What else is in it stays untouched.
  ///   - configuration: what the store has from the beginning.
  ///   - lockTimeout: how long a writer waits for another.
  /// - Returns: the store, opened.
  /// - Throws: `CoreError` with code `storeExists`, `storeBusy` or `storeUnwritable`; then there is no store.
  @discardableResult
  public static func create(
    at path: String,
    configuration: Configuration = Configuration(),
    lockTimeout: Duration = .seconds(5)
  ) throws(CoreError) -> FileStore {
    try create(
      at: path,
      configuration: configuration,
      lockTimeout: lockTimeout,
      fileSystem: LocalFileSystem()
    )
  }

  /// Makes a store on a file system of the caller's.
  @discardableResult
  package static func create(
    at path: String,
    configuration: Configuration = Configuration(),
    lockTimeout: Duration = .seconds(5),
    fileSystem: any FileSystem,
    format: StoreFormat = .current
  ) throws(CoreError) -> FileStore {
    let directory = StoreDirectory(path, fileSystem: fileSystem, format: format)
    var lock = directory.lock(timeout: lockTimeout)
    let loaded = try directory.create(StoreState(configuration: configuration), &lock)
    return FileStore(directory, loaded, lock)
  }

  /// The directory.
  public var path: String { directory.path }

  /// Runs `body` on one state of the store, the one that is on the disk when it begins.
  ///
  /// - Throws: what `body` throws; `CoreError` when the store cannot be read.
  public func read<Result>(_ body: (any StoreReader) throws -> Result) throws -> Result {
    writer.checkNotInside()
    return try body(StoreSnapshot(try current().state))
  }

  /// Runs `body` as one transaction, and commits what it changed.
  ///
  /// A dry run takes no lock and writes nothing at all. Calling the store itself inside `body` is a
  /// programmer's mistake, and traps.
  ///
  /// - Throws: what `body` throws; `CoreError` with code `storeBusy` and the holder's `pid`,
  ///   `storeUnwritable`, or as for reading. When the error says that the change is made but may be lost, a
  ///   reader sees it; in every other case the store is as before.
  public func write<Result>(
    _ change: StoreChange,
    _ body: (any StoreWriter) throws -> Result
  ) throws -> Result {
    writer.checkNotInside()
    var result: Result?
    if change.isDryRun {
      let transaction = StoreTransaction(try current().state)
      defer { transaction.close() }
      result = try body(transaction)
    } else {
      try writing.withLock { writing in
        if writing.isBroken { throw CoreError.store(.storeUnwritable, directory.path, .broken) }
        try writing.lock.acquire()
        defer { writing.lock.release() }
        let transaction = StoreTransaction(try current().state)
        try writer.run {
          defer { transaction.close() }
          result = try body(transaction)
        }
        if transaction.hasChanges { try commit(transaction, &writing) }
      }
    }
    guard let result else { preconditionFailure("A transaction ended without a result.") }
    return result
  }

  private func commit(_ transaction: StoreTransaction, _ writing: inout WriterState) throws(CoreError) {
    transaction.advanceSequence()
    do throws(StoreDirectory.WriteFailure) {
      let loaded = try directory.replace(by: transaction.takeState())
      cache.withLock { $0 = loaded }
    } catch {
      writing.isBroken = error.isLasting
      throw error.error
    }
  }

  /// The state that is on the disk.
  private func current() throws(CoreError) -> StoreDirectory.Loaded {
    let loaded = try directory.load(known: cache.withLock { $0 })
    cache.withLock { $0 = loaded }
    return loaded
  }
}
