/// The runs of an index, each of which goes on in the log where the one below ends.
final class IndexStack: Sendable {
  /// A store has at most so many index files.
  static let longest = 8

  let log: LogFile
  /// The runs, the oldest first.
  let runs: [IndexRunReader]
  /// How far the log is known to the runs.
  let end: LogEnd
  /// How many of the runs are files.
  let files: Int
  /// The number of a transaction that a file of this log knows and that the log does not have.
  let lostSequence: Int?

  private init(
    _ log: LogFile,
    _ runs: [IndexRunReader],
    _ end: LogEnd,
    files: Int,
    lostSequence: Int? = nil
  ) {
    self.lostSequence = lostSequence
    self.log = log
    self.runs = runs
    self.end = end
    self.files = files
  }

  /// No runs.
  convenience init(_ log: LogFile) { self.init(log, [], log.start, files: 0) }

  /// These runs and another one above them, which is not a file.
  func adding(_ run: IndexRunReader, to end: LogEnd) -> IndexStack {
    IndexStack(log, runs + [run], end, files: files)
  }

  /// Opens the index files that fit the log; where one does not fit, it and those above it are left out.
  convenience init(opening directory: StoreDirectory, _ log: LogFile, upTo size: UInt64) {
    var runs: [IndexRunReader] = []
    var ends = [log.start]
    var lostSequence: Int?
    for number in 0..<IndexStack.longest {
      guard let run = try? IndexRunReader(FilePages(opening: directory.index(number), directory.fileSystem)),
        run.coverage.generation == log.generation, run.coverage.from == ends[number].offset
      else { break }
      if run.coverage.to > size { lostSequence = Int(clamping: run.coverage.sequence) }
      guard run.coverage.to <= size, run.runsBelow == number, let end = IndexStack.end(of: run, in: log)
      else { break }
      runs.append(run)
      ends.append(end)
    }
    self.init(log, runs, ends[runs.count], files: runs.count, lostSequence: lostSequence)
  }

  /// The place in the log at which a run ends; nil when another transaction ends there, or none.
  private static func end(of run: IndexRunReader, in log: LogFile) -> LogEnd? {
    let coverage = run.coverage
    guard let ending = log.commitEnding(at: coverage.to), ending.checksum == coverage.commitCRC else {
      return nil
    }
    return LogEnd(
      offset: coverage.to,
      next: coverage.sequence + 1,
      chain: ending.chain,
      commitChecksum: ending.checksum,
      lastStart: coverage.lastTransactionStart
    )
  }

  /// Up to where the files know the log.
  var fileEnd: UInt64 { files == 0 ? log.start.offset : runs[files - 1].coverage.to }

  /// Whether there is no run.
  var isEmpty: Bool { runs.isEmpty }

  /// How many bytes of the log hold records that are still there, up to the index's end.
  var liveBytes: UInt64 { runs.last?.coverage.liveBytes ?? 0 }

  /// The offsets of the transactions that changed the configuration.
  func configurationChanges() throws(IndexDamage) -> [UInt64] {
    var offsets: [UInt64] = []
    for run in runs where run.configurationChangeCount > 0 { offsets += try run.configurationChanges() }
    return offsets
  }

  // MARK: - Rows

  /// For each run, the rows that runs above it replaced or removed.
  func killedRows() throws(IndexDamage) -> [RowSet] {
    var killed = runs.map { RowSet(capacity: $0.rowCount) }
    for (upper, run) in runs.enumerated() {
      for lower in 0..<upper where run.killCount(of: lower) > 0 {
        try killed[lower].formUnion(run.kills(of: lower))
      }
    }
    return killed
  }

  /// The row of a record; nil when the runs have none.
  ///
  /// - Complexity: about two pages of each run, and one line of the log.
  func locate(_ name: RecordName, _ source: LineSource) throws -> LocatedRow? {
    guard !runs.isEmpty else { return nil }
    let hash = IndexRow.hash(kind: name.kind.rawValue, id: name.id.text)
    let prefix = IndexRow.prefix(of: name.id.text)
    return try locate(hash, prefix) { place throws(CoreError) in try source.isRecord(place, of: name) }
  }

  /// The row with a hash and a prefix whose line is the right one.
  func locate(
    _ hash: UInt64,
    _ prefix: (high: UInt64, low: UInt64),
    _ isRight: (LogPlace) throws(CoreError) -> Bool
  ) throws -> LocatedRow? {
    for number in runs.indices.reversed() {
      for found in try runs[number].candidates(hash: hash)
      where found.row.prefixHigh == prefix.high && found.row.prefixLow == prefix.low {
        let located = LocatedRow(run: number, number: found.number, row: found.row)
        if try isRight(located.place), try !isKilled(located) { return located }
      }
    }
    return nil
  }

  private func isKilled(_ located: LocatedRow) throws(IndexDamage) -> Bool {
    for upper in runs.indices where upper > located.run {
      if try runs[upper].hasKilled(located.number, of: located.run) { return true }
    }
    return false
  }

  // MARK: - Queries

  /// The rows of a query, of each run in the query's order.
  func rows(_ query: RecordQuery, _ dead: [RowSet], _ source: LineSource) throws -> [[IndexRow]] {
    var found: [[IndexRow]] = []
    for (run, dead) in zip(runs, dead) {
      found.append(
        try run.rows(run.query(query), dead: dead) { row throws(CoreError) in
          try source.record(LogPlace(row)).id
        }
      )
    }
    return found
  }

  /// How many rows a query has.
  func count(_ query: RecordQuery, _ dead: [RowSet]) throws -> Int {
    var count = 0
    for (run, dead) in zip(runs, dead) { count += try run.count(run.query(query), dead: dead) }
    return count
  }

  /// The times of a query's rows, ascending.
  func times(_ query: RecordQuery, _ dead: [RowSet], _ source: LineSource) throws -> [Int64] {
    var times: [Int64] = []
    for (run, dead) in zip(runs, dead) {
      let found = try run.times(run.query(query), dead: dead) { row throws(CoreError) in
        try source.record(LogPlace(row)).id
      }
      let isFirst = times.isEmpty
      times += found
      // Both parts ascend: a sort that knows runs merges them.
      if !isFirst, !found.isEmpty { times.sort() }
    }
    return times
  }
}
