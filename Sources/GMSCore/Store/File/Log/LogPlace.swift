/// Where a line stands in the log.
package struct LogPlace: Hashable, Sendable {
  /// The offset of its first byte.
  package var offset: UInt64
  /// Its length in bytes, without the line feed.
  package var length: Int

  /// A place from its parts.
  package init(offset: UInt64, length: Int) {
    self.offset = offset
    self.length = length
  }

  /// The offset of the next line.
  var end: UInt64 { offset + UInt64(length) + 1 }
}
