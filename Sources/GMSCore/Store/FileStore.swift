#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
import Synchronization

/// A store in a directory: a log of JSON lines that only grows, and a JSON document with the configuration.
///
/// - A reader takes no lock and waits for no one: what it reads never changes.
/// - Writers of all processes come one after another; a writer waits for the lock up to a time-out.
/// - A commit is on the disk when `write` returns: its lines are made first, then written and synced at once.
/// - When a sync fails, the system may have dropped what it was given. This instance then refuses to write.
/// - No operation reads the whole store: an index, which is derived, tells where records are.
///
/// `Docs/StorageFormat.md` describes the files, so that a reader can be written in another language.
public final class FileStore: Store {
  let directory: StoreDirectory
  let lockTimeout: Duration
  /// The earlier state that is shown, and never changes; nil for the one that is on the disk.
  private let shown: LogView?
  private let notify: @Sendable (StoreNotice) -> Void
  private let cache: Mutex<Cache>
  private let writing: Mutex<WriterState>
  private let writer = WriterThread()

  private struct Cache: Sendable {
    var view: LogView?
    /// Whether a reader has found the index files damaged; the next writer removes them.
    var isIndexBad = false
  }

  struct WriterState: Sendable {
    var lock: StoreLock
    /// The log, open for writing, and which file it is.
    var log: (file: OpenFile, status: FileStatus)?
    /// The last transaction that is known to be synced.
    var durable: DurableMark?
    /// Whether a failed sync forbids writing.
    var isBroken = false
  }

  /// Opens a store.
  ///
  /// - Parameters:
  ///   - path: the directory.
  ///   - lockTimeout: how long a writer waits for another.
  ///   - notify: hears of what the store puts right by itself.
  /// - Throws: `CoreError` with code `storeMissing`, `storeUnreadable`, `storeDamaged` (with `line`) or
  ///   `storeTooNew`.
  public convenience init(
    opening path: String,
    lockTimeout: Duration = .seconds(5),
    notify: @escaping @Sendable (StoreNotice) -> Void = { _ in }
  ) throws(CoreError) {
    try self.init(opening: path, lockTimeout: lockTimeout, notify: notify, fileSystem: LocalFileSystem())
  }

  /// Opens a store on a file system of the caller's.
  package convenience init(
    opening path: String,
    lockTimeout: Duration = .seconds(5),
    notify: @escaping @Sendable (StoreNotice) -> Void = { _ in },
    fileSystem: any FileSystem,
    tuning: StoreTuning = StoreTuning()
  ) throws(CoreError) {
    let directory = StoreDirectory(path, fileSystem: fileSystem, tuning: tuning)
    self.init(directory, directory.lock(timeout: lockTimeout), lockTimeout, notify)
    _ = try current()
  }

  /// An earlier state of a store.
  convenience init(
    _ directory: StoreDirectory,
    showing view: LogView,
    _ notify: @escaping @Sendable (StoreNotice) -> Void
  ) {
    self.init(directory, directory.lock(timeout: .zero), .zero, notify, showing: view)
  }

  private init(
    _ directory: StoreDirectory,
    _ lock: StoreLock,
    _ lockTimeout: Duration,
    _ notify: @escaping @Sendable (StoreNotice) -> Void,
    showing view: LogView? = nil
  ) {
    self.directory = directory
    shown = view
    self.lockTimeout = lockTimeout
    self.notify = notify
    cache = Mutex(Cache())
    writing = Mutex(WriterState(lock: lock))
  }

  deinit {
    writing.withLock { writing in
      writing.lock.close()
      closeLog(&writing)
    }
  }

  /// Makes a store, and the directory where it does not exist; the directory above must exist.
  ///
  /// - Parameters:
  ///   - path: the directory. What else is in it stays untouched.
  ///   - configuration: what the store has from the beginning.
  ///   - time: when that is, for the store's log.
  ///   - lockTimeout: how long a writer waits for another.
  /// - Returns: the store, opened.
  /// - Throws: `CoreError` with code `storeExists`, `storeBusy`, `storeDamaged` or `storeUnwritable`; then there
  ///   is no store.
  @discardableResult
  public static func create(
    at path: String,
    configuration: Configuration = Configuration(),
    time: Date = Date(timeIntervalSince1970: 0),
    lockTimeout: Duration = .seconds(5)
  ) throws(CoreError) -> FileStore {
    try create(
      at: path,
      configuration: configuration,
      time: time,
      lockTimeout: lockTimeout,
      fileSystem: LocalFileSystem()
    )
  }

