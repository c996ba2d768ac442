#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif
import GMSCalendar

extension FileStore {
  /// Opens a store as it was at an earlier instant, for reading; nil opens it as it is.
  ///
  /// The state is that after the last transaction of the log that is recorded at the instant or before it.
  ///
  /// - Throws: `CoreError` as for opening, and with code `stateNotKept` when the log does not reach so far back.
  /// - Complexity: O(n) in the log.
  public convenience init(
    opening path: String,
    asOf instant: Date?,
    lockTimeout: Duration = .seconds(5),
    notify: @escaping @Sendable (StoreNotice) -> Void = { _ in }
  ) throws(CoreError) {
    try self.init(
      opening: path,
      asOf: instant,
      lockTimeout: lockTimeout,
      notify: notify,
      fileSystem: LocalFileSystem()
    )
  }

  /// Opens a store as it was, on a file system of the caller's.
  package convenience init(
    opening path: String,
    asOf instant: Date?,
    lockTimeout: Duration = .seconds(5),
    notify: @escaping @Sendable (StoreNotice) -> Void = { _ in },
    fileSystem: any FileSystem,
    tuning: StoreTuning = StoreTuning()
  ) throws(CoreError) {
    guard let instant else {
      try self.init(
        opening: path,
        lockTimeout: lockTimeout,
        notify: notify,
        fileSystem: fileSystem,
        tuning: tuning
      )
      return
    }
    let directory = StoreDirectory(path, fileSystem: fileSystem, tuning: tuning)
    self.init(directory, showing: try directory.view(asOf: instant), notify)
  }
}

extension StoreDirectory {
  /// The state after the last transaction that is recorded at an instant or before it.
  fileprivate func view(asOf instant: Date) throws(CoreError) -> LogView {
    guard case .current(let document) = try content() else {
      throw CoreError(.stateNotKept, ["path": path, "value": InstantText.print(instant)])
    }
    let view = try LogView(opening: self, document)
    let wanted = InstantText.print(instant)
    var found: LogEnd?
    var earliest: String?
    try LogHistory(log: view.log).forEachCommit(to: view.end.offset) { end, stamp throws(CoreError) in
      // Printed instants of years 0 to 9999 order as their texts do.
      if stamp.time <= wanted { found = end }
      earliest = min(earliest ?? stamp.time, stamp.time)
      return true
    }
    guard let found else {
      throw CoreError(
        .stateNotKept,
        ["path": path, "value": wanted, "earliest": earliest ?? ""]
      )
    }
    let index = IndexStack(opening: self, view.log, upTo: found.offset)
    // What a later part of the index stood for, no one has looked at yet.
    let end = try LogVerifier.verify(view.log, from: index.end, size: found.offset).end
    guard end.offset == found.offset else { throw view.log.damage(at: end.offset, .noCommit) }
    return try LogView(self, view.log, found, nil, index)
  }
}
