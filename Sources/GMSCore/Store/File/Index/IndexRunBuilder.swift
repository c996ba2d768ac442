/// Makes a run of an index from its rows.
///
/// Beside the rows it needs room for their numbers: 32 bytes a row while it sorts and writes. A million rows
/// take about 110 MB in all.
package struct IndexRunBuilder {
  /// The rows in the order of time and id.
  private var rows: [IndexRow]
  /// The numbers of the rows that are due, in the order of `due` and id.
  private let byDue: [UInt32]
  /// The numbers of all rows, in the order of `created` and id.
  private let byCreation: [UInt32]
  private let kills: [[UInt32]]
  private let configurationChanges: [UInt64]
  private let table: [UInt8]
  /// Where the rows of each partition begin in the order by partition.
  private let partitionPlaces: [Int]
  private let header: IndexHeader

  /// Sorts the rows of a run.
  ///
  /// Hand over the only reference to the rows: they are then sorted in place.
  ///
  /// - Parameters:
  ///   - rows: one for each live record of the stretch, in any order.
  ///   - partitions: what the rows' numbers of partitions stand for.
  ///   - coverage: the stretch of the log.
  ///   - configurationChanges: the offsets of the stretch's transactions that changed the configuration.
  ///   - kills: for each run below, the oldest first, the rows that the stretch replaced or removed,
  ///     ascending; at most 64 runs.
  ///   - id: the id of a row; asked for only where several rows share `time`, `due` or `created` and the first
  ///     sixteen bytes of their ids.
  /// - Throws: what `id` throws.
  /// - Complexity: O(n) where times differ; O(n log n) where they are the same.
  package init(
    rows: consuming [IndexRow],
    partitions: [IndexPartition],
    coverage: IndexRunCoverage,
    configurationChanges: [UInt64] = [],
    kills: [[UInt32]] = [],
    id: (IndexRow) throws(CoreError) -> String
  ) throws(CoreError) {
    precondition(rows.count < Int(UInt32.max), "A run of an index has fewer than 4,294,967,295 rows.")
    precondition(kills.count <= IndexLayout.mostRunsBelow, "A run lies above at most 64 others.")
    precondition(
      kills.allSatisfy { zip($0, $0.dropFirst()).allSatisfy { $0 < $1 } },
      "The rows that a run kills must ascend."
    )
    var sorted = consume rows
    try IndexRunBuilder.sortByTime(&sorted, id: id)
    var counts = [Int](repeating: 0, count: partitions.count)
    var (dueRows, customerRows) = (0, 0)
    for row in sorted {
      precondition(
        Int(row.partition) < partitions.count,
        "A row names a partition that the run does not have."
      )
      counts[Int(row.partition)] += 1
      if row.due != IndexRow.noDue { dueRows += 1 }
      if row.customer != IndexRow.noCustomer { customerRows += 1 }
    }
    var place = 0
    partitionPlaces = counts.map { count in
      defer { place += count }
      return place
    }
    let table = PartitionTable.encode(partitions, counts: counts)
    byDue = try IndexRunBuilder.order(of: sorted, by: \.due, where: { $0.due != IndexRow.noDue }, id: id)
    byCreation = try IndexRunBuilder.order(of: sorted, by: \.created, where: { _ in true }, id: id)
    self.rows = sorted
    self.table = table.bytes
    self.kills = kills
    self.configurationChanges = configurationChanges
    let layout = IndexLayout(
      rows: sorted.count,
      dueRows: dueRows,
      customerRows: customerRows,
      partitions: partitions.count,
      texts: table.texts,
      tableBytes: table.bytes.count,
      configurationChanges: configurationChanges.count,
      kills: kills.map(\.count)
    )
    header = IndexHeader(coverage: coverage, layout: layout)
  }

  /// How many bytes the run takes.
  package var byteCount: Int { header.layout.sections.end * PageFormat.size }

  /// The run's bytes.
  package func image() -> [UInt8] {
    var image: [UInt8] = []
    image.reserveCapacity(byteCount)
    write { image.append(contentsOf: $0) }
    return image
  }

  // MARK: - Sorting

  private static func sortByTime(
    _ rows: inout [IndexRow],
    id: (IndexRow) throws(CoreError) -> String
  ) throws(CoreError) {
    var items = rows.enumerated().map { KeyedNumber(key: KeyedNumber.key(of: $1.time), number: UInt32($0)) }
    items.sortByKey()
    try IdentifierOrder(rows: rows, areRowsByTime: false).settle(&items, id: id)
    rows.withUnsafeMutableBufferPointer { rows in
      // Each cycle of rows that take each other's places is gone round once, with one row in the hand.
      for start in items.indices where Int(items[start].number) != start {
        let hand = rows[start]
        var place = start
        while true {
          let source = Int(items[place].number)
          items[place].number = UInt32(place)
          if source == start { break }
          rows[place] = rows[source]
          place = source
        }
        rows[place] = hand
      }
    }
  }

  private static func order(
    of rows: [IndexRow],
    by time: (IndexRow) -> Int64,
    where isIn: (IndexRow) -> Bool,
    id: (IndexRow) throws(CoreError) -> String
  ) throws(CoreError) -> [UInt32] {
    var items: [KeyedNumber] = []
    for (number, row) in rows.enumerated() where isIn(row) {
      items.append(KeyedNumber(key: KeyedNumber.key(of: time(row)), number: UInt32(number)))
    }
    items.sortByKey()
    try IdentifierOrder(rows: rows, areRowsByTime: true).settle(&items, id: id)
    return items.map(\.number)
  }
}

