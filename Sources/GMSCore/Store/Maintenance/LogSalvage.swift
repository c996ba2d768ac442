/// What can be saved of a log: every line that is intact and in its place.
struct LogSalvage {
  let directory: StoreDirectory
  let log: LogFile
  /// What is dropped, in the order of the log.
  private(set) var dropped: [StoreRepair.Dropped] = []
  /// Where the dropped bytes stand, with their line feeds.
  private(set) var droppedPieces: [(offset: UInt64, length: Int)] = []
  /// Whether the log is right as it stands.
  private(set) var isWhole = false
  /// The number of the last transaction of which something is saved; 0 where there is none.
  private(set) var sequence = 0
  /// The records that get other keys.
  private(set) var changedKeys: [LogPlace: StoredRecord] = [:]
  private var places: [RecordName: (place: LogPlace, line: Int)] = [:]
  private var replay = ConfigurationReplay()
  /// The last transaction of which something about the configuration is saved; nil where there is none.
  private var lastConfiguration: Int?
  private var stamp = LogSalvage.unknownStamp
  private var line = 0
  /// What the transaction that is being read has said so far.
  private var open: [(LogPlace, Int)] = []

  /// When and by which command, where no commit says it.
  static let unknownStamp = LogStamp(time: "1970-01-01T00:00:00.000Z", command: "repair")

  /// How many records are saved.
  var recordCount: Int { places.count }

  init(_ directory: StoreDirectory, _ codecs: [RecordCodec]) throws {
    self.directory = directory
    log = try LogFile(salvaging: directory.log, directory.fileSystem)
    let size = try log.size()
    do throws(CoreError) {
      isWhole = try LogVerifier.verify(log, from: log.start, size: size).tear == nil
    } catch {
      // What cannot be read at this moment is not damaged.
      guard error.code == .storeDamaged else { throw error }
    }
    try read(size)
    try readBodies(Dictionary(codecs.map { ($0.kind, $0) }) { first, _ in first })
  }

  private mutating func read(_ size: UInt64) throws(CoreError) {
    // Where a line began that is too long: it ends where the next one begins.
    var longLine: UInt64?
    func endLongLine(at offset: UInt64) {
      if let start = longLine { droppedPieces.append((start, Int(offset - start))) }
      longLine = nil
    }
    try LogWalker(log: log).walk(from: 0, to: size) { piece throws(CoreError) in
      line += 1
      switch piece {
      case .line(let bytes, let place):
        endLongLine(at: place.offset)
        try take(bytes, place)
      case .tooLong(let offset):
        endLongLine(at: offset)
        longLine = offset
        dropped.append(StoreRepair.Dropped(line: line, reason: StoreFault.lineTooLong.reason))
      case .unfinished(let offset):
        endLongLine(at: offset)
        drop(LogPlace(offset: offset, length: Int(size - offset)), .unfinishedLine, line, id: nil)
      }
      return true
    }
    endLongLine(at: size)
    // Without a commit the last lines were never acknowledged, unless the commit itself is what was damaged.
    if let first = open.first, !dropped.contains(where: { $0.line > first.1 }) {
      for (place, line) in open { drop(place, .noCommit, line, id: nil) }
      open = []
    }
    try closeTransaction()
    dropped.sort { $0.line < $1.line }
    droppedPieces.sort { $0.offset < $1.offset }
  }

  private mutating func drop(_ place: LogPlace, _ fault: StoreFault, _ line: Int, id: String?) {
    dropped.append(StoreRepair.Dropped(line: line, reason: fault.reason, id: id))
    droppedPieces.append((place.offset, place.length + 1))
  }

  private mutating func take(_ bytes: UnsafeRawBufferPointer, _ place: LogPlace) throws(CoreError) {
    guard LogLineReader.intactChecksum(bytes) != nil else {
      return drop(place, .wrongChecksum, line, id: LogSalvage.readableID(bytes))
    }
    guard let content = LogLineReader.read(bytes) else { return drop(place, .notALine, line, id: nil) }
    if case .put(let record) = content.content, record.stored == nil {
      return drop(place, .notText, line, id: record.id.text)
    }
    if case .header = content.content {
      if line != 1 { drop(place, .notALine, line, id: nil) }
      return
    }
    guard content.sequence >= UInt64(max(0, sequence)) else {
      return drop(
        place,
        .wrongSequence(content.sequence, expected: UInt64(sequence)),
        line,
        id: LogSalvage.readableID(bytes)
      )
    }
    if content.sequence > UInt64(sequence) || open.isEmpty { try closeTransaction() }
    sequence = Int(content.sequence)
    if case .commit(let commit) = content.content {
      stamp = LogStamp(time: commit.time.text, command: commit.command.text)
      try closeTransaction()
    } else {
      open.append((place, line))
    }
  }

