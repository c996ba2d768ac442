/// Repairs a store.
struct StoreRepairer {
  private let directory: StoreDirectory
  private let codecs: [RecordCodec]

  init(_ directory: StoreDirectory, _ codecs: [RecordCodec]) {
    self.directory = directory
    self.codecs = codecs
  }

  func run(isDryRun: Bool) throws -> StoreRepair {
    switch try document() {
    case .version1(let state):
      // Its one document has nothing that could be set aside by itself.
      return StoreRepair(dropped: [], setAside: nil, records: state.table.count, isChanged: false)
    case .intact(let document): return try run(document: document, isDryRun: isDryRun)
    case .missing, .damaged: return try run(document: nil, isDryRun: isDryRun)
    }
  }

  // MARK: - The document

  private enum Document {
    case version1(StoreState)
    case intact(StoreDocument)
    case damaged
    case missing
  }

  private func document() throws -> Document {
    do throws(CoreError) {
      switch try directory.content() {
      case .version1(let state): return .version1(state)
      case .current(let document): return .intact(document)
      }
    } catch {
      guard error.code == .storeDamaged else { throw error }
      let status = try? directory.fileSystem.status(at: directory.document)
      return status == nil ? .missing : .damaged
    }
  }

  // MARK: - The log

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
      path = directory.freeSetAside(sequence: UInt64(max(0, salvage.sequence)))
      var bytes: [UInt8] = []
      for piece in salvage.droppedPieces {
        bytes += try salvage.log.read(at: piece.offset, count: piece.length)
        if bytes.last != 0x0A { bytes.append(0x0A) }
      }
      try write(bytes, to: path)
    }
    return path
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
