extension FileStore {
  /// Writes the log anew without what is dead; readers go on meanwhile.
  ///
  /// Afterwards no earlier state can be read. A log of which nothing is dead stays as it is.
  ///
  /// - Throws: `CoreError` with code `storeBusy` or `storeUnwritable`, or as for reading; then the store is as
  ///   before.
  /// - Complexity: O(n) in the log.
  @discardableResult
  public func compact(_ change: StoreChange) throws -> StoreCompaction {
    try exclusively { writing in
      let view = try writableView(change, &writing)
      let before = Int(view.end.offset)
      guard view.end.next - view.log.start.next > 1 else {
        return StoreCompaction(bytesBefore: before, bytesAfter: before, isDone: false)
      }
      try directory.compact(view)
      guard case .log(let compacted) = try current() else { preconditionFailure("A log became a document.") }
      writing.durable = DurableMark(compacted.end)
      return StoreCompaction(bytesBefore: before, bytesAfter: Int(compacted.end.offset), isDone: true)
    }
  }
}

extension StoreDirectory {
  /// Replaces the log by one with the state of a view, and makes its index; the caller holds the lock.
  func compact(_ view: LogView) throws {
    let (live, configuration) = try view.withSoundIndex { (try $0.livePlaces(), try $0.configuration()) }
    let stamp = try LogHistory(log: view.log).lastStamp(of: view.end) ?? LogStamp(time: "", command: "")
    removeLeftovers()
    var failure: CoreError?
    try writable { () throws(SystemError) in
      try replaceLog(
        generation: view.log.generation + 1,
        sequence: UInt64(view.end.sequence),
        stamp
      ) { log throws(SystemError) in
        try log.add(configuration)
        var next = 0
        var systemFailure: SystemError?
        do throws(CoreError) {
          try LogWalker(log: view.log).walk(from: view.log.start.offset, to: view.end.offset) {
            piece throws(CoreError) in
            guard case .line(let line, let place) = piece, next < live.count,
              place.offset == live[next].offset
            else { return next < live.count }
            next += 1
            guard let checksum = LogLineReader.intactChecksum(line) else {
              throw view.log.damage(at: place.offset, .wrongChecksum)
            }
            let noted = live[next - 1].checksum
            guard noted == 0 || noted == checksum else {
              throw view.log.damage(at: place.offset, .anotherLine)
            }
            do throws(SystemError) { try log.add(copying: line) } catch { systemFailure = error }
            return systemFailure == nil
          }
        } catch {
          failure = error
        }
        if let systemFailure { throw systemFailure }
        // Nothing is put in place then.
        if failure != nil || next < live.count { throw .inputOutput }
      }
    } orThrow: {
      failure
    }
    // Until it is there, readers take the configuration from the log.
    try? replaceDocument(configuration, sequence: view.end.sequence)
    removeIndex(from: 0)
    guard let compacted = try? LogView(opening: self) else { return }
    try? extend(IndexStack(compacted.log), to: compacted.end)
  }

  /// Compacts the log by itself when more than half of it is dead.
  ///
  /// That it fails harms nothing: the old log stays in place.
  func compactIfDue(_ view: LogView) {
    guard view.end.offset >= tuning.shortestCompacted, let live = try? view.liveBytes(),
      live < view.end.offset / 2
    else { return }
    try? compact(view)
  }

  private func writable(
    _ body: () throws(SystemError) -> Void,
    orThrow failure: () -> CoreError?
  ) throws(CoreError) {
    do {
      try body()
    } catch {
      throw failure() ?? .store(.storeUnwritable, path, failed: error)
    }
  }
}

extension LogView {
  /// Where the records of the state are, in the order of the log.
  func livePlaces() throws -> [LogPlace] {
    var places: [LogPlace] = []
    for (run, dead) in zip(index.runs, try deadRows()) {
      try run.allRows { number, row in
        if !dead.contains(number) { places.append(LogPlace(row)) }
      }
    }
    tail.table.forEach { places.append($0.payload) }
    places.sort { $0.offset < $1.offset }
    return places
  }

  /// How many bytes of the log make the state: the lines of its records, and about as many as the document has.
  func liveBytes() throws -> UInt64 {
    var live = index.liveBytes
    let source = LineSource(log: log)
    try tail.forEachName { name in
      if let located = try index.locate(name, source) { live -= min(live, UInt64(located.row.length) + 1) }
    }
    tail.table.forEach { live += UInt64($0.payload.length) + 1 }
    let document = try? directory.fileSystem.status(at: directory.document)
    return live + UInt64(max(0, document?.size ?? 0))
  }
}
