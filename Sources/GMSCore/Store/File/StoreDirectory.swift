/// The directory of a store: the names of its files, and how a file is read and replaced.
struct StoreDirectory: Sendable {
  /// The path as it was given, without slashes at its end.
  let path: String
  let fileSystem: any FileSystem
  let tuning: StoreTuning

  init(_ path: String, fileSystem: any FileSystem, tuning: StoreTuning = StoreTuning()) {
    var path = path
    while path.utf8.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
    self.fileSystem = fileSystem
    self.tuning = tuning
  }

  /// The log of all changes.
  var log: String { "\(path)/records.jsonl" }
  /// The document with version and configuration.
  var document: String { "\(path)/store.json" }
  /// The file that writers lock.
  var lockFile: String { "\(path)/lock" }
  /// A file of the index; the oldest part has number 0.
  func index(_ number: Int) -> String { "\(path)/index-\(number)" }
  /// What stands in the name of a file that is not yet in place.
  static let temporaryMark = ".new-"
  /// How the names begin of what a repair or a cut took out.
  static let setAsidePrefix = "set-aside-"

  /// The directory that holds this one.
  var parent: String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// The lock of the store's writers, not yet taken.
  func lock(timeout: Duration) -> StoreLock {
    StoreLock(path: lockFile, directory: path, fileSystem: fileSystem, timeout: timeout)
  }

  // MARK: - Reading

  /// What the document says of the store.
  ///
  /// - Throws: `CoreError` with code `storeMissing`, `storeUnreadable`, `storeDamaged` or `storeTooNew`.
  /// - Complexity: O(n) in the document, of which only the checksum is looked at.
  func content() throws(CoreError) -> StoreContent {
    let bytes = try readFile(document)
    switch StoreDocument.head(bytes) {
    case .current: return .current(try StoreDocument(bytes, path: document))
    case .version1: return .version1(try Version1Document.decode(bytes, path: document))
    case .newer(let version):
      throw CoreError(
        .storeTooNew,
        ["path": document, "version": String(version), "supported": String(LogFormat.version)]
      )
    case .unknown:
      // A document of version 1 may be laid out by hand; this finds out, or throws what is wrong with it.
      return .version1(try Version1Document.decode(bytes, path: document))
    }
  }

  /// The document of this version.
  func readDocument() throws(CoreError) -> StoreDocument {
    try StoreDocument(readFile(document), path: document)
  }

  /// Runs `body`, whose errors are about what the document says.
  func documentPlace<Value>(_ body: () throws(CoreError) -> Value) throws(CoreError) -> Value {
    do {
      return try body()
    } catch {
      throw .damaged(document, line: nil, .configuration(error["value"] ?? "", error["reason"] ?? ""))
    }
  }

  /// The bytes of a file, or the first of them.
  ///
  /// - Throws: `CoreError` with code `storeMissing`, `storeUnreadable` or `storeDamaged`.
  func readFile(_ file: String, count: Int? = nil) throws(CoreError) -> [UInt8] {
    let opened: OpenFile
    do {
      opened = try fileSystem.openFile(file, for: .reading)
    } catch {
      throw openingFailure(error, file)
    }
    defer { try? fileSystem.closeFile(opened) }
    let kind: FileStatus.Kind
    do throws(SystemError) {
      let status = try fileSystem.status(of: opened)
      kind = status.kind
      if kind == .regular {
        return try fileSystem.readAll(opened, at: 0, count: min(count ?? .max, Int(status.size)))
      }
    } catch {
      throw .store(.storeUnreadable, file, failed: error)
    }
    throw .damaged(file, line: nil, .wrongKind(kind))
  }

  private func openingFailure(_ error: SystemError, _ file: String) -> CoreError {
    switch error {
    case .notADirectory: return .store(.storeMissing, path, .notADirectory)
    case .symbolicLink: return .damaged(file, line: nil, .wrongKind(.symbolicLink))
    case .notFound:
      guard (try? fileSystem.status(at: path)) != nil else { return CoreError(.storeMissing, ["path": path]) }
      guard (try? fileSystem.status(at: log)) != nil else { return .store(.storeMissing, path, .halfMade) }
      // A creation that died leaves a log to which nothing was added.
      if file == document, let view = try? LogView(opening: self, usingIndex: false), view.isNew {
        return .store(.storeMissing, path, .halfMade)
      }
      return .damaged(file, line: nil, .missingFile)
    default: return .store(.storeUnreadable, file, failed: error)
    }
  }

