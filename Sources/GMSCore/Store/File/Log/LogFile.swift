/// A log that is open for reading; it stays what it is when another file takes its place.
final class LogFile: Sendable {
  let path: String
  let fileSystem: any FileSystem
  let file: OpenFile
  /// The file as it was when it was opened.
  let status: FileStatus
  /// Grows by one each time the log is written anew.
  let generation: UInt64
  /// Where the first transaction begins.
  let start: LogEnd

  /// Opens the log and reads its header.
  ///
  /// - Throws: `CoreError` with code `storeMissing`, `storeUnreadable`, `storeDamaged` or `storeTooNew`.
  convenience init(opening path: String, _ fileSystem: any FileSystem) throws(CoreError) {
    let file: OpenFile
    do {
      file = try fileSystem.openFile(path, for: .reading)
    } catch {
      throw LogFile.openingFailure(error, path)
    }
    do throws(CoreError) {
      try self.init(file, path, fileSystem)
    } catch {
      try? fileSystem.closeFile(file)
      throw error
    }
  }

  /// Opens a log that may be damaged from its first line on, for a repair.
  ///
  /// - Throws: as `init(opening:_:)`, but for a first line that cannot be read.
  convenience init(salvaging path: String, _ fileSystem: any FileSystem) throws(CoreError) {
    let file: OpenFile
    do {
      file = try fileSystem.openFile(path, for: .reading)
    } catch {
      throw LogFile.openingFailure(error, path)
    }
    do throws(CoreError) {
      try self.init(file, path, fileSystem, isSalvage: true)
    } catch {
      try? fileSystem.closeFile(file)
      throw error
    }
  }

  private init(
    _ file: OpenFile,
    _ path: String,
    _ fileSystem: any FileSystem,
    isSalvage: Bool = false
  ) throws(CoreError) {
    let head: [UInt8]
    do throws(SystemError) {
      status = try fileSystem.status(of: file)
      head =
        status.kind == .regular ? try fileSystem.readAll(file, at: 0, count: LogFile.headLength) : []
    } catch {
      throw .store(.storeUnreadable, path, failed: error)
    }
    guard status.kind == .regular else { throw .store(.storeDamaged, path, .wrongKind(status.kind)) }
    self.path = path
    self.fileSystem = fileSystem
    self.file = file
    do throws(CoreError) {
      (generation, start) = try LogFile.header(head, path)
    } catch {
      guard isSalvage, error.code == .storeDamaged else { throw error }
      // No header has this number, so every index is stale.
      generation = UInt64(UInt32.max)
      start = LogEnd(offset: 0, next: 0, chain: 0, commitChecksum: 0, lastStart: 0)
    }
  }

  deinit { try? fileSystem.closeFile(file) }

  /// No header is longer.
  private static let headLength = 256

  private static func openingFailure(_ error: SystemError, _ path: String) -> CoreError {
    switch error {
    case .symbolicLink: .store(.storeDamaged, path, .wrongKind(.symbolicLink))
    case .notFound: .store(.storeDamaged, path, .missingFile)
    default: .store(.storeUnreadable, path, failed: error)
    }
  }

  private static func header(_ head: [UInt8], _ path: String) throws(CoreError) -> (UInt64, LogEnd) {
    let result = head.withUnsafeBytes { bytes -> (version: UInt64, generation: UInt64, start: LogEnd)? in
      guard let length = bytes.firstIndex(of: 0x0A) else { return nil }
      let line = UnsafeRawBufferPointer(rebasing: bytes[..<length])
      guard let checksum = LogLineReader.intactChecksum(line), let header = LogLineReader.read(line),
        case .header(let version, let generation) = header.content
      else { return nil }
      let start = LogEnd(
        offset: UInt64(length + 1),
        next: header.sequence,
        chain: checksum,
        commitChecksum: checksum,
        lastStart: UInt64(length + 1)
      )
      return (version, generation, start)
    }
    guard let result else { throw .damaged(path, line: 1, .notALog) }
    guard result.version == LogFormat.version else {
      throw CoreError(
        .storeTooNew,
        ["path": path, "version": String(result.version), "supported": String(LogFormat.version)]
      )
    }
    return (result.generation, result.start)
  }

  // MARK: - Reading

  /// How long the file is now.
  func size() throws(CoreError) -> UInt64 {
    do {
      return UInt64(try fileSystem.status(of: file).size)
    } catch {
      throw .store(.storeUnreadable, path, failed: error)
    }
  }

  /// The bytes at an offset; fewer than asked for only where the file ends.
  func read(at offset: UInt64, count: Int) throws(CoreError) -> [UInt8] {
    do {
      return try fileSystem.readAll(file, at: offset, count: count)
    } catch {
      throw .store(.storeUnreadable, path, failed: error)
    }
  }

  /// The chain and the checksum of the commit that ends at an offset; nil where none does.
  func commitEnding(at offset: UInt64) -> (chain: UInt32, checksum: UInt32)? {
    let length = LogLineReader.commitEndingLength + 1
    guard offset >= UInt64(length), let bytes = try? read(at: offset - UInt64(length), count: length),
      bytes.count == length
    else { return nil }
    return bytes.withUnsafeBytes { LogLineReader.commitEnding($0) }
  }

  /// Whether the commit with which a state ends still stands where it stood.
  func hasCommit(of end: LogEnd) -> Bool {
    guard let ending = commitEnding(at: end.offset) else { return false }
    return ending.chain == end.chain && ending.checksum == end.commitChecksum
  }

  /// The error for damage at an offset, with the number of the line that stands there.
  ///
  /// - Complexity: O(n) in the bytes before it.
  func damage(at offset: UInt64, _ fault: StoreFault) -> CoreError {
    .damaged(path, line: line(at: offset), fault)
  }

  /// The number of the line that stands at an offset.
  ///
  /// - Complexity: O(n) in the bytes before it.
  func line(at offset: UInt64) -> Int {
    var line = 1
    var position: UInt64 = 0
    while position < offset {
      guard let bytes = try? read(at: position, count: Int(min(offset - position, 1 << 18))), !bytes.isEmpty
      else { break }
      for byte in bytes where byte == 0x0A { line += 1 }
      position += UInt64(bytes.count)
    }
    return line
  }
}
