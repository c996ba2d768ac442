/// The last transaction that a writer is known to have synced, as it stands in the lock's file.
///
/// It is written after the sync and never synced itself, so it may be too old and is never too new; only taking it
/// away, before a log is made that ends earlier, is synced. A log that ends
/// more than one transaction before it has lost what was acknowledged; and a writer that finds another one at
/// the log's end syncs the log before it appends: the process that wrote it may have died before its sync.
struct DurableMark: Hashable, Sendable {
  /// The number of the transaction.
  let sequence: Int
  /// The checksum of its commit.
  let checksum: UInt32

  init(_ end: LogEnd) { self.init(sequence: end.sequence, checksum: end.commitChecksum) }

  init(sequence: Int, checksum: UInt32) {
    self.sequence = sequence
    self.checksum = checksum
  }

  /// The mark in a line `<number> <checksum> <checksum of what stands before it>`; nil for any other text.
  init?(_ line: some Sequence<UInt8>) {
    let words = String(decoding: Array(line), as: UTF8.self).split(separator: " ")
    guard words.count == 3, let sequence = Int(words[0]), let checksum = UInt32(words[1], radix: 16),
      UInt32(words[2], radix: 16) == CRC32.checksum("\(words[0]) \(words[1])".utf8)
    else { return nil }
    self.sequence = sequence
    self.checksum = checksum
  }

  /// The line, with its line feed.
  var line: [UInt8] {
    var printer = JSONPrinter()
    printer.raw("\(sequence) ")
    withUnsafeBytes(of: LogChain.text(of: checksum)) { printer.raw($0) }
    let sum = CRC32.checksum(printer.bytes)
    printer.raw(" ")
    withUnsafeBytes(of: LogChain.text(of: sum)) { printer.raw($0) }
    printer.raw("\n")
    return printer.take()
  }
}
