#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// The machine's own file system, by POSIX calls.
package struct LocalFileSystem: FileSystem {
  /// The machine's file system.
  package init() {}

  package var processIdentifier: Int32 { getpid() }

  package func openFile(_ path: String, for purpose: FilePurpose) throws(SystemError) -> OpenFile {
    // O_NONBLOCK: opening a pipe must not wait for its other end. It means nothing to regular files.
    let common = O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
    let number = try LocalFileSystem.retried {
      switch purpose {
      case .reading: open(path, common | O_RDONLY)
      case .writingNew: open(path, common | O_RDWR | O_CREAT | O_EXCL, 0o600 as mode_t)
      case .updating: open(path, common | O_RDWR)
      case .locking: open(path, common | O_RDWR | O_CREAT, 0o600 as mode_t)
      }
    }
    return OpenFile(number: number)
  }

  package func closeFile(_ file: OpenFile) throws(SystemError) {
    // Not made again after an interruption: the number may be another file's by then.
    if close(file.number) < 0, errno != EINTR { throw SystemError(number: errno) }
  }

  package func readFile(
    _ file: OpenFile,
    at offset: Int64,
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(SystemError) -> Int {
    try LocalFileSystem.retried { pread(file.number, buffer.baseAddress, buffer.count, off_t(offset)) }
  }

  package func writeFile(
    _ file: OpenFile,
    at offset: Int64,
    _ bytes: UnsafeRawBufferPointer
  ) throws(SystemError) -> Int {
    try LocalFileSystem.retried { pwrite(file.number, bytes.baseAddress, bytes.count, off_t(offset)) }
  }

  package func truncateFile(_ file: OpenFile, to length: Int64) throws(SystemError) {
    try LocalFileSystem.retried { ftruncate(file.number, off_t(length)) }
  }

  package func syncFile(_ file: OpenFile) throws(SystemError) {
    #if canImport(Darwin)
      // There fsync leaves the bytes in the drive's cache; this does not, where the file system knows it.
      if fcntl(file.number, F_FULLFSYNC) == 0 { return }
    #endif
    try LocalFileSystem.retried { fsync(file.number) }
  }

  package func syncData(_ file: OpenFile) throws(SystemError) {
    #if canImport(Darwin)
      try syncFile(file)
    #else
      try LocalFileSystem.retried { fdatasync(file.number) }
    #endif
  }

  package func syncDirectory(_ path: String) throws(SystemError) {
    let number = try LocalFileSystem.retried { open(path, O_RDONLY | O_CLOEXEC | O_DIRECTORY) }
    defer { close(number) }
    do {
      try LocalFileSystem.retried { fsync(number) }
    } catch {
      // Some file systems keep directories durable by themselves, and refuse the call as meaningless.
      if error.number != EINVAL { throw error }
    }
  }

  package func renameFile(_ path: String, to newPath: String) throws(SystemError) {
    try LocalFileSystem.retried { rename(path, newPath) }
  }

  package func removeFile(_ path: String) throws(SystemError) {
    try LocalFileSystem.retried { unlink(path) }
  }

  package func makeDirectory(_ path: String) throws(SystemError) {
    try LocalFileSystem.retried { mkdir(path, 0o700) }
  }

  package func setPermissions(_ file: OpenFile, to permissions: UInt32) throws(SystemError) {
    try LocalFileSystem.retried { fchmod(file.number, mode_t(permissions)) }
  }

  package func setOwner(_ file: OpenFile, to owner: UInt32, group: UInt32) throws(SystemError) {
    try LocalFileSystem.retried { fchown(file.number, owner, group) }
  }

  package func tryLock(_ file: OpenFile) throws(SystemError) -> Bool {
    do {
      try LocalFileSystem.retried { flock(file.number, LOCK_EX | LOCK_NB) }
      return true
    } catch {
      if error.number == EWOULDBLOCK { return false }
      throw error
    }
  }

  package func unlock(_ file: OpenFile) throws(SystemError) {
    try LocalFileSystem.retried { flock(file.number, LOCK_UN) }
  }

  package func pause(milliseconds: Int) {
    usleep(UInt32(milliseconds) * 1000)
  }

  /// Makes a system call, again after an interruption, and turns its failure into an error.
  @discardableResult
  static func retried<Number: SignedInteger>(_ call: () -> Number) throws(SystemError) -> Number {
    while true {
      let answer = call()
      if answer >= 0 { return answer }
      let reason = errno
      if reason != EINTR { throw SystemError(number: reason) }
    }
  }
}
