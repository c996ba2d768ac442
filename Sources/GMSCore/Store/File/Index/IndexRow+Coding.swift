extension IndexRow {
  /// The bytes of a row in an index.
  static let size = 76
  /// How many rows stand on a page.
  static let perPage = PageFormat.contentSize / size

  /// The row whose bytes begin at an offset.
  @inline(__always) init(_ bytes: UnsafeRawBufferPointer, at offset: Int) {
    self.init(
      hash: bytes.uint64(at: offset),
      prefixHigh: bytes.uint64(at: offset + 8),
      prefixLow: bytes.uint64(at: offset + 16),
      time: Int64(bitPattern: bytes.uint64(at: offset + IndexRow.timeOffset)),
      created: Int64(bitPattern: bytes.uint64(at: offset + 32)),
      due: Int64(bitPattern: bytes.uint64(at: offset + 40)),
      customer: bytes.uint64(at: offset + 48),
      offset: bytes.uint64(at: offset + 56),
      length: bytes.uint32(at: offset + 64),
      partition: bytes.uint32(at: offset + 68),
      checksum: bytes.uint32(at: offset + 72)
    )
  }

  /// Where in a row's bytes its time stands.
  static let timeOffset = 24

  /// Writes the row's bytes at an offset.
  @inline(__always) func write(to bytes: UnsafeMutableRawBufferPointer, at offset: Int) {
    bytes.store(hash, at: offset)
    bytes.store(prefixHigh, at: offset + 8)
    bytes.store(prefixLow, at: offset + 16)
    bytes.store(UInt64(bitPattern: time), at: offset + IndexRow.timeOffset)
    bytes.store(UInt64(bitPattern: created), at: offset + 32)
    bytes.store(UInt64(bitPattern: due), at: offset + 40)
    bytes.store(customer, at: offset + 48)
    bytes.store(self.offset, at: offset + 56)
    bytes.store(length, at: offset + 64)
    bytes.store(partition, at: offset + 68)
    bytes.store(checksum, at: offset + 72)
  }
}
