import Synchronization

/// One state of a store on disk: the log up to a transaction, and what is known of it.
///
/// It never changes; a store takes the next one when the log has grown.
final class LogView: Sendable {
  let directory: StoreDirectory
  let log: LogFile
  /// Where the state ends.
  let end: LogEnd
  /// What stood after it when this was read.
  let tear: LogTear?
  /// The index, which knows the log up to a place.
  let index: IndexStack
  /// What the log says from there on.
  let tail: LogChanges
  private let known: Mutex<Known>

  /// What is found out on demand.
  private struct Known: Sendable {
    /// The document that was read last; whether it says what the configuration is in this state is another
    /// question.
    var document: StoreDocument?
    var isDocumentCurrent = false
    var configuration: Configuration?
    var dead: [RowSet]?
    /// What was made of the configuration's services.
    var services: CompiledServices?
  }

  private init(
    _ directory: StoreDirectory,
    _ log: LogFile,
    _ end: LogEnd,
    _ tear: LogTear?,
    _ index: IndexStack,
    _ tail: LogChanges,
    _ known: Known = Known()
  ) {
    self.directory = directory
    self.log = log
    self.end = end
    self.tear = tear
    self.index = index
    self.tail = tail
    self.known = Mutex(known)
  }

  // MARK: - Opening

  /// Reads the state that a log has now.
  ///
  /// - Parameters:
  ///   - directory: where the store is.
  ///   - document: the document, where it was read just now.
  ///   - usesIndex: whether to trust the index files; without them the whole log is read.
  /// - Throws: `CoreError` with code `storeUnreadable`, `storeDamaged` or `storeTooNew`.
  /// - Complexity: O(k) in the bytes after the index.
  convenience init(
    opening directory: StoreDirectory,
    _ document: StoreDocument? = nil,
    usingIndex usesIndex: Bool = true
  ) throws(CoreError) {
    // Read before the log, which may grow meanwhile and never shrinks.
    let mark = directory.lock(timeout: .zero).mark()
    let log = try LogFile(opening: directory.log, directory.fileSystem)
    let size = UInt64(log.status.size)
    let index = usesIndex ? IndexStack(opening: directory, log, upTo: size) : IndexStack(log)
    let (end, tear) = try LogVerifier.verify(log, from: index.end, size: size)
    // The last transaction may be a tear that looked whole; more than one cannot be lost without damage.
    for known in [mark?.sequence, document?.sequence, index.lostSequence] {
      guard let known, known > end.sequence + 1 else { continue }
      throw log.damage(at: end.offset, .lost(last: end.sequence, known: known))
    }
    try self.init(directory, log, end, tear, index)
    known.withLock { $0.document = document }
  }

  /// The state up to a place in a log that was verified.
  convenience init(
    _ directory: StoreDirectory,
    _ log: LogFile,
    _ end: LogEnd,
    _ tear: LogTear?,
    _ index: IndexStack
  ) throws(CoreError) {
    var index = index
    if end.offset - index.end.offset > directory.tuning.longestTail {
      index = try LogView.indexing(log, index, to: end)
    }
    var tail = LogChanges(bytes: end.offset - index.end.offset)
    try tail.read(log, from: index.end.offset, to: end.offset)
    self.init(directory, log, end, tear, index, tail)
  }

  private static func indexing(
    _ log: LogFile,
    _ index: IndexStack,
    to end: LogEnd
  ) throws(CoreError) -> IndexStack {
    do {
      return try IndexMaker.inMemory(log, on: index, to: end)
    } catch let error as CoreError {
      throw error
    } catch {
      // The index below is wrong: the log says everything.
      try LogVerifier.verify(log, to: end)
      do {
        return try IndexMaker.inMemory(log, on: IndexStack(log), to: end)
      } catch let error as CoreError {
        throw error
      } catch {
        preconditionFailure("An index without runs below was damaged: \(error)")
      }
    }
  }

  /// Whether nothing was added to the log since the store was made.
  var isNew: Bool { end.next == 1 && tear == nil }

  /// The same state without the index files, which turned out to be wrong.
  ///
  /// - Throws: `CoreError`, also when what the index stood for is damaged: no one has looked at it yet.
  func withoutIndex() throws(CoreError) -> LogView {
    try LogVerifier.verify(log, to: end)
    return try LogView(directory, log, end, tear, IndexStack(log))
  }

