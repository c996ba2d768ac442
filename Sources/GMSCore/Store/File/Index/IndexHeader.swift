/// The first page of an index: what it is, what it covers, and where its sections begin.
struct IndexHeader: Hashable {
  /// `GMSINDX2`, read as a number with the low byte first.
  static let magic: UInt64 = 0x3258_444E_4953_4D47
  /// The version of everything after the magic.
  static let version: UInt32 = 2

  var coverage: IndexRunCoverage
  var layout: IndexLayout

  init(coverage: IndexRunCoverage, layout: IndexLayout) {
    self.coverage = coverage
    self.layout = layout
  }

  /// Everything after magic, version and size of a page, as numbers of eight bytes.
  private var numbers: [UInt64] {
    let counts = [
      layout.rows, layout.dueRows, layout.customerRows, layout.partitions, layout.texts, layout.tableBytes,
      layout.configurationChanges, layout.kills.count,
    ]
    return [
      coverage.generation, coverage.from, coverage.to, coverage.sequence, UInt64(coverage.commitCRC),
      coverage.lastTransactionStart, coverage.liveBytes, coverage.lines,
    ] + (counts + layout.sections.all + layout.kills).map(UInt64.init)
  }

  /// Writes the page's content.
  func write(to bytes: UnsafeMutableRawBufferPointer) {
    bytes.store(IndexHeader.magic, at: 0)
    bytes.store(IndexHeader.version, at: 8)
    bytes.store(UInt32(PageFormat.size), at: 12)
    for (index, number) in numbers.enumerated() { bytes.store(number, at: 16 + 8 * index) }
  }

  /// Reads the page, of which the checksum was found right.
  init(_ page: [UInt8]) throws(IndexDamage) {
    let (magic, version, pageSize, numbers) = page.withUnsafeBytes { bytes in
      (
        bytes.uint64(at: 0), bytes.uint32(at: 8), bytes.uint32(at: 12),
        (0..<(PageFormat.contentSize - 16) / 8).map { bytes.uint64(at: 16 + 8 * $0) }
      )
    }
    guard magic == IndexHeader.magic else { throw .notAnIndex }
    guard version == IndexHeader.version else { throw .version(version) }
    guard pageSize == UInt32(PageFormat.size), let crc = UInt32(exactly: numbers[4]) else { throw .header }
    coverage = IndexRunCoverage(
      generation: numbers[0],
      from: numbers[1],
      to: numbers[2],
      sequence: numbers[3],
      commitCRC: crc,
      lastTransactionStart: numbers[5],
      liveBytes: numbers[6],
      lines: numbers[7]
    )
    // No count is as large as this, and sums of smaller ones stay in the range of Int.
    func count(_ index: Int) throws(IndexDamage) -> Int {
      guard numbers[index] <= UInt64(UInt32.max) else { throw .header }
      return Int(numbers[index])
    }
    layout = IndexLayout(
      rows: try count(8),
      dueRows: try count(9),
      customerRows: try count(10),
      partitions: try count(11),
      texts: try count(12),
      tableBytes: try count(13),
      configurationChanges: try count(14)
    )
    let runsBelow = try count(15)
    let firstKills = 16 + layout.sections.all.count
    guard runsBelow <= IndexLayout.mostRunsBelow else { throw .header }
    for index in 0..<runsBelow { layout.kills.append(try count(firstKills + index)) }
    let sections = layout.sections.all.map(UInt64.init)
    guard Array(numbers[16..<firstKills]) == sections, layout.dueRows <= layout.rows,
      layout.customerRows <= layout.rows
    else { throw .header }
  }
}
