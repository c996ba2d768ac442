/// Writes a log anew, with one transaction that holds a whole state.
///
/// The bytes go to a new file in pieces; ``finish(_:)`` ends the transaction.
struct LogRewriter {
  private let fileSystem: any FileSystem
  private let file: OpenFile
  private let sequence: UInt64
  private var printer = LogPrinter()
  private var chain: LogChain
  private var written: UInt64 = 0

  private static let pieceLength = 1 << 20

  /// Begins the log in an empty file.
  init(_ file: OpenFile, _ fileSystem: any FileSystem, generation: UInt64, sequence: UInt64) {
    self.file = file
    self.fileSystem = fileSystem
    self.sequence = sequence
    let header = printer.header(generation: generation, sequence: sequence)
    chain = LogChain(after: header.checksum)
  }

  private mutating func add(_ line: LogPrinter.Line) throws(SystemError) {
    chain.add(line.checksum)
    if printer.bytes.count >= LogRewriter.pieceLength { try writeOut() }
  }

  private mutating func writeOut() throws(SystemError) {
    try fileSystem.writeAll(file, at: written, printer.bytes)
    written += UInt64(printer.bytes.count)
    printer.removeAll()
  }

  /// Adds everything that a configuration says.
  mutating func add(_ configuration: Configuration) throws(SystemError) {
    for (member, value) in ConfigurationChanges.members(of: configuration) {
      try add(printer.set(member, to: JSONWriter.compact(value), sequence: sequence))
    }
  }

  /// Adds a record.
  mutating func add(_ record: StoredRecord) throws(SystemError) {
    try add(printer.put(record, sequence: sequence))
  }

  /// Adds a line of another log, which is intact, under this transaction's number.
  mutating func add(copying line: UnsafeRawBufferPointer) throws(SystemError) {
    try add(printer.copy(line, sequence: sequence))
  }

  /// Ends the transaction, and answers the mark of its commit.
  mutating func finish(_ stamp: LogStamp) throws(SystemError) -> DurableMark {
    let commit = printer.commit(sequence, lines: Int(chain.lines), stamp, chain: chain.next)
    try writeOut()
    return DurableMark(sequence: Int(sequence), checksum: commit.checksum)
  }
}