  /// Makes a store on a file system of the caller's.
  @discardableResult
  package static func create(
    at path: String,
    configuration: Configuration = Configuration(),
    time: Date = Date(timeIntervalSince1970: 0),
    lockTimeout: Duration = .seconds(5),
    fileSystem: any FileSystem,
    tuning: StoreTuning = StoreTuning()
  ) throws(CoreError) -> FileStore {
    let directory = StoreDirectory(path, fileSystem: fileSystem, tuning: tuning)
    var lock = directory.lock(timeout: lockTimeout)
    defer { lock.close() }
    try directory.create(configuration, LogStamp(StoreChange(time: time, command: "init")), &lock)
    // What was written is not read again: the store is made, whatever happens now.
    return FileStore(directory, directory.lock(timeout: lockTimeout), lockTimeout, { _ in })
  }

  /// The directory.
  public var path: String { directory.path }

  // MARK: - Reading

  /// Runs `body` on one state of the store, the one that is on the disk when it begins.
  ///
  /// - Throws: what `body` throws; `CoreError` when the store cannot be read.
  public func read<Result>(_ body: (any StoreReader) throws -> Result) throws -> Result {
    writer.checkNotInside()
    switch try current() {
    case .version1(let state): return try body(StoreSnapshot(state))
    case .log(let view):
      let reader = FileReader(view)
      defer { keep(reader.view, badIndex: reader.hasBadIndex) }
      return try body(reader)
    }
  }

  /// What the directory holds.
  enum Content {
    case version1(StoreState)
    case log(LogView)
  }

  /// The state that is on the disk.
  func current() throws(CoreError) -> Content {
    if let shown { return .log(shown) }
    if let view = cache.withLock({ $0.view }), isInPlace(view.log) {
      let refreshed = try view.refreshed()
      keep(refreshed, badIndex: false)
      return .log(refreshed)
    }
    switch try directory.content() {
    case .version1(let state): return .version1(state)
    case .current(let document):
      let view = try LogView(opening: directory, document)
      keep(view, badIndex: false)
      return .log(view)
    }
  }

  private func keep(_ view: LogView, badIndex: Bool) {
    cache.withLock { cache in
      cache.view = view
      if badIndex { cache.isIndexBad = true }
    }
    if badIndex {
      notify(StoreNotice("the index of the store is damaged; it will be made anew from the log"))
    }
  }

  /// Removes an index that was found damaged, so that it is made anew; the caller holds the lock.
  private func removeBadIndex() {
    let isBad = cache.withLock { cache in
      defer { cache.isIndexBad = false }
      return cache.isIndexBad
    }
    if isBad { directory.removeIndex(from: 0) }
  }

  private func isInPlace(_ log: LogFile) -> Bool {
    guard let status = try? directory.fileSystem.status(at: log.path) else { return false }
    return status.inode == log.status.inode && status.device == log.status.device
  }

