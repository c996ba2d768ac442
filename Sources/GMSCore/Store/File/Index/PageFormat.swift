/// The pages that an index consists of: 4,092 bytes of content, then their checksum, low byte first.
///
/// The checksum also takes in the page's number and the checksum of the first page. So a page that stands in
/// another's place is noticed, and so is one that a crash left over from an older index.
enum PageFormat {
  /// The bytes of a page.
  static let size = 4096
  /// The bytes of a page that its owner may use.
  static let contentSize = 4092
  /// How many pages are read or written at once.
  static let pagesAtOnce = 16

  /// The checksum of a page's content.
  ///
  /// `seed` is the checksum of the first page; 0 for the first page itself.
  static func checksum(_ content: UnsafeRawBufferPointer, number: Int, seed: UInt32) -> UInt32 {
    let crc = CRC32.checksum(content)
    return withUnsafeBytes(of: (UInt64(number) << 32 | UInt64(seed)).littleEndian) {
      CRC32.checksum($0, continuing: crc)
    }
  }

  /// How many pages so many items fill, of which none lies on two pages.
  static func pages(for items: Int, of size: Int) -> Int {
    let perPage = contentSize / size
    return items / perPage + (items % perPage == 0 ? 0 : 1)
  }
}

extension UnsafeRawBufferPointer {
  /// The number of eight bytes at an offset, low byte first.
  @inline(__always) func uint64(at offset: Int) -> UInt64 {
    UInt64(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// The number of four bytes at an offset, low byte first.
  @inline(__always) func uint32(at offset: Int) -> UInt32 {
    UInt32(littleEndian: loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }
}
