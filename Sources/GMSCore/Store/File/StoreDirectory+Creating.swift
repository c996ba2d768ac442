extension StoreDirectory {
  /// Makes the directory, where need be, and a store in it.
  ///
  /// - Throws: `CoreError` with code `storeExists`, `storeBusy`, `storeDamaged`, `storeUnwritable`, or
  ///   `malformedConfiguration` for one that could not be read again.
  func create(_ configuration: Configuration, _ stamp: LogStamp, _ lock: inout StoreLock) throws(CoreError) {
    for (member, value) in ConfigurationChanges.members(of: configuration) {
      try ConfigurationChanges.checkReadable(member, value)
    }
    try makeDirectory()
    // Before the lock, which would leave a file of ours in a directory that has a store of another kind.
    try checkNoStore()
    do throws(CoreError) {
      try lock.acquire()
    } catch {
      // That it is no directory cannot be mended by making a store there.
      throw error.code == .storeMissing ? CoreError(.storeUnwritable, error.facts) : error
    }
    defer { lock.release() }
    try checkNoStore()
    removeLeftovers()
    removeIndex(from: 0)
    try writable { () throws(SystemError) in
      try replaceLog(generation: 1, sequence: 0, stamp) { log throws(SystemError) in
        try log.add(configuration)
      }
      // The store is there when its document is.
      try replaceDocument(configuration, sequence: 0)
    }
  }

  /// Replaces the log by one with a whole state.
  func replaceLog(
    generation: UInt64,
    sequence: UInt64,
    _ stamp: LogStamp,
    _ write: (inout LogRewriter) throws(SystemError) -> Void
  ) throws(SystemError) {
    try replace(log) { file throws(SystemError) in
      var rewriter = LogRewriter(file, fileSystem, generation: generation, sequence: sequence)
      try write(&rewriter)
      try rewriter.finish(stamp)
    }
  }

  /// Makes a store of version 1 into one of this version; the caller holds the lock.
  ///
  /// Until the document is replaced, the old one is the store.
  func migrateFromVersion1(_ stamp: LogStamp) throws(CoreError) {
    let state = try Version1Document.decode(readFile(document), path: document)
    removeLeftovers()
    removeIndex(from: 0)
    try writable { () throws(SystemError) in
      try replaceLog(generation: 1, sequence: UInt64(state.sequence), stamp) { log throws(SystemError) in
        try log.add(state.configuration)
        for kind in state.table.kinds {
          for row in state.table.rows(RecordQuery(kind, order: .created)) { try log.add(row.record) }
        }
      }
      try replaceDocument(state.configuration, sequence: state.sequence)
    }
  }

  private func makeDirectory() throws(CoreError) {
    do throws(SystemError) {
      try fileSystem.makeDirectory(path)
      // A directory whose name a crash takes away would take the store with it.
      try fileSystem.syncDirectory(parent)
    } catch {
      if error != .exists { throw .store(.storeUnwritable, path, failed: error) }
    }
  }

  private func checkNoStore() throws(CoreError) {
    let hasLog: Bool
    do throws(SystemError) {
      if try fileSystem.status(at: document) != nil { throw .exists }
      hasLog = try fileSystem.status(at: log) != nil
    } catch {
      throw error == .exists
        ? CoreError(.storeExists, ["path": path]) : .store(.storeUnwritable, path, failed: error)
    }
    // A log without its document is half a store; only one that nothing was ever added to may go.
    if hasLog {
      let view = try LogView(opening: self, usingIndex: false)
      guard view.end.next == 1, view.tear == nil else { throw .damaged(document, line: nil, .missingFile) }
    }
  }

  /// Runs `body`, of which a failure means that the store cannot be written.
  func writable<Value>(_ body: () throws(SystemError) -> Value) throws(CoreError) -> Value {
    do {
      return try body()
    } catch {
      throw .store(.storeUnwritable, path, failed: error)
    }
  }
}