  // MARK: - Writing

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
      switch try current() {
      case .version1(let state):
        let transaction = StoreTransaction(state)
        defer { transaction.close() }
        result = try body(transaction)
      case .log(let view):
        let transaction = FileTransaction(view, writeOut: nil)
        defer { transaction.close() }
        result = try body(transaction)
      }
    } else {
      try exclusively { writing throws in
        let view = try writableView(change, &writing)
        let log = try open(view, &writing)
        let transaction = FileTransaction(view) { offset, bytes throws(CoreError) in
          try self.directory.writable { () throws(SystemError) in
            try self.directory.fileSystem.writeAll(log, at: offset, bytes)
          }
        }
        do {
          try writer.run {
            defer { transaction.close() }
            result = try body(transaction)
          }
          let commit = try transaction.finish(change)
          if transaction.hasBadIndex { keep(transaction.view, badIndex: true) }
          removeBadIndex()
          if let commit {
            try append(commit, after: transaction.view, to: log, &writing)
          } else if transaction.hasWrittenOut {
            takeBack(transaction.view, log)
          }
        } catch {
          if transaction.hasWrittenOut { takeBack(transaction.view, log) }
          throw error
        }
      }
    }
    guard let result else { preconditionFailure("A transaction ended without a result.") }
    return result
  }

  /// Runs `body` while no other process writes.
  func exclusively<Value>(_ body: (inout WriterState) throws -> Value) throws -> Value {
    try writing.withLock { writing in
      if shown != nil { throw CoreError.store(.storeUnwritable, directory.path, .earlierState) }
      if writing.isBroken { throw CoreError.store(.storeUnwritable, directory.path, .broken) }
      try writing.lock.acquire()
      writing.durable = writing.lock.mark()
      defer { writing.lock.release(writing.durable) }
      return try body(&writing)
    }
  }

  /// The state to write on: of this version, and with nothing behind it.
  func writableView(_ change: StoreChange, _ writing: inout WriterState) throws -> LogView {
    var content = try current()
    if case .version1 = content {
      try directory.migrateFromVersion1(LogStamp(change))
      notify(StoreNotice("the store was made into one of version \(LogFormat.version)"))
      content = try current()
    }
    guard case .log(let view) = content else { preconditionFailure("A migration left a store of version 1.") }
    // Only a crash leaves a document that is ahead, so it is looked for when an instance first writes.
    if writing.log?.status.inode != view.log.status.inode {
      directory.removeLeftovers()
      try directory.renewDocument(view)
    }
    guard let tear = view.tear else { return view }
    let setAside = tear.endsWithCommit ? directory.setAside(tear, of: view) : nil
    let log = try open(view, &writing)
    try directory.writable { () throws(SystemError) in
      try directory.fileSystem.truncateFile(log, to: Int64(view.end.offset))
      try directory.fileSystem.syncFile(log)
    }
    notify(.cut(tear, of: view, setAside: setAside))
    let cut = try view.refreshed()
    keep(cut, badIndex: false)
    return cut
  }

  private func open(_ view: LogView, _ writing: inout WriterState) throws(CoreError) -> OpenFile {
    if let log = writing.log {
      if log.status.inode == view.log.status.inode, log.status.device == view.log.status.device {
        return log.file
      }
      closeLog(&writing)
    }
    let file = try directory.writable { () throws(SystemError) in
      try directory.fileSystem.openFile(directory.log, for: .updating)
    }
    writing.log = (file, view.log.status)
    return file
  }

  private func closeLog(_ writing: inout WriterState) {
    if let log = writing.log { try? directory.fileSystem.closeFile(log.file) }
    writing.log = nil
  }

  private func append(
    _ commit: FileCommit,
    after view: LogView,
    to log: OpenFile,
    _ writing: inout WriterState
  ) throws(CoreError) {
    // What another process wrote and may not have synced must be on the disk before anything behind it, with the
    // names of the files.
    if writing.durable != DurableMark(view.end) {
      do throws(SystemError) {
        try directory.makeDurable(view, log)
      } catch {
        writing.isBroken = true
        throw .store(.storeUnwritable, directory.path, failed: error)
      }
    }
    do throws(SystemError) {
      try directory.fileSystem.writeAll(log, at: commit.offset, commit.bytes)
    } catch {
      takeBack(view, log)
      throw .store(.storeUnwritable, directory.path, failed: error)
    }
    do throws(SystemError) {
      try directory.fileSystem.syncData(log)
    } catch {
      writing.isBroken = true
      guard takeBack(view, log) else { throw .store(.storeUnwritable, directory.path, .uncertain(error)) }
      throw .store(.storeUnwritable, directory.path, failed: error)
    }
    writing.durable = DurableMark(commit.end)
    // From here on the change is made; what follows only makes it quicker to read.
    if let configuration = commit.configuration {
      try? directory.replaceDocument(configuration, sequence: commit.end.sequence)
    }
    // A large transaction is indexed before anything looks at it, which would index it in memory first.
    directory.indexIfLarge(view.log, from: view.end, to: commit.end)
    guard case .log(let next)? = try? current(), let indexed = directory.indexed(next) else { return }
    keep(indexed, badIndex: false)
    directory.compactIfDue(indexed)
  }

  /// Cuts off what a transaction wrote that does not come to its end; false when that cannot be done.
  @discardableResult
  private func takeBack(_ view: LogView, _ log: OpenFile) -> Bool {
    (try? directory.fileSystem.truncateFile(log, to: Int64(view.end.offset))) != nil
  }
}
