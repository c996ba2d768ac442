/// The lines that a transaction has made and not yet committed.
///
/// Small transactions stay in memory until their one write. A large one is written out in pieces behind the log's
/// end, where it is a tear until its commit stands there; so an import of a million records needs little memory.
struct PendingLines {
  /// One line.
  struct Line {
    /// Where it stands in the printer's bytes.
    let range: Range<Int>
    let checksum: UInt32
    /// Whether a later line says the same again, so that this one need not be written.
    var isSuperseded = false
  }

  /// The end of the log, at which the first line will stand.
  let start: UInt64
  /// The number of the transaction.
  let sequence: UInt64
  /// What is made and not yet written out.
  var printer = LogPrinter()
  /// The lines in the printer.
  private(set) var lines: [Line] = []
  /// How many bytes were written out.
  private(set) var written: UInt64 = 0
  /// The chain over the lines that were written out.
  private(set) var chain: LogChain

  /// So many bytes are kept in memory before they are written out.
  private let longestHeld: Int

  init(after end: LogEnd, longestHeld: Int) {
    self.longestHeld = longestHeld
    start = end.offset
    sequence = end.next
    chain = LogChain(after: end.chain)
  }

  /// Whether there is nothing to commit.
  var isEmpty: Bool { written == 0 && lines.allSatisfy(\.isSuperseded) }

  /// Adds a line, and answers where it stands as long as nothing is written out.
  mutating func add(_ line: LogPrinter.Line) -> LogPlace {
    lines.append(Line(range: line.range, checksum: line.checksum))
    return LogPlace(
      offset: start + written + UInt64(line.range.lowerBound),
      length: line.range.count
    )
  }

  /// Takes a line away that was made and not added.
  mutating func dropLast(_ line: LogPrinter.Line) { printer.drop(from: line.range.lowerBound) }

  /// Where a line stands in the printer's bytes; nil when it does not.
  func range(of place: LogPlace) -> Range<Int>? {
    guard place.offset >= start + written else { return nil }
    let offset = Int(place.offset - start - written)
    return offset..<(offset + place.length)
  }

  /// Says that a line need not be written; one that is written already stays.
  mutating func supersede(_ place: LogPlace) {
    guard let range = range(of: place), let index = index(startingAt: range.lowerBound) else { return }
    lines[index].isSuperseded = true
  }

  private func index(startingAt offset: Int) -> Int? {
    var (low, high) = (0, lines.count)
    while low < high {
      let middle = (low + high) / 2
      if lines[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
    }
    return low < lines.count && lines[low].range.lowerBound == offset ? low : nil
  }

  /// Whether it is time to write out.
  var isLarge: Bool { printer.bytes.count >= longestHeld }

  /// Writes everything out behind the log's end.
  mutating func writeOut(_ write: (UInt64, [UInt8]) throws(CoreError) -> Void) throws(CoreError) {
    // Places stay right: superseded lines go along, as later ones win.
    for line in lines { chain.add(line.checksum) }
    try write(start + written, printer.bytes)
    written += UInt64(printer.bytes.count)
    printer.removeAll()
    lines = []
  }

  /// Adds the commit, and answers what is to be written, and where.
  mutating func finish(_ stamp: LogStamp) -> (offset: UInt64, bytes: [UInt8], end: LogEnd) {
    var kept: [UInt8] = []
    let isWhole = !lines.contains(where: \.isSuperseded)
    for line in lines where !line.isSuperseded {
      chain.add(line.checksum)
      if !isWhole { kept += printer.bytes[line.range.lowerBound...line.range.upperBound] }
    }
    if !isWhole {
      printer = LogPrinter(bytes: kept)
      lines = []
    }
    let commit = printer.commit(sequence, lines: Int(chain.lines), stamp, chain: chain.next)
    let offset = start + written
    let end = LogEnd(
      offset: offset + UInt64(printer.bytes.count),
      next: sequence + 1,
      chain: chain.next,
      commitChecksum: commit.checksum,
      lastStart: start
    )
    return (offset, printer.bytes, end)
  }
}
