/// The header that begins a TZif file and, from version 2 on, its 64-bit part (RFC 9636, section 3.1).
struct TZifHeader {
  /// How many bytes a header has.
  static let size = 44

  /// 1 for a NUL in the file, else the digit.
  let version: Int
  /// How many UT/local flags follow.
  let utFlags: Int
  /// How many standard/wall flags follow.
  let standardFlags: Int
  /// How many leap-second records follow.
  let leapSeconds: Int
  /// How many transitions follow.
  let transitions: Int
  /// How many local time types follow.
  let types: Int
  /// How many bytes of designations follow.
  let designations: Int

  /// Reads the header that begins at `offset`.
  ///
  /// A version above 4 is read like 4: the format's authors promise that later versions only add to it.
  init(_ bytes: [UInt8], at offset: Int) throws(ZoneFileDamage) {
    guard bytes.count >= offset + TZifHeader.size else {
      throw .truncated(needed: offset + TZifHeader.size, found: bytes.count)
    }
    guard bytes[offset..<offset + 4].elementsEqual("TZif".utf8) else { throw .notTZif }
    switch bytes[offset + 4] {
    case 0: version = 1
    case let byte where byte >= UInt8(ascii: "2") && byte <= UInt8(ascii: "9"): version = Int(byte) - 48
    case let byte: throw .unknownVersion(byte)
    }
    func count(_ field: String, _ index: Int) throws(ZoneFileDamage) -> Int {
      let value = bytes.bigEndian32(at: offset + 20 + index * 4)
      // Everything that is counted takes at least a byte, so this also keeps the sums below from overflowing.
      guard let count = Int(exactly: value), count <= bytes.count else {
        throw .badCount(field: field, count: value)
      }
      return count
    }
    utFlags = try count("isutcnt", 0)
    standardFlags = try count("isstdcnt", 1)
    leapSeconds = try count("leapcnt", 2)
    transitions = try count("timecnt", 3)
    types = try count("typecnt", 4)
    designations = try count("charcnt", 5)
  }

  /// How many bytes of data follow when a time takes `timeSize` bytes.
  func dataSize(timeSize: Int) -> Int {
    transitions * (timeSize + 1) + types * 6 + designations + leapSeconds * (timeSize + 4) + standardFlags
      + utFlags
  }
}

extension [UInt8] {
  /// The four bytes from `offset` on, most significant first.
  func bigEndian32(at offset: Int) -> UInt32 {
    self[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// The eight bytes from `offset` on, most significant first.
  func bigEndian64(at offset: Int) -> UInt64 {
    self[offset..<offset + 8].reduce(0) { $0 << 8 | UInt64($1) }
  }
}