// MARK: - Writing

extension IndexRunBuilder {
  /// Hands on the run's bytes in pieces of at most 64 KiB, first to last.
  ///
  /// - Throws: what `body` throws.
  package func write<Failure: Error>(
    to body: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    var writer = PageWriter()
    try writer.page(to: body, header.write)
    try writePages(of: table.count, size: 1, &writer, body) { bytes, offset, place in
      bytes[offset] = table[place]
    }
    try write(configurationChanges.count, .key, &writer, body) {
      KeyedNumber(key: configurationChanges[$0], number: 0)
    }
    let killed = Array(kills.joined())
    try write(killed.count, .number, &writer, body) { KeyedNumber(key: 0, number: killed[$0]) }
    try write(PageFormat.pages(for: rows.count, of: IndexRow.size), .key, &writer, body) { page in
      KeyedNumber(key: KeyedNumber.key(of: rows[page * IndexRow.perPage].time), number: 0)
    }
    try writePages(of: rows.count, size: IndexRow.size, &writer, body) { bytes, offset, number in
      rows[number].write(to: bytes, at: offset)
    }
    try write(numbers(by: \.hash), &writer, body)
    try write(byDue, by: \.due, &writer, body)
    try write(byCreation, by: \.created, &writer, body)
    try write(Array(numbers(by: \.customer).drop { $0.key == IndexRow.noCustomer }), &writer, body)
    try write(numbersByPartition(), by: \.time, &writer, body)
    try writer.drain(to: body)
    precondition(
      writer.count == header.layout.sections.end,
      "An index was written that does not fit its header."
    )
  }

  /// Writes so many items of a size to pages of their own.
  private func writePages<Failure: Error>(
    of count: Int,
    size: Int,
    _ writer: inout PageWriter,
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void,
    _ write: (_ bytes: UnsafeMutableRawBufferPointer, _ offset: Int, _ place: Int) -> Void
  ) throws(Failure) {
    let perPage = PageFormat.contentSize / size
    for start in stride(from: 0, to: count, by: perPage) {
      try writer.page(to: body) { bytes in
        for place in start..<min(start + perPage, count) { write(bytes, (place - start) * size, place) }
      }
    }
  }

  private func write<Failure: Error>(
    _ count: Int,
    _ shape: KeySection.Shape,
    _ writer: inout PageWriter,
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void,
    _ item: (Int) -> KeyedNumber
  ) throws(Failure) {
    try writePages(of: count, size: shape.size, &writer, body) { bytes, offset, place in
      let item = item(place)
      switch shape {
      case .keyAndNumber:
        bytes.store(item.key, at: offset)
        bytes.store(item.number, at: offset + 8)
      case .key: bytes.store(item.key, at: offset)
      case .number: bytes.store(item.number, at: offset)
      }
    }
  }

  private func write<Failure: Error>(
    _ items: [KeyedNumber],
    _ writer: inout PageWriter,
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    try write(items.count, .keyAndNumber, &writer, body) { items[$0] }
  }

  private func write<Failure: Error>(
    _ numbers: [UInt32],
    by time: (IndexRow) -> Int64,
    _ writer: inout PageWriter,
    _ body: (UnsafeRawBufferPointer) throws(Failure) -> Void
  ) throws(Failure) {
    try write(numbers.count, .keyAndNumber, &writer, body) { place in
      let number = numbers[place]
      return KeyedNumber(key: KeyedNumber.key(of: time(rows[Int(number)])), number: number)
    }
  }

  /// The numbers of the rows in the order of a hash, then of the rows.
  private func numbers(by hash: (IndexRow) -> UInt64) -> [KeyedNumber] {
    var items = rows.enumerated().map { KeyedNumber(key: hash($1), number: UInt32($0)) }
    items.sortByKey()
    return items
  }

  private func numbersByPartition() -> [UInt32] {
    var places = partitionPlaces
    var numbers = [UInt32](repeating: 0, count: rows.count)
    for (number, row) in rows.enumerated() {
      numbers[places[Int(row.partition)]] = UInt32(number)
      places[Int(row.partition)] += 1
    }
    return numbers
  }
}
