extension FileStore {
  /// Reads everything that a store has, and compares what is derived with what it is derived from: the index, the
  /// document, and the keys of each record of which there is a codec.
  ///
  /// Of differences between the log and what is derived from it only the first of each kind is named.
  ///
  /// - Throws: `CoreError` when there is no store, or it cannot be read at all; damage is a finding.
  /// - Complexity: O(n) in the store.
  public static func check(at path: String, codecs: [RecordCodec]) throws -> StoreCheck {
    try check(at: path, codecs: codecs, fileSystem: LocalFileSystem())
  }

  /// Checks a store on a file system of the caller's.
  package static func check(
    at path: String,
    codecs: [RecordCodec],
    fileSystem: any FileSystem,
    tuning: StoreTuning = StoreTuning()
  ) throws -> StoreCheck {
    var checker = StoreChecker(StoreDirectory(path, fileSystem: fileSystem, tuning: tuning), codecs)
    try checker.run()
    return StoreCheck(
      findings: checker.findings,
      records: checker.records,
      transactions: checker.transactions
    )
  }
}