  /// Runs `body` on this state; where the index turns out to be wrong, on the same state without it.
  func withSoundIndex<Value>(_ body: (LogView) throws -> Value) throws -> Value {
    do {
      return try body(self)
    } catch is IndexDamage {
      return try body(withoutIndex())
    }
  }

  /// The state that the log has now; this one when nothing was appended.
  func refreshed() throws(CoreError) -> LogView {
    let size = try log.size()
    // A change whose sync failed is taken back, and someone may have copied another log into the file.
    guard size >= end.offset, log.hasCommit(of: end) else { return try LogView(opening: directory) }
    // A tear may have been cut and written over by as many bytes.
    guard size != end.offset else {
      return tear == nil ? self : LogView(directory, log, end, nil, index, tail)
    }
    if size - index.end.offset > directory.tuning.longestTail {
      return try LogView(opening: directory)
    }
    let (newEnd, newTear) = try LogVerifier.verify(log, from: end, size: size)
    guard newEnd != end else {
      return LogView(directory, log, end, newTear, index, tail, known.withLock { $0 })
    }
    var newTail = tail
    try newTail.read(log, from: end.offset, to: newEnd.offset)
    var carried = Known()
    if newTail.configurationLines.count == tail.configurationLines.count {
      carried = known.withLock { $0 }
      carried.dead = nil
      // One that is ahead of this state would look right in a later one.
      if !carried.isDocumentCurrent { carried.document = nil }
    }
    return LogView(directory, log, newEnd, newTear, index, newTail, carried)
  }

  // MARK: - What is found out on demand

  /// For each run of the index, the rows that are replaced or gone in this state.
  func deadRows() throws -> [RowSet] {
    if let dead = known.withLock({ $0.dead }) { return dead }
    var dead = try index.killedRows()
    if !index.isEmpty {
      let source = LineSource(log: log)
      try tail.forEachName { name in
        if let located = try index.locate(name, source) { dead[located.run].insert(located.number) }
      }
    }
    known.withLock { $0.dead = dead }
    return dead
  }

  /// The whole configuration.
  ///
  /// - Throws: `CoreError` with code `storeDamaged` or `storeUnreadable`.
  func configuration() throws -> Configuration {
    if let configuration = known.withLock({ $0.configuration }) { return configuration }
    let configuration: Configuration
    if let document = try currentDocument() {
      configuration = try directory.documentPlace { () throws(CoreError) in try document.configuration() }
    } else {
      configuration = try replayedConfiguration()
    }
    known.withLock { $0.configuration = configuration }
    return configuration
  }

  /// The options of one service, without reading the others where that is possible.
  func service(_ name: String) throws -> Options? {
    if let configuration = known.withLock({ $0.configuration }) { return configuration.services[name] }
    guard let document = try currentDocument() else { return try configuration().services[name] }
    return try directory.documentPlace { () throws(CoreError) in try document.service(name) }
  }

  /// What has been made of the services of the configuration that this state has.
  var compiledServices: CompiledServices {
    known.withLock { known in
      if let services = known.services { return services }
      let services = CompiledServices()
      known.services = services
      return services
    }
  }

  /// A section of the options, without reading the services where that is possible.
  func section(_ name: String) throws -> Options? {
    if let configuration = known.withLock({ $0.configuration }) { return configuration.options[name] }
    guard let document = try currentDocument() else { return try configuration().options[name] }
    return try directory.documentPlace { () throws(CoreError) in try document.section(name) }
  }

  /// The document, if it says what the configuration is in this state; nil when the log has to say it.
  private func currentDocument() throws -> StoreDocument? {
    let known = known.withLock { $0 }
    if known.isDocumentCurrent { return known.document }
    if let document = known.document, try isCurrent(document) { return keep(document) }
    let document = try directory.readDocument()
    return try isCurrent(document) ? keep(document) : nil
  }

  private func isCurrent(_ document: StoreDocument) throws -> Bool {
    guard document.sequence <= end.sequence, document.sequence >= Int(log.start.next) else { return false }
    return try lastConfigurationSequence() <= document.sequence
  }

