extension FileStore {
  /// Makes a damaged store usable again by setting aside what cannot be read.
  ///
  /// Every intact line stays, in order; a record whose last line is gone is again what the line before said. The
  /// keys of a record of which there is a codec are made anew; one whose body cannot be read is set aside. The
  /// configuration is that of the log, or of the document where the log has lost some of it. A document that
  /// does not fit the log is kept beside the new one.
  ///
  /// - Parameters:
  ///   - path: the directory.
  ///   - codecs: what reads the bodies of records.
  ///   - isDryRun: only tells what would be dropped; takes no lock.
  /// - Returns: what was dropped, and where it was put.
  /// - Throws: `CoreError` when there is nothing to repair it from, or with code `storeBusy`, `storeTooNew`,
  ///   `storeUnreadable` or `storeUnwritable`.
  public static func repair(at path: String, codecs: [RecordCodec], isDryRun: Bool) throws -> StoreRepair {
    try repair(at: path, codecs: codecs, isDryRun: isDryRun, fileSystem: LocalFileSystem())
  }

  /// Repairs a store on a file system of the caller's.
  package static func repair(
    at path: String,
    codecs: [RecordCodec],
    isDryRun: Bool,
    lockTimeout: Duration = .seconds(5),
    fileSystem: any FileSystem,
    tuning: StoreTuning = StoreTuning()
  ) throws -> StoreRepair {
    let directory = StoreDirectory(path, fileSystem: fileSystem, tuning: tuning)
    if isDryRun { return try StoreRepairer(directory, codecs).run(isDryRun: true) }
    var lock = directory.lock(timeout: lockTimeout)
    defer { lock.close() }
    try lock.acquire()
    defer { lock.release() }
    return try StoreRepairer(directory, codecs, lock).run(isDryRun: false)
  }
}
