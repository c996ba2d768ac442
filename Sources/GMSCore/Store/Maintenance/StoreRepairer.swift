/// Repairs a store.
struct StoreRepairer {
  private let directory: StoreDirectory
  private let codecs: [RecordCodec]
  /// The lock, which the caller holds; nil for a dry run.
  private let lock: StoreLock?

  init(_ directory: StoreDirectory, _ codecs: [RecordCodec], _ lock: StoreLock? = nil) {
    self.directory = directory
    self.codecs = codecs
    self.lock = lock
  }

  func run(isDryRun: Bool) throws -> StoreRepair {
    switch try document() {
    case .version1(let state):
      // Its one document has nothing that could be set aside by itself.
      return StoreRepair(dropped: [], setAside: nil, records: state.table.count, isChanged: false)
    case .intact(let document):
      guard try hasLog() else { return try makeLog(document, isDryRun: isDryRun) }
      return try run(document: document, isDryRun: isDryRun)
    case .damaged(let error):
      // Without a log there is nothing to make the document from.
      guard try hasLog() else { throw error }
      return try run(document: nil, isDryRun: isDryRun)
    }
  }

  // MARK: - The document

  private enum Document {
    case version1(StoreState)
    case intact(StoreDocument)
    case damaged(CoreError)
  }

  private func document() throws -> Document {
    do throws(CoreError) {
      switch try directory.content() {
      case .version1(let state): return .version1(state)
      case .current(let document): return .intact(document)
      }
    } catch {
      guard error.code == .storeDamaged else { throw error }
      return .damaged(error)
    }
  }

  // MARK: - The log

  private func hasLog() throws(CoreError) -> Bool {
    do {
      return try directory.fileSystem.status(at: directory.log) != nil
    } catch {
      throw .store(.storeUnreadable, directory.log, failed: error)
    }
  }

  /// Makes a log without records that has the document's configuration.
  private func makeLog(_ document: StoreDocument, isDryRun: Bool) throws -> StoreRepair {
    let configuration = try directory.documentPlace { () throws(CoreError) in try document.configuration() }
    if !isDryRun {
      try forgetMark()
      directory.removeLeftovers()
      directory.removeIndex(from: 0)
      try directory.writable { () throws(SystemError) in
        try directory.replaceLog(
          generation: 1,
          sequence: UInt64(document.sequence),
          LogSalvage.unknownStamp
        ) { log throws(SystemError) in try log.add(configuration) }
      }
    }
    return StoreRepair(
      dropped: [.init(line: 1, reason: StoreFault.lostLog.reason)],
      setAside: nil,
      records: 0,
      isChanged: true
    )
  }

  /// Takes the lock's mark away before anything is changed.
  ///
  /// The log may end earlier afterwards; and whoever writes next after a repair that died must sync the names.
  private func forgetMark() throws(CoreError) {
    guard let lock else { return }
    try directory.writable { () throws(SystemError) in try lock.forget() }
  }

  private func run(document: StoreDocument?, isDryRun: Bool) throws -> StoreRepair {
    let salvage = try LogSalvage(directory, codecs)
    let isLogWhole = salvage.dropped.isEmpty && salvage.isWhole && salvage.changedKeys.isEmpty
    let configuration = try salvage.configuration(or: document)
    var isDocumentRight = false
    if let document, document.sequence <= salvage.sequence, let written = try? document.configuration() {
      isDocumentRight = written == configuration
    }
    let check = try? FileStore.check(
      at: directory.path,
      codecs: [],
      fileSystem: directory.fileSystem,
      tuning: directory.tuning
    )
    let isIndexWrong = check?.hasDamage ?? true
    let isChanged = !isLogWhole || !isDocumentRight || isIndexWrong
    var setAside: String?
    if isChanged, !isDryRun {
      try forgetMark()
      directory.removeLeftovers()
      setAside = try keepAside(salvage, keepsDocument: !isDocumentRight)
      try directory.writable { () throws(SystemError) in
        if !isLogWhole { try salvage.rewrite(configuration) }
        if !isLogWhole || !isDocumentRight {
          try directory.replaceDocument(configuration, sequence: salvage.sequence)
        }
      }
      directory.removeIndex(from: 0)
      if let view = try? LogView(opening: directory), view.tear == nil { _ = directory.indexed(view) }
    }
    return StoreRepair(
      dropped: salvage.dropped,
      setAside: setAside,
      records: salvage.recordCount,
      isChanged: isChanged
    )
  }

  /// Writes what is dropped to a file of its own; answers its path, nil where nothing is dropped.
  private func keepAside(_ salvage: LogSalvage, keepsDocument: Bool) throws(CoreError) -> String? {
    var path: String?
    if keepsDocument, let bytes = try? directory.readFile(directory.document) {
      path = directory.freeSetAside(sequence: UInt64(max(0, salvage.sequence)))
      try write(bytes, to: path)
    }
    if !salvage.droppedPieces.isEmpty {
      let file = directory.freeSetAside(sequence: UInt64(max(0, salvage.sequence)))
      path = file
      try directory.writable { () throws(SystemError) in
        try directory.replace(file) { opened throws(SystemError) in try copyDropped(salvage, to: opened) }
      }
    }
    return path
  }

  /// Writes the dropped pieces one after another, each with its line feed.
  private func copyDropped(_ salvage: LogSalvage, to file: OpenFile) throws(SystemError) {
    let fileSystem = directory.fileSystem
    var written: UInt64 = 0
    for piece in salvage.droppedPieces {
      var (done, last) = (0, UInt8(0x0A))
      // A line may be too long for memory.
      while done < piece.length {
        let bytes = try fileSystem.readAll(
          salvage.log.file,
          at: piece.offset + UInt64(done),
          count: min(piece.length - done, 1 << 20)
        )
        guard let end = bytes.last else { break }
        try fileSystem.writeAll(file, at: written, bytes)
        (done, last, written) = (done + bytes.count, end, written + UInt64(bytes.count))
      }
      if last != 0x0A {
        try fileSystem.writeAll(file, at: written, [0x0A])
        written += 1
      }
    }
  }

  private func write(_ bytes: [UInt8], to path: String?) throws(CoreError) {
    guard let path else { return }
    try directory.writable { () throws(SystemError) in
      try directory.replace(path) { file throws(SystemError) in
        try directory.fileSystem.writeAll(file, at: 0, bytes)
      }
    }
  }
}
