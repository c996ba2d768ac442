/// The checksum that runs through all transactions of a log, so that none can be taken out or put in.
struct LogChain: Hashable, Sendable {
  /// The chain of the last commit; for a log without one, the checksum of its header.
  private(set) var value: UInt32
  private var running: UInt32
  /// How many lines the transaction has so far.
  private(set) var lines: UInt64 = 0

  /// The chain after a commit, or after the header.
  init(after value: UInt32) {
    self.value = value
    running = LogChain.checksum(of: value, continuing: 0)
  }

  /// Takes the checksum of the transaction's next line in.
  mutating func add(_ checksum: UInt32) {
    running = LogChain.checksum(of: checksum, continuing: running)
    lines += 1
  }

  /// What the transaction's commit has to say.
  var next: UInt32 { running }

  /// Begins the next transaction.
  mutating func commit() { self = LogChain(after: running) }

  private static func checksum(of sum: UInt32, continuing running: UInt32) -> UInt32 {
    withUnsafeBytes(of: text(of: sum)) { CRC32.checksum($0, continuing: running) }
  }

  /// A checksum as eight hexadecimal digits, in a form that takes no memory: its bytes are the text.
  static func text(of sum: UInt32) -> UInt64 {
    var text: UInt64 = 0
    for shift in stride(from: 0 as UInt32, to: 32, by: 4) {
      let digit = UInt64((sum >> shift) & 15)
      text = text << 8 | (digit < 10 ? 0x30 + digit : 0x57 + digit)
    }
    return UInt64(littleEndian: text)
  }
}
