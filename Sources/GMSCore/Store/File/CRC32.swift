/// The checksum of zlib, gzip and PNG.
///
/// Polynomial `EDB88320` reflected, initial value and final inversion `FFFFFFFF`. Sixteen bytes go through
/// sixteen tables at once, which lets the processor look them up side by side: one table alone takes one byte
/// after the other, and is several times slower.
package enum CRC32 {
  /// The checksum of bytes, which follow those of which `previous` is the checksum.
  ///
  /// - Complexity: O(n).
  package static func checksum(_ bytes: UnsafeRawBufferPointer, continuing previous: UInt32 = 0) -> UInt32 {
    guard let start = bytes.baseAddress else { return previous }
    return tables.withUnsafeBufferPointer { tables -> UInt32 in
      var crc = ~previous
      var at = 0
      @inline(__always) func look(_ table: Int, _ word: UInt64, _ shift: UInt64) -> UInt32 {
        tables[table << 8 | Int(truncatingIfNeeded: word >> shift & 0xff)]
      }
      while at + 16 <= bytes.count {
        let low = UInt64(littleEndian: start.loadUnaligned(fromByteOffset: at, as: UInt64.self)) ^ UInt64(crc)
        let high = UInt64(littleEndian: start.loadUnaligned(fromByteOffset: at + 8, as: UInt64.self))
        let first = look(15, low, 0) ^ look(14, low, 8) ^ look(13, low, 16) ^ look(12, low, 24)
        let second = look(11, low, 32) ^ look(10, low, 40) ^ look(9, low, 48) ^ look(8, low, 56)
        let third = look(7, high, 0) ^ look(6, high, 8) ^ look(5, high, 16) ^ look(4, high, 24)
        let fourth = look(3, high, 32) ^ look(2, high, 40) ^ look(1, high, 48) ^ look(0, high, 56)
        crc = first ^ second ^ third ^ fourth
        at += 16
      }
      while at < bytes.count {
        crc = crc >> 8 ^ look(0, UInt64(crc) ^ UInt64(start.load(fromByteOffset: at, as: UInt8.self)), 0)
        at += 1
      }
      return ~crc
    }
  }

  /// The checksum of bytes.
  package static func checksum(_ bytes: some Sequence<UInt8>, continuing previous: UInt32 = 0) -> UInt32 {
    if let crc = bytes.withContiguousStorageIfAvailable({
      checksum(UnsafeRawBufferPointer($0), continuing: previous)
    }) {
      return crc
    }
    return Array(bytes).withUnsafeBytes { checksum($0, continuing: previous) }
  }

  /// Sixteen tables of 256: the first is what a byte does to the checksum, each further one the same, one
  /// byte further away from the end.
  private static let tables: [UInt32] = {
    var tables: [UInt32] = []
    tables.reserveCapacity(16 * 256)
    for byte in UInt32(0)..<256 {
      tables.append((0..<8).reduce(byte) { crc, _ in crc & 1 == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB8_8320 })
    }
    for at in 256..<(16 * 256) {
      let nearer = tables[at - 256]
      tables.append(nearer >> 8 ^ tables[Int(nearer & 0xff)])
    }
    return tables
  }()
}
