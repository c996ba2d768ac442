/// A log as `Docs/StorageFormat.md` describes it, made without any of the library's code.
struct WrittenLog {
  private(set) var text: String
  private var chain: String
  private var sums: [String] = []
  private(set) var sequence: Int

  init(generation: Int = 1, sequence: Int = 0) {
    let header = WrittenLog.sealed(
      #"{"format":"gms-log","version":2,"generation":\#(generation),"sequence":\#(sequence)"#
    )
    text = header
    chain = WrittenLog.stated(header)
    self.sequence = sequence
  }

  var bytes: [UInt8] { Array(text.utf8) }

  /// Adds a line of the transaction, given from the member after its number on: `"remove":"callback","id":"1"`.
  mutating func add(_ content: String) {
    let line = WrittenLog.sealed(#"{"seq":\#(sequence),\#(content)"#)
    sums.append(WrittenLog.stated(line))
    text += line
  }

  /// Ends the transaction.
  mutating func commit(_ time: String = "2025-01-06T14:00:00.000Z", _ command: String = "test") {
    let sum = WrittenLog.digits(WrittenLog.checksum((chain + sums.joined()).utf8))
    text += WrittenLog.sealed(
      #"{"seq":\#(sequence),"commit":\#(sums.count),"time":"\#(time)","command":"\#(command)","chain":"\#(sum)""#
    )
    (chain, sums, sequence) = (sum, [], sequence + 1)
  }

  /// A line with its ending and its line feed.
  static func sealed(_ content: String) -> String {
    "\(content),\"crc\":\"\(digits(checksum(content.utf8)))\"}\n"
  }

  /// A line of which the content was changed, with the checksum that fits it now.
  static func resealed(_ line: [UInt8]) -> [UInt8] {
    let content = line.dropLast(18)
    return content + Array(",\"crc\":\"\(digits(checksum(content)))\"}".utf8)
  }

  private static func stated(_ line: String) -> String { String(line.dropLast(3).suffix(8)) }

  static func digits(_ sum: UInt32) -> String {
    let text = String(sum, radix: 16)
    return String(repeating: "0", count: 8 - text.count) + text
  }

  /// The checksum of zlib, bit by bit.
  static func checksum(_ bytes: some Sequence<UInt8>) -> UInt32 {
    var sum: UInt32 = 0xFFFF_FFFF
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? (sum >> 1) ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }

  /// A document of a configuration whose lines are given.
  static func document(sequence: Int, _ configuration: String) -> String {
    let content = "\"sequence\":\(sequence),\n\"configuration\":\(configuration)}\n"
    return #"{"format":"gms-store","version":2,"crc":"\#(digits(checksum(content.utf8)))","# + "\n" + content
  }
}