  private func keep(_ document: StoreDocument) -> StoreDocument {
    known.withLock { known in
      known.document = document
      known.isDocumentCurrent = true
    }
    return document
  }

  /// The number of the last transaction that changed the configuration; -1 for none.
  func lastConfigurationSequence() throws -> Int {
    if let place = tail.configurationLines.last {
      return try LineSource(log: log).read(place) { line throws(CoreError) in Int(line.sequence) }
    }
    guard let offset = try index.configurationChanges().last else { return -1 }
    return try sequence(at: offset)
  }

  /// The number of the transaction of which a line stands at an offset that the index names.
  private func sequence(at offset: UInt64) throws(CoreError) -> Int {
    var sequence: Int?
    let start = try log.read(at: offset, count: 1024)
    // Mostly the line is short; a walk reads far more.
    if let feed = start.firstIndex(of: 0x0A) {
      sequence = start.withUnsafeBytes { Self.sequence(of: UnsafeRawBufferPointer(rebasing: $0[..<feed])) }
    } else {
      try LogWalker(log: log).walk(from: offset, to: end.offset) { piece throws(CoreError) in
        if case .line(let line, _) = piece { sequence = Self.sequence(of: line) }
        return false
      }
    }
    guard let sequence else { throw log.damage(at: offset, .wrongChecksum) }
    return sequence
  }

  private static func sequence(of line: UnsafeRawBufferPointer) -> Int? {
    guard LogLineReader.intactChecksum(line) != nil, let glance = LogLineReader.glance(line) else {
      return nil
    }
    return Int(glance.sequence)
  }

  /// The configuration as the log alone says it.
  func replayedConfiguration() throws -> Configuration {
    var replay = ConfigurationReplay()
    for offset in try index.configurationChanges() {
      var sequence = offset == log.start.offset ? log.start.next : nil
      var lines: UInt64 = 0
      try LogWalker(log: log).walk(from: offset, to: end.offset) { piece throws(CoreError) in
        guard case .line(let bytes, let place) = piece else { return false }
        // What the index covers was whole when it was made, and no one has looked at it since.
        guard LogLineReader.intactChecksum(bytes) != nil else {
          throw log.damage(at: place.offset, .wrongChecksum)
        }
        guard let line = LogLineReader.read(bytes) else { throw log.damage(at: place.offset, .notALine) }
        if let sequence, line.sequence != sequence {
          throw log.damage(at: place.offset, .wrongSequence(line.sequence, expected: sequence))
        }
        sequence = line.sequence
        lines += 1
        try replay.take(line, at: place, of: log)
        switch line.content {
        case .commit(let commit):
          guard commit.lines == lines - 1 else { throw log.damage(at: place.offset, .wrongChain) }
          return false
        // A first transaction may hold a million records, and has the configuration before them.
        case .put, .remove: return offset != log.start.offset
        case .header, .set, .unset: return true
        }
      }
    }
    let source = LineSource(log: log)
    for place in tail.configurationLines {
      try source.read(place) { line throws(CoreError) in try replay.take(line, at: place, of: log) }
    }
    do throws(CoreError) {
      return try replay.configuration()
    } catch {
      throw CoreError.damaged(
        log.path,
        line: nil,
        .configuration(error["value"] ?? "", error["reason"] ?? "")
      )
    }
  }
}

extension ConfigurationReplay {
  /// Takes a line in, and says where it stands when it is wrong.
  fileprivate mutating func take(
    _ line: LogLine,
    at place: LogPlace,
    of log: LogFile
  ) throws(CoreError) {
    do throws(CoreError) {
      try apply(line)
    } catch {
      throw log.damage(at: place.offset, .configuration(error["value"] ?? "", error["reason"] ?? ""))
    }
  }
}

extension LogChanges {
  /// Takes all lines of a stretch in, of which every transaction counts.
  mutating func read(_ log: LogFile, from start: UInt64, to end: UInt64) throws(CoreError) {
    var changes = self
    try LogWalker(log: log).walk(from: start, to: end) { piece throws(CoreError) in
      guard case .line(let bytes, let place) = piece else { return true }
      guard let line = LogLineReader.read(bytes) else { throw log.damage(at: place.offset, .notALine) }
      changes.apply(line, at: place)
      return true
    }
    self = changes
  }
}
