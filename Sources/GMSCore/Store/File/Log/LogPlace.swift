/// Where a line stands in the log.
///
/// 16 bytes, since answers hold many of them.
package struct LogPlace: Sendable {
  /// The offset of its first byte.
  package var offset: UInt64
  private var byteCount: UInt32
  /// The checksum of the line that stood there when the index was made; 0 where it was not noted.
  ///
  /// Lines of one length could else take each other's place unnoticed, each with a checksum that fits.
  package var checksum: UInt32

  /// A place from its parts; no line is longer than 16 MiB.
  package init(offset: UInt64, length: Int, checksum: UInt32 = 0) {
    self.offset = offset
    byteCount = UInt32(clamping: length)
    self.checksum = checksum
  }

  /// Its length in bytes, without the line feed.
  package var length: Int { Int(byteCount) }

  /// The offset of the next line.
  var end: UInt64 { offset + UInt64(length) + 1 }
}

extension LogPlace: Hashable {
  /// Whether both are the same place, whatever is known of what stands there.
  package static func == (left: LogPlace, right: LogPlace) -> Bool {
    left.offset == right.offset && left.byteCount == right.byteCount
  }

  /// Hashes the place, whatever is known of what stands there.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(offset)
    hasher.combine(byteCount)
  }
}
