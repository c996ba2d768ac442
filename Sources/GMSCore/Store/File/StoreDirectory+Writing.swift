extension StoreDirectory {
  /// How a replacement of the file went wrong.
  struct WriteFailure: Error {
    /// The error to tell.
    let error: CoreError
    /// Whether the system can no longer be trusted to write what it was given: a failed sync drops the bytes,
    /// and the next one would succeed without them.
    let isLasting: Bool
  }

  /// Replaces the file by a state, so that it is there whole or not at all, and durable.
  ///
  /// The caller holds the lock.
  func replace(by state: StoreState) throws(WriteFailure) -> Loaded {
    let bytes = document.encode(state)
    removeLeftovers()
    let temporary =
      "\(path)/\(StoreDirectory.temporaryPrefix)\(fileSystem.processIdentifier)-\(state.sequence)"
    let status: FileStatus
    do throws(WriteFailure) {
      status = try write(bytes, to: temporary)
      try attempt { () throws(SystemError) in try fileSystem.renameFile(temporary, to: file) }
    } catch {
      try? fileSystem.removeFile(temporary)
      throw error
    }
    do throws(SystemError) {
      try fileSystem.syncDirectory(path)
    } catch {
      throw WriteFailure(error: .store(.storeUnwritable, path, .uncertain(error)), isLasting: true)
    }
    return Loaded(
      state: state,
      version: Version(status: status, head: Array(bytes.prefix(Version.headLength)))
    )
  }

  /// Writes a new file, with the owner and the permissions of the one that it will replace.
  private func write(_ bytes: [UInt8], to temporary: String) throws(WriteFailure) -> FileStatus {
    let opened = try attempt { () throws(SystemError) in try fileSystem.openFile(temporary, for: .writingNew)
    }
    let status: FileStatus
    do throws(WriteFailure) {
      try attempt { () throws(SystemError) in
        if let old = try fileSystem.status(at: file) { try keepAccess(of: old, on: opened) }
        try writeAll(bytes, to: opened)
      }
      try attempt(isLasting: true) { () throws(SystemError) in try fileSystem.syncFile(opened) }
      status = try attempt { () throws(SystemError) in try fileSystem.status(of: opened) }
    } catch {
      try? fileSystem.closeFile(opened)
      throw error
    }
    try attempt { () throws(SystemError) in try fileSystem.closeFile(opened) }
    return status
  }

  /// Makes system calls, of which a failure means that the store cannot be written.
  private func attempt<Result>(
    isLasting: Bool = false,
    _ body: () throws(SystemError) -> Result
  ) throws(WriteFailure) -> Result {
    do throws(SystemError) {
      return try body()
    } catch {
      throw WriteFailure(error: .store(.storeUnwritable, path, failed: error), isLasting: isLasting)
    }
  }

  /// An administrator's `chmod` stays, and a store of another user stays that user's when root writes it.
  private func keepAccess(of old: FileStatus, on opened: OpenFile) throws(SystemError) {
    let new = try fileSystem.status(of: opened)
    if new.owner != old.owner || new.group != old.group {
      // Only root may give files away; for others the file is then theirs, as with any editor.
      try? fileSystem.setOwner(opened, to: old.owner, group: old.group)
    }
    if new.permissions != old.permissions { try fileSystem.setPermissions(opened, to: old.permissions) }
  }

  private func writeAll(_ bytes: [UInt8], to opened: OpenFile) throws(SystemError) {
    var failure: SystemError?
    bytes.withUnsafeBytes { bytes in
      do throws(SystemError) {
        var written = 0
        while written < bytes.count {
          let rest = UnsafeRawBufferPointer(rebasing: bytes[written...])
          let length = try fileSystem.writeFile(opened, at: Int64(written), rest)
          // A write that moves nothing would be tried forever.
          guard length > 0 else { throw .noSpace }
          written += length
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
  }

  /// Removes what writers left behind that died; that it does not succeed harms nothing.
  private func removeLeftovers() {
    for name in (try? fileSystem.listDirectory(path)) ?? []
    where name.hasPrefix(StoreDirectory.temporaryPrefix) {
      try? fileSystem.removeFile("\(path)/\(name)")
    }
  }
}