  /// Takes in what the transaction that was read has said.
  private mutating func closeTransaction() throws(CoreError) {
    let source = LineSource(log: log)
    for (place, line) in open {
      try source.read(place) { content throws(CoreError) in
        switch content.content {
        case .put(let record):
          let name = RecordName(RecordKind(rawValue: record.kind.text), record.id.text)
          places[name] = (place, line)
        case .remove(let kind, let id):
          places[RecordName(RecordKind(rawValue: kind.text), id.text)] = nil
        case .set, .unset:
          if let fault = LogSalvage.fault(of: content) { return drop(place, fault, line, id: nil) }
          lastConfiguration = Int(content.sequence)
          try replay.apply(content)
        case .header, .commit: break
        }
      }
    }
    open = []
  }

  /// Why a configuration cannot have what a line says; nil when it can.
  private static func fault(of line: LogLine) -> StoreFault? {
    do throws(CoreError) {
      var alone = ConfigurationReplay()
      try alone.apply(line)
      _ = try alone.configuration()
      return nil
    } catch {
      return .configuration(error["value"] ?? "", error["reason"] ?? "")
    }
  }

  /// Reads the bodies of the saved records; one that cannot be read is dropped.
  private mutating func readBodies(_ codecs: [RecordKind: RecordCodec]) throws {
    guard !codecs.isEmpty else { return }
    let source = LineSource(log: log)
    for (name, found) in places.sorted(by: { $0.value.place.offset < $1.value.place.offset }) {
      guard let codec = codecs[name.kind] else { continue }
      var record = try source.record(found.place)
      do {
        let derived = try codec.read(record.body)
        guard derived.id == record.id else { throw CoreError(.storeDamaged) }
        if derived.keys != record.keys {
          record.keys = derived.keys
          changedKeys[found.place] = record
        }
      } catch {
        drop(found.place, .badBody, found.line, id: record.id)
        places[name] = nil
      }
    }
    dropped.sort { $0.line < $1.line }
  }

  /// The id in a line that is damaged, as far as it can be read.
  private static func readableID(_ bytes: UnsafeRawBufferPointer) -> String? {
    let mark = Array("\"id\":\"".utf8)
    guard bytes.count > mark.count else { return nil }
    for start in 0...(bytes.count - mark.count) where bytes[start..<(start + mark.count)].elementsEqual(mark)
    {
      let id = bytes[(start + mark.count)...].prefix { $0 != UInt8(ascii: "\"") }
      return id.count <= 200 ? String(decoding: id, as: UTF8.self) : nil
    }
    return nil
  }

  // MARK: - What is saved

  /// The configuration that the log says; where it has lost some of it, that of the document.
  func configuration(or document: StoreDocument?) throws(CoreError) -> Configuration {
    if let document, mayReplaceConfiguration(document), let whole = try? document.configuration() {
      return whole
    }
    return try replay.configuration()
  }

  /// Whether a document says what a log said that has lost lines.
  private func mayReplaceConfiguration(_ document: StoreDocument) -> Bool {
    guard let lastConfiguration else { return true }
    return !dropped.isEmpty && (lastConfiguration...sequence).contains(document.sequence)
  }

  /// Replaces the log by one with what is saved.
  func rewrite(_ configuration: Configuration) throws(SystemError) {
    let source = LineSource(log: log)
    let live = places.values.map(\.place).sorted { $0.offset < $1.offset }
    try directory.replaceLog(generation: log.generation + 1, sequence: UInt64(sequence), stamp) {
      rewriter throws(SystemError) in
      try rewriter.add(configuration)
      for place in live {
        guard let record = try? changedKeys[place] ?? source.record(place) else { throw .inputOutput }
        try rewriter.add(record)
      }
    }
  }
}
