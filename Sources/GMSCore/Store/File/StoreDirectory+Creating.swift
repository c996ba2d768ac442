extension StoreDirectory {
  /// The lock of the store's writers, not yet taken.
  func lock(timeout: Duration) -> StoreLock {
    StoreLock(path: lockFile, directory: path, fileSystem: fileSystem, timeout: timeout)
  }

  /// Makes the directory, where need be, and the first document.
  func create(_ state: StoreState, _ lock: inout StoreLock) throws(CoreError) -> Loaded {
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
    do throws(WriteFailure) {
      return try replace(by: state)
    } catch {
      throw error.error
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
    do throws(SystemError) {
      guard try fileSystem.status(at: file) != nil else { return }
    } catch {
      throw .store(.storeUnwritable, path, failed: error)
    }
    throw CoreError(.storeExists, ["path": path])
  }
}
