extension JSONParser {
  /// Checks that all bytes are UTF-8: no stray or missing continuation, nothing overlong, no surrogate,
  /// nothing above U+10FFFF.
  func checkUTF8() throws(CoreError) {
    var at = 0
    while at < count {
      let lead = bytes[at]
      if lead < 0x80 {
        // Nearly all text is ASCII: eight bytes at once.
        while at + 8 <= count, word(at: at) & 0x8080_8080_8080_8080 == 0 { at += 8 }
        while at < count, bytes[at] < 0x80 { at += 1 }
        continue
      }
      // The ranges of Unicode's table of well-formed sequences: the second byte carries all restrictions.
      let (length, second): (Int, ClosedRange<UInt8>)
      switch lead {
      case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
      case 0xE0: (length, second) = (3, 0xA0...0xBF)
      case 0xED: (length, second) = (3, 0x80...0x9F)
      case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
      case 0xF0: (length, second) = (4, 0x90...0xBF)
      case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
      case 0xF4: (length, second) = (4, 0x80...0x8F)
      default: throw failure(.invalidUTF8, at: at)
      }
      guard at + length <= count, second.contains(bytes[at + 1]) else { throw failure(.invalidUTF8, at: at) }
      for offset in 2..<max(2, length) where bytes[at + offset] & 0xC0 != 0x80 {
        throw failure(.invalidUTF8, at: at)
      }
      at += length
    }
  }

  /// Eight bytes as a number, the first one lowest.
  func word(at offset: Int) -> UInt64 {
    UInt64(littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }
}
