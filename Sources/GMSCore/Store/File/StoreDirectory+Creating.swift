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
    var mark: DurableMark?
    defer { lock.release(mark) }
    try checkNoStore()
    removeLeftovers()
    removeIndex(from: 0)
    do throws(SystemError) {
      // What stands there of a store that is gone would speak against the new one.
      try lock.forget()
      let synced = try replaceLog(generation: 1, sequence: 0, stamp) { log throws(SystemError) in
        try log.add(configuration)
      }
      // The store is there when its document is.
      try replaceDocument(configuration, sequence: 0)
      mark = synced
    } catch {
      guard removeUnmade() else { throw .store(.storeUnwritable, path, .uncertain(error)) }
      throw .store(.storeUnwritable, path, failed: error)
    }
  }

  /// Removes a store that was not made to its end; false when the disk does not let it.
  private func removeUnmade() -> Bool {
    do throws(SystemError) {
      try fileSystem.removeFile(document)
    } catch {
      if error != .notFound { return false }
    }
    // A document without a log would be a damaged store, so the log goes only when the document is gone for good.
    if (try? fileSystem.syncDirectory(path)) != nil { try? fileSystem.removeFile(log) }
    return true
  }

  /// Replaces the log by one with a whole state; answers the mark of its transaction, which is synced.
  @discardableResult
  func replaceLog(
    generation: UInt64,
    sequence: UInt64,
    _ stamp: LogStamp,
    _ write: (inout LogRewriter) throws(SystemError) -> Void
  ) throws(SystemError) -> DurableMark {
    var mark = DurableMark(sequence: 0, checksum: 0)
    try replace(log) { file throws(SystemError) in
      var rewriter = LogRewriter(file, fileSystem, generation: generation, sequence: sequence)
      try write(&rewriter)
      mark = try rewriter.finish(stamp)
    }
    return mark
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
    var isThere = false
    do throws(SystemError) {
      do throws(SystemError) {
        try fileSystem.makeDirectory(path)
      } catch {
        if error != .exists { throw error }
        isThere = true
      }
      // A directory whose name a crash takes away would take the store with it; one that is there may have been
      // made by a creation that ended before this.
      try fileSystem.syncDirectory(parent)
    } catch {
      // Who did not make the directory need not be able to read the one above.
      if isThere, error == .noPermission { return }
      throw .store(.storeUnwritable, path, failed: error)
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
      guard view.isNew else { throw .damaged(document, line: nil, .missingFile) }
    }
  }

  /// Runs `body`, of which a failure means that the store cannot be written.
  @discardableResult
  func writable<Value>(_ body: () throws(SystemError) -> Value) throws(CoreError) -> Value {
    do {
      return try body()
    } catch {
      throw .store(.storeUnwritable, path, failed: error)
    }
  }
}
