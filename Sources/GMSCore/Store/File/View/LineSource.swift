/// Where lines are read: the log up to a place, and the lines that a transaction has made beyond it.
struct LineSource {
  let log: LogFile
  /// The transaction's lines; nil for a reader.
  var pending: PendingLines?

  /// Runs `body` on a line whose checksum is right.
  ///
  /// - Throws: `CoreError` with code `storeDamaged` and the line.
  func read<Value>(_ place: LogPlace, _ body: (LogLine) throws(CoreError) -> Value) throws(CoreError)
    -> Value
  {
    if let pending, let range = pending.range(of: place) {
      return try read(pending.printer.bytes, range, place, body)
    }
    let bytes = try log.read(at: place.offset, count: place.length)
    return try read(bytes, 0..<bytes.count, place, body)
  }

  private func read<Value>(
    _ bytes: [UInt8],
    _ range: Range<Int>,
    _ place: LogPlace,
    _ body: (LogLine) throws(CoreError) -> Value
  ) throws(CoreError) -> Value {
    let outcome = bytes.withUnsafeBytes { bytes in
      Result { () throws(CoreError) in
        try body(line(UnsafeRawBufferPointer(rebasing: bytes[range]), place))
      }
    }
    return try outcome.get()
  }

  private func line(_ bytes: UnsafeRawBufferPointer, _ place: LogPlace) throws(CoreError) -> LogLine {
    guard bytes.count == place.length, let checksum = LogLineReader.intactChecksum(bytes) else {
      throw log.damage(at: place.offset, .wrongChecksum)
    }
    guard place.checksum == 0 || place.checksum == checksum else {
      throw log.damage(at: place.offset, .anotherLine)
    }
    guard let line = LogLineReader.read(bytes) else { throw log.damage(at: place.offset, .notALine) }
    return line
  }

  /// The record that a line puts.
  func record(_ place: LogPlace) throws(CoreError) -> StoredRecord {
    try read(place) { line throws(CoreError) in
      try stored(line, place)
    }
  }

  private func stored(_ line: LogLine, _ place: LogPlace) throws(CoreError) -> StoredRecord {
    guard case .put(let record) = line.content else { throw log.damage(at: place.offset, .notARecord) }
    guard let stored = record.stored else { throw log.damage(at: place.offset, .notText) }
    return stored
  }

  /// Whether a line, at which the index has a record of this name's hash, puts the record of this name.
  ///
  /// - Throws: `CoreError` with code `storeDamaged` and the line, also where another record stands there.
  func isRecord(_ place: LogPlace, of name: RecordName) throws(CoreError) -> Bool {
    try read(place) { line throws(CoreError) in
      guard case .put(let record) = line.content else { throw log.damage(at: place.offset, .notARecord) }
      if record.kind.isEqual(to: name.kind.rawValue), record.id.isEqual(to: name.id.text) { return true }
      // Two names may share a hash; a line of yet another hash has come to a place that is not its own.
      let hash = record.kind.withText { kind in record.id.withText { IndexRow.hash(kind: kind, id: $0) } }
      guard hash == IndexRow.hash(kind: name.kind.rawValue, id: name.id.text) else {
        throw log.damage(at: place.offset, .notARecord)
      }
      return false
    }
  }

  // MARK: - Many lines

  /// Lines that stand this near to each other are read at once.
  private static let nearness: UInt64 = 4096
  /// No more is read at once.
  private static let longestRead: UInt64 = 1 << 20

  /// Runs `visit` on the records of places, in the order of the places.
  ///
  /// The places are read in the order of the file, neighbours at once; memory holds the lines of all places, so
  /// give some hundred.
  func forEachRecord(_ places: ArraySlice<LogPlace>, _ visit: (StoredRecord) throws -> Void) throws {
    if pending != nil {
      for place in places { try visit(try record(place)) }
      return
    }
    let order = places.indices.sorted { places[$0].offset < places[$1].offset }
    // Where each place's line is: in which piece that was read, and at which byte of it.
    var pieces: [[UInt8]] = []
    var found = [(piece: Int, start: Int)](repeating: (0, 0), count: places.count)
    var at = 0
    while at < order.count {
      let start = places[order[at]].offset
      var end = places[order[at]].end - 1
      var next = at
      while next < order.count {
        let place = places[order[next]]
        guard next == at || (place.offset <= end + Self.nearness && place.end - start <= Self.longestRead)
        else { break }
        end = max(end, place.end - 1)
        found[order[next] - places.startIndex] = (pieces.count, Int(place.offset - start))
        next += 1
      }
      pieces.append(try log.read(at: start, count: Int(end - start)))
      at = next
    }
    for (index, place) in zip(places.indices, places) {
      let (piece, start) = found[index - places.startIndex]
      let range = min(start, pieces[piece].count)..<min(start + place.length, pieces[piece].count)
      let stored = try read(pieces[piece], range, place) { line throws(CoreError) in
        try self.stored(line, place)
      }
      try visit(stored)
    }
  }
}