  // MARK: - Replacing

  /// Writes a file so that it is there whole or not at all; the caller holds the lock.
  ///
  /// - Parameters:
  ///   - file: the path.
  ///   - isDurable: whether it has to survive a crash; what is derived need not.
  ///   - write: gets the new file, which has the owner and the permissions of the old one.
  /// - Throws: what a system call says; what stands in the file's place is then the old one, or the new one.
  func replace(
    _ file: String,
    durably isDurable: Bool = true,
    _ write: (OpenFile) throws(SystemError) -> Void
  ) throws(SystemError) {
    let temporary = "\(file)\(StoreDirectory.temporaryMark)\(fileSystem.processIdentifier)"
    try? fileSystem.removeFile(temporary)
    let opened = try fileSystem.openFile(temporary, for: .writingNew)
    do throws(SystemError) {
      do throws(SystemError) {
        if let old = try access(for: file) { try keepAccess(of: old, on: opened) }
        try write(opened)
        if isDurable { try fileSystem.syncFile(opened) }
      } catch {
        try? fileSystem.closeFile(opened)
        throw error
      }
      try fileSystem.closeFile(opened)
      try fileSystem.renameFile(temporary, to: file)
    } catch {
      try? fileSystem.removeFile(temporary)
      throw error
    }
    if isDurable { try fileSystem.syncDirectory(path) }
  }

  /// Replaces the document.
  func replaceDocument(_ configuration: Configuration, sequence: Int) throws(SystemError) {
    let bytes = StoreDocument.encode(configuration, sequence: sequence)
    try replace(document) { file throws(SystemError) in try fileSystem.writeAll(file, at: 0, bytes) }
  }

  /// Replaces a document that is of a transaction that the log does not have; the caller holds the lock.
  ///
  /// It would look right again when the next transactions have counted up to its number.
  func renewDocument(_ view: LogView) throws {
    guard let sequence = StoreDocument.sequence(try readFile(document, count: StoreDocument.headLength))
    else {
      // Whoever asks for the configuration is told what is wrong.
      return
    }
    guard sequence > view.end.sequence || sequence < Int(view.log.start.next) else { return }
    // A document that was changed by hand is not written over.
    _ = try readDocument()
    let configuration = try view.withSoundIndex { try $0.replayedConfiguration() }
    do {
      try replaceDocument(configuration, sequence: view.end.sequence)
    } catch {
      // One that is too old will never look right.
      if sequence > view.end.sequence { throw CoreError.store(.storeUnwritable, path, failed: error) }
    }
  }

  /// The file whose owner and permissions a new one takes over: the one in its place, else the log.
  private func access(for file: String) throws(SystemError) -> FileStatus? {
    // A link that stands in the way may be used by everyone; the file that takes its place may not.
    if let old = try fileSystem.status(at: file), old.kind == .regular { return old }
    return try fileSystem.status(at: log)
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

  /// Removes what writers left behind that died; that it does not succeed harms nothing.
  func removeLeftovers() {
    for name in (try? fileSystem.listDirectory(path)) ?? [] where isLeftover(name) {
      try? fileSystem.removeFile("\(path)/\(name)")
    }
  }

  /// Whether a name is that of one of this store's files, not yet in place; others may keep files here, too.
  private func isLeftover(_ name: String) -> Bool {
    guard let dash = name.lastIndex(of: "-"), name[...dash].hasSuffix(StoreDirectory.temporaryMark) else {
      return false
    }
    let number = name[dash...].utf8.dropFirst()
    guard !number.isEmpty, number.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return false }
    let file = "\(path)/\(name[...dash].dropLast(StoreDirectory.temporaryMark.count))"
    return file == log || file == document || file.hasPrefix("\(path)/\(StoreDirectory.setAsidePrefix)")
      || (0..<IndexStack.longest).contains { file == index($0) }
  }

  /// Removes files of the index from a number on.
  func removeIndex(from first: Int) {
    for number in first..<IndexStack.longest where (try? fileSystem.status(at: index(number))) != nil {
      try? fileSystem.removeFile(index(number))
    }
  }
}

/// What the document of a store holds, by its version.
enum StoreContent {
  /// Everything.
  case version1(StoreState)
  /// The configuration; the records are in the log.
  case current(StoreDocument)
}
