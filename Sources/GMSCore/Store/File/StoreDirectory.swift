/// The directory of a store: its files, and how they are read and replaced.
struct StoreDirectory: Sendable {
  /// The path as it was given, without slashes at its end.
  let path: String
  let fileSystem: any FileSystem
  let document: StoreDocument

  init(_ path: String, fileSystem: any FileSystem, format: StoreFormat) {
    var path = path
    while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
    self.fileSystem = fileSystem
    document = StoreDocument(format: format)
  }

  /// The file that holds everything.
  var file: String { "\(path)/store.json" }
  /// The file that writers lock.
  var lockFile: String { "\(path)/lock" }
  /// How the names begin of files that a writer has not yet put in place.
  static let temporaryPrefix = "store.json.new-"

  /// The directory that holds this one.
  var parent: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  // MARK: - Reading

  /// Which writing of the file a state was read from: two are the same file, untouched, when these are equal.
  struct Version: Hashable, Sendable {
    /// The file, its length and the time of its last write.
    let status: FileStatus
    /// How many bytes are compared.
    static let headLength = 128
    /// Its first bytes, which hold the sequence number: file numbers and times alone can come again.
    let head: [UInt8]
  }

  /// A state, and the writing of the file that it was read from.
  struct Loaded: Sendable {
    let state: StoreState
    let version: Version
  }

  /// Reads the file, unless it is the one that `known` was read from; then answers `known`.
  ///
  /// - Throws: `CoreError` with code `storeMissing`, `storeUnreadable`, `storeDamaged` or `storeTooNew`.
  func load(known: Loaded?) throws(CoreError) -> Loaded {
    let opened: OpenFile
    do {
      opened = try fileSystem.openFile(file, for: .reading)
    } catch {
      throw openingFailure(error)
    }
    defer { try? fileSystem.closeFile(opened) }
    let status = try attempt { () throws(SystemError) in try fileSystem.status(of: opened) }
    guard status.kind == .regular else { throw .store(.storeDamaged, file, .wrongKind(status.kind)) }
    let head = try read(opened, upTo: Version.headLength)
    let version = Version(status: status, head: head)
    if let known, known.version == version { return known }
    let bytes = try read(opened, upTo: max(Int(status.size), Version.headLength))
    return Loaded(state: try document.decode(bytes, path: file), version: version)
  }

  /// Makes system calls, of which a failure means that the store cannot be read.
  private func attempt<Result>(_ body: () throws(SystemError) -> Result) throws(CoreError) -> Result {
    do throws(SystemError) {
      return try body()
    } catch {
      throw .store(.storeUnreadable, file, failed: error)
    }
  }

  private func openingFailure(_ error: SystemError) -> CoreError {
    switch error {
    case .notADirectory: return .store(.storeMissing, path, .notADirectory)
    case .symbolicLink: return .store(.storeDamaged, file, .wrongKind(.symbolicLink))
    case .notFound:
      let isThere = (try? fileSystem.status(at: path)) != nil
      return isThere ? .store(.storeMissing, path, .halfMade) : CoreError(.storeMissing, ["path": path])
    default: return .store(.storeUnreadable, file, failed: error)
    }
  }

  /// The file's first bytes; fewer than asked for only where it ends.
  private func read(_ opened: OpenFile, upTo count: Int) throws(CoreError) -> [UInt8] {
    var failure: SystemError?
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      let raw = UnsafeMutableRawBufferPointer(buffer)
      do throws(SystemError) {
        while filled < count {
          let rest = UnsafeMutableRawBufferPointer(rebasing: raw[filled...])
          let length = try fileSystem.readFile(opened, at: Int64(filled), into: rest)
          if length == 0 { break }
          filled += length
        }
      } catch {
        failure = error
      }
    }
    return try attempt { () throws(SystemError) in
      if let failure { throw failure }
      return bytes
    }
  }
}
