/// Makes runs of an index from the log.
struct IndexMaker {
  private let log: LogFile
  /// What is indexed already.
  private let below: IndexStack
  private let source: LineSource
  private var rows: [IndexRow] = []
  private var partitions = IndexPartitions()
  /// The row of a hash; of several records with one hash only the first, the others are in ``crowded``.
  private var numbers: [UInt64: Int] = [:]
  private var crowded: [Int] = []
  private var gone: Set<Int> = []
  private var kills: [Set<UInt32>]
  private var configurationChanges: [UInt64] = []
  private var lines: UInt64 = 0
  private var killedBytes: UInt64 = 0

  private init(_ log: LogFile, on below: IndexStack) {
    self.log = log
    self.below = below
    source = LineSource(log: log)
    kills = below.runs.map { _ in [] }
  }

  // MARK: - Runs

  /// The index with a run in memory on top, which goes on to a place.
  static func inMemory(_ log: LogFile, on index: IndexStack, to end: LogEnd) throws -> IndexStack {
    var maker = IndexMaker(log, on: index)
    try maker.read(from: index.end.offset, to: end.offset)
    let image = try maker.builder(from: index.end.offset, to: end).image()
    return index.adding(try IndexRunReader(MemoryPages(image)), to: end)
  }

  /// A run is put together with the one above when it has less than so many times its rows.
  private static let growth = 4

  /// Makes the run that goes on to a place, together with those of the topmost runs that are small beside it.
  ///
  /// - Returns: the number of the run, and how it is written.
  static func run(
    _ log: LogFile,
    on index: IndexStack,
    to end: LogEnd
  ) throws -> (number: Int, builder: IndexRunBuilder) {
    var maker = IndexMaker(log, on: index)
    try maker.read(from: index.end.offset, to: end.offset)
    var weight = maker.rows.count - maker.gone.count + maker.kills.reduce(0) { $0 + $1.count }
    var number = index.runs.count
    while number > 0,
      index.runs[number - 1].rowCount < weight * growth || number >= IndexStack.longest
    {
      number -= 1
      weight += index.runs[number].rowCount
    }
    let from = number < index.runs.count ? index.runs[number].coverage.from : index.end.offset
    try maker.takeIn(number)
    return (number, try maker.builder(from: from, to: end))
  }

  // MARK: - Reading

  private mutating func read(from start: UInt64, to end: UInt64) throws {
    var maker = self
    var failure: (any Error)?
    var transaction = start
    var hasChange = false
    try LogWalker(log: log).walk(from: start, to: end) { piece throws(CoreError) in
      guard case .line(let bytes, let place) = piece else { return true }
      guard let line = LogLineReader.read(bytes) else { throw log.damage(at: place.offset, .notALine) }
      maker.lines += 1
      do {
        switch line.content {
        case .header: break
        case .put(let record): try maker.put(record, place, LogLineReader.statedChecksum(bytes) ?? 0)
        case .remove(let kind, let id): try maker.remove(kind, id)
        case .set, .unset:
          if !hasChange { maker.configurationChanges.append(transaction) }
          hasChange = true
        case .commit: (transaction, hasChange) = (place.end, false)
        }
      } catch {
        failure = error
        return false
      }
      return true
    }
    if let failure { throw failure }
    self = maker
  }

  private mutating func put(_ record: LogRecord, _ place: LogPlace, _ checksum: UInt32) throws {
    let name = try find(record.kind, record.id)
    let prefix = record.id.withText { IndexRow.prefix(of: $0) }
    let row = IndexRow(
      hash: name.hash,
      prefixHigh: prefix.high,
      prefixLow: prefix.low,
      time: record.time,
      created: record.created,
      due: record.due ?? IndexRow.noDue,
      customer: record.customer.map { $0.withText { IndexRow.hash(customer: $0) } } ?? IndexRow.noCustomer,
      offset: place.offset,
      length: UInt32(place.length),
      partition: partition(record),
      checksum: checksum
    )
    if let number = name.number {
      rows[number] = row
      gone.remove(number)
      return
    }
    try kill(name.hash, prefix, record.kind, record.id)
    if numbers[name.hash] == nil { numbers[name.hash] = rows.count } else { crowded.append(rows.count) }
    rows.append(row)
  }

