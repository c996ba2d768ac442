/// The lock of a store's writers: a file that one of them at a time holds by `flock`.
///
/// The system gives the lock back when its holder dies. The holder's process number stands in the file's first
/// line, for the message of those who wait; it decides nothing. The second line is a ``DurableMark``.
struct StoreLock: Sendable {
  /// The file.
  let path: String
  /// The directory of the store, for errors.
  let directory: String
  let fileSystem: any FileSystem
  /// How long to wait for another holder.
  let timeout: Duration
  private var file: OpenFile?

  init(path: String, directory: String, fileSystem: any FileSystem, timeout: Duration) {
    self.path = path
    self.directory = directory
    self.fileSystem = fileSystem
    self.timeout = timeout
  }

  /// Takes the lock.
  ///
  /// - Throws: `CoreError` with code `storeBusy` and the holder's `pid` after the time-out; `storeMissing`,
  ///   `storeDamaged` or `storeUnwritable` when the file cannot be opened or locked.
  mutating func acquire() throws(CoreError) {
    var patience = max(0, Int(timeout / .milliseconds(1)))
    var step = 1
    do throws(CoreError) {
      while true {
        let file = try open()
        if try attempt({ () throws(SystemError) in try fileSystem.tryLock(file) }) {
          if try attempt({ () throws(SystemError) in try isInPlace(file) }) { return writeHolder(file) }
          // Someone removed the file, and others lock a new one by now.
          close()
        } else {
          guard patience > 0 else { throw busy(file) }
          fileSystem.pause(milliseconds: min(step, patience))
          patience -= step
          step = min(2 * step, 50)
        }
      }
    } catch {
      close()
      throw error
    }
  }

  /// The process that holds the lock at this moment; nil when none does, "" when it has not said its number.
  func currentHolder() -> String? {
    guard let file = try? fileSystem.openFile(path, for: .reading) else { return nil }
    defer { try? fileSystem.closeFile(file) }
    guard let isFree = try? fileSystem.tryLock(file) else { return nil }
    guard !isFree else {
      try? fileSystem.unlock(file)
      return nil
    }
    return holder(file) ?? ""
  }

  /// Gives the lock back.
  ///
  /// - Parameter mark: the last transaction that is synced; nil leaves the mark that is there.
  mutating func release(_ mark: DurableMark? = nil) {
    guard let file else { return }
    let line = StoreLock.firstLine(nil) + (mark?.line ?? [])
    do {
      try fileSystem.writeAll(file, at: 0, line)
      try fileSystem.unlock(file)
    } catch {
      // Closing gives the lock back, too.
      close()
    }
  }

  /// Takes the mark away for good; the caller holds the lock.
  ///
  /// A mark that a power loss brought back would speak against a log that ends earlier by then.
  func forget() throws(SystemError) {
    guard let file else { return }
    try fileSystem.truncateFile(file, to: Int64(StoreLock.firstLine(nil).count))
    try fileSystem.syncFile(file)
  }

  /// The mark in the file; nil when there is none that can be read.
  func mark() -> DurableMark? {
    if let file { return mark(in: file) }
    guard let opened = try? fileSystem.openFile(path, for: .reading) else { return nil }
    defer { try? fileSystem.closeFile(opened) }
    guard let status = try? fileSystem.status(of: opened), status.kind == .regular else { return nil }
    return mark(in: opened)
  }

  private func mark(in file: OpenFile) -> DurableMark? {
    let offset = UInt64(StoreLock.firstLine(nil).count)
    guard let bytes = try? fileSystem.readAll(file, at: offset, count: 64) else { return nil }
    return DurableMark(bytes.prefix { $0 != 0x0A })
  }

  /// The line of the holder, which is as long for none.
  private static func firstLine(_ process: Int32?) -> [UInt8] {
    let digits = Array((process.map { String($0) } ?? "").utf8)
    return digits + [UInt8](repeating: 0x20, count: max(0, 10 - digits.count)) + [0x0A]
  }

  /// Closes the file; the lock, if held, is given back.
  mutating func close() {
    if let file { try? fileSystem.closeFile(file) }
    file = nil
  }

  private mutating func open() throws(CoreError) -> OpenFile {
    if let file { return file }
    let opened = try attempt { () throws(SystemError) in try fileSystem.openFile(path, for: .locking) }
    file = opened
    let kind = try attempt { () throws(SystemError) in try fileSystem.status(of: opened).kind }
    guard kind == .regular else { throw .store(.storeDamaged, path, .wrongKind(kind)) }
    return opened
  }

  /// Whether the open file is still the one that its name leads to.
  private func isInPlace(_ file: OpenFile) throws(SystemError) -> Bool {
    let held = try fileSystem.status(of: file)
    guard let named = try fileSystem.status(at: path) else { return false }
    return held.inode == named.inode && held.device == named.device
  }

  /// Writes the process number; without it only the message of those who wait says less.
  private func writeHolder(_ file: OpenFile) {
    try? fileSystem.writeAll(file, at: 0, StoreLock.firstLine(fileSystem.processIdentifier))
  }

  private func holder(_ file: OpenFile) -> String? {
    let bytes = [UInt8](unsafeUninitializedCapacity: 20) { buffer, count in
      count = (try? fileSystem.readFile(file, at: 0, into: UnsafeMutableRawBufferPointer(buffer))) ?? 0
    }
    let digits = bytes.prefix { $0 >= 0x30 && $0 <= 0x39 }
    return digits.isEmpty ? nil : String(decoding: digits, as: UTF8.self)
  }

  private func busy(_ file: OpenFile) -> CoreError {
    guard let pid = holder(file) else { return CoreError(.storeBusy, ["path": directory]) }
    return CoreError(.storeBusy, ["path": directory, "pid": pid])
  }

  /// Makes system calls, of which a failure means that the store cannot be written.
  private func attempt<Result>(_ body: () throws(SystemError) -> Result) throws(CoreError) -> Result {
    do throws(SystemError) {
      return try body()
    } catch {
      switch error {
      case .notFound: throw CoreError(.storeMissing, ["path": directory])
      case .notADirectory: throw .store(.storeMissing, directory, .notADirectory)
      case .symbolicLink: throw .store(.storeDamaged, path, .wrongKind(.symbolicLink))
      default: throw .store(.storeUnwritable, directory, failed: error)
      }
    }
  }
}