  private mutating func remove(_ kind: LogText, _ id: LogText) throws {
    let name = try find(kind, id)
    if let number = name.number {
      gone.insert(number)
    } else {
      try kill(name.hash, id.withText { IndexRow.prefix(of: $0) }, kind, id)
    }
  }

  private var lastPartition: (kind: String, service: String, state: String, number: UInt32)?

  private mutating func partition(_ record: LogRecord) -> UInt32 {
    if let last = lastPartition, record.state.isEqual(to: last.state),
      record.service.isEqual(to: last.service), record.kind.isEqual(to: last.kind)
    {
      return last.number
    }
    let (kind, service, state) = (record.kind.text, record.service.text, record.state.text)
    let number = partitions.number(of: IndexPartition(kind: kind, service: service, state: state))
    lastPartition = (kind, service, state, number)
    return number
  }

  /// The hash of a record, and its row where this stretch has one.
  private func find(_ kind: LogText, _ id: LogText) throws -> (hash: UInt64, number: Int?) {
    let hash = kind.withText { kind in id.withText { IndexRow.hash(kind: kind, id: $0) } }
    guard let first = numbers[hash] else { return (hash, nil) }
    for number in [first] + crowded where rows[number].hash == hash {
      if try isRecord(LogPlace(rows[number]), kind, id) { return (hash, number) }
    }
    return (hash, nil)
  }

  private func isRecord(_ place: LogPlace, _ kind: LogText, _ id: LogText) throws(CoreError) -> Bool {
    try source.isRecord(place, of: RecordName(RecordKind(rawValue: kind.text), id.text))
  }

  /// Notes that a run below has a row of the record, if it has.
  private mutating func kill(
    _ hash: UInt64,
    _ prefix: (high: UInt64, low: UInt64),
    _ kind: LogText,
    _ id: LogText
  ) throws {
    guard !below.isEmpty else { return }
    let located = try below.locate(hash, prefix) { place throws(CoreError) in try isRecord(place, kind, id) }
    guard let located else { return }
    guard kills[located.run].insert(UInt32(located.number)).inserted else { return }
    killedBytes += UInt64(located.row.length) + 1
  }

  // MARK: - Merging

  /// Takes what the runs from a number on still say into this one.
  private mutating func takeIn(_ first: Int) throws {
    guard first < below.runs.count else { return }
    var killed = try below.killedRows()
    for (number, numbers) in kills.enumerated() { try killed[number].formUnion(numbers) }
    var changes: [UInt64] = []
    for (number, run) in below.runs.enumerated() where number >= first {
      let names = try run.partitions()
      var renumbered = [UInt32?](repeating: nil, count: names.count)
      let dead = killed[number]
      rows.reserveCapacity(rows.count + run.rowCount - dead.count)
      try run.allRows { at, row in
        guard !dead.contains(at) else { return }
        var row = row
        let new = renumbered[Int(row.partition)] ?? partitions.number(of: names[Int(row.partition)])
        renumbered[Int(row.partition)] = new
        row.partition = new
        rows.append(row)
      }
      for lower in 0..<first { kills[lower].formUnion(try run.kills(of: lower)) }
      changes += try run.configurationChanges()
      lines += run.coverage.lines
    }
    configurationChanges = changes + configurationChanges
    kills.removeSubrange(first...)
  }

  private consuming func builder(from start: UInt64, to end: LogEnd) throws -> IndexRunBuilder {
    var live = rows
    if !gone.isEmpty { live = rows.indices.filter { !gone.contains($0) }.map { rows[$0] } }
    // Those below count the rows that were live when they were made.
    let own = (live.filter { $0.offset >= below.end.offset }).reduce(0 as UInt64) {
      $0 + UInt64($1.length) + 1
    }
    let coverage = IndexRunCoverage(
      generation: log.generation,
      from: start,
      to: end.offset,
      sequence: end.next - 1,
      commitCRC: end.commitChecksum,
      lastTransactionStart: end.lastStart,
      liveBytes: below.liveBytes + own - min(killedBytes, below.liveBytes),
      lines: lines
    )
    let (names, changes, source) = (partitions.all, configurationChanges, source)
    let kills = kills.map { $0.sorted() }
    rows = []
    return try IndexRunBuilder(
      rows: live,
      partitions: names,
      coverage: coverage,
      configurationChanges: changes,
      kills: kills
    ) { row throws(CoreError) in try source.record(LogPlace(row)).id }
  }
}
